/** A place in the original text (UTF-16 units). */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A text in plain letters, digits, dashes and spaces, of which each place leads back to the original. */
export interface Plain {
  readonly text: string
  /** The place in the original of `start` to `end` (not included) in the plain text. */
  placeOf(start: number, end: number): Place
}

const ASCII = /^[\0-\x7f]*$/
/** Invisible characters, and the frame that makes a digit an emoji ("0️⃣"). */
const DROPPED = /^[\p{Default_Ignorable_Code_Point}\u20e3]$/u
const DASH = /^[\p{Pd}\u2212]$/u
const SPACE = /^\p{Zs}$/u
const APOSTROPHE = /^[\u2018\u2019\u02bc\u00b4]$/u

function foldAnew(character: string): string {
  if (DROPPED.test(character)) return ''
  if (DASH.test(character)) return '-'
  if (SPACE.test(character)) return ' '
  if (APOSTROPHE.test(character)) return "'"
  // A fraction would come apart into digits that nobody wrote.
  const plain = character.normalize('NFKC')
  return plain.includes('\u2044') ? character : plain
}

/** What was folded before. Bounded by the number of characters that there are; dropped when somebody tries them all. */
const folds = new Map<string, string>()
const MAX_FOLDS = 20_000

function fold(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = foldAnew(character)
  if (folds.size >= MAX_FOLDS) folds.clear()
  folds.set(character, folded)
  return folded
}

/** Every detector asks for the same text, one after the other: it is made plain once. */
let latest: { readonly of: string; readonly plain: Plain } | undefined

/**
 * Numbers are also written full width, in mathematical digits or as emoji, with invisible characters between. Linear;
 * never throws, also not on half surrogate pairs.
 */
export function plainOf(text: string): Plain {
  if (ASCII.test(text)) return { text, placeOf: (start, end) => ({ start, end }) }
  if (latest?.of !== text) latest = { of: text, plain: makePlain(text) }
  return latest.plain
}

function makePlain(text: string): Plain {
  const starts: number[] = []
  const ends: number[] = []
  let plain = ''
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const folded = character <= '\x7f' ? character : fold(character)
    // What is dropped belongs to what stands before it, so that nothing of it is left behind.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(end)
    }
    plain += folded
    at = end
  }
  return {
    text: plain,
    placeOf: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }),
  }
}

const DIGIT = /\p{Nd}|\p{No}/u
/** What people write between the digits of one number. */
const MOST_BETWEEN = 4

/** Whether so many digits stand in one row, with nothing but spaces and marks between. */
function hasRow(text: string, digits: number): boolean {
  let row = 0
  let between = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 48 && unit <= 57) {
      row += 1
      between = 0
      if (row === digits) return true
    } else if (row > 0) {
      between += 1
      const isWord = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit > 127
      if (isWord || between > MOST_BETWEEN) row = 0
    }
  }
  return false
}

/**
 * Makes a detector of a search in plain text for something with digits in it. Most messages have none, and letters
 * written as digits make no row of them: then nothing is searched.
 *
 * @param fewest - the digits that stand in a row in everything that the search finds
 */
export const withDigits =
  (fewest: number, find: (text: string) => readonly Place[]) =>
  (text: string): readonly Place[] => {
    if (!DIGIT.test(text)) return []
    const plain = plainOf(text)
    if (!hasRow(plain.text, fewest)) return []
    return find(plain.text).map(({ start, end }) => plain.placeOf(start, end))
  }
