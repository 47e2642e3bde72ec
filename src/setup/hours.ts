import { type Language, type OpeningHours, WEEKDAYS } from '../policy/schema.ts'
import { hoursProblems } from '../policy/hours-problems.ts'
import { dayIn } from './days.ts'

type Week = OpeningHours['week']

/** Why a line cannot be read. */
export type HoursTrouble = 'day' | 'time' | 'overlap' | 'many'
export type ReadHours = { readonly week: Week } | { readonly line: string; readonly why: HoursTrouble }

/** As many stretches of one day as the agreements take. */
const MOST_SPANS = 4
const CLOSED = /(?:^|\s|:)(gesloten|dicht|toe|closed|fermé|ferme|geen|nee|no|none|non|x|-|–|—)\s*$/iu
const EVERY = /^(elke dag|iedere dag|alle dagen|every day|all days|tous les jours|chaque jour)$/i
const AND = /\s*(?:[,+&]|\ben\b|\band\b|\bet\b)\s*/iu
const UNTIL =
  /\s*(?:-|–|—|\btot en met\b|\bt\/m\b|\bt\.?e\.?m\.?|\btem\b|\btot\b|\buntil\b|\btill\b|\bto\b|\bau\b|\bà\b|(?<=\s)à(?=\s))\s*/iu
const MIDNIGHT = /^(middernacht|midnight|minuit)$/i
const TIME = /^(\d{1,2})(?:\s*(?:[:.,]|u|h)\s*(\d{2})?)?\s*(?:uur|u|h|heures?)?\s*(am|pm)?$/i
const GLUED = /^(\d{2})(\d{2})$/

const two = (number: number): string => String(number).padStart(2, '0')

/** 14, 14u, 14:30, 14.30, 14u30, 1430, 2pm, middernacht. */
function timeIn(typed: string, isEnd: boolean): string | undefined {
  const text = typed.trim()
  if (MIDNIGHT.test(text)) return isEnd ? '24:00' : '00:00'
  const found = GLUED.exec(text) ?? TIME.exec(text)
  if (found === null) return undefined
  const half = found[3]?.toLowerCase()
  const hour = (Number(found[1]) % (half === undefined ? 100 : 12)) + (half === 'pm' ? 12 : 0)
  const minute = Number(found[2] ?? 0)
  if (minute > 59 || hour > 24 || (hour === 24 && (minute > 0 || !isEnd))) return undefined
  // Midnight at the end of a day is the end of that day.
  if (isEnd && hour === 0 && minute === 0) return '24:00'
  return `${two(hour)}:${two(minute)}`
}

function spanIn(typed: string): string | undefined {
  const [from, until, ...more] = typed
    .trim()
    .replace(/^(van|from|de)\s+/i, '')
    .split(UNTIL)
  if (from === undefined || until === undefined || more.length > 0) return undefined
  const [begin, end] = [timeIn(from, false), timeIn(until, true)]
  return begin === undefined || end === undefined || begin === end ? undefined : `${begin}-${end}`
}

function daysIn(typed: string, language: Language): readonly number[] | undefined {
  const text = typed.trim().replace(/[\s:=.–—-]+$/u, '')
  if (EVERY.test(text)) return WEEKDAYS.map((_, day) => day)
  const days: number[] = []
  for (const piece of text.split(AND)) {
    const ends = piece.split(UNTIL).map((word) => dayIn(word.trim(), language))
    const [first, last = first, ...more] = ends
    if (first === undefined || last === undefined || more.length > 0) return undefined
    // From Friday to Monday passes the end of the week.
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day)
      if (day === last) break
    }
  }
  return days
}

interface Line {
  readonly days: readonly number[]
  readonly spans: readonly string[]
}

function lineIn(line: string, language: Language): Line | HoursTrouble {
  const digit = line.search(/\d/)
  const word = new RegExp(MIDNIGHT.source.slice(1, -1), 'i').exec(line)?.index ?? -1
  const at = [digit, word].filter((place) => place >= 0)
  if (at.length === 0) {
    const days = daysIn(line.replace(CLOSED, ''), language)
    return days === undefined ? 'day' : { days, spans: [] }
  }
  const start = Math.min(...at)
  const days = daysIn(line.slice(0, start).replace(/\b(van|from|de)\s*$/i, ''), language)
  if (days === undefined) return 'day'
  const spans = line
    .slice(start)
    .split(/\s*(?:[;+&/]|,\s+|,(?=\d{1,2}[:.uh-])|\ben\b|\band\b|\bet\b)\s*/iu)
    .filter((piece) => piece !== '')
    .map(spanIn)
  return spans.some((span) => span === undefined)
    ? 'time'
    : { days, spans: spans.filter((span) => span !== undefined) }
}

/**
 * Opening hours as somebody typed them, a line for each day (or for several: "ma-vr 16-19u"). Forgiving in how a day and
 * an hour are written; a day that is not named is closed.
 *
 * @returns the week, or the first line that cannot be read and why
 */
export function readHours(typed: string, language: Language): ReadHours {
  const week = new Map<number, string[]>()
  for (const line of typed.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const read = lineIn(line, language)
    if (typeof read === 'string') return { line, why: read }
    for (const day of read.days) {
      const spans = [...(week.get(day) ?? []), ...read.spans]
      if (spans.length > MOST_SPANS) return { line, why: 'many' }
      week.set(day, spans)
    }
  }
  const found: Week = {}
  for (const [index, day] of WEEKDAYS.entries()) {
    const spans = week.get(index) ?? []
    if (spans.length > 0) found[day] = [...spans].sort()
  }
  const [trouble] = hoursProblems({ week: found, holidays: 'closed', closed: [] }, [])
  if (trouble === undefined) return { week: found }
  const day = WEEKDAYS.find((name) => trouble.path.includes(name))
  return { line: day === undefined ? '' : `${day} ${found[day]?.join(', ') ?? ''}`, why: 'overlap' }
}

const short = (clock: string): string => (clock.endsWith(':00') ? String(Number(clock.slice(0, 2))) : clock)

/**
 * The hours as somebody would type them, a line for each day; {@link readHours} reads them back to the same.
 *
 * @param nameOf - the name of a day, 1 for Monday
 */
export const writeHours = (week: Week, nameOf: (day: number) => string, closed: string): string =>
  WEEKDAYS.map((day, index) => {
    const spans = (week[day] ?? []).map((span) => span.split('-').map(short).join('-'))
    return `${nameOf(index + 1)}: ${spans.length === 0 ? closed : spans.join(', ')}`
  }).join('\n')
