/** One word of a message, in its readable form, with where it stands in the original text (UTF-16 units). */
export interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
  /** Nothing but the end of the text, a sentence mark, a comma or an emoji comes after it. */
  readonly last: boolean
}

const wordCharacter = /^[\p{L}\p{M}\p{N}]$/u
/** Accents and other marks that go with any script, joiners, variation selectors. Vowel signs of a script stay. */
const dropped = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
const endsSentence = /[.!?,;:()\n\r\u3001\u3002]|\p{Extended_Pictographic}/u
/** Every way to type an apostrophe, before compatibility forms pull the spacing accents apart. */
const apostrophes = /^['\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02c8\u00b4\u2032\uff07]$/u

/**
 * Makes one code point readable: compatibility forms (full width, mathematical letters) become plain letters,
 * accents and invisible characters go, case goes ("ß" becomes "ss"). One at a time, so that every letter still
 * knows where it stood; the marks that composition would join are dropped anyway.
 */
const fold = (character: string): string =>
  character.normalize('NFKD').replace(dropped, '').toUpperCase().toLowerCase().replace(dropped, '')

const isAsciiWord = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)

interface Open {
  word: string
  start: number
  end: number
  apostrophe: boolean
}

/**
 * Reads a text as its words: letters and digits of any script, with an apostrophe inside ("foto's") but not
 * around. Whole words only, so "killed" is never found in "skilled". Linear; never throws, also not on half
 * surrogate pairs.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: { word: string; start: number; end: number; last: boolean }[] = []
  let open: Open | undefined

  const close = (): void => {
    if (open !== undefined) words.push({ word: open.word, start: open.start, end: open.end, last: false })
    open = undefined
  }
  const letter = (folded: string, at: number, length: number): void => {
    if (open === undefined) {
      open = { word: folded, start: at, end: at + length, apostrophe: false }
      return
    }
    open.word += open.apostrophe ? `'${folded}` : folded
    open.apostrophe = false
    open.end = at + length
  }
  const other = (folded: string): void => {
    close()
    const before = words.at(-1)
    if (before !== undefined && endsSentence.test(folded)) before.last = true
  }
  const apostrophe = (): void => {
    if (open === undefined) return
    // A second one in a row is a quotation mark.
    if (open.apostrophe) close()
    else open.apostrophe = true
  }
  const any = (character: string, at: number): void => {
    if (apostrophes.test(character)) return apostrophe()
    const folded = fold(character)
    if (folded === '') {
      if (open !== undefined && !open.apostrophe) open.end = at + character.length
      return
    }
    for (const part of folded) {
      if (wordCharacter.test(part)) letter(part, at, character.length)
      else other(part)
    }
  }

  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (isAsciiWord(unit)) {
      letter(unit <= 90 && unit >= 65 ? String.fromCharCode(unit + 32) : text.charAt(at), at, 1)
      at += 1
    } else if (unit === 32) {
      close()
      at += 1
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 32)
      any(character, at)
      at += character.length
    }
  }
  close()
  const final = words.at(-1)
  if (final !== undefined) final.last = true
  return words
}
