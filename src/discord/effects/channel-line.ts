import { DiscordAPIError, TimestampStyles, time } from 'discord.js'
import { z } from 'zod'
import type { Limit } from '../../channels/limit.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ limitId: z.string(), says: z.enum(['begins', 'ends']) })
/** That a channel is open again is no news later than this. */
const LATE_MS = 10 * 60_000

function content(limit: Limit, says: 'begins' | 'ends', texts: Texts): string {
  if (says === 'ends') return texts.t(`channel.limit.ends.${limit.kind}`)
  const until = time(limit.until, TimestampStyles.ShortTime)
  return limit.kind === 'slow'
    ? texts.t('channel.limit.begins.slow', { seconds: limit.seconds, until })
    : texts.t('channel.limit.begins.shut', { until })
}

/**
 * The neutral line in a channel when it is slowed or shut, and when it is as before: about nobody and without a cause. The
 * first is a picture of the row: with another end it says that end.
 */
export const channelLine: Effect = async (claim, hands) => {
  const { limitId, says } = desiredSchema.parse(claim.desired)
  const { desk } = hands
  const limit = await desk.limits.find(claim.houseId, limitId)
  if (limit === undefined || (says === 'begins' && limit.state === 'over')) return { did: 'done' }
  const late = limit.endedAt !== null && desk.now().getTime() - limit.endedAt.getTime() > LATE_MS
  if (says === 'ends' && (late || claim.messageId !== null)) return { did: 'done' }
  const text = content(limit, says, desk.texts())
  const [head = ''] = text.split(/\d|<t:/)
  try {
    return await postOrEdit(claim, hands, { content: text }, (own) => own.content.startsWith(head))
  } catch (error) {
    // The channel is gone, or the bot may not speak there (any more): what it did shows by itself.
    if (error instanceof DiscordAPIError && [10_003, 50_001, 50_013].includes(Number(error.code)))
      return { did: 'done' }
    throw error
  }
}
