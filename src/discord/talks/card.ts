import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  type APIMessage,
  ButtonStyle,
  channelLink,
  type MessageActionRowComponentBuilder,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js'
import type { Part } from '../../talks/deps.ts'
import { followUpDays } from '../../talks/moments.ts'
import { asksFollowUp, isOngoing, type Talk } from '../../talks/talk.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'

const COLOUR = 0x2e_86_ab
const COLOUR_LATE = 0xc0_39_2b

type Row = ReturnType<ActionRowBuilder<MessageActionRowComponentBuilder>['toJSON']>

const row = (...components: MessageActionRowComponentBuilder[]): Row =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components).toJSON()

/** The days on which somebody can ask how it goes, and "not needed". */
export function followUpMenu(action: 'after' | 'plan', talkId: string, desk: Desk): Row {
  const texts = desk.texts()
  const days = followUpDays(desk.policy.house.talks.deleteAfterDays)
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId('praat', action, talkId))
      .setPlaceholder(texts.t('talk.follow.placeholder'))
      .addOptions([
        ...days.map((count) => ({
          value: String(count),
          label: texts.t('talk.follow.days.option', { days: count }),
        })),
        { value: 'none', label: texts.t('talk.follow.none.option') },
      ]),
  )
}

const relative = (at: Date): string => time(at, TimestampStyles.RelativeTime)
const onDay = (at: Date): string => time(at, TimestampStyles.LongDate)

function followUpLine(talk: Talk, texts: Texts): string[] {
  if (asksFollowUp(talk)) return [texts.t('talk.card.no-date')]
  if (talk.followUpAt === null) return talk.followUpDoneAt === null ? [] : [texts.t('talk.card.not-needed')]
  return talk.followUpDoneAt === null
    ? [texts.t('talk.card.follow', { when: onDay(talk.followUpAt) })]
    : [texts.t('talk.card.done', { when: onDay(talk.followUpDoneAt) })]
}

function endOf({ closedBy, joinedAt }: Talk): TextKey {
  if (closedBy === 'time') return 'talk.card.timed-out'
  if (joinedAt !== null) return 'talk.card.closed'
  return closedBy === 'lost' ? 'talk.card.lost' : 'talk.card.withdrawn'
}

function stateLines(talk: Talk, desk: Desk, texts: Texts): string[] {
  const { workerIds, workersWanted } = talk
  const there =
    workerIds.length === 0
      ? []
      : [texts.t('talk.card.who', { workers: workerIds.map((id) => userMention(id)).join(', ') })]
  if (!isOngoing(talk)) {
    return [...there, texts.t(endOf(talk)), ...followUpLine(talk, texts)]
  }
  if (workerIds.length === 0) {
    const minutes = desk.policy.house.targetMinutes.acuut
    const worker = talk.wishId === null ? undefined : userMention(talk.wishId)
    const wish =
      worker === undefined
        ? []
        : [texts.t(talk.toldWaiting ? 'talk.card.wish-late' : 'talk.card.wish', { worker })]
    return [
      texts.t('talk.card.waits'),
      ...wish,
      ...(talk.toldWaiting ? [texts.t('talk.card.late', { minutes })] : []),
    ]
  }
  return [...there, ...(workerIds.length < workersWanted ? [texts.t('talk.card.one-more')] : [])]
}

/** *Ik kom* stands on every card, switched off when it is of no use: by it the bot knows the card as its own. */
function askedButtons(talk: Talk, texts: Texts): Row {
  const open = isOngoing(talk) && talk.workerIds.length < talk.workersWanted
  const come = new ButtonBuilder()
    .setCustomId(customId('praat', 'come', talk.id))
    .setStyle(ButtonStyle.Primary)
    .setLabel(texts.t('talk.button.come'))
    .setDisabled(!open)
  if (talk.threadId === null || talk.workerIds.length === 0) return row(come)
  const link = new ButtonBuilder()
    .setStyle(ButtonStyle.Link)
    .setURL(channelLink(talk.threadId, talk.houseId))
    .setLabel(texts.t('talk.button.thread'))
  return row(come, link)
}

/**
 * "Iemand wil praten": no name, no subject. Who asked is known only to those in the thread; what was asked, to nobody
 * but them.
 */
function drawAsked(talk: Talk, desk: Desk): MessageBody {
  const texts = desk.texts()
  const late = talk.state === 'waiting' && talk.toldWaiting
  return {
    embeds: [
      new EmbedBuilder()
        .setColor(late ? COLOUR_LATE : COLOUR)
        .setTitle(texts.t(talk.flagId === null ? 'talk.card.title' : 'talk.card.told'))
        .setDescription(
          [
            texts.t('talk.card.age', { age: relative(talk.createdAt) }),
            texts.t(talk.flagId === null ? 'talk.card.what' : 'talk.card.told-what'),
            ...stateLines(talk, desk, texts),
          ].join('\n'),
        )
        .toJSON(),
    ],
    components: [
      askedButtons(talk, texts),
      ...(asksFollowUp(talk) ? [followUpMenu('plan', talk.id, desk)] : []),
    ],
  }
}

/** The day has come on which somebody asks how it goes; the card stays until somebody ticks it off. */
function drawFollow(talk: Talk, desk: Desk): MessageBody {
  const texts = desk.texts()
  const done = talk.followUpDoneAt
  const tick = new ButtonBuilder()
    .setCustomId(customId('praat', 'tick', talk.id))
    .setStyle(ButtonStyle.Success)
    .setLabel(texts.t('talk.button.tick'))
    .setDisabled(done !== null)
  return {
    embeds: [
      new EmbedBuilder()
        .setColor(COLOUR)
        .setTitle(texts.t('talk.follow.title'))
        .setDescription(
          [
            texts.t('talk.follow.text', { when: relative(talk.createdAt) }),
            ...(talk.workerIds.length === 0
              ? []
              : [
                  texts.t('talk.card.who', {
                    workers: talk.workerIds.map((id) => userMention(id)).join(', '),
                  }),
                ]),
            ...(done === null ? [] : [texts.t('talk.card.done', { when: onDay(done) })]),
          ].join('\n'),
        )
        .toJSON(),
    ],
    components: [row(tick)],
  }
}

export const drawTalkCard = (talk: Talk, part: Part, desk: Desk): MessageBody =>
  part === 'asked' ? drawAsked(talk, desk) : drawFollow(talk, desk)

/** Whether a message of ours is this card of this talk. */
export function isTalkCard(message: APIMessage, talkId: string, part: Part): boolean {
  const button = customId('praat', part === 'asked' ? 'come' : 'tick', talkId)
  return JSON.stringify(message.components ?? []).includes(`"${button}"`)
}
