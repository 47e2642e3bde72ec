import { z } from 'zod'
import { CATEGORIES } from '../screening/kinds.ts'
import { line, perLanguage, slug } from './schema-parts.ts'

/** Ids that stand in the custom id of a form, which holds a hundred characters. */
const shortId = slug.max(30)
const about = z.array(z.enum(CATEGORIES)).min(1).optional()
const sayings = (max: number) => line(max)

/** A question that helps somebody look before deciding. There is no score, and nothing is counted up (domain §4.4). */
export const questionSchema = z.strictObject({
  id: shortId,
  /** As it stands above the field of a form: Discord takes 45 characters there. */
  ask: perLanguage(45),
  /** What it is about, in one line. */
  hint: perLanguage(100).optional(),
  /** For which categories; all of them when left out. */
  for: about,
  /** Where it comes from: a line of the report ("seed:771") or a page. */
  source: sayings(200),
})
export type Question = z.infer<typeof questionSchema>

/** Discord's form holds five parts. A note takes one of them. */
const PARTS = 5

/** Questions that are asked together, as one form. */
export const sectionSchema = z
  .strictObject({
    id: shortId,
    label: perLanguage(45),
    /** Said above the questions. */
    note: perLanguage(400).optional(),
    for: about,
    /** From which level; green is one click. */
    from: z.enum(['geel', 'rood', 'acuut']).default('geel'),
    questions: z.array(questionSchema).min(1).max(PARTS),
  })
  .refine(({ note, questions }) => note === undefined || questions.length < PARTS, {
    path: ['questions'],
    message: 'questions-and-note',
  })
export type QuestionSection = z.infer<typeof sectionSchema>

/** A sentence with which somebody can begin to talk. */
export const starterSchema = z.strictObject({ say: perLanguage(200), for: about, source: sayings(200) })
export type Starter = z.infer<typeof starterSchema>

/** policies/questions.yaml: what helps a worker to decide. */
export const questionsSchema = z.strictObject({
  sections: z.array(sectionSchema).max(20).default([]),
  starters: z.array(starterSchema).max(100).default([]),
  /** Help lines that a worker can call, for each category, the best first. */
  call: z.partialRecord(z.enum(CATEGORIES), z.array(slug).min(1).max(8)).default({}),
})
export type QuestionsPolicy = z.infer<typeof questionsSchema>

/** For a house that has no such file. */
export const NO_QUESTIONS: QuestionsPolicy = { sections: [], starters: [], call: {} }
