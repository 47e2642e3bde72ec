import { join } from 'node:path'
import type { Bench, Discord } from '../bench.ts'
import type { Opened } from '../discord/api.ts'
import { median, short } from '../figures.ts'
import { type Figure, figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'
import type { Kind } from '../subject/api.ts'

const MEMBERS = 500

interface Once {
  /** Milliseconds from the start of the process to READY, without what the database took. */
  readonly start: number
  readonly database: number
  /** MB. */
  readonly rss: number
  readonly heap: number
}

/** One process: how long until it is READY, and what it holds once everybody said one thing. */
export async function once(
  bench: Bench,
  discord: Discord,
  opened: Opened,
  kind: Kind,
  folder: string,
  hurried = false,
): Promise<Once> {
  const subject = bench.subject({ kind, ...opened, policies: bench.policies, folder, hurried })
  const { readyAt, databaseMs } = await subject.ask('ready', null)
  must(Number.isFinite(readyAt), 'it was never READY')
  const said = discord.ask('everybody', { house: opened.house })
  // The same number every time, known before it is said: so nothing is missed.
  const messages = await said
  await subject.ask('idle', null)
  must(messages > 0, 'nobody said anything')
  const { rss, heap } = await subject.ask('memory', null)
  if (kind === 'ours') {
    const { errors } = await subject.ask('facts', null)
    must(errors.length === 0, `there were errors: ${errors[0]}`)
  }
  await subject.ask('stop', null)
  await subject.end()
  return { start: readyAt - subject.begunAt - databaseMs, database: databaseMs, rss, heap }
}

/** What is compared, of processes that were measured in turn. */
export function memoryFigure(
  id: 'memory' | 'memory-2500',
  ours: readonly Once[],
  bare: readonly Once[],
): Figure {
  const rss = (all: readonly Once[]): readonly number[] => all.map((one) => one.rss)
  const heap = (all: readonly Once[]): string => short(median(all.map((one) => one.heap)))
  return figureOf(
    id,
    rss(ours),
    rss(bare),
    `of the whole process (RSS); of its heap: ours ${heap(ours)} MB, bare ${heap(bare)} MB`,
  )
}

async function run(bench: Bench) {
  const discord = bench.discord()
  const house = await bench.open(discord, { members: MEMBERS })
  const bareHouse = await bench.open(discord, { members: MEMBERS })
  const folder = join(bench.folder, 'ours')
  const ours: Once[] = []
  const bare: Once[] = []
  // The first of each is thrown away: it fills the caches of the disk, and ours makes its database and its notice.
  for (let round = -1; round < bench.rounds; round++) {
    const [a, b] = [
      await once(bench, discord, house, 'ours', folder),
      await once(bench, discord, bareHouse, 'bare', bench.folder),
    ]
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
    if (round < 0) continue
    ours.push(a)
    bare.push(b)
  }
  const starts = (all: readonly Once[]): readonly number[] => all.map(({ start }) => start)
  return {
    figures: [
      memoryFigure('memory', ours, bare),
      figureOf(
        'start',
        starts(ours),
        starts(bare),
        `a new process each time; opening the database took ${short(median(ours.map(({ database }) => database)))} ms more`,
      ),
    ],
  }
}

export const start: Measure = { ids: ['memory', 'start'], seconds: { quick: 25, full: 30 }, run }
