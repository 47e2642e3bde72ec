import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js'
import { holdsSomething, type Held } from '../../duty/duty.ts'
import { openingFor } from '../../duty/open-time.ts'
import { listOf } from '../../duty/clock.ts'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { heldText } from './hand-over-card.ts'

type Action = 'begin' | 'end' | 'offer' | 'offer-end' | 'release' | 'withdraw'

const LABELS = {
  begin: 'duty.button.begin',
  end: 'duty.button.end',
  offer: 'duty.button.hand-over',
  'offer-end': 'duty.button.hand-over-end',
  release: 'duty.button.release-end',
  withdraw: 'duty.button.withdraw',
} as const satisfies Record<Action, string>

const clockTime = (at: Date): string => time(at, TimestampStyles.ShortTime)

/** Buttons of `/dienst`, for one person alone. */
export function buttons(actions: readonly Action[], { desk }: Visit) {
  if (actions.length === 0) return []
  const texts = desk.texts()
  const made = actions.map((action, index) =>
    new ButtonBuilder()
      .setCustomId(customId('dienst', action))
      .setStyle(index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary)
      .setLabel(texts.t(LABELS[action])),
  )
  return [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...made).toJSON()]
}

/** What can be pressed: nothing that would be refused. */
function actionsFor(onDuty: boolean, held: Held, offered: boolean): readonly Action[] {
  if (offered) return ['withdraw', ...(onDuty ? (['release'] as const) : [])]
  return [onDuty ? 'end' : 'begin', ...(holdsSomething(held) ? (['offer'] as const) : [])]
}

/** `/dienst`: whether you are on duty, who else is, what you have, and what you can do. */
export async function dutyPage(memberId: string, visit: Visit, said?: string) {
  const { desk, house } = visit
  const texts = desk.texts()
  const present = await desk.duty.present(house.id)
  const held = await desk.duty.held(house.id, memberId)
  const offered = await desk.duty.hasOffer(house.id, memberId)
  const mine = present.find((one) => one.memberId === memberId)
  const until = mine && openingFor(desk.duty.hours.of(house.id), mine.since)?.until
  const open = await desk.duty.isOpen(house.id)
  const lines = [
    mine === undefined || until === undefined
      ? texts.t('duty.you.off')
      : texts.t('duty.you.on', { since: clockTime(mine.since), until: clockTime(until) }),
    present.length === 0
      ? texts.t('duty.team.none')
      : texts.t('duty.team.some', {
          who: listOf(
            present.map((one) => userMention(one.memberId)),
            texts.language,
          ),
        }),
    texts.t(open ? 'duty.house.open' : 'duty.house.closed'),
    holdsSomething(held)
      ? texts.t('duty.holds', { what: heldText(held, texts) })
      : texts.t('duty.holds.nothing'),
  ]
  return {
    content: said ?? '',
    embeds: [new EmbedBuilder().setTitle(texts.t('duty.heading')).setDescription(lines.join('\n')).toJSON()],
    components: buttons(actionsFor(mine !== undefined, held, offered), visit),
    allowedMentions: { parse: [] },
  }
}
