import { expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { build } from '../../bench/screening/engines.ts'
import { traps } from '../../bench/screening/hostile.ts'
import { measureRounds, timesFaster } from '../../bench/screening/rounds.ts'
import { madeSentences } from '../../bench/screening/sentences.ts'
import { stopwatch } from '../../bench/screening/stopwatch.ts'
import { termSets } from '../../bench/screening/terms.ts'
import { createRandom } from '../../chaos/random.ts'

/**
 * The figures are those of `npm run bench:screening`: some forty times one RegExp per term at 1,000 terms, and a cost
 * that hardly grows. These bounds are ratios within one run, far from the figures: they hold on a busy machine, and break
 * when a message begins to cost more with every term or when a text costs the square of its length.
 */
const timesARegExpPerTerm = 6
const growthOver100TimesTheTerms = 4
const growthOverFourTimesTheText = 12
/** Wakes every detector, so that the short text and the long one are read in the same way. */
const AWAKE = '0470 12 34 56 "x" jac.be '

test('a message costs far less than one RegExp per term, and hardly more with a hundred times the terms', async () => {
  const policy = await loadPolicy('policies')
  const sentences = madeSentences(policy, createRandom(1), 3_000)
  const sets = termSets(sentences, [100, 1_000, 10_000], createRandom(1))
  const contender = (engine: 'huisbot' | 'regexp-per-term', terms: number) => {
    const set = sets.get(terms)
    if (set === undefined) throw new Error('no such set')
    return { engine, terms, read: build(engine, set, policy) }
  }
  const [few, ours, many, theirs] = measureRounds(
    [
      contender('huisbot', 100),
      contender('huisbot', 1_000),
      contender('huisbot', 10_000),
      contender('regexp-per-term', 1_000),
    ],
    sentences,
    { rounds: 3, budget: 20 },
  )
  // Nobody is fast by finding nothing.
  expect(ours?.hitShare).toBeGreaterThan(0.005)
  expect(many?.hitShare).toBeGreaterThan(0.005)
  expect(timesFaster(ours?.rates ?? [], theirs?.rates ?? [])).toBeGreaterThan(timesARegExpPerTerm)
  expect(timesFaster(few?.rates ?? [], many?.rates ?? [])).toBeLessThan(growthOver100TimesTheTerms)
})

test('a text that is four times as long takes about four times as long, whatever is in it', async () => {
  const policy = await loadPolicy('policies')
  const screening = compileScreening(policy)
  const best = (text: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const elapsed = stopwatch()
      screening.read({ text, channel: 'algemeen' })
      return elapsed()
    })
    return Math.min(...times)
  }
  for (const { text } of traps(policy, createRandom(2), 1_000, 1))
    screening.read({ text, channel: 'algemeen' })
  const slow: string[] = []
  for (const { name, text } of traps(policy, createRandom(1), 4_000, 1)) {
    // Below a tenth of a millisecond nothing can be told apart.
    const short = Math.max(0.1, best(`${AWAKE}${text.slice(0, 1_000)}`))
    const grown = best(`${AWAKE}${text}`) / short
    if (grown > growthOverFourTimesTheText) slow.push(`${name}: ${grown.toFixed(1)} times`)
  }
  expect(slow).toEqual([])
})
