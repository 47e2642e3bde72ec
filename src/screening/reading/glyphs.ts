import { drawn, fold } from './fold.ts'
import { addressAt, drawnAt, isMarkdown } from './markup.ts'

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

/** One readable character, with where it stands in the original text. */
export interface Glyph {
  readonly kind: GlyphKind
  readonly text: string
  readonly start: number
  end: number
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
const isFlag = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff

/**
 * Reads a stretch of text as what Discord would show of it: no markdown, no invisible characters, every letter in its
 * plain form. Linear; never throws, also not on half surrogate pairs.
 */
export function glyphsOf(text: string, from: number, until: number): Glyph[] {
  const glyphs: Glyph[] = []
  const add = (kind: GlyphKind, shown: string, start: number, end: number): void => {
    glyphs.push({ kind, text: shown, start, end })
  }
  for (let at = from; at < until; ) {
    const unit = text.charCodeAt(at)
    if (unit === 60) {
      const drawn = drawnAt(text, at)
      if (drawn > 0) {
        add('space', '', at, at + drawn)
        at += drawn
        continue
      }
    }
    if ((unit === 104 || unit === 72) && glyphs.at(-1)?.kind !== 'letter') {
      const address = addressAt(text, at)
      if (address > 0) {
        add('address', '', at, at + address)
        at += address
        continue
      }
    }
    if (isMarkdown(unit) && (unit === 96 || text.charCodeAt(at + 1) === unit)) {
      do at += 1
      while (text.charCodeAt(at) === unit)
      continue
    }
    at += glyph(text, at, glyphs, add)
  }
  return glyphs
}

function glyph(
  text: string,
  at: number,
  glyphs: readonly Glyph[],
  add: (kind: GlyphKind, shown: string, start: number, end: number) => void,
): number {
  const code = text.codePointAt(at) ?? 32
  const character = String.fromCodePoint(code)
  const end = at + character.length
  if (apostrophe.test(character)) add('apostrophe', "'", at, end)
  else if (isFlag(code)) add('flag', fold(character), at, end)
  else if (drawn(character) === undefined && pictograph.test(character) && !digit.test(character))
    add('emoji', character, at, end)
  else {
    const folded = fold(character)
    const before = glyphs.at(-1)
    // An accent that stands on the letter before it, or something invisible: it belongs to that letter.
    if (folded === '' && before?.kind === 'letter') before.end = end
    for (const part of folded) add(kindOf(part), part, at, end)
  }
  return character.length
}
