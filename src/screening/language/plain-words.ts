import { glyphsOf } from '../reading/glyphs.ts'

/**
 * The words of a text of the policy, in the letters in which messages are read. Nothing is taken for a disguise here:
 * what a policy says is meant as it stands. An emoji is a word of its own.
 */
export function plainWords(text: string): readonly string[] {
  if (/^[a-z]+$/.test(text)) return [text]
  const words: string[] = []
  let open = ''
  const close = (): void => {
    if (open !== '') words.push(open)
    open = ''
  }
  const glyphs = glyphsOf(text, 0, text.length)
  for (const [at, { kind, text: shown }] of glyphs.entries()) {
    const next = glyphs[at + 1]?.kind
    if (kind === 'letter' || kind === 'digit') open += shown
    else if (kind === 'apostrophe' && open !== '' && (next === 'letter' || next === 'digit')) open += shown
    else {
      close()
      if (kind === 'emoji') words.push(shown)
    }
  }
  close()
  return words
}
