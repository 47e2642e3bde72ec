import { EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import { channelLink, MessageFlags, TimestampStyles, time, userMention } from 'discord.js'
import { asksFollowUp, isOngoing, type Talk } from '../../talks/talk.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { memberMay } from '../staff.ts'
import { drawTalkCard } from '../talks/card.ts'
import { memberOf, whisper } from './look.ts'
import { row } from './parts.ts'

/** As many as one reads at a glance. */
export const TALKS_PAGE = 10

/** What is to be done about a talk; a follow-up that is planned counts as well, so that nobody loses it from sight. */
const whatOf = (talk: Talk): 'waits' | 'talking' | 'no-date' | 'follow' => {
  if (talk.state === 'waiting') return 'waits'
  if (isOngoing(talk)) return 'talking'
  return asksFollowUp(talk) ? 'no-date' : 'follow'
}

function line(talk: Talk, texts: Texts): string {
  const workers =
    talk.workerIds.length === 0
      ? texts.t('queue.talk.nobody')
      : talk.workerIds.map((id) => userMention(id)).join(', ')
  const what = whatOf(talk)
  const said = texts.t(`queue.talk.${what}`, {
    age: time(
      what === 'no-date' ? (talk.closedAt ?? talk.createdAt) : talk.createdAt,
      TimestampStyles.RelativeTime,
    ),
    when: talk.followUpAt === null ? '?' : time(talk.followUpAt, TimestampStyles.LongDate),
    workers,
  })
  // Only those who are in it can open the link; who asked for it stands nowhere here.
  return talk.threadId === null || talk.workerIds.length === 0
    ? said
    : `${said} · ${channelLink(talk.threadId, talk.houseId)}`
}

/** The private talks and follow-ups of the house: no name of who asked, and no subject. */
export async function drawTalks(wanted: number, { desk, house }: Visit) {
  const texts = desk.texts()
  const count = await desk.talks.count(house.id)
  const pages = Math.max(1, Math.ceil(count / TALKS_PAGE))
  const page = Math.min(wanted, pages - 1)
  const talks = await desk.talks.list(house.id, { limit: TALKS_PAGE, offset: page * TALKS_PAGE })
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'open-talk'))
    .setPlaceholder(texts.t('queue.list.talks.placeholder'))
    .addOptions(
      talks.map((talk, index) => ({
        value: talk.id,
        label: `${page * TALKS_PAGE + index + 1}. ${texts.t(`queue.talk.${whatOf(talk)}.option`)}`,
      })),
    )
  return {
    page,
    pages,
    embed: new EmbedBuilder()
      .setTitle(texts.t('queue.list.state.talks.option'))
      .setDescription(
        talks.length === 0
          ? texts.t('queue.list.talks.none')
          : talks
              .map((talk, index) => `${page * TALKS_PAGE + index + 1}. ${line(talk, texts)}`)
              .join('\n')
              .slice(0, 4_096),
      )
      .setFooter({ text: texts.t('queue.list.talks.count', { count, page: page + 1, pages }) })
      .toJSON(),
    menus: talks.length === 0 ? [] : [row(menu)],
  }
}

/** A talk of the list, opened for this person alone, with the buttons of its card. */
export async function openTalk(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = desk.texts()
  const member = memberOf(interaction, visit)
  if (member === undefined || !memberMay(member, house, 'talk.follow')) {
    return whisper(interaction, texts.t('error.not-allowed'))
  }
  const talkId = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
  const talk = await desk.talks.find(house.id, talkId)
  if (talk === undefined) return whisper(interaction, texts.t('talk.refusal.gone'))
  const { embeds, components } = drawTalkCard(talk, whatOf(talk) === 'follow' ? 'follow' : 'asked', desk)
  await interaction.reply({
    embeds: embeds ?? [],
    components: components ?? [],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}
