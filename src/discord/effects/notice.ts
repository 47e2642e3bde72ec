import { type APIMessage, type APIMessagePin, DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Claim } from '../../outbox/outbox.ts'
import { isNotice, noticeMessage, noticeWishSchema, saysTheSame } from '../notice-message.ts'
import { staffTold, tellStaff } from '../tell-staff.ts'
import type { Effect, Effected, Hands, Retry } from './effect.ts'
import { isGone, type MessageBody, postOrEdit } from './post.ts'
import { retryOf } from './retry.ts'

/** Discord gives at most this many pins at a time. */
const PINS_PAGE = 50
/** A channel that has no room for a pin is looked at again after this time, or at the next start. */
const PINS_FULL_MS = 10 * 60_000

const aboutPins = ({ channelId }: Claim): string => `pins-full:${channelId}`

const ours = (message: APIMessage, hands: Hands): boolean =>
  message.author.id === hands.botId && isNotice(message)

/** Our notices among the pins of the channel, newest pin first; all pages, because an old notice is an old pin. */
async function findPinned(claim: Claim, hands: Hands): Promise<APIMessage[]> {
  const found: APIMessage[] = []
  let before: string | undefined
  do {
    const query = new URLSearchParams({
      limit: String(PINS_PAGE),
      ...(before === undefined ? {} : { before }),
    })
    const page = (await hands.rest.get(Routes.channelMessagesPins(claim.channelId), { query })) as {
      items: APIMessagePin[]
      has_more: boolean
    }
    found.push(...page.items.map((item) => item.message).filter((message) => ours(message, hands)))
    before = page.has_more ? page.items.at(-1)?.pinned_at : undefined
  } while (before !== undefined)
  return found
}

/** Our notice among the newest messages: one that was unpinned and that the database does not know (any more). */
async function findUnpinned(claim: Claim, hands: Hands): Promise<APIMessage | undefined> {
  const query = new URLSearchParams({ limit: '100' })
  const messages = (await hands.rest.get(Routes.channelMessages(claim.channelId), { query })) as APIMessage[]
  return messages.find((message) => ours(message, hands))
}

/** Deletes a message of ours; one that is gone already is fine. */
async function takeAway(hands: Hands, channelId: string, messageId: string): Promise<void> {
  try {
    await hands.rest.delete(Routes.channelMessage(channelId, messageId))
  } catch (error) {
    const channelGone = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel
    if (!isGone(error) && !channelGone) throw error
  }
}

/** Pins what stands. What cannot be pinned still stands, so that it is never posted a second time for that. */
async function pin(
  claim: Claim,
  hands: Hands,
  messageId: string,
  queueChannelId: string,
): Promise<Retry | undefined> {
  try {
    await hands.rest.put(Routes.channelMessagesPin(claim.channelId, messageId))
    return undefined
  } catch (error) {
    const full =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel
    hands.desk.log.warn(
      { err: error, house: claim.houseId, channel: claim.channelId },
      full
        ? 'the notice stands, but the channel has no room for another pin'
        : 'the notice stands, but is not pinned',
    )
    if (!full) return { ...retryOf(error, claim.tries), messageId }
    await tellStaff(hands.desk, {
      house: claim.houseId,
      queueChannelId,
      about: aboutPins(claim),
      says: 'staff.pins-full',
      values: { channel: `<#${claim.channelId}>` },
    })
    return { did: 'retry', code: 'pins-full', afterMs: PINS_FULL_MS, refused: true, messageId }
  }
}

/** Edits, finds again or posts; without a request when what stands is right already. */
function stand(
  claim: Claim,
  hands: Hands,
  body: MessageBody,
  standing: APIMessage | string | undefined,
): Promise<Effected> {
  if (standing === undefined) return postOrEdit({ ...claim, messageId: null }, hands, body, isNotice)
  if (typeof standing === 'string')
    return postOrEdit({ ...claim, messageId: standing }, hands, body, isNotice)
  if (saysTheSame(standing, body)) return Promise.resolve({ did: 'done', messageId: standing.id })
  return postOrEdit({ ...claim, messageId: standing.id }, hands, body, isNotice)
}

/** Makes the notice stand in its channel once, with today's words, pinned; or be gone from a channel that lost it. */
export const notice: Effect = async (claim, hands) => {
  const wish = noticeWishSchema.parse(claim.desired)
  if ('away' in wish) {
    if (claim.messageId !== null) await takeAway(hands, claim.channelId, claim.messageId)
    return { did: 'done' }
  }
  const pinned = await findPinned(claim, hands)
  const known = pinned.find((message) => message.id === claim.messageId)
  const standing = known ?? claim.messageId ?? pinned[0] ?? (await findUnpinned(claim, hands))
  const effected = await stand(claim, hands, noticeMessage(hands.desk, wish), standing)
  if (effected.did !== 'done' || effected.messageId === undefined) return effected
  const { messageId } = effected
  for (const other of pinned) if (other.id !== messageId) await takeAway(hands, claim.channelId, other.id)
  if (!pinned.some((message) => message.id === messageId)) {
    const not = await pin(claim, hands, messageId, wish.queueChannelId)
    if (not !== undefined) return not
  }
  await staffTold(hands.desk, { house: claim.houseId, about: aboutPins(claim) })
  return effected
}
