import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readResults, RESULTS } from './record.ts'
import { type Told, type Worse, worse } from './regression.ts'

/**
 * Whether the bot became slower beside a bare client than it was when that was recorded last: `.ci/run` asks it. What
 * looks slower is measured once more before it counts, as one hiccup of the machine is not a change of the program.
 */
const MAIN = fileURLToPath(new URL('./main.js', import.meta.url))
const toldSchema = z.array(z.object({ id: z.string(), ratio: z.number().nullable() }))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const folder = await mkdtemp(join(tmpdir(), 'huisbot-bench-check-'))
async function measure(only?: readonly string[]): Promise<readonly Told[] | undefined> {
  const file = join(folder, 'told.json')
  const chosen = only === undefined ? [] : ['--only', only.join(',')]
  const child = fork(MAIN, ['--quick', '--json', file, ...chosen], {
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0 ? toldSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined
}
const told = ({ id, ratio, recorded, limit }: Worse): string =>
  `${id}: ${ratio.toFixed(2)}, and it was ${recorded.toFixed(2)} (up to ${limit.toFixed(2)} passes)`

async function check(): Promise<boolean> {
  const { quick } = await readResults(RESULTS)
  if (quick.length === 0) {
    say('Nothing is recorded to compare with: npm run bench -- --quick --record')
    return true
  }
  // One that could not be measured is tried once more as well.
  const first = await measure()
  const suspects = first === undefined ? undefined : worse(first, quick).map(({ id }) => id)
  if (suspects?.length === 0) return true
  say(`Once more: ${suspects?.join(', ') ?? 'not everything could be measured'}`)
  const again = await measure(suspects)
  if (again === undefined) return false
  const slower = worse(again, quick).filter(({ id }) => suspects?.includes(id) ?? true)
  for (const one of slower) say(`SLOWER than recorded, twice: ${told(one)}`)
  return slower.length === 0
}

const passes = await check()
await rm(folder, { recursive: true, force: true })
say(passes ? '== Speed: as it was recorded' : '== Speed: worse than it was recorded')
process.exit(passes ? 0 : 1)
