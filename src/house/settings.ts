import { z } from 'zod'
import { crossHouse } from '../policy/cross-house.ts'
import { crossLanguages, languagesOff } from '../policy/cross-languages.ts'
import { noticeFits } from '../policy/cross-notice.ts'
import type { Part, Parts } from '../policy/parts.ts'
import { type Problem, tellPlace } from '../policy/problem.ts'
import { type HousePolicy, houseSchema, noticeSchema, type Policy } from '../policy/schema.ts'
import { versionOf } from '../policy/version.ts'

const { shape } = houseSchema
const contactOf = shape.contacts.shape
const roleOf = shape.roles.shape
const channelOf = shape.channels.shape
const { openFlagDays, closedFlagDays, auditIdsDays } = shape.retention.shape

/**
 * What a house set in Discord, over the `house.yaml` of its agreements, in the same shapes. What is left out stays as the
 * file says it; `null` is without what the file has.
 */
export const settingsSchema = z.strictObject({
  /** How young people know the house. */
  name: shape.name.optional(),
  languages: shape.languages.optional(),
  organisation: shape.organisation.optional(),
  reading: shape.reading.optional(),
  hours: shape.hours.optional(),
  region: shape.region.nullable(),
  roles: z
    .strictObject({
      youthWorker: roleOf.youthWorker.optional(),
      moderator: roleOf.moderator.optional(),
      volunteer: roleOf.volunteer.nullable(),
      backUp: roleOf.backUp.nullable(),
      onCall: roleOf.onCall.nullable(),
    })
    .partial()
    .optional(),
  channels: z
    .strictObject({
      notice: channelOf.notice.optional(),
      queue: channelOf.queue.optional(),
      automodAlerts: channelOf.automodAlerts.nullable(),
      talks: channelOf.talks.nullable(),
      closing: channelOf.closing.nullable(),
    })
    .partial()
    .optional(),
  contacts: z
    .strictObject({
      integrity: contactOf.integrity.optional(),
      outside: contactOf.outside.nullable(),
      responsible: contactOf.responsible.nullable(),
    })
    .partial()
    .optional(),
  retention: z.strictObject({ openFlagDays, closedFlagDays, auditIdsDays }).partial().optional(),
  /** The version of the notice (of notice.yaml) that what was set here made of it; a higher one in the file goes first. */
  notice: noticeSchema.pick({ version: true, since: true, news: true }).optional(),
})
export type Settings = z.infer<typeof settingsSchema>

type Said<T> = { readonly [K in keyof T]?: T[K] | null | undefined }

/** What was set over what the file says; what was set to null is gone. */
export function over<T extends object>(agreed: T, set: Said<T> | undefined): T {
  if (set === undefined) return agreed
  const said = Object.entries(set).filter(([, value]) => value !== undefined)
  const both = Object.entries({ ...agreed, ...Object.fromEntries(said) })
  return Object.fromEntries(both.filter(([, value]) => value !== null)) as T
}

/** `house.yaml` as the settings make it. Its languages are those that are wanted, be their texts there or not. */
export function houseWith(house: HousePolicy, settings: Settings): HousePolicy {
  const { roles, channels, contacts, retention, notice: _, ...whole } = settings
  return {
    ...over(house, whole),
    roles: over(house.roles, roles),
    channels: over(house.channels, channels),
    contacts: over(house.contacts, contacts),
    retention: over(house.retention, retention),
  }
}

const wanted = ({ house, languagesOff: off = [] }: Policy): HousePolicy => ({
  ...house,
  languages: [...house.languages, ...off.map(({ language }) => language)],
})

/** A part of a policy that was read before, for the checks that look at files: it knows its file, and no line. */
const part = <T>(file: string, value: T): Part<T> => ({
  value,
  source: { file, data: value, lineOf: () => undefined },
})

function partsOf(policy: Policy, house: HousePolicy): Parts {
  const { channels, notice, helplines, subjects, rules, questions, drills } = policy
  return {
    house: part('house.yaml', house),
    channels: part('channels.yaml', channels),
    helplines: part('helplines.yaml', { helplines }),
    subjects: part('subjects.yaml', { subjects }),
    notice: part('notice.yaml', notice),
    questions: part('questions.yaml', questions),
    drills: part('drills.yaml', drills),
    rules: rules.map(({ category, ...rule }) => part(`rules/${category}.yaml`, { category, rules: [rule] })),
    words: [],
    texts: [],
  }
}

/** `notice.yaml` as the settings make it. */
export const noticeWith = ({ notice }: Policy, settings: Settings): Policy['notice'] =>
  settings.notice === undefined || settings.notice.version < notice.version
    ? notice
    : { meldplicht: notice.meldplicht, ...settings.notice }

/**
 * The agreements of a house as it set them. What they make of its rules is the same, so a screening that was compiled of
 * `policy` screens for the answer too. Settings that changed something have another version.
 *
 * @param policy - the agreements in its folder
 */
export function withSettings(policy: Policy, settings: Settings): Policy {
  if (Object.keys(settings).length === 0) return policy
  const house = houseWith(wanted(policy), settings)
  const same = settings.languages === undefined && house.organisation.kind === policy.house.organisation.kind
  const off = same
    ? (policy.languagesOff ?? [])
    : languagesOff(partsOf(policy, house)).map(({ language, problems }) => ({
        language,
        missing: problems.map(tellPlace),
      }))
  const { version: _, languagesOff: __, ...rest } = policy
  const content: Omit<Policy, 'version'> = {
    ...rest,
    notice: noticeWith(policy, settings),
    house: {
      ...house,
      languages: house.languages.filter((one) => !off.some(({ language }) => language === one)),
    },
    ...(off.length === 0 ? {} : { languagesOff: off }),
  }
  return { ...content, version: versionOf(content) }
}

/**
 * What keeps these settings from standing over these agreements, by the checks that the files are held to. A language
 * whose texts are missing is no problem unless it is the first: it stays off (`languagesOff` of `withSettings`).
 */
export function problemsOf(policy: Policy, settings: Settings): readonly Problem[] {
  const parts = partsOf(policy, houseWith(wanted(policy), settings))
  const problems = [...crossHouse(parts), ...crossLanguages(parts)]
  if (problems.length > 0) return problems
  const after = withSettings(policy, settings)
  return noticeFits(after, partsOf(after, after.house))
}
