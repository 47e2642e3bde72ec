import { expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { build, ENGINES } from '../../bench/screening/engines.ts'
import { hostileMessage, traps } from '../../bench/screening/hostile.ts'
import { madeSentences } from '../../bench/screening/sentences.ts'
import { termSets } from '../../bench/screening/terms.ts'
import { createRandom } from '../../chaos/random.ts'

const policy = await loadPolicy('policies')
const sentences = madeSentences(policy, createRandom(1), 2_000)
const SIZES = [100, 1_000] as const
const sets = (seed: number) => termSets(sentences, SIZES, createRandom(seed))

test('sets of terms have their size, contain the smaller, and depend on nothing but the seed', () => {
  const [small, big] = [...sets(1).values()]
  expect(new Set(small?.terms).size).toBe(100)
  expect(new Set(big?.terms).size).toBe(1_000)
  expect(big?.terms.slice(0, 100)).toEqual(small?.terms)
  expect(sets(1)).toEqual(sets(1))
  expect(sets(2)).not.toEqual(sets(1))
  const share = (is: (term: string) => boolean) => (big?.terms ?? []).filter(is).length / 1_000
  expect(share((term) => term.endsWith('*'))).toBeCloseTo(0.15, 1)
  expect(share((term) => term.includes(' '))).toBeCloseTo(0.25, 1)
})

test('with the same terms, every engine finds something in the same messages', () => {
  const sure = sentences.filter((text) => /^[a-z ,.?!]+$/i.test(text)).slice(0, 400)
  for (const [size, { terms }] of sets(1)) {
    const found = new Map(
      ENGINES.map((engine) => {
        const read = build(engine, { terms, notWhen: [] }, policy)
        return [engine, sure.flatMap((text, index) => (read(text) > 0 ? [index] : []))]
      }),
    )
    const ours = found.get('huisbot')
    expect(ours?.length).toBeGreaterThan(sure.length * 0.005)
    // It reads a doubled letter as one, and so misses the words that have one.
    expect(ours, String(size)).toEqual(expect.arrayContaining(found.get('obscenity') ?? []))
    found.delete('obscenity')
    for (const [engine, theirs] of found) expect(theirs, `${engine} ${size}`).toEqual(ours)
  }
})

test('every size finds the same share, so that a bigger set costs more only by being bigger', () => {
  const [small, big] = [...sets(1).values()].map((set) => {
    const read = build('huisbot', set, policy)
    return sentences.filter((text) => read(text) > 0).length
  })
  expect(small).toBeGreaterThan(0)
  expect(big).toBe(small)
})

test('hostile messages and traps are as long as they say, and hostile ones are found', () => {
  const random = createRandom(3)
  expect(hostileMessage(policy, random, 2_000)).toHaveLength(2_000)
  const made = [...traps(policy, random, 500, 1)]
  expect(made.length).toBeGreaterThan(30)
  for (const { name, text } of made) expect(text, name).toHaveLength(500)
})
