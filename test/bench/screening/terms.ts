import { type Policy, type Rule, ruleFileSchema } from '../../../src/policy/schema.ts'
import type { createRandom } from '../../chaos/random.ts'

type Random = ReturnType<typeof createRandom>

/** A term as the policy writes it: words, the last perhaps with a star. */
export interface TermSet {
  readonly terms: readonly string[]
  readonly notWhen: readonly string[]
}

const ONSETS =
  'b bl br d dr f fl g gr h j k kl kn kr l m n p pl pr r s sch sl sn sp st str t tr v w z zw'.split(' ')
const NUCLEI = 'a aa e ee i ie o oo oe u uu ei ui ou eu'.split(' ')
const CODAS = ' b f g k l m n p r s t cht ld lk mp nd ng nk rd rk rm rs rt st ts'.split(' ')

/** A word that could be Dutch and is not. */
function madeWord(random: Random): string {
  const syllables = 2 + random.below(2)
  return Array.from(
    { length: syllables },
    () => random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS),
  ).join('')
}

/** The words of the sentences, plain ones only, with in how many sentences each occurs. */
function wordsIn(sentences: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const word of new Set(sentence.toLowerCase().match(/[a-z]+/g) ?? [])) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

const OCCURRING = 8
/** Each of the occurring terms is in about so many of the sentences. */
const SHARE = 0.0025

/** A few words that do occur, together in about two of a hundred sentences. */
function occurringIn(sentences: readonly string[], words: ReadonlyMap<string, number>): readonly string[] {
  const goal = Math.max(1, sentences.length * SHARE)
  const distance = (n: number): number => Math.abs(Math.log(n / goal))
  return [...words]
    .filter(([word]) => word.length >= 5)
    .sort(([a, m], [b, n]) => distance(m) - distance(n) || (a < b ? -1 : 1))
    .slice(0, OCCURRING)
    .map(([word]) => word)
}

/** What stands most often before a word in the sentences: a saying in which it does not count. */
function sayingBefore(word: string, sentences: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    const before = new RegExp(`\\b([a-z]+) ${word}\\b`).exec(sentence.toLowerCase())?.[1]
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most === undefined ? [] : [`${most[0]} ${word}`]
}

/**
 * Made-up terms of which a fixed handful occurs in the sentences, so that every size finds the same share of them: six in
 * ten single words, fifteen in a hundred with a star, the rest of two or three words. The bigger sets contain the smaller.
 *
 * @param sizes - from small to big
 */
export function termSets(
  sentences: readonly string[],
  sizes: readonly number[],
  random: Random,
): ReadonlyMap<number, TermSet> {
  const known = wordsIn(sentences)
  const starts = new Set(
    [...known.keys()].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1))),
  )
  const occurring = occurringIn(sentences, known)
  const terms = new Set(occurring)
  // For half of them, so that some of what is found counts and some does not.
  const notWhen = occurring.flatMap((word, index) => (index % 2 === 0 ? sayingBefore(word, sentences) : []))
  const sets = new Map<number, TermSet>()
  for (const size of sizes) {
    while (terms.size < size) {
      const term = madeTerm(random)
      const [first = ''] = term.split(' ')
      if (starts.has(first.replace('*', ''))) continue
      if (!terms.has(term) && terms.size % 10 === 0 && !term.endsWith('*')) {
        notWhen.push(`${term} ${madeWord(random)}`)
      }
      terms.add(term)
    }
    sets.set(size, { terms: [...terms], notWhen: [...notWhen] })
  }
  return sets
}

function madeTerm(random: Random): string {
  const chance = random.next()
  if (chance < 0.6) return madeWord(random)
  if (chance < 0.75) return `${madeWord(random)}*`
  const words = chance < 0.93 ? 2 : 3
  return Array.from({ length: words }, () => madeWord(random)).join(' ')
}

const PER_RULE = 1_000

/** The shipped policy with only these terms in its rules, a rule for each thousand. */
export function policyOf(policy: Policy, { terms, notWhen }: TermSet): Policy {
  const rules: Rule[] = []
  for (let at = 0; at < terms.length; at += PER_RULE) {
    const own = terms.slice(at, at + PER_RULE)
    const mine = new Set(own)
    const file = ruleFileSchema.parse({
      category: 'harassment',
      rules: [
        {
          id: `measured-${rules.length + 1}`,
          why: { nl: 'Deze regel wordt gemeten.' },
          kind: 'conduct',
          may: ['flag'],
          level: 'geel',
          terms: own,
          notWhen: notWhen.filter(
            (saying) =>
              mine.has(saying.split(' ').slice(0, -1).join(' ')) || mine.has(saying.split(' ').at(-1) ?? ''),
          ),
          mustHit: [own[0]],
          mustNotHit: ['een gewone zin'],
        },
      ],
    })
    rules.push(...file.rules.map((rule) => ({ ...rule, category: file.category })))
  }
  return { ...policy, rules }
}
