import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  channelMention,
  type GuildMember,
  type MessageActionRowComponentBuilder,
  messageLink,
  TimestampStyles,
  time,
} from 'discord.js'
import { notesForStaff } from '../../house/notes.ts'
import { visibleTo } from '../../permissions/table.ts'
import type { CardView } from '../../queue/flags.ts'
import { LEVELS } from '../../screening/kinds.ts'
import type { Texts } from '../../texts/texts.ts'
import { cardState, cardTitle } from '../card.ts'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { memberMay, rolesOf } from '../staff.ts'
import { type Filters, queryOf, WHICH, writeFilters } from './filters.ts'
import { drawTalks } from './talk-list.ts'

/** As many as one reads at a glance, and as fit in an embed. */
const PAGE = 10

const row = (...parts: MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

function line(view: CardView, texts: Texts): string {
  const about = texts.t('queue.line', {
    level: texts.t(`queue.level.${view.level}`),
    category: texts.t(`category.${view.category}`),
    channel: channelMention(view.channelId),
    age: time(view.createdAt, TimestampStyles.RelativeTime),
    state: cardState(view, texts),
  })
  if (view.drill) return `**${texts.t('drill.mark')}** ${view.code} · ${about}`
  return view.messageId === null
    ? `${view.code} · ${about}`
    : `[${view.code}](${messageLink(view.channelId, view.messageId, view.houseId)}) · ${about}`
}

/** A select that filters: its own value is what is chosen, the other filters stand in its id. */
function filter(
  action: 'by-level' | 'by-category' | 'by-which',
  filters: Filters,
  placeholder: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', action, ...writeFilters({ ...filters, page: 0 })))
    .setPlaceholder(placeholder)
    .addOptions(options.map((option) => ({ ...option, default: option.value === chosen })))
}

function selects(
  filters: Filters,
  categories: readonly CardView['category'][],
  withTalks: boolean,
  texts: Texts,
) {
  const all = { value: 'all', label: texts.t('queue.list.all.option') }
  const levels = LEVELS.toReversed().map((level) => ({
    value: level,
    label: texts.t(`queue.level.${level}`),
  }))
  const sorts = categories.map((category) => ({ value: category, label: texts.t(`category.${category}`) }))
  const which = WHICH.filter((value) => value !== 'talks' || withTalks).map((value) => ({
    value,
    label: texts.t(`queue.list.state.${value}.option`),
  }))
  return [
    filter('by-level', filters, texts.t('queue.list.level.placeholder'), [all, ...levels], filters.level),
    filter(
      'by-category',
      filters,
      texts.t('queue.list.category.placeholder'),
      [all, ...sorts],
      filters.category,
    ),
    filter('by-which', filters, texts.t('queue.list.state.placeholder'), which, filters.which),
  ].map((select) => row(select))
}

function openMenu(views: readonly CardView[], texts: Texts) {
  if (views.length === 0) return []
  return [
    row(
      new StringSelectMenuBuilder()
        .setCustomId(customId('wachtrij', 'open'))
        .setPlaceholder(texts.t('queue.list.open.placeholder'))
        .addOptions(
          views.map((view) => ({ value: view.flagId, label: `${view.code} · ${cardTitle(view, texts)}` })),
        ),
    ),
  ]
}

function pageButtons(filters: Filters, pages: number, texts: Texts) {
  const button = (page: number, label: 'earlier' | 'later'): ButtonBuilder =>
    new ButtonBuilder()
      .setCustomId(customId('wachtrij', label, ...writeFilters({ ...filters, page })))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t(`queue.button.${label}`))
  const buttons = [
    ...(filters.page > 0 ? [button(filters.page - 1, 'earlier')] : []),
    ...(filters.page < pages - 1 ? [button(filters.page + 1, 'later')] : []),
  ]
  return buttons.length === 0 ? [] : [row(...buttons)]
}

/** The private talks and follow-ups, for who follows them up. */
async function drawTalkPage(asked: Filters, categories: readonly CardView['category'][], visit: Visit) {
  const texts = visit.desk.texts()
  const { page, pages, embed, menus } = await drawTalks(asked.page, visit)
  const filters = { ...asked, page }
  return {
    content: '',
    embeds: [embed],
    components: [
      ...selects(filters, categories, true, texts),
      ...menus,
      ...pageButtons(filters, pages, texts),
    ],
    allowedMentions: { parse: [] },
  }
}

/**
 * `/wachtrij`: what this person may see, filtered, the heaviest and oldest first. A select opens a card for this person
 * alone, with its buttons: so the queue goes on without its channel, and a volunteer needs no view of that channel.
 */
export async function drawList(wanted: Filters, member: GuildMember, visit: Visit) {
  const { desk, house } = visit
  const follows = memberMay(member, house, 'talk.follow')
  const asked: Filters = wanted.which === 'talks' && !follows ? { ...wanted, which: 'waiting' } : wanted
  const texts = desk.texts()
  const visible = visibleTo(rolesOf(member, house))
  const categories = [...new Set(visible.map(({ category }) => category))]
  if (asked.which === 'talks') return drawTalkPage(asked, categories, visit)
  const query = queryOf(asked, member.id, visible)
  const count = await desk.flags.count(house.id, query)
  const pages = Math.max(1, Math.ceil(count / PAGE))
  const filters = { ...asked, page: Math.min(asked.page, pages - 1) }
  const views = await desk.flags.list(house.id, { ...query, limit: PAGE, offset: filters.page * PAGE })
  const stuck = await desk.outbox.stuck(house.id, house.queueChannelId)
  const unfiltered = asked.level === 'all' && asked.category === 'all' && asked.which === 'waiting'
  // Who looks after the house reads here, and not only in a log, what has to be mended in its agreements.
  const notes =
    unfiltered && memberMay(member, house, 'house.manage')
      ? notesForStaff(desk.policy, texts, desk.now())
      : []
  const due = unfiltered && follows ? await desk.talks.due(house.id) : 0
  const empty = texts.t(unfiltered ? 'queue.empty' : 'queue.list.none')
  return {
    content: [
      ...(stuck > 0 ? [texts.t('queue.trouble')] : []),
      ...(due > 0 ? [texts.t('queue.list.talks.due', { count: due })] : []),
      ...notes,
    ].join('\n'),
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('queue.heading'))
        .setDescription(views.length === 0 ? empty : views.map((view) => line(view, texts)).join('\n'))
        .setFooter({ text: texts.t('queue.list.page', { count, page: filters.page + 1, pages }) })
        .toJSON(),
    ],
    components: [
      ...selects(filters, categories, follows, texts),
      ...openMenu(views, texts),
      ...pageButtons(filters, pages, texts),
    ],
    allowedMentions: { parse: [] },
  }
}
