import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import { type Command, FOR_TEAM, localised } from '../src/discord/command.ts'
import { answerWith, nameOf } from '../src/discord/waarom/answer.ts'
import { explainFlag } from '../src/discord/waarom/flag.ts'

const ID = 'waarom'
/** As long as a message of Nitro. */
const LONGEST = 4_000

/**
 * `/waarom`: what the rules find in a text and why, as the bot would read it in a channel. In a channel where the bot
 * never reads (that of the team, where one asks such things) the usual agreements are taken.
 */
export const waarom: Command = {
  id: ID,
  act: 'rules.explain',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('waarom.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'tekst',
        ...localised('waarom.text.description'),
        required: true,
        max_length: LONGEST,
      },
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'kanaal',
        ...localised('waarom.channel.description'),
        required: false,
        channel_types: [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.PublicThread],
      },
    ],
  },
  async run(interaction, visit) {
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
    const text = interaction.options.getString('tekst', true)
    const chosen = interaction.options.getChannel('kanaal')
    const channel = nameOf(chosen ?? interaction.channel, visit)
    if (chosen !== null && channel === undefined) {
      const content = visit.desk.texts().t('waarom.not-read')
      await interaction.reply({ content, flags: MessageFlags.Ephemeral })
      return
    }
    const explanation = visit.desk.screening.explain({ text, channel: channel ?? '' })
    await interaction.reply(answerWith(explanation, visit))
  },
  components: { flag: explainFlag },
}
