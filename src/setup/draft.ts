import { z } from 'zod'
import { type Settings, settingsSchema } from '../house/settings.ts'
import { houseSchema } from '../policy/schema.ts'
import { STEPS, type Step } from './steps.ts'

const { organisation, contacts } = houseSchema.shape
const settings = settingsSchema.shape

/**
 * What was answered so far: as settings, but a block may be half done (who the organisation is, and not yet who read its
 * text). What was not answered stays as the agreements say it.
 */
export const answersSchema = z.strictObject({
  name: settings.name,
  languages: settings.languages,
  organisation: organisation.partial().optional(),
  channels: settings.channels,
  roles: settings.roles,
  contacts: z
    .strictObject({
      /** `null`: nobody on Discord. */
      integrity: contacts.shape.integrity
        .partial()
        .extend({ discordId: contacts.shape.integrity.shape.discordId.nullable() })
        .optional(),
      outside: contacts.shape.outside.nullable(),
      responsible: contacts.shape.responsible.nullable(),
    })
    .partial()
    .optional(),
  /** `full` without who decided it is half an answer. */
  reading: z
    .strictObject({ way: z.enum(['reports', 'full']), decided: organisation.shape.signedOff.optional() })
    .optional(),
  hours: settings.hours,
  retention: settings.retention,
  region: settings.region,
})
export type Answers = z.infer<typeof answersSchema>

/** A set-up under way: kept until it is confirmed or thrown away, so that anybody who may can go on with it. */
export const draftSchema = z.strictObject({
  /** Tells one set-up from the next, whose versions are counted anew. */
  id: z.string().regex(/^[a-z0-9]{1,12}$/),
  /** The version of the settings that it began from. */
  over: z.int().min(0),
  /** What the settings said of the notice when it began; it changes only when all of it is confirmed. */
  notice: settings.notice,
  /** The step that was shown last. */
  at: z.enum(STEPS),
  answers: answersSchema,
  /** What was typed for the opening hours and could not be read: nobody types it twice. */
  typedHours: z.string().max(1_000).optional(),
})
export type Draft = z.infer<typeof draftSchema>

/** A new set-up, from what was set before. */
export function beginDraft(id: string, before: { version: number; settings: Settings }): Draft {
  const { notice, ...answers } = before.settings
  const draft: Draft = { id, over: before.version, at: 'language', answers: answersSchema.parse(answers) }
  return notice === undefined ? draft : { ...draft, notice }
}

/** To another step. Nothing that was answered changes by it. */
export const goTo = (draft: Draft, step: Step): Draft => ({ ...draft, at: step })

type Part = Readonly<Record<string, unknown>>
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whole answers that are replaced and never mixed: half of an old week is no week. */
const WHOLE: ReadonlySet<string> = new Set([
  'hours',
  'reading',
  'outside',
  'responsible',
  'signedOff',
  'decided',
])

function over(before: Part, said: Part): Part {
  const mixed = Object.entries(said).map(([key, value]) => {
    const old = before[key]
    return [key, isPart(value) && isPart(old) && !WHOLE.has(key) ? over(old, value) : value] as const
  })
  const all = { ...before, ...Object.fromEntries(mixed) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/**
 * What was answered with one more answer. `null` is expressly without; `undefined` is not answered any more. Another kind
 * of organisation says something else about what must be passed on: whoever read the old sentence did not read this one.
 */
export function answer(draft: Draft, said: Answers): Draft {
  const kind = said.organisation?.kind
  const other = kind !== undefined && kind !== draft.answers.organisation?.kind
  const unsigned: Answers = { organisation: { signedOff: undefined } }
  const before = other ? over(draft.answers, unsigned) : draft.answers
  return { ...draft, answers: answersSchema.parse(over(before, said)) }
}
