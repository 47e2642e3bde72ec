import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  type Interaction,
  type MessageActionRowComponentBuilder,
} from 'discord.js'
import { dayOf } from '../duty/clock.ts'
import { renderMeldplicht } from '../notice/render.ts'
import { describeRules } from '../policy/describe-rules.ts'
import type { Wording } from '../texts/wording.ts'
import type { Visit } from './command.ts'
import { customId } from './custom-id.ts'
import { staffPart } from './info-staff.ts'
import { hoursText } from './duty/hours-text.ts'
import { languageButtons, type Simple } from './languages.ts'
import { namesOf, noticeOf, readButton } from './notice-message.ts'

/** What the hub opens. Each is also a button, so that nobody has to know a command. */
export const SECTIONS = ['notice', 'rules', 'hours', 'meldplicht'] as const
export type Section = (typeof SECTIONS)[number]

/** The others are what the house wrote for its channels, and hours: there is little to say more simply. */
const SIMPLE = {
  notice: 'also simple',
  rules: 'simple already',
  hours: 'simple already',
  meldplicht: 'also simple',
} as const satisfies Record<Section, Simple>

/** Rooms of their own that the hub leads to: the command that answers, and the text on the button. */
export const DOORS = [
  { command: 'mijn-gegevens', label: 'info.button.my-data' },
  { command: 'mijn-meldingen', label: 'info.button.my-reports' },
] as const

type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** What one person sees; it goes into a reply as well as into an update. */
export interface Page {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly components: Row[]
}

const rowsOf = (...rows: readonly (readonly ButtonBuilder[])[]): Row[] =>
  rows
    .filter((row) => row.length > 0)
    .map((row) => new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...row).toJSON())

const button = (id: string, label: string, style = ButtonStyle.Secondary): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setStyle(style).setLabel(label)

/** `/info` as it opens; for whoever looks after the house with what they should know. */
export async function hubPage(interaction: Interaction, language: Wording, visit: Visit): Promise<Page> {
  const { desk } = visit
  const texts = desk.texts(language)
  const embed = new EmbedBuilder()
    .setTitle(texts.t('info.heading', { house: desk.policy.house.name }))
    .setDescription(texts.t('info.text'))
  return {
    content: '',
    embeds: [embed.toJSON(), ...(await staffPart(interaction, texts.language, visit))],
    components: rowsOf(
      SECTIONS.map((section) =>
        button(customId('info', section, language), texts.t(`info.button.${section}`)),
      ),
      DOORS.map(({ command, label }) => button(customId(command, 'open', language), texts.t(label))),
      // It leads to what has a simple form.
      languageButtons(language, desk, (other) => customId('info', 'hub', other), 'also simple'),
    ),
  }
}

/** The rules of the channel where somebody asks; a thread has those of its channel. */
function rulesHere(interaction: Interaction, language: Wording, { desk }: Visit): string {
  const { policy } = desk
  const channel = interaction.inCachedGuild() ? interaction.channel : null
  const home = channel?.isThread() === true ? channel.parent : channel
  const byName = home !== null && Object.hasOwn(policy.channels.channels, home.name)
  const named = home === null ? '' : byName ? home.name : home.id
  return describeRules(policy, named, desk.texts(language), home?.name ?? policy.house.name)
}

async function textOf(
  section: Section,
  interaction: Interaction,
  language: Wording,
  visit: Visit,
): Promise<string> {
  const { desk, house } = visit
  const texts = desk.texts(language)
  switch (section) {
    case 'notice':
      return noticeOf(desk, namesOf(house, desk), language).full
    case 'rules':
      return rulesHere(interaction, language, visit)
    case 'hours':
      return hoursText(visit, texts)
    case 'meldplicht':
      return renderMeldplicht({ policy: desk.policy, texts, language: texts.language })
  }
}

/** One section of the hub, with the way back and the other languages. */
export async function sectionPage(
  section: Section,
  interaction: Interaction,
  language: Wording,
  visit: Visit,
): Promise<Page> {
  const { desk, house } = visit
  const texts = desk.texts(language)
  const embed = new EmbedBuilder().setDescription(await textOf(section, interaction, language, visit))
  const read = section === 'notice' ? await desk.noticeReads.readBy(house.id, interaction.user.id) : undefined
  const readThis = read?.version === desk.policy.notice.version
  if (read !== undefined && readThis) {
    embed.setFooter({ text: texts.t('notice.read.done', { date: dayOf(read.readAt, texts.language) }) })
  }
  return {
    content: '',
    embeds: [embed.toJSON()],
    components: rowsOf(section === 'notice' && !readThis ? [readButton(desk, language)] : [], [
      button(customId('info', 'hub', language), texts.t('info.button.back')),
      ...languageButtons(language, desk, (other) => customId('info', section, other), SIMPLE[section]),
    ]),
  }
}

/** A short answer, with the other languages under it. */
export function notePage(
  content: string,
  language: Wording,
  { desk }: Visit,
  idFor: (language: Wording) => string,
): Page {
  return { content, embeds: [], components: rowsOf(languageButtons(language, desk, idFor)) }
}
