import type { Seal } from '../privacy/sealed.ts'
import { fold } from '../screening/reading/fold.ts'
import type { Category } from '../screening/kinds.ts'

/**
 * What stays of a text when small differences are taken out, so that a raid of nearly equal messages is one flag:
 * capitals, accents, look-alike letters, punctuation, emoji, letters that are said again and again, and a counter or a
 * random tag at either end. The words themselves must be the same, in the same order: the name of another person
 * or another number in the middle is another message, about somebody else.
 */

/** A random tag of letters and digits, which a raid puts around its text to be nowhere the same. */
const TAG = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,12}$/u
/** A counter, said to be one: "#12", "(12)". A bare number may be an hour or a house, and stays. */
const COUNTER = /^\s*[#([{]\s*\d{1,6}\s*[)\]}]?|[#([{]\s*\d{1,6}\s*[)\]}]?\s*$/g
/** So many words must be left: taken from a short text, a number may be what it is about. */
const LEAST_WORDS = 3
/** A mention stays one word, number and all: whom something is said to is no small difference. */
const MENTION = /<[@#][!&]?(\d+)>/g
const CUSTOM_EMOJI = /<a?:\w{2,32}:\d+>/g

const unmarked = (text: string): string =>
  text.replace(CUSTOM_EMOJI, ' ').replace(MENTION, ' mention$1 ').replace(COUNTER, ' ')

/**
 * @param category - in personal data every digit counts: another number is another person's
 */
export function gistOf(text: string, category: Category): string {
  if (category === 'personal-data') return text
  const plain = Array.from(unmarked(text), fold).join('')
  const words = plain
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .replace(/(\p{L})\1+/gu, '$1')
    .trim()
    .split(' ')
  let [from, to] = [0, words.length]
  while (to - from > LEAST_WORDS && TAG.test(words[to - 1] ?? '')) to -= 1
  while (to - from > LEAST_WORDS && TAG.test(words[from] ?? '')) from += 1
  const gist = words.slice(from, to).join(' ')
  // Of emoji alone nothing is left: then it is the text itself.
  return gist === '' ? text : gist
}

/** Apart from the marks of whole texts, so that the one cannot be held against the other. */
const ABOUT = 'gist\n'

/** The keyed digests of a text: of all of it, and of its gist. */
export interface Marks {
  readonly wordsMark: string
  readonly alikeMark: string
}

export const marksOf = async (
  seal: Pick<Seal, 'mark'>,
  words: string,
  category: Category,
  until: Date,
): Promise<Marks> => ({
  wordsMark: await seal.mark(words, until),
  alikeMark: await seal.mark(`${ABOUT}${gistOf(words, category)}`, until),
})

/** Whether the mark is of the gist of these words; undefined when that can no longer be told. */
export const sameGist = (
  seal: Pick<Seal, 'sameWords'>,
  alikeMark: string,
  words: string,
  category: Category,
): Promise<boolean | undefined> => seal.sameWords(alikeMark, `${ABOUT}${gistOf(words, category)}`)
