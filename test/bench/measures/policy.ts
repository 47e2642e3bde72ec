import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { loadPolicy } from '../../../src/policy/load.ts'
import { createRandom } from '../../chaos/random.ts'
import type { Bench } from '../bench.ts'
import { type Measure, valueOf } from '../measure.ts'
import { must } from '../measure-errors.ts'
import { termSets } from '../screening/terms.ts'

const PER_RULE = 250

/**
 * The shipped agreements with so many terms in all: those of the shipped rules, or the first of them where they are more,
 * and made-up ones in rules of their own, written as people write them.
 */
export async function policyWith(terms: number, from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true })
  const policy = await loadPolicy(from)
  const shipped = policy.rules.reduce((sum, rule) => sum + rule.terms.length, 0)
  if (terms <= shipped) return fewer(terms, to)
  const sentences = policy.rules.flatMap(({ mustNotHit }) => mustNotHit)
  const made = termSets(sentences, [terms + 100], createRandom(1)).get(terms + 100)?.terms ?? []
  // The first of the set are words that people do say.
  const more = made.slice(50, 50 + terms - shipped)
  const rules = Array.from({ length: Math.ceil(more.length / PER_RULE) }, (_, n) => {
    const own = more.slice(n * PER_RULE, (n + 1) * PER_RULE)
    return {
      id: `measured-${n + 1}`,
      why: { nl: 'Deze regel wordt gemeten.', en: 'This rule is measured.', fr: 'Cette règle est mesurée.' },
      kind: 'conduct',
      may: ['flag'],
      level: 'geel',
      terms: own,
      mustHit: [`dat is ${own[0]?.replace('*', '') ?? ''}`],
      mustNotHit: ['een gewone zin'],
    }
  })
  const byFile = 10
  for (let at = 0; at < rules.length; at += byFile) {
    const file = join(to, 'rules', `measured-${at / byFile + 1}.yaml`)
    await writeFile(file, stringify({ category: 'harassment', rules: rules.slice(at, at + byFile) }))
  }
  return to
}

/** Takes rules of the shipped ones away until so few terms are left, from the last file on. */
async function fewer(terms: number, folder: string): Promise<string> {
  let left = terms
  for (const name of (await readdir(join(folder, 'rules'))).sort()) {
    const file = join(folder, 'rules', name)
    const content = parse(await readFile(file, 'utf8')) as { rules: { terms?: unknown[] }[] }
    const kept = content.rules.filter((rule) => {
      const own = rule.terms?.length ?? 0
      if (own > left) return false
      left -= own
      return true
    })
    if (kept.length === 0) await rm(file)
    else await writeFile(file, stringify({ ...content, rules: kept }))
  }
  return folder
}

async function run(bench: Bench) {
  const policies = await policyWith(10_000, bench.policies, join(bench.folder, 'policies'))
  const times: number[] = []
  for (let round = 0; round < bench.rounds; round++) {
    // A new process each time, as at a start: nothing is compiled yet.
    const subject = bench.subject({ kind: 'agreements', api: '', token: '', policies, folder: bench.folder })
    const { ms, terms } = await subject.ask('compile', null)
    must(terms === 10_000, `there are ${terms} terms`)
    times.push(ms)
    await subject.end()
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
  }
  return { figures: [valueOf('policy-10k', times, 'the first time in a new process')] }
}

export const policy: Measure = { ids: ['policy-10k'], seconds: { quick: 7, full: 8 }, run }
