/**
 * The words of a flag are the text of the message and, when that was edited, what it said before: an edit after the
 * fact must not take away what somebody was worried about. Packed into one text, so that all of it is shut together.
 */

/** Stands between versions; nobody types it, and where it stands in a message it says nothing. */
const BETWEEN = '\u001e'
/** More versions than this of one message are noise. */
const MOST = 5

/** A text as it is judged, marked and kept. */
export const cleanWords = (text: string): string => text.replaceAll(BETWEEN, ' ')

export const packWords = (newest: string, before: readonly string[] = []): string =>
  [newest, ...before]
    .filter((text, index, all) => all.indexOf(text) === index)
    .slice(0, MOST)
    .join(BETWEEN)

/** The versions of a text, the newest first. */
export const unpackWords = (packed: string): readonly [newest: string, ...before: readonly string[]] => {
  const [newest = '', ...before] = packed.split(BETWEEN)
  return [newest, ...before]
}
