import { SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import { localMoment } from '../../duty/clock.ts'
import { describeMoment } from '../../duty/describe.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Effect } from './effect.ts'
import { postOrEdit, takeAway } from './post.ts'

const desiredSchema = z.union([
  z.object({ over: z.literal(true) }),
  z.object({ at: z.iso.datetime(), next: z.iso.datetime().nullable() }),
])

/** Our clock and Discord's may differ; two closings never lie so near. */
const SLACK_MS = 5 * 60_000
const DAY_MS = 86_400_000

/** With the day, never "tomorrow": the line is still read the next day. */
function momentOf(next: Date, at: Date, texts: Texts): string {
  const day = (moment: Date) => localMoment(moment, texts.language).startOf('day')
  const days = Math.round(day(next).diff(day(at), 'days').days)
  const seenFrom = days > 0 && days < 7 ? new Date(next.getTime() - 3 * DAY_MS) : at
  return describeMoment(next, texts.language, seenFrom, texts)
}

/**
 * The line that says that nobody is there: the same words at each closing, without any cause, about nobody (design
 * decision 4, a safeguard). One in a channel: it goes when the house opens, and a new one stands at the end.
 */
export const closingLine: Effect = async (claim, hands) => {
  const desired = desiredSchema.parse(claim.desired)
  const standing = claim.messageId
  if ('over' in desired) {
    if (standing === null) return { did: 'done' }
    await takeAway(claim, hands, standing)
    return { did: 'repost' }
  }
  const at = new Date(desired.at)
  if (standing !== null && SnowflakeUtil.timestampFrom(standing) < at.getTime() - SLACK_MS) {
    await takeAway(claim, hands, standing)
    return { did: 'repost' }
  }
  const texts = hands.desk.texts()
  const content =
    desired.next === null
      ? texts.t('channel.closed-no-next')
      : texts.t('channel.closed', { next: momentOf(new Date(desired.next), at, texts) })
  return postOrEdit(claim, hands, { content }, (message) => message.content === content)
}
