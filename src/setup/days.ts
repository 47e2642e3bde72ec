import type { Language } from '../policy/schema.ts'

/** Names of the days as people type them, Monday first. Three letters of a name are enough; two where they are usual. */
const NAMES: Readonly<Record<string, readonly (readonly [long: string, short: string])[]>> = {
  nl: [
    ['maandag', 'ma'],
    ['dinsdag', 'di'],
    ['woensdag', 'wo'],
    ['donderdag', 'do'],
    ['vrijdag', 'vr'],
    ['zaterdag', 'za'],
    ['zondag', 'zo'],
  ],
  en: [
    ['monday', 'mo'],
    ['tuesday', 'tu'],
    ['wednesday', 'we'],
    ['thursday', 'th'],
    ['friday', 'fr'],
    ['saturday', 'sa'],
    ['sunday', 'su'],
  ],
  fr: [
    ['lundi', 'lu'],
    ['mardi', 'ma'],
    ['mercredi', 'me'],
    ['jeudi', 'je'],
    ['vendredi', 've'],
    ['samedi', 'sa'],
    ['dimanche', 'di'],
  ],
}
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'janvier'],
  ['februari', 'february', 'février', 'fevrier'],
  ['maart', 'march', 'mars'],
  ['april', 'avril'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'juin'],
  ['juli', 'july', 'juillet'],
  ['augustus', 'august', 'août', 'aout'],
  ['september', 'septembre'],
  ['oktober', 'october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'décembre', 'decembre'],
]
const SHORTEST = 3

/**
 * Which day a word is, 0 for Monday. The language of the house goes first: "ma" is maandag in Dutch and mardi in French.
 */
export function dayIn(word: string, language: Language): number | undefined {
  const typed = word.toLowerCase().replace(/\.$/, '')
  const inOrder = [NAMES[language] ?? [], ...Object.values(NAMES)]
  for (const names of inOrder) {
    const found = names.findIndex(
      ([long, short]) => typed === short || (typed.length >= SHORTEST && long.startsWith(typed)),
    )
    if (found >= 0) return found
  }
  return undefined
}

const TODAY = /^(vandaag|today|aujourd['’]?hui|nu|now)$/i
const iso = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : undefined
}

/** A month by its name or the beginning of it, 1 for January. */
function monthIn(word: string): number | undefined {
  const typed = word.toLowerCase().replace(/\.$/, '')
  if (typed.length < SHORTEST) return undefined
  const found = MONTHS.findIndex((names) => names.some((name) => name.startsWith(typed)))
  return found < 0 ? undefined : found + 1
}

/**
 * A day as people write it: 24/11/2026, 24-11-26, 2026-11-24, 24 november 2026, vandaag. Nothing is today.
 *
 * @returns undefined for anything else
 */
export function readDay(typed: string, today: string): string | undefined {
  const text = typed.trim()
  if (text === '' || TODAY.test(text)) return today
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (written !== null) return iso(Number(written[1]), Number(written[2]), Number(written[3]))
  const numbers = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{2}|\d{4})$/.exec(text)
  if (numbers !== null) return iso(yearOf(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1]))
  const words = /^(\d{1,2})(?:er)?\s+([\p{L}.]+)\s+(\d{4})$/u.exec(text)
  const month = monthIn(words?.[2] ?? '')
  return words === null || month === undefined ? undefined : iso(Number(words[3]), month, Number(words[1]))
}

const yearOf = (typed: string): number => (typed.length === 2 ? 2_000 + Number(typed) : Number(typed))
