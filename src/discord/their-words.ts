/**
 * What somebody wrote, shown by the bot to somebody else as the plain text that it is: no star becomes a typeface, no link
 * hides behind other words, no line looks like one of the bot's own, and nothing that is opened in it swallows what the bot
 * says after it. Discord takes a backslash before any mark as "this is only a mark" (Discord, Markdown Text 101).
 */

/** A whole address is left alone: Discord shows it as it is, and a backslash in it would make it another address. */
const ADDRESS = /^https?:\/\/[^\s<>"|`]*[^\s<>"|`*_~.,:;!?'\]]/i
/** A person, a role or a channel: shown as what it is. Anything else between `<` and `>` can pretend. */
const NAMED = /^<(?:@[!&]?|#)\d{15,20}>/
const OWN_EMOJI = /^<a?:(\w{2,32}):\d{15,20}>/
const MARK = /^[\\*_~|`[\]<>]/
/** What makes a heading, a list, a quotation or small print of a line, where the line begins with it. */
const AT_START = /^(?:[#>+-]|\d{1,9}(?=\.))/
/** Directions of writing that hold beyond the word that they are in, and can turn what follows around. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g
/** Every way to begin a new line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/g

interface Piece {
  readonly raw: string
  readonly shown: string
}

function pieceAt(line: string, at: number, begins: boolean): Piece {
  const rest = line.slice(at)
  const inWord = /\w/.test(line[at - 1] ?? '')
  const [whole] = (inWord ? null : ADDRESS.exec(rest)) ?? NAMED.exec(rest) ?? []
  if (whole !== undefined) {
    // The backslash of a mark that follows would become part of the address.
    const next = line[at + whole.length] ?? ''
    return { raw: whole, shown: next !== '<' && MARK.test(next) ? `${whole} ` : whole }
  }
  const emoji = OWN_EMOJI.exec(rest)
  if (emoji !== null) return { raw: emoji[0], shown: `:${emoji[1]?.replaceAll('_', String.raw`\_`)}:` }
  const [start] = begins ? (AT_START.exec(rest) ?? []) : []
  if (start !== undefined) return { raw: start, shown: /\d/.test(start) ? `${start}\u2060` : `\\${start}` }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0)
  return { raw: character, shown: MARK.test(character) ? `\\${character}` : character }
}

const clean = (text: string): string =>
  text.replaceAll(LINE_END, '\n').replaceAll(CONTROL, '').replaceAll(TURNING, '').trim()

/** @param most - UTF-16 units of what is shown, backslashes included; what does not fit ends in "…" */
export function theirWords(text: string, most: number): string {
  const whole = clean(text)
  let shown = ''
  let cut = ''
  let begins = true
  for (let at = 0; at < whole.length; ) {
    const piece = pieceAt(whole, at, begins)
    if (shown.length + piece.shown.length > most) return `${cut}…`
    shown += piece.shown
    if (shown.length < most) cut = shown
    at += piece.raw.length
    begins = piece.raw === '\n' || (begins && piece.raw.trim() === '')
  }
  return shown
}

/** The same on one line, for where each line is about somebody: a new line could pretend to be of somebody else. */
export const theirWordsInOneLine = (text: string, most: number): string =>
  theirWords(clean(text).replaceAll(/\n+/g, ' ⏎ '), most)

/** The same as a quotation: every line of it is marked as one. */
export const theirWordsQuoted = (text: string, most: number): string =>
  theirWords(text, most)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
