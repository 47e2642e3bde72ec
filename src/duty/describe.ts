import { FOLDERS } from '../generated/language-folders.ts'
import { type Language, type OpeningHours, WEEKDAYS } from '../policy/schema.ts'
import { createTexts, type Texts } from '../texts/texts.ts'
import { FOR_GOOD } from './house-hours.ts'
import { clockOf, listOf, localMoment, weekdayName } from './clock.ts'
import { minutesOfSpan, nextOpening, openingOf, spansOn } from './opening.ts'

/** An opening that ends within this time is told by its hour alone: "tot 1 uur". */
const SAME_NIGHT_HOURS = 18

const spanText = (span: string, texts: Texts): string => {
  const { from, until } = minutesOfSpan(span)
  const end = clockOf(until, texts.language)
  const begin = clockOf(from, texts.language)
  // "14 tot 22 uur": the unit stands once.
  const { unit } = FOLDERS[texts.language]
  const once = unit !== undefined && begin.endsWith(unit) && end.endsWith(unit)
  const short = once ? begin.slice(0, -unit.length).trimEnd() : begin
  return texts.t('hours.span', { from: short, until: end })
}

/** Days in words: three or more in a row become "maandag tot vrijdag". Days count from 1, Monday. */
const daysText = (days: readonly number[], texts: Texts): string => {
  if (days.length === 7) return texts.t('hours.every-day')
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => weekdayName(day ?? 1, texts.language)
  const parts = runs.flatMap((run) =>
    run.length < 3 ? run.map(name) : [texts.t('hours.days', { first: name(run[0]), last: name(run.at(-1)) })],
  )
  return listOf(parts, texts.language)
}

/** The week in parts: days with the same hours together, then what happens on holidays. */
const weekParts = (hours: OpeningHours, texts: Texts): readonly string[] => {
  const byHours = new Map<string, number[]>()
  for (const [index, day] of WEEKDAYS.entries()) {
    const spans = (hours.week[day] ?? []).toSorted()
    if (spans.length === 0) continue
    const key = spans.join()
    byHours.set(key, [...(byHours.get(key) ?? []), index + 1])
  }
  if (byHours.size === 0) return [texts.t('hours.closed-all-week')]
  const groups = [...byHours].map(([spans, days]) =>
    texts.t('hours.day', {
      days: daysText(days, texts),
      spans: listOf(
        spans.split(',').map((span) => spanText(span, texts)),
        texts.language,
      ),
    }),
  )
  return [...groups, ...(hours.holidays === 'closed' ? [texts.t('hours.holidays-closed')] : [])]
}

/**
 * The week of a house in one line: "maandag tot vrijdag 14 tot 22 uur; zaterdag 14 uur tot middernacht". It does not
 * depend on the day it is asked, so a posted notice stays true; closed periods are told by {@link describeClosed}.
 */
export const describeWeek = (
  hours: OpeningHours,
  language: Language,
  texts: Texts = createTexts(language),
): string => weekParts(hours, texts).join('; ')

/** A moment as people say it, seen from `now`: "vandaag om 18 uur", "woensdag om 14 uur", "woensdag 2 december om 14 uur". */
export const describeMoment = (
  at: Date,
  language: Language,
  now: Date,
  texts: Texts = createTexts(language),
): string => {
  const moment = localMoment(at, language)
  const today = localMoment(now, language)
  const clock = clockOf(moment.hour * 60 + moment.minute, language)
  const days = Math.round(moment.startOf('day').diff(today.startOf('day'), 'days').days)
  if (days === 0) return texts.t('hours.moment.today', { clock })
  if (days === 1) return texts.t('hours.moment.tomorrow', { clock })
  const date = moment.year === today.year ? 'cccc d MMMM' : 'cccc d MMMM yyyy'
  return texts.t('hours.moment.day', { day: moment.toFormat(days > 1 && days < 7 ? 'cccc' : date), clock })
}

/** Until when, seen from `now`: the hour alone when it is soon ("22 uur"), else as {@link describeMoment}. */
export const describeUntil = (
  until: Date,
  language: Language,
  now: Date,
  texts: Texts = createTexts(language),
): string => {
  if (until.getTime() - now.getTime() > SAME_NIGHT_HOURS * 3_600_000) {
    return describeMoment(until, language, now, texts)
  }
  const moment = localMoment(until, language)
  return clockOf(moment.hour * 60 + moment.minute, language)
}

const dateText = (date: string, language: Language): string =>
  localMoment(new Date(`${date}T12:00:00Z`), language).toFormat('cccc d MMMM')

/** The closed periods that are not over on the day of `now`, soonest first: one sentence each, three at most. */
export const describeClosed = (
  hours: OpeningHours,
  language: Language,
  now: Date,
  texts: Texts = createTexts(language),
): readonly string[] => {
  const today = localMoment(now, language).toISODate() ?? ''
  return (
    hours.closed
      // What is closed for good is told where the house says that it ends.
      .filter((period) => period.until >= today && period.until !== FOR_GOOD)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .slice(0, 3)
      .map(({ from, until, why }) => {
        const period =
          from === until
            ? texts.t('hours.period-day', { day: dateText(from, language) })
            : texts.t('hours.period', { from: dateText(from, language), until: dateText(until, language) })
        return why === undefined ? period : texts.t('hours.period-why', { period, why })
      })
  )
}

/** The hours of this day, in words; what began yesterday evening is told by the state. */
const todayText = (hours: OpeningHours, texts: Texts, now: Date): string => {
  const spans = spansOn(hours, now)
  if (spans.length === 0) return texts.t('duty.today-closed')
  const said = spans.map((span) => spanText(span, texts))
  return texts.t('duty.today', { spans: listOf(said, texts.language) })
}

/** Who is there at this moment: `somebody` of the team, and their names only where the house tells them. */
export interface There {
  readonly somebody: boolean
  readonly who?: string | undefined
}

/**
 * The whole answer to "when is somebody there?", for one person at one moment: now, today, the week, the days off to
 * come, and who answers meanwhile. An opening hour without anybody is told as what it is.
 */
export const describeHours = (
  hours: OpeningHours,
  texts: Texts,
  now: Date,
  there: There = { somebody: true },
): string => {
  const { language } = texts
  const opening = openingOf(hours, now)
  const next = nextOpening(hours, now)
  const until = opening && describeUntil(opening.until, language, now, texts)
  const state = opening
    ? there.somebody
      ? texts.t('hours.open-now', { until: until ?? '' })
      : texts.t('duty.now.nobody')
    : next
      ? texts.t('hours.closed-now', { next: describeMoment(next, language, now, texts) })
      : texts.t('hours.closed-no-next')
  return [
    `**${texts.t('hours.heading')}**`,
    state,
    ...(opening && there.somebody && there.who !== undefined
      ? [texts.t('duty.now.who', { who: there.who })]
      : []),
    todayText(hours, texts, now),
    ...weekParts(hours, texts).map((part) => `- ${part}`),
    ...describeClosed(hours, language, now, texts),
    ...(opening && there.somebody ? [] : [texts.t('hours.cannot-wait')]),
  ].join('\n')
}
