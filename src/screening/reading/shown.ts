import { drawn, fold } from './fold.ts'

/**
 * What a character does to the word around it.
 * `letter` belongs to it · `digit` too, and may stand for a letter · `mark` (`@ $ ! €`) may stand for a letter ·
 * `apostrophe` belongs inside · `joint` (`. - _ * / + ~ |`) may be put inside to hide it · `comma` and `stop` end a
 * clause and a sentence · `emoji` ends nothing but is the end of what was said · `flag` is a letter that stands alone ·
 * `address` is a web address · `space` is anything else.
 */
export type GlyphKind =
  | 'letter'
  | 'digit'
  | 'mark'
  | 'apostrophe'
  | 'joint'
  | 'comma'
  | 'stop'
  | 'emoji'
  | 'flag'
  | 'address'
  | 'space'

/** One readable character and what it does. */
export interface Shown {
  readonly kind: GlyphKind
  readonly text: string
}

const letter = /^[\p{L}\p{M}]$/u
const digit = /^\p{N}$/u
const apostrophe = /^['\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02c8\u00b4\u2032\uff07]$/u
const pictograph = /^\p{Extended_Pictographic}$/u
const KINDS: Readonly<Record<string, GlyphKind>> = {
  ...Object.fromEntries(Array.from('@$!€', (one) => [one, 'mark'])),
  ...Object.fromEntries(Array.from('.-_*/+~|\u2010\u2011\u2012\u2013\u00b7\u2022', (one) => [one, 'joint'])),
  ...Object.fromEntries(Array.from(',;:()[]{}\u3001', (one) => [one, 'comma'])),
  ...Object.fromEntries(Array.from('?\n\r\u2028\u2029\u3002', (one) => [one, 'stop'])),
}

const kindOf = (folded: string): GlyphKind => {
  if (letter.test(folded)) return 'letter'
  if (digit.test(folded)) return 'digit'
  return KINDS[folded] ?? (pictograph.test(folded) ? 'emoji' : 'space')
}
const isFlag = (character: string): boolean => /^[\u{1f1e6}-\u{1f1ff}]$/u.test(character)

function shownAnew(character: string): readonly Shown[] {
  if (apostrophe.test(character)) return [{ kind: 'apostrophe', text: "'" }]
  if (isFlag(character)) return [{ kind: 'flag', text: fold(character) }]
  const isPicture = drawn(character) === undefined && pictograph.test(character) && !digit.test(character)
  if (isPicture) return [{ kind: 'emoji', text: character }]
  return Array.from(fold(character), (text) => ({ kind: kindOf(text), text }))
}

/** What was read before. Bounded by the number of characters that there are; dropped when somebody tries them all. */
const known = new Map<string, readonly Shown[]>()
const MAX_KNOWN = 20_000

/**
 * What one code point shows, in plain letters: nothing for what is invisible or an accent on the letter before, several
 * for a ligature.
 */
export function shownOf(character: string): readonly Shown[] {
  const before = known.get(character)
  if (before !== undefined) return before
  const shown = shownAnew(character)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(character, shown)
  return shown
}
