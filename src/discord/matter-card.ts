import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  type APIMessage,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  TimestampStyles,
  time,
} from 'discord.js'
import { NOBODY } from '../reports/matter-row.ts'
import type { MatterView } from '../reports/matters.ts'
import type { Texts } from '../texts/texts.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

function stateLine({ state, outcome }: MatterView, texts: Texts): string {
  if (state === 'open') return texts.t('integrity.card.open')
  if (outcome === null || outcome === NOBODY) return texts.t('integrity.card.withdrawn')
  return texts.t('integrity.card.closed', { outcome: texts.t(`integrity.outcome.${outcome}.option`) })
}

/**
 * A matter of the team as its contact sees it in the direct message: that there is one, since when and why. Who wrote,
 * what was written and where stands behind *Toon*.
 */
export function drawMatter(view: MatterView, desk: Pick<Desk, 'texts' | 'policy'>): MessageBody {
  const texts = desk.texts()
  const reasons = view.reasons.map((reason) => texts.t(`report.reason.${reason}.option`)).join(', ')
  const lines = [
    ...(reasons === '' ? [] : [texts.t('integrity.card.reasons', { reasons })]),
    texts.t('queue.card.reporters', { count: view.reporters }),
    texts.t('queue.card.age', { age: time(view.createdAt, TimestampStyles.RelativeTime) }),
    texts.t('integrity.card.only-you'),
    `**${stateLine(view, texts)}**`,
  ]
  const button = (action: 'show' | 'decide' | 'hold', style: ButtonStyle.Secondary | ButtonStyle.Success) =>
    new ButtonBuilder()
      .setCustomId(customId('integriteit', action, view.matterId))
      .setStyle(style)
      .setLabel(texts.t(`integrity.button.${action}`))
  const buttons = [
    button('show', ButtonStyle.Secondary),
    ...(view.state === 'open' ? [button('decide', ButtonStyle.Success)] : []),
    button('hold', ButtonStyle.Secondary),
  ]
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('integrity.card.heading', { house: desk.policy.house.name }))
        .setDescription(lines.join('\n'))
        .toJSON(),
    ],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons).toJSON()],
  }
}

/** Whether a message of ours shows this matter. */
export const isMatterOf = (message: APIMessage, matterId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${customId('integriteit', 'show', matterId)}"`)
