import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bench } from '../bench.ts'
import { type Measure, valueOf } from '../measure.ts'
import { must } from '../measure-errors.ts'

const FLOOD = new URL('../../flood/main.js', import.meta.url)
const MESSAGES = 100_000
/** Flat: what is left in use once all is done and collected is at most this much more than before. */
const FLAT_MB = 128

const figures = z.object({
  messages: z.number(),
  heardPerSecond: z.number(),
  worrying: z.number(),
  lost: z.number(),
  doubled: z.number(),
  memoryMb: z.object({ before: z.number(), peak: z.number(), end: z.number(), heapEnd: z.number() }),
  eventLoopMs: z.object({ p50: z.number(), p99: z.number(), most: z.number() }),
})

/** One run of `npm run test:flood`, which also proves that nothing was lost. */
async function run(bench: Bench) {
  const file = join(bench.folder, 'flood.json')
  const child = fork(
    FLOOD,
    ['--messages', String(MESSAGES), '--joins', '20', '--json', file, '--policies', bench.policies],
    { execArgv: ['--expose-gc', '--enable-source-maps'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  await once(child, 'exit')
  const seen = figures.parse(JSON.parse(await readFile(file, 'utf8')))
  must(seen.messages === MESSAGES && seen.worrying > 0, 'the flood was not a flood')
  must(
    seen.lost === 0 && seen.doubled === 0,
    `${seen.lost} messages were lost, ${seen.doubled} have two flags`,
  )
  const { memoryMb, eventLoopMs } = seen
  const grew = memoryMb.end - memoryMb.before
  return {
    figures: [
      valueOf(
        'flood',
        [eventLoopMs.p99],
        `most ${eventLoopMs.most} ms; ${seen.heardPerSecond.toLocaleString('en-US')} messages heard a second, ${seen.worrying} flagged; memory ${grew <= FLAT_MB ? 'flat' : 'NOT flat'}: ${memoryMb.before} MB before, at most ${memoryMb.peak}, ${memoryMb.end} afterwards`,
      ),
    ],
  }
}

export const flood: Measure = { ids: ['flood'], seconds: { full: 150 }, run }
