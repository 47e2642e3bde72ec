import { z } from 'zod'
import { LANGUAGES } from '../generated/languages.ts'
import { type Language, wordingOf } from '../texts/wording.ts'

/** What the schemas of several policy files are made of. */

export { LANGUAGES }
export type { Language }

/** How many a house can serve: the buttons of the others, and of what stands beside them, share one row of five. */
export const MOST_LANGUAGES = 4

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
/** Something in Dutch, and in each other language for who serves it. */
export const inEachLanguage = <S extends z.ZodType>(schema: S) =>
  z.strictObject({
    nl: schema,
    ...(Object.fromEntries(
      LANGUAGES.filter((language) => language !== 'nl').map((language) => [language, schema.optional()]),
    ) as Record<Exclude<Language, 'nl'>, z.ZodOptional<S>>),
  })
/** One text in each language that is served; which ones must be there is checked against `languages`. */
export const perLanguage = (max: number) => inEachLanguage(line(max))
/**
 * A text that may be long: in each language, and in its very simple form under the code of that (`nl-easy`). Without one
 * the text itself is said.
 */
export const perWording = (max: number) =>
  perLanguage(max).extend(
    Object.fromEntries(
      LANGUAGES.map((language) => [wordingOf(language, true), line(max).optional()]),
    ) as Record<`${Language}-easy`, z.ZodOptional<ReturnType<typeof line>>>,
  )
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
