import { z } from 'zod'
import { embeds } from './embed.ts'
import { fault, integer, listOf, notHere, snowflake, text } from './form.ts'
import { checkTogether, topLevel } from './layout.ts'

export const flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voice: 1 << 13,
  v2: 1 << 15,
} as const

const allowedMentions = z
  .object({
    parse: listOf(z.enum(['users', 'roles', 'everyone']), 0, 1000).nullish(),
    users: listOf(snowflake, 0, 100).nullish(),
    roles: listOf(snowflake, 0, 100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (!value.parse?.includes(kind) || !value[kind]?.length) continue
      fault(context, {
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      })
    }
  })

export type AllowedMentions = z.output<typeof allowedMentions>

const attachment = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  filename: z.string().nullish(),
  title: z.string().nullish(),
  description: text(0, 1024).nullish(),
  is_spoiler: z.boolean().nullish(),
})

const common = {
  content: text(0, 2000).nullish(),
  embeds: embeds.nullish(),
  components: z.array(topLevel).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: listOf(attachment, 0, 10).nullish(),
  flags: integer.nullish(),
}

type Common = { [K in keyof typeof common]?: z.output<(typeof common)[K]> }

/** The rules that hold between the fields of one message. `had` are the flags that it has already. */
export function checkMessage(value: Common, context: Parameters<typeof fault>[0], had = 0): void {
  const isV2 = ((value.flags ?? 0) & flag.v2) !== 0 || (had & flag.v2) !== 0
  if (isV2) {
    for (const field of ['content', 'embeds'] as const) {
      if (!value[field]?.length) continue
      fault(context, {
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        path: [field],
      })
    }
  }
  if (value.components?.length) checkTogether(value.components, isV2, context)
}

const noPoll = notHere('does not do polls').optional()

const reference = z.object({
  /** 0 is a reply; a forward is 1. */
  type: integer.nullish().superRefine((value, context) => {
    if (value == null || value === 0) return
    fault(context, { code: 'BASE_TYPE_INVALID', message: 'The local Discord does not forward messages.' })
  }),
  message_id: snowflake,
  channel_id: snowflake.nullish(),
  guild_id: snowflake.nullish(),
  fail_if_not_exists: z.boolean().nullish(),
})

/** POST /channels/{id}/messages. Source: Discord, Message, Create Message. */
export const createMessage = z
  .object({
    ...common,
    nonce: z.union([text(0, 25), z.number().int()]).nullish(),
    enforce_nonce: z.boolean().nullish(),
    tts: z.boolean().nullish(),
    message_reference: reference.nullish(),
    sticker_ids: listOf(snowflake, 0, 3).nullish(),
    poll: noPoll,
  })
  .superRefine((value, context) => checkMessage(value, context))

/** The first message of a post in a forum. Source: Discord, Start Thread in Forum or Media Channel. */
export const postMessageBody = z
  .object({ ...common, sticker_ids: listOf(snowflake, 0, 3).nullish(), poll: noPoll })
  .superRefine((value, context) => checkMessage(value, context))

/** An answer to an interaction, or a follow-up: the same, and it may be ephemeral. */
export const answerMessage = z
  .object({ ...common, tts: z.boolean().nullish(), poll: noPoll })
  .superRefine((value, context) => checkMessage(value, context))

/** PATCH of a message: all is optional, null empties. The flags that it had decide which components fit. */
export const editMessage = (had: number) =>
  z.object(common).superRefine((value, context) => checkMessage(value, context, had))

export type MessageBody = z.output<typeof createMessage>
export type AnswerBody = z.output<typeof answerMessage>
export type EditBody = z.output<ReturnType<typeof editMessage>>
