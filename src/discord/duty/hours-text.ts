import { userMention } from 'discord.js'
import { dateOf, listOf } from '../../duty/clock.ts'
import { describeHours } from '../../duty/describe.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'

/**
 * `/openingsuren`: now, today, the week, what is closed, and whether somebody is there. Who that is stands there only
 * when the house tells it (`duty.tellWho`): the hours of a worker are theirs.
 */
export async function hoursText({ desk, house }: Visit, texts: Texts): Promise<string> {
  const last = desk.duty.hours.lastDay(house.id)
  const day = last === undefined ? '' : dateOf(last, texts.language)
  if (last !== undefined && desk.duty.hours.hasEnded(house.id, desk.now()))
    return texts.t('house.over.notice', { day })
  const present = await desk.duty.present(house.id)
  const told = desk.policy.house.duty.tellWho && present.length > 0
  const names = present.map(({ memberId }) => userMention(memberId))
  const hours = describeHours(desk.duty.hours.of(house.id), texts, desk.now(), {
    somebody: present.length > 0,
    who: told ? listOf(names, texts.language) : undefined,
  })
  return last === undefined ? hours : [hours, texts.t('house.ends', { day })].join('\n')
}
