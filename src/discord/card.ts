import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  type APIMessage,
  ButtonStyle,
  channelMention,
  type MessageActionRowComponentBuilder,
  messageLink,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js'
import type { CardView } from '../queue/card.ts'
import type { Level } from '../screening/kinds.ts'
import { reasonOf } from '../screening/reason.ts'
import type { Texts } from '../texts/texts.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

/** The colours of the levels, told in words as well: not everybody sees them. */
const COLOURS: Readonly<Record<Level, number>> = {
  groen: 0x57_9a_57,
  geel: 0xd9_a4_06,
  rood: 0xc0_39_2b,
  acuut: 0x6b_0f_1a,
}

/** What somebody can do about the flag, as buttons. */
const STYLES = {
  claim: ButtonStyle.Primary,
  release: ButtonStyle.Secondary,
  show: ButtonStyle.Secondary,
  decide: ButtonStyle.Success,
} as const

/** *Toon* stands on every card: by its button the bot knows the card as its own again. */
function buttonsOf({ acts }: CardView): (keyof typeof STYLES)[] {
  const possible = { claim: acts.claim, release: acts.release, show: true, decide: acts.decide.length > 0 }
  return (Object.keys(STYLES) as (keyof typeof STYLES)[]).filter((act) => possible[act])
}

function stateLine(view: CardView, texts: Texts): string {
  const owner = view.ownerId === null ? '' : userMention(view.ownerId)
  switch (view.state) {
    case 'open':
      return texts.t('queue.state.open')
    case 'claimed':
      return texts.t('queue.state.claimed', { owner })
    case 'awaiting':
      return texts.t('queue.awaiting-second', {
        first: view.proposedById === null ? '?' : userMention(view.proposedById),
        outcome:
          view.proposedOutcome === null ? '?' : texts.t(`queue.outcome.${view.proposedOutcome}.option`),
      })
    case 'closed': {
      const outcome = view.outcome === null ? '?' : texts.t(`queue.outcome.${view.outcome}.option`)
      return owner === ''
        ? texts.t('queue.state.closed', { outcome })
        : texts.t('queue.state.closed-by', { outcome, owner })
    }
  }
}

/** Why the flag is there, in the words of the policy: a reason for each rule, then how many people reported. */
function reasons(view: CardView, desk: Desk, texts: Texts): string[] {
  const why = view.ruleIds.map((id) => reasonOf(desk.policy, id, texts))
  return [
    ...why.map((sentence) => texts.t('queue.card.why', { why: sentence })),
    ...(view.reporters === 0 ? [] : [texts.t('queue.card.reporters', { count: view.reporters })]),
    ...(view.reportReasons.length === 0
      ? []
      : [
          texts.t('queue.card.reasons', {
            reasons: view.reportReasons.map((reason) => texts.t(`report.reason.${reason}.option`)).join(', '),
          }),
        ]),
  ]
}

/** One line about a flag, for lists. */
export function cardTitle(view: CardView, texts: Texts): string {
  return texts.t('queue.card.heading', {
    level: texts.t(`queue.level.${view.level}`),
    category: texts.t(`category.${view.category}`),
  })
}

/** The state of a flag in words. */
export const cardState = stateLine

/**
 * The card of a flag: a picture of its row (design decision 7). It shows where and why, never the words: those are for
 * one pair of eyes, behind *Toon*. Naming people in it notifies nobody.
 */
export function drawCard(view: CardView, desk: Desk): MessageBody {
  const texts = desk.texts()
  const lines = [
    texts.t('queue.card.where', { channel: channelMention(view.channelId) }),
    ...(view.authorId === null ? [] : [texts.t('queue.card.writer', { writer: userMention(view.authorId) })]),
    ...reasons(view, desk, texts),
    texts.t('queue.card.age', { age: time(view.createdAt, TimestampStyles.RelativeTime) }),
    ...(view.seenLate ? [texts.t('queue.card.seen-late')] : []),
    ...(view.level === 'acuut' ? [texts.t('queue.card.acute')] : []),
    `**${stateLine(view, texts)}**`,
  ]
  const buttons = buttonsOf(view).map((act) =>
    new ButtonBuilder()
      .setCustomId(customId('wachtrij', act, view.flagId))
      .setStyle(STYLES[act])
      .setLabel(texts.t(`queue.button.${act}`)),
  )
  const link =
    view.messageId === null
      ? []
      : [
          new ButtonBuilder()
            .setStyle(ButtonStyle.Link)
            .setURL(messageLink(view.channelId, view.messageId, view.houseId))
            .setLabel(texts.t('queue.button.message')),
        ]
  return {
    embeds: [
      new EmbedBuilder()
        .setColor(COLOURS[view.level])
        .setTitle(cardTitle(view, texts))
        .setDescription(lines.join('\n'))
        .toJSON(),
    ],
    components: [
      new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons, ...link).toJSON(),
    ],
  }
}

/** Whether a message of ours is the card of this flag. */
export function isCardOf(message: APIMessage, flagId: string): boolean {
  return JSON.stringify(message.components ?? []).includes(`"${customId('wachtrij', 'show', flagId)}"`)
}
