import { createRequire } from 'node:module'

/** Accents and other marks that go with any script, joiners, variation selectors. Vowel signs of a script stay. */
const dropped = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/** Unicode's table of characters that look alike, as the package `unhomoglyph` keeps it. */
const LOOK_ALIKES = createRequire(import.meta.url)('unhomoglyph/data.json') as Readonly<
  Record<string, string>
>

/** Letters drawn in a box or as half a flag have no compatibility form, and are read as letters all the same. */
const DRAWN = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x1f1e6, 0x1f1ff],
] as const

/** The letter in a box or half a flag; undefined for everything else. */
export function drawn(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x1f150) return undefined
  const row = DRAWN.find(([from, until]) => code >= from && code <= until)
  return row === undefined ? undefined : String.fromCharCode(97 + code - row[0])
}

const plain = (character: string): string =>
  character.normalize('NFKD').replace(dropped, '').toUpperCase().toLowerCase().replace(dropped, '')

const isAscii = (text: string): boolean => /^[\u0020-\u007e]*$/u.test(text)

/** Scripts of which single letters pass for ours. Letters of Arabic or Hebrew look like strokes, and spell real words. */
const passesForOurs =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u

/**
 * Makes one code point readable: compatibility forms (full width, mathematical letters) become plain letters, letters
 * that only look like ours become ours, accents and invisible characters go (then it is empty), case goes ("ß" becomes
 * "ss"). One at a time, so that every letter still knows where it stood.
 */
export function fold(character: string): string {
  const letter = drawn(character)
  if (letter !== undefined) return letter
  const folded = plain(character)
  if (isAscii(folded)) return folded
  // Only what is truly a letter of another script that looks like one of ours: "а" of Cyrillic becomes "a".
  if (!passesForOurs.test(character)) return folded
  const alike = LOOK_ALIKES[character] ?? LOOK_ALIKES[folded]
  const known = alike === undefined ? undefined : plain(alike)
  return known !== undefined && /^[a-z]+$/.test(known) ? known : folded
}
