import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { median } from '../figures.ts'
import type { Measure } from '../measure.ts'
import { memoryFigure, once } from './start.ts'

const MEMBERS = 200
/** For the plot. The rest of the way, to 2,500, is the measure itself. */
const SIZES = [1, 10, 100, 500, 2_500] as const

/** Rounds of processes of both, each with so many houses. Ours knows them already: it was there before. */
async function housesOf(bench: Bench, houses: number) {
  const discord = bench.discord()
  const seed = { members: MEMBERS, houses: houses - 1, housesMembers: MEMBERS }
  const open = await bench.open(discord, seed)
  const bareOpen = await bench.open(discord, seed)
  const folder = join(bench.folder, `ours-${houses}`)
  // Once before: its database and its notices are there then, as after any restart.
  await once(bench, discord, open, 'ours', folder, true)
  bench.progress(`${houses} houses were opened for the first time`)
  const ours = []
  const bare = []
  for (let round = 0; round < bench.rounds; round++) {
    const own = join(bench.folder, `ours-${houses}-${round}`)
    await cp(folder, own, { recursive: true })
    ours.push(await once(bench, discord, open, 'ours', own, true))
    bare.push(await once(bench, discord, bareOpen, 'bare', bench.folder))
    bench.progress(`${houses} houses: round ${round + 1} of ${bench.rounds}`)
  }
  await discord.end()
  return { ours, bare }
}

/** Memory of thousands of houses, and how it grows on the way there. */
export const houses: Measure = {
  ids: ['memory-2500'],
  plot: 'houses',
  seconds: { full: 480 },
  async run(bench) {
    const lines = { ours: [] as { x: number; y: number }[], bare: [] as { x: number; y: number }[] }
    let last: Awaited<ReturnType<typeof housesOf>> | undefined
    for (const count of SIZES) {
      last = await housesOf(bench, count)
      for (const who of ['ours', 'bare'] as const)
        lines[who].push({ x: count, y: median(last[who].map(({ rss }) => rss)) })
    }
    return {
      figures: last === undefined ? [] : [memoryFigure('memory-2500', last.ours, last.bare)],
      curves: {
        houses: [
          { name: 'ours', points: lines.ours },
          { name: 'bare', points: lines.bare },
        ],
      },
    }
  },
}
