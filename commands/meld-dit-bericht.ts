import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type { Command } from '../src/discord/command.ts'
import { askAboutMessage, reportMessage } from '../src/discord/reports/on-message.ts'

/**
 * *Meld dit bericht*: right-click on a message → Apps. Works without the Message Content intent, because Discord hands
 * over the one message that somebody points at (domain §2.7).
 */
export const meldDitBericht: Command = {
  id: 'meld',
  act: 'report.make',
  payload: {
    name: 'Meld dit bericht',
    type: ApplicationCommandType.Message,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    if (!interaction.isMessageContextMenuCommand() || !interaction.inCachedGuild()) return
    const { targetMessage } = interaction
    const pointed = {
      channel: interaction.channel,
      channelId: interaction.channelId,
      messageId: targetMessage.id,
      authorId: targetMessage.author.id,
      bot: targetMessage.author.bot,
      words: targetMessage.content,
    }
    await askAboutMessage(interaction, visit, pointed, 'meld')
  },
  forms: { submit: reportMessage },
}
