import { z } from 'zod'
import { fault, listOf, snowflake, text } from '../rest/check/form.ts'
import { trigger } from './model.ts'
import { fromRust } from './rust-regex.ts'

/** Discord, Auto Moderation, Trigger Metadata Field Limits. */
const limits = {
  keywords: 1000,
  keywordLength: 60,
  patterns: 10,
  patternLength: 260,
  allowed: 100,
  allowedByPreset: 1000,
  mentions: 50,
  exemptRoles: 20,
  exemptChannels: 50,
  customMessage: 150,
  timeoutSeconds: 2_419_200,
  nameLength: 100,
  actions: 5,
} as const

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

/** A pattern of Rust. The words of the refusal are Discord's no more than its code is: neither is documented. */
const pattern = text(1, limits.patternLength).superRefine((written, context) => {
  const made = fromRust(written)
  if (made.ok) return
  const message =
    made.by === 'rust'
      ? `Invalid regular expression: ${made.why}.`
      : `The local Discord cannot run this pattern: ${made.why}. Discord itself may take it.`
  fault(context, { code: 'AUTO_MODERATION_INVALID_REGEX', message })
})
const keyword = text(1, limits.keywordLength)
const withWords = {
  keyword_filter: orNull(listOf(keyword, 0, limits.keywords)),
  regex_patterns: orNull(listOf(pattern, 0, limits.patterns)),
  allow_list: orNull(listOf(keyword, 0, limits.allowed)),
}
const mentions = {
  mention_total_limit: orNull(z.number().int().min(0).max(limits.mentions)),
  mention_raid_protection_enabled: orNull(z.boolean()),
}

/** What each kind of rule looks for; fields of other kinds are passed over. Source: Discord, Trigger Metadata. */
const metadata = {
  [trigger.keyword]: orNull(z.object(withWords)),
  [trigger.spam]: orNull(z.object({})),
  [trigger.preset]: z.object({
    presets: orNull(z.array(z.union([z.literal(1), z.literal(2), z.literal(3)]))),
    allow_list: orNull(listOf(keyword, 0, limits.allowedByPreset)),
  }),
  [trigger.mentionSpam]: orNull(z.object(mentions)),
  [trigger.memberProfile]: z.object(withWords),
} as const

const block = z.object({
  type: z.literal(1),
  metadata: orNull(z.object({ custom_message: orNull(text(0, limits.customMessage)) })),
})
const alert = z.object({ type: z.literal(2), metadata: z.object({ channel_id: snowflake }) })
const timeout = z.object({
  type: z.literal(3),
  metadata: z.object({ duration_seconds: z.number().int().min(0).max(limits.timeoutSeconds) }),
})
const keepOut = z.object({ type: z.literal(4), metadata: orNull(z.object({})) })
const actions = listOf(z.discriminatedUnion('type', [block, alert, timeout, keepOut]), 1, limits.actions)

const common = {
  name: text(1, limits.nameLength),
  event_type: z.union([z.literal(1), z.literal(2)]),
  actions,
  enabled: orNull(z.boolean()),
  exempt_roles: orNull(listOf(snowflake, 0, limits.exemptRoles)),
  exempt_channels: orNull(listOf(snowflake, 0, limits.exemptChannels)),
}

const createOf = <T extends keyof typeof metadata>(type: T) =>
  z.object({ ...common, trigger_type: z.literal(type), trigger_metadata: metadata[type] })

/** The body of Create Auto Moderation Rule. */
export const createRule = z.discriminatedUnion('trigger_type', [
  createOf(trigger.keyword),
  createOf(trigger.spam),
  createOf(trigger.preset),
  createOf(trigger.mentionSpam),
  createOf(trigger.memberProfile),
])

export type RuleBody = z.output<typeof createRule>

/** The body of Modify Auto Moderation Rule, for a rule of this kind: all of it may be left out. */
export const modifyRule = (type: keyof typeof metadata) =>
  z.object({
    ...common,
    name: common.name.optional(),
    event_type: common.event_type.optional(),
    actions: actions.optional(),
    trigger_metadata: metadata[type].optional(),
    // The kind of a rule cannot be changed; saying it again is no change.
    trigger_type: z.literal(type).optional(),
  })
