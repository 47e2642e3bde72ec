import { z } from 'zod'

/** What the schemas of several policy files are made of. */

export const LANGUAGES = ['nl', 'en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

export const WEEKDAYS = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
] as const

/** One line that somebody wrote. */
export const line = (max: number) => z.string().trim().min(1).max(max)
export const isoDate = z.iso.date()
// The message of a pattern is the key of its sentence in sentences.ts.
const span = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'span')
/** One text in each language that is served; which ones must be there is checked against `languages`. */
export const perLanguage = (max: number) =>
  z.strictObject({ nl: line(max), en: line(max).optional(), fr: line(max).optional() })
/** Who said so, and when. */
export const signed = z.strictObject({ by: line(100), on: isoDate })

/** Opening hours: for each weekday its spans, on the clock of Brussels. A span may pass midnight ("20:00-01:00"). */
export const openingHoursSchema = z.strictObject({
  week: z.partialRecord(z.enum(WEEKDAYS), z.array(span).max(4)),
  /** What happens on Belgian public holidays. */
  holidays: z.enum(['open', 'closed']),
  closed: z
    .array(z.strictObject({ from: isoDate, until: isoDate, why: line(100).optional() }))
    .max(60)
    .default([]),
})
export type OpeningHours = z.infer<typeof openingHoursSchema>

/** Letters, digits, hyphens: an id that stands in the audit, on cards and in statistics. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug')
  .max(60)
