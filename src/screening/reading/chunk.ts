import { UNKNOWN, type Vocabulary, type WordClass } from '../matching/vocabulary.ts'
import { unmask } from './disguise.ts'
import { type Glyph, glyphsOf } from './glyphs.ts'
import type { Draft } from './reading.ts'

/** Words hidden with more marks than this are left as their pieces: nobody would read them either. */
const MOST_GLYPHS = 64

const wordOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('')
const isOfAddress = ({ text }: Glyph): boolean => text === '.' || text === '/'
const isWordGlyph = ({ kind }: Glyph): boolean => kind === 'letter' || kind === 'digit'

const mayBegin = ({ kind, text }: Glyph): boolean => kind === 'mark' && text !== '!'

/** Marks at the ends are marks: "haat!" is the word and its exclamation mark. "@lles" begins with a letter. */
const trimmed = (run: Glyph[]): { run: Glyph[]; after: Glyph[] } => {
  let end = run.length
  while (end > 0 && !isWordGlyph(run[end - 1] as Glyph)) end -= 1
  let begin = 0
  while (begin < end && !isWordGlyph(run[begin] as Glyph) && !mayBegin(run[begin] as Glyph)) begin += 1
  return { run: run.slice(begin, end), after: run.slice(end) }
}

const endOf = (mark: Glyph, draft: Draft): void => {
  if (mark.text === '.' || mark.text === '!') {
    draft.markLast()
    draft.nextSentence()
  }
}

const runOfFlags = (glyphs: readonly Glyph[], from: number): Glyph[] => {
  let until = from
  while (glyphs[until]?.kind === 'flag') until += 1
  return glyphs.slice(from, until)
}

/**
 * Reads everything that is not simply letters between spaces. Words that somebody hid with marks or figures are read
 * as what they hide when some term knows that word; otherwise as their pieces.
 */
export function createChunkReader(vocabulary: Vocabulary, pushWord: (word: Glyph[], draft: Draft) => void) {
  const known = (word: string): WordClass => vocabulary.classOf(word)

  /** Pieces held together by single marks, read as one word: "ha-at", "h@@t", "h*at". */
  const joined = (run: readonly Glyph[]): { wordClass: WordClass; written: string } | undefined => {
    if (run.length > MOST_GLYPHS) return undefined
    const letters = run.filter(({ kind }) => kind !== 'joint')
    const plain = wordOf(letters)
    if (letters.every(isWordGlyph)) {
      const wordClass = known(plain)
      if (wordClass !== UNKNOWN) return { wordClass, written: plain }
    }
    const masked = wordOf(run.filter(({ kind, text }) => kind !== 'joint' || text === '*'))
    if (masked.includes('*') && known(masked) !== UNKNOWN) {
      return { wordClass: known(masked), written: masked }
    }
    return unmask(plain, vocabulary)
  }

  const pieces = (run: readonly Glyph[], draft: Draft): void => {
    let word: Glyph[] = []
    const close = (): void => {
      if (word.length > 0) pushWord(word, draft)
      word = []
    }
    for (const one of run) {
      if (isWordGlyph(one)) word.push(one)
      else {
        close()
        endOf(one, draft)
      }
    }
    close()
  }

  const flush = (run: Glyph[], draft: Draft): void => {
    const { run: inside, after } = trimmed(run)
    // A dot or a slash before the last letter: a web address, or half of one (".gg/naam").
    if (run.slice(0, run.length - after.length).some(isOfAddress)) draft.hasAddress = true
    const [first, final] = [inside[0], inside.at(-1)]
    if (first !== undefined && final !== undefined) {
      const plain = inside.every(isWordGlyph)
      const whole = plain ? undefined : joined(inside)
      if (whole !== undefined) draft.push(first.start, final.end, whole.wordClass, whole.written)
      else if (plain) pushWord(inside, draft)
      else pieces(inside, draft)
    }
    for (const mark of after) endOf(mark, draft)
  }

  const emoji = ({ text, start, end }: Glyph, draft: Draft): void => {
    draft.markLast()
    const wordClass = known(text)
    if (wordClass !== UNKNOWN) draft.push(start, end, wordClass, text)
  }

  /** Letters drawn as half flags are letters from three on; two are a flag. */
  const flags = (run: readonly Glyph[], draft: Draft): void => {
    if (run.length === 2) return draft.markLast()
    for (const { start, end, text } of run) draft.push(start, end, known(text), text)
  }

  return (text: string, from: number, until: number, draft: Draft): void => {
    const glyphs = glyphsOf(text, from, until)
    let run: Glyph[] = []
    const close = (): void => {
      if (run.length > 0) flush(run, draft)
      run = []
    }
    for (let at = 0; at < glyphs.length; at++) {
      const one = glyphs[at] as Glyph
      switch (one.kind) {
        case 'digit':
          draft.hasDigit = true
          run.push(one)
          break
        case 'letter':
        case 'mark':
        case 'joint':
          run.push(one)
          break
        case 'apostrophe':
          if (isApostrophe(glyphs, at)) run.push({ ...one, kind: 'letter' })
          else close()
          break
        case 'flag': {
          close()
          const row = runOfFlags(glyphs, at)
          flags(row, draft)
          at += row.length - 1
          break
        }
        case 'address':
          close()
          draft.hasAddress = true
          draft.push(one.start, one.end, UNKNOWN, '(link)')
          break
        default:
          close()
          if (one.kind === 'space') draft.hasMark = true
          if (one.kind === 'emoji') emoji(one, draft)
          if (one.kind === 'comma' || one.kind === 'stop') draft.markLast()
          if (one.kind === 'comma') draft.nextClause()
          if (one.kind === 'stop') draft.nextSentence()
      }
    }
    close()
  }
}

/** Inside a word ("foto's"), and not one of two in a row, which are a quotation mark. */
const isApostrophe = (glyphs: readonly Glyph[], at: number): boolean => {
  const [before, after] = [glyphs[at - 1], glyphs[at + 1]]
  return before !== undefined && after !== undefined && isWordGlyph(before) && isWordGlyph(after)
}
