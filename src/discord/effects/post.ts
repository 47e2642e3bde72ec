import {
  type APIMessage,
  DiscordAPIError,
  type RESTPostAPIChannelMessageJSONBody,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { Claim } from '../../outbox/outbox.ts'
import { isNewer, snowflakeAt } from '../../storage/snowflake.ts'
import type { Effected, Hands } from './effect.ts'

export type MessageBody = Omit<
  RESTPostAPIChannelMessageJSONBody,
  'nonce' | 'enforce_nonce' | 'allowed_mentions'
>

/** Discord keeps a nonce for "the past few minutes"; after one minute we no longer lean on it. */
const NONCE_TRUSTED_MS = 60_000
/** Our clock and Discord's may differ by this much. */
const CLOCK_SLACK_MS = 30_000
/** Discord's longest page, and how many of them are looked through: a busy evening in the channel of the queue. */
const PAGE = 100
const MOST_PAGES = 10

/** Whom a message mentions. Only the effect that reminds named staff names anybody (design decision 14). */
export interface Mentions {
  readonly users: readonly string[]
  readonly roles: readonly string[]
}

/** Nothing else that the bot posts by itself ever mentions anybody. */
const quiet = { allowed_mentions: { parse: [] } } satisfies Pick<
  RESTPostAPIChannelMessageJSONBody,
  'allowed_mentions'
>

/** Whether Discord says that the message is not there (any more). */
export const isGone = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage

/** Discord allows few edits of a message that is older than an hour (30046); a card of days is edited now and then. */
const isEditedTooOften = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  error.code === RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached
const EDITED_TOO_OFTEN = 'discord-30046'

/** First it waits; refused a second time, the message makes place for a new one. Killed between, it is simply gone. */
async function editedTooOften(claim: Claim, hands: Hands, messageId: string): Promise<Effected> {
  if (claim.lastError !== EDITED_TOO_OFTEN) {
    return { did: 'retry', code: EDITED_TOO_OFTEN, afterMs: 60_000, refused: true }
  }
  await takeAway(claim, hands, messageId)
  return { did: 'repost' }
}

/** Deletes a message of ours; one that is gone already is what was wanted. */
export async function takeAway(claim: Claim, { rest }: Hands, messageId: string): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(claim.channelId, messageId))
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

/** A message of ours that an attempt may have posted although we never heard so. */
export async function findOwn(
  claim: Claim,
  hands: Hands,
  isIt: (message: APIMessage) => boolean,
): Promise<string | undefined> {
  const since = claim.attemptedAt ?? hands.restoredFrom?.(claim.houseId)
  if (since === undefined) return undefined
  let after = snowflakeAt(new Date(since.getTime() - CLOCK_SLACK_MS))
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: String(PAGE) })
    const messages = (await hands.rest.get(Routes.channelMessages(claim.channelId), {
      query,
    })) as APIMessage[]
    const found = messages.find((message) => message.author.id === hands.botId && isIt(message))
    if (found !== undefined || messages.length < PAGE) return found?.id
    after = messages.reduce((newest, { id }) => (isNewer(id, newest) ? id : newest), after)
  }
  return undefined
}

/**
 * Makes one message of ours stand in a channel: edits the one that stands there, finds the one of an attempt that was
 * not confirmed, or posts it.
 *
 * @param isIt - recognises our message among others of ours
 * @param mentions - whom it mentions when it is posted; an edit mentions nobody, and neither does any other message
 */
export async function postOrEdit(
  claim: Claim,
  hands: Hands,
  body: MessageBody,
  isIt: (message: APIMessage) => boolean,
  mentions?: Mentions,
): Promise<Effected> {
  const messageId = claim.messageId ?? (await unconfirmed(claim, hands, isIt))
  if (messageId !== undefined && messageId !== null) return edit(claim, hands, body, messageId)
  await hands.desk.outbox.attempted(claim)
  const posted = (await hands.rest.post(Routes.channelMessages(claim.channelId), {
    body: {
      ...body,
      ...(mentions === undefined
        ? quiet
        : { allowed_mentions: { parse: [], users: [...mentions.users], roles: [...mentions.roles] } }),
      nonce: claim.nonce,
      enforce_nonce: true,
    } satisfies RESTPostAPIChannelMessageJSONBody,
  })) as APIMessage
  // To a nonce that it saw before, Discord answers with the message of the first attempt, which may say something older.
  return claim.attemptedAt === null
    ? { did: 'done', messageId: posted.id }
    : edit(claim, hands, body, posted.id)
}

async function edit(claim: Claim, hands: Hands, body: MessageBody, messageId: string): Promise<Effected> {
  try {
    await hands.rest.patch(Routes.channelMessage(claim.channelId, messageId), { body: { ...body, ...quiet } })
    return { did: 'done', messageId }
  } catch (error) {
    if (isGone(error)) return { did: 'repost' }
    if (isEditedTooOften(error)) return editedTooOften(claim, hands, messageId)
    throw error
  }
}

function unconfirmed(
  claim: Claim,
  hands: Hands,
  isIt: (message: APIMessage) => boolean,
): Promise<string | undefined> {
  if (claim.attemptedAt === null) return findOwn(claim, hands, isIt)
  const age = hands.desk.now().getTime() - claim.attemptedAt.getTime()
  return age < NONCE_TRUSTED_MS ? Promise.resolve(undefined) : findOwn(claim, hands, isIt)
}
