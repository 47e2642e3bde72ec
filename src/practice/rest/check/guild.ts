import { z } from 'zod'
import { lengthOf, fault, integer, listOf, snowflake, text } from './form.ts'

/** Bits of permissions: Discord writes them as text and takes numbers too. Source: Discord, Permissions. */
export const bits = z.union([z.string().regex(/^\d+$/), z.number().int().min(0)]).transform(BigInt)

export const archiveAfter = z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)])
export const slowmode = integer.pipe(z.number().min(0).max(21_600))

/** Source: Discord, Channels Resource, Overwrite Object. */
export const overwrite = z.object({
  id: snowflake,
  type: integer.pipe(z.number().min(0).max(1)).nullish(),
  allow: bits.nullish(),
  deny: bits.nullish(),
})

/** Source: Discord, Channels Resource, Forum Tag Object. */
const tag = z.object({
  id: snowflake.nullish(),
  name: text(0, 20),
  moderated: z.boolean().nullish(),
  emoji_id: snowflake.nullish(),
  emoji_name: z.string().nullish(),
})

const channelFields = {
  topic: z.string().nullish(),
  position: integer.nullish(),
  parent_id: snowflake.nullish(),
  nsfw: z.boolean().nullish(),
  rate_limit_per_user: slowmode.nullish(),
  permission_overwrites: listOf(overwrite, 0, 1000).nullish(),
  flags: integer.nullish(),
  available_tags: listOf(tag, 0, 20).nullish(),
  default_auto_archive_duration: archiveAfter.nullish(),
  default_thread_rate_limit_per_user: slowmode.nullish(),
}

/** Kinds of channels that the local Discord makes: text, category, forum. Others are refused as a form is. */
const channelType = z.union([z.literal(0), z.literal(4), z.literal(15)])

/** Source: Discord, Guild Resource, Create Guild Channel. */
export const newChannel = z
  .object({ name: text(1, 100), type: channelType.nullish(), ...channelFields })
  .superRefine((value, context) => checkTopic(value.topic, value.type === 15, context))

/** Source: Discord, Channels Resource, Modify Channel. */
export const channelChange = (isForum: boolean) =>
  z
    .object({ name: text(1, 100).optional(), ...channelFields })
    .superRefine((value, context) => checkTopic(value.topic, isForum, context))

export type ChannelBody = z.output<ReturnType<typeof channelChange>>

function checkTopic(
  topic: string | null | undefined,
  isForum: boolean,
  context: Parameters<typeof fault>[0],
): void {
  const most = isForum ? 4096 : 1024
  if (lengthOf(topic ?? '') <= most) return
  const message = `Must be ${most} or fewer in length.`
  fault(context, { code: 'BASE_TYPE_MAX_LENGTH', message, path: ['topic'] })
}

/** Source: Discord, Channels Resource, Edit Channel Permissions. */
export const overwriteBody = overwrite.omit({ id: true })

/** Source: Discord, Guild Resource, Modify Guild Channel Positions. */
export const channelPlaces = z.array(
  z.object({
    id: snowflake,
    position: integer.nullish(),
    parent_id: snowflake.nullish(),
    lock_permissions: z.boolean().nullish(),
  }),
)

const roleColor = integer.pipe(z.number().min(0).max(0xff_ff_ff))

/** Source: Discord, Guild Resource, Create Guild Role, Modify Guild Role. */
export const roleBody = z.object({
  name: text(1, 100).nullish(),
  permissions: bits.nullish(),
  color: roleColor.nullish(),
  colors: z.object({ primary_color: roleColor }).nullish(),
  hoist: z.boolean().nullish(),
  mentionable: z.boolean().nullish(),
})

/** Source: Discord, Guild Resource, Modify Guild Role Positions. */
export const rolePlaces = z.array(z.object({ id: snowflake, position: integer.nullish() }))

export const moment = z.string().superRefine((value, context) => {
  if (!Number.isNaN(Date.parse(value))) return
  fault(context, { code: 'DATE_TIME_TYPE_PARSE', message: 'Could not parse. Should be ISO8601.' })
})

/** Source: Discord, Guild Resource, Modify Guild Member. Of what belongs to voice nothing is known here. */
export const memberBody = z.object({
  nick: text(0, 32).nullish(),
  roles: z.array(snowflake).nullish(),
  communication_disabled_until: moment.nullish(),
})

const banSeconds = integer.pipe(z.number().min(0).max(604_800))

/** Source: Discord, Guild Resource, Create Guild Ban. */
export const banBody = z.object({
  delete_message_seconds: banSeconds.nullish(),
  delete_message_days: integer.pipe(z.number().min(0).max(7)).nullish(),
})

/** Source: Discord, Guild Resource, Bulk Guild Ban. */
export const bulkBan = z.object({
  user_ids: listOf(snowflake, 1, 200),
  delete_message_seconds: banSeconds.nullish(),
})

/**
 * The name of a webhook: 1 to 80 characters, without the names of Discord and its old bot.
 * Source: Discord, Webhook Resource, Create Webhook.
 */
export const webhookName = text(1, 80).superRefine((value, context) => {
  const taken = /discord|clyde/i.exec(value)?.[0]
  if (taken === undefined) return
  const message = `Username cannot contain "${taken.toLowerCase()}"`
  fault(context, { code: 'USERNAME_INVALID_CONTAINS', message })
})

export const newWebhook = z.object({ name: webhookName, avatar: z.string().nullish() })
export const webhookChange = z.object({
  name: webhookName.optional(),
  avatar: z.string().nullish(),
  channel_id: snowflake.optional(),
})
