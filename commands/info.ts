import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  type GuildTextBasedChannel,
  InteractionContextType,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import { type Command, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { noticeOf } from '../src/discord/notice-message.ts'
import { placeOf } from '../src/discord/place.ts'
import { describeHours } from '../src/duty/describe.ts'
import { describeRules } from '../src/policy/describe-rules.ts'

/** What the hub opens. Each is also a button, so that nobody has to know a command. */
const SECTIONS = ['notice', 'rules', 'hours', 'meldplicht'] as const
type Section = (typeof SECTIONS)[number]

function hub({ desk }: Visit): InteractionReplyOptions {
  const texts = desk.texts()
  const buttons = SECTIONS.map((section) =>
    new ButtonBuilder()
      .setCustomId(customId('info', section))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t(`info.button.${section}`)),
  )
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('info.heading', { house: desk.policy.house.name }))
        .setDescription(texts.t('info.text'))
        .toJSON(),
    ],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons).toJSON()],
    flags: MessageFlags.Ephemeral,
  }
}

function rulesOf(channel: GuildTextBasedChannel | null, { desk }: Visit): string {
  const place = channel === null ? undefined : placeOf(channel, desk.policy)
  const name = place?.read === true ? place.name : (channel?.name ?? '')
  return describeRules(desk.policy, name, desk.texts())
}

function textOf(section: Section, channel: GuildTextBasedChannel | null, visit: Visit): string {
  const { desk } = visit
  const texts = desk.texts()
  switch (section) {
    case 'notice':
      return noticeOf(desk).full
    case 'rules':
      return rulesOf(channel, visit)
    case 'hours':
      return describeHours(desk.policy.house.hours, texts, desk.now())
    case 'meldplicht':
      return `**${texts.t('meldplicht.heading')}**\n${texts.t('meldplicht.short')}`
  }
}

/** `/info`: who reads along, the rules of this channel, the hours, what must be passed on. Only the asker sees it. */
export const info: Command = {
  id: 'info',
  act: 'info.read',
  payload: {
    name: 'info',
    type: ApplicationCommandType.ChatInput,
    ...localised('info.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    await interaction.reply(hub(visit))
  },
  components: Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      async (interaction, _args, visit) => {
        const channel = interaction.inCachedGuild() ? interaction.channel : null
        const description = textOf(section, channel, visit)
        await interaction.reply({
          embeds: [new EmbedBuilder().setDescription(description).toJSON()],
          flags: MessageFlags.Ephemeral,
        })
      },
    ]),
  ),
}
