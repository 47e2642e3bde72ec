import { z } from 'zod'
import {
  inEachLanguage,
  isoDate,
  line,
  openingHoursSchema,
  perLanguage,
  perWording,
  slug,
} from './schema-parts.ts'

/** The shape of helplines.yaml and subjects.yaml. */

/** Absent hours mean unknown, never guessed: then people are told to look on the site. */
const phone = z.strictObject({
  number: line(20),
  hours: openingHoursSchema.or(z.literal('24/7')).optional(),
})

/** A postcode of Belgium, or from one up to another: `9000`, `9000-9099`. Somebody may forget the quotes. */
const postcodes = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^[1-9]\d{3}(-[1-9]\d{3})?$/, 'postcodes'),
)

/** A place of a line, and the postcodes that it serves. As with a line: what is not known is left out, never guessed. */
export const placeSchema = z.strictObject({
  name: line(80),
  postcodes: z.array(postcodes).min(1).max(200),
  address: line(150).optional(),
  phone: phone.optional(),
  web: z.url({ protocol: /^https$/ }).optional(),
  source: line(300),
  verifiedOn: isoDate,
})
export type Place = z.infer<typeof placeSchema>

export const helplineSchema = z.strictObject({
  id: slug,
  name: line(60),
  /** One sentence for a young person: who answers, what for. */
  about: perLanguage(200),
  ageMin: z.int().min(0).max(99).optional(),
  ageMax: z.int().min(0).max(120).optional(),
  /** Codes of the languages that it speaks, also of those that the bot does not. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'languageCode')).min(1),
  phone: phone.optional(),
  chat: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }),
      hours: openingHoursSchema.or(z.literal('24/7')).optional(),
    })
    .optional(),
  web: z.url({ protocol: /^https$/ }).optional(),
  /** It has places by region; where the house does not know which one serves whom, people are sent to its site. */
  regional: z.boolean().optional(),
  /** Places that the house looked up; with them somebody may give a postcode, which is used and forgotten. */
  places: z.array(placeSchema).min(1).max(300).optional(),
  free: z.boolean().optional(),
  anonymous: z.boolean().optional(),
  source: line(300),
  certainty: z.enum(['HIGH', 'MED']),
  verifiedOn: isoDate,
})
export type Helpline = z.infer<typeof helplineSchema>
export const helplinesSchema = z.strictObject({ helplines: z.array(helplineSchema).min(1).max(60) })

/** A subject of `/praat`: what a young person chooses, and the lines for it, best first, for each language. */
export const subjectSchema = z.strictObject({
  id: slug,
  label: perLanguage(80),
  /** Said first of all, where life may be at stake. */
  urgent: perLanguage(300).optional(),
  /** What somebody can do or say now. */
  advice: perWording(600).optional(),
  lines: inEachLanguage(z.array(slug).min(1)),
})
export type Subject = z.infer<typeof subjectSchema>
export const subjectsSchema = z.strictObject({ subjects: z.array(subjectSchema).min(1).max(25) })
