import { type APIGuildMember, DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import { isQuoteOf, quoteMessage } from '../held-messages.ts'
import type { Effect, Hands } from './effect.ts'
import { isGone, postOrEdit } from './post.ts'

const desiredSchema = z.object({ messageId: z.string() })

/** What the writer is called in this server now; undefined when they left. */
async function nameOf(guildId: string, userId: string, { rest }: Hands): Promise<string | undefined> {
  try {
    const member = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember
    return member.nick ?? member.user.global_name ?? member.user.username
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return undefined
    throw error
  }
}

/**
 * Posts a message that came back as the bot's quote, or takes that quote away again. The words are opened only now. A
 * quote that stands is never posted anew: whoever deleted it, deleted it.
 */
export const putBack: Effect = async (claim, hands) => {
  const { messageId } = desiredSchema.parse(claim.desired)
  const { desk, rest } = hands
  const quoted = await desk.holding.quoted({ house: claim.houseId, messageId })
  if (quoted === undefined) {
    if (claim.messageId === null) return { did: 'done' }
    try {
      await rest.delete(Routes.channelMessage(claim.channelId, claim.messageId))
    } catch (error) {
      if (!isGone(error)) throw error
    }
    return { did: 'done' }
  }
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const words = await desk.flags.words(claim.houseId, quoted.flagId)
  const name = await nameOf(claim.houseId, quoted.authorId, hands)
  if (words === undefined || words === '' || name === undefined) return { did: 'done' }
  return postOrEdit(claim, hands, quoteMessage(messageId, name, words, desk.texts()), (message) =>
    isQuoteOf(message, messageId),
  )
}
