import { join } from 'node:path'
import type { Bench, Subject } from '../bench.ts'
import { short } from '../figures.ts'
import { type Measure, valueOf } from '../measure.ts'
import { must } from '../measure-errors.ts'

const MINUTE_MS = 60_000
const MINUTES = 5
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

async function run(bench: Bench) {
  const discord = bench.discord()
  const start = async (kind: 'ours' | 'bare'): Promise<Subject> => {
    const opened = await bench.open(discord, { members: 500 })
    const folder = join(bench.folder, kind)
    const subject = bench.subject({ kind, ...opened, policies: bench.policies, folder })
    await subject.ask('ready', null)
    if (kind === 'ours') await discord.ask('ready', { house: opened.house, duty: true })
    return subject
  }
  const ours = await start('ours')
  const bare = await start('bare')
  // What the start left to do is over.
  await pause(15_000)
  const used = async () => [await ours.ask('processor', null), await bare.ask('processor', null)] as const
  const before = await used()
  for (let minute = 1; minute <= MINUTES; minute++) {
    await pause(MINUTE_MS)
    bench.progress(`${minute} of ${MINUTES} minutes`)
  }
  const after = await used()
  const { errors } = await ours.ask('facts', null)
  must(errors.length === 0, `there were errors: ${errors[0]}`)
  const anHour = (n: 0 | 1): number => ((after[n] - before[n]) / 1_000) * (60 / MINUTES)
  return {
    figures: [
      valueOf(
        'idle',
        [anHour(0)],
        `from ${MINUTES} minutes with somebody on duty; a bare client beside it used ${short(anHour(1))} s an hour`,
      ),
    ],
  }
}

export const idle: Measure = { ids: ['idle'], seconds: { full: 325 }, run }
