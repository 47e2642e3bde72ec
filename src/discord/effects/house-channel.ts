import {
  type APIChannel,
  type APITextChannel,
  ChannelType,
  DiscordAPIError,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Effect } from './effect.ts'

const desiredSchema = z.object({
  use: z.enum(['queue', 'automodAlerts', 'talks']),
  name: z.string(),
  topic: z.string(),
  overwrites: z.array(z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() })),
})

/** By this the bot knows a channel of its making again, whatever somebody calls it. */
const markOf = (use: string): string => `[huisbot:${use}]`
const FOR_PEOPLE: ReadonlySet<unknown> = new Set<unknown>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MaximumNumberOfGuildChannelsReached,
])

const isText = (channel: APIChannel): channel is APITextChannel => channel.type === ChannelType.GuildText

/**
 * Makes a private channel that whoever sets the house up asked for, where none of our making stands: it is looked for
 * before each attempt. What Discord refuses is told to who asked, and not tried again behind their back.
 */
export const houseChannel: Effect = async (claim, hands) => {
  const { use, name, topic, overwrites } = desiredSchema.parse(claim.desired)
  const channels = (await hands.rest.get(Routes.guildChannels(claim.houseId))) as APIChannel[]
  const stands = channels
    .filter(isText)
    .find((one) => one.id === claim.messageId || one.topic?.endsWith(markOf(use)) === true)
  if (stands !== undefined) return { did: 'done', messageId: stands.id }
  await hands.desk.outbox.attempted(claim)
  try {
    const made = (await hands.rest.post(Routes.guildChannels(claim.houseId), {
      body: {
        name,
        type: ChannelType.GuildText,
        topic: `${topic} ${markOf(use)}`,
        permission_overwrites: overwrites,
      },
    })) as APIChannel
    return { did: 'done', messageId: made.id }
  } catch (error) {
    if (error instanceof DiscordAPIError && FOR_PEOPLE.has(error.code)) return { did: 'done' }
    throw error
  }
}
