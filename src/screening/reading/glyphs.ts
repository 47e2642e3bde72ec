import { addressAt, drawnAt, isMarkdown } from './markup.ts'
import { shownOf, type Shown } from './shown.ts'

/** One readable character, with where it stands in the original text. */
export interface Glyph extends Shown {
  readonly start: number
  end: number
}

/** The length of what Discord draws instead of text, or of a web address, that begins here; 0 when neither does. */
function passedBy(text: string, at: number, unit: number, before: Glyph | undefined, closing: number) {
  if (unit === 60 && at < closing) return { kind: 'space', length: drawnAt(text, at) } as const
  const mayBegin = (unit === 104 || unit === 72) && before?.kind !== 'letter'
  return { kind: 'address', length: mayBegin ? addressAt(text, at) : 0 } as const
}

/**
 * The length of the markdown that begins here. Two marks with no second two near them are drawn as they stand, and may
 * hide letters: "h**t".
 */
function markdownAt(text: string, at: number, from: number, until: number, unit: number): number {
  if (!isMarkdown(unit)) return 0
  if (unit === 96) return 1
  if (text.charCodeAt(at + 1) !== unit) return 0
  const marks = text.slice(at, at + 2)
  const after = text.indexOf(marks, at + 2)
  const before = at < 2 ? -1 : text.lastIndexOf(marks, at - 2)
  const paired = (after !== -1 && after < until) || (before !== -1 && before >= from)
  if (!paired) return 0
  let end = at + 2
  while (text.charCodeAt(end) === unit) end += 1
  return end - at
}

/**
 * Reads a stretch of text as what Discord would show of it: no markdown, no invisible characters, every letter in its
 * plain form. Linear; never throws, also not on half surrogate pairs.
 */
export function glyphsOf(text: string, from: number, until: number): Glyph[] {
  const glyphs: Glyph[] = []
  // Without a closing bracket nothing that begins with an opening one is drawn.
  const closing = text.lastIndexOf('>', until)
  for (let at = from; at < until; ) {
    const unit = text.charCodeAt(at)
    const { kind, length } = passedBy(text, at, unit, glyphs.at(-1), closing)
    if (length > 0) {
      glyphs.push({ kind, text: '', start: at, end: at + length })
      at += length
      continue
    }
    const marks = markdownAt(text, at, from, until, unit)
    if (marks > 0) {
      at += marks
      continue
    }
    const character = unit >= 0xd800 && unit < 0xdc00 ? text.slice(at, at + 2) : text.charAt(at)
    const single = character.length === 2 && !isPair(character) ? character.charAt(0) : character
    const end = at + single.length
    const shown = shownOf(single)
    const before = glyphs.at(-1)
    // An accent that stands on the letter before it, or something invisible: it belongs to that letter.
    if (shown.length === 0 && before?.kind === 'letter') before.end = end
    for (const { kind: what, text: letter } of shown)
      glyphs.push({ kind: what, text: letter, start: at, end })
    at = end
  }
  return glyphs
}

const isPair = (two: string): boolean => {
  const low = two.charCodeAt(1)
  return low >= 0xdc00 && low < 0xe000
}
