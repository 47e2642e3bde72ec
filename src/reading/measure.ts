import type { HardWord, Reading } from './rules.ts'

/** How hard a text may be to read. */
export interface Limits {
  /** Words in one sentence at most, and on average in a text of three sentences or more. */
  readonly sentence: number
  readonly mean: number
  readonly easy: boolean
}

/** What every young person must be able to read in one go (docs/reading-level.md says where the numbers come from). */
export const ORDINARY: Limits = { sentence: 15, mean: 10, easy: false }
/** The very simple form; also what is said where nobody can ask for that form. */
export const EASY: Limits = { sentence: 12, mean: 8, easy: true }

/** From how many words on a text is long: then it also has a very simple form. */
export const LONG = 30
/** A measure of a whole text says nothing about a few words. */
const MEASURED = 20

export type Trouble = 'sentence' | 'mean' | 'word' | 'form' | 'clause' | 'score'

/** One thing that makes a text hard. */
export interface Hard {
  readonly trouble: Trouble
  /** Where: a sentence or a word of the text; nothing for what is about all of it. */
  readonly at?: string
  /** What was found and what is wanted, for a trouble that counts. */
  readonly is?: number
  readonly limit?: number
  /** What to write instead, and why, for a word or a form that the language lists. */
  readonly say?: string
  readonly why?: string
}

/** The words of a text; a number, a sign or an address is none that somebody reads letter by letter. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/https?:\S+|\S+@\S+/g, ' ')
    .split(/[\s/]+/)
    .filter((word) => /\p{L}/u.test(word))

/** The sentences of a text. A colon, a new line and a bullet end one as well: there somebody can stop and breathe. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/[*_`>“”«»"]/g, ' ')
    .split(/(?<=[.?!:;…])\s+|\n+/)
    .map((sentence) => sentence.replace(/^\s*-\s+/, '').trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

const patterns = new WeakMap<HardWord, RegExp>()

/** Compiled once for each word of a list, which is a constant of this program. */
function patternOf(hard: HardWord): RegExp {
  const known = patterns.get(hard)
  if (known) return known
  const open = hard.word.endsWith('*')
  const word = (open ? hard.word.slice(0, -1) : hard.word).replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  const made = new RegExp(String.raw`(?<![\p{L}-])${word}${open ? String.raw`\p{L}*` : ''}(?![\p{L}-])`, 'iu')
  patterns.set(hard, made)
  return made
}

const round = (number: number): number => Math.round(number * 10) / 10

function inSentence(sentence: string, reading: Reading | undefined, limits: Limits): readonly Hard[] {
  const count = wordsOf(sentence).length
  const long: readonly Hard[] =
    count > limits.sentence ? [{ trouble: 'sentence', at: sentence, is: count, limit: limits.sentence }] : []
  if (reading === undefined) return long
  const words = reading.hard.flatMap((hard): readonly Hard[] => {
    const found = patternOf(hard).exec(sentence)
    return found === null ? [] : [{ trouble: 'word', at: found[0], say: hard.say, why: hard.why }]
  })
  const forms = reading.forms.flatMap(({ form, say, why }): readonly Hard[] => {
    const found = form.exec(sentence)
    return found === null ? [] : [{ trouble: 'form', at: found[0], say, why }]
  })
  const clause = limits.easy ? reading.clauses.exec(sentence) : null
  return [
    ...long,
    ...words,
    ...forms,
    ...(clause === null ? [] : [{ trouble: 'clause', at: clause[0] } as const]),
  ]
}

/** How easy a text reads by the published measure of its language; undefined for one that is too short to say. */
export function scoreOf(text: string, reading: Reading): number | undefined {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf)
  if (words.length < MEASURED) return undefined
  const syllables = words.reduce((sum, word) => sum + reading.syllables(word), 0)
  return round(reading.score.of(words.length / sentences.length, syllables / words.length))
}

/**
 * Everything that makes a text hard to read; empty when it is fine.
 *
 * @param text - as people read it, with its values filled in
 * @param reading - what is hard in its language; without it only the length of sentences is looked at
 */
export function hardIn(text: string, reading: Reading | undefined, limits: Limits): readonly Hard[] {
  const sentences = sentencesOf(text)
  const found = sentences.flatMap((sentence) => inSentence(sentence, reading, limits))
  if (sentences.length === 0) return found
  const mean = round(sentences.flatMap(wordsOf).length / sentences.length)
  const score = reading && scoreOf(text, reading)
  const least = reading && (limits.easy ? reading.score.leastEasy : reading.score.least)
  return [
    ...found,
    ...(sentences.length > 2 && mean > limits.mean
      ? [{ trouble: 'mean', is: mean, limit: limits.mean } as const]
      : []),
    ...(score !== undefined && least !== undefined && score < least
      ? [{ trouble: 'score', is: score, limit: least } as const]
      : []),
  ]
}

/** Whether a text is so long that it also needs a very simple form. */
export const isLong = (text: string): boolean => wordsOf(text).length > LONG
