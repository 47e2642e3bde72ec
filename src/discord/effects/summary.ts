import { TimestampStyles, time } from 'discord.js'
import { z } from 'zod'
import { listOf } from '../../duty/clock.ts'
import { LEVELS } from '../../screening/kinds.ts'
import type { HouseId } from '../../house/id.ts'
import type { Desk } from '../desk.ts'
import { linksTo } from '../duty/flag-links.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('opening'),
    since: z.iso.datetime(),
    levels: z.partialRecord(z.enum(LEVELS), z.int()),
    flagIds: z.array(z.string()),
    talks: z.int(),
  }),
  z.object({ what: z.literal('closing'), flags: z.int(), talks: z.int() }),
])
type Opening = Extract<z.infer<typeof desiredSchema>, { what: 'opening' }>

const first = (since: string): string => time(new Date(since), TimestampStyles.ShortDateTime)

async function opening(desk: Desk, house: HouseId, summary: Opening): Promise<string> {
  const texts = desk.texts()
  const { levels, flagIds, talks, since } = summary
  const counts = LEVELS.toReversed().flatMap((level) => {
    const count = levels[level]
    return count === undefined ? [] : [`${count} ${texts.t(`queue.level.${level}`)}`]
  })
  const links = await linksTo(desk, house, flagIds)
  const cameIn = texts.t('duty.summary.came-in', {
    since: first(since),
    levels: listOf(counts, texts.language),
  })
  return [
    ...(counts.length === 0 ? [] : [cameIn]),
    links.length === 0
      ? texts.t('duty.summary.all-taken')
      : texts.t('duty.summary.waiting', { links: links.join(' · ') }),
    texts.t('duty.summary.more'),
    ...(talks === 0 ? [] : [texts.t('duty.summary.talks', { count: talks })]),
  ].join('\n')
}

/**
 * What the team reads when the house opens or closes: numbers and links, no words. Once for each opening: the row is
 * one, whoever asks for it, and a message that stands is left as it is.
 */
export const summary: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const { desk } = hands
  const wanted = desiredSchema.parse(claim.desired)
  const content =
    wanted.what === 'opening'
      ? await opening(desk, claim.houseId, wanted)
      : desk.texts().t('duty.summary.closing', { flags: wanted.flags, talks: wanted.talks }).trim()
  const [begin] = content.split('\n')
  return postOrEdit(claim, hands, { content }, (message) => message.content.split('\n')[0] === begin)
}
