import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { median } from '../figures.ts'
import type { Measure } from '../measure.ts'
import { policyWith } from './policy.ts'
import { burst } from './receive.ts'

const SIZES = [100, 300, 1_000, 3_000, 10_000, 30_000] as const
const MESSAGES = 20_000

/** Messages a second of the whole bot, by the number of terms in its agreements. */
async function run(bench: Bench) {
  const points: { x: number; y: number }[] = []
  const discord = bench.discord()
  for (const terms of SIZES) {
    const policies = await policyWith(terms, bench.policies, join(bench.folder, `policies-${terms}`))
    const opened = await bench.open(discord, { members: 500 })
    const folder = join(bench.folder, `ours-${terms}`)
    const subject = bench.subject({ kind: 'ours', ...opened, policies, folder })
    await subject.ask('ready', null)
    for (let n = 0; n < 2; n++) await burst(discord, { opened, subject }, MESSAGES)
    const rates: number[] = []
    for (let n = 0; n < bench.rounds; n++)
      rates.push((await burst(discord, { opened, subject }, MESSAGES)).rate)
    points.push({ x: terms, y: median(rates) })
    await subject.end()
    bench.progress(`${terms} terms`)
  }
  return { figures: [], curves: { terms: [{ name: 'ours', points }] } }
}

export const terms: Measure = { ids: [], plot: 'terms', seconds: { full: 90 }, run }
