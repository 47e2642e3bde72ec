import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import { type Command, FOR_TEAM } from '../src/discord/command.ts'
import { answerWith, nameOf } from '../src/discord/waarom/answer.ts'
import { attachmentKindOf } from '../src/screening/attachments.ts'

/**
 * *Waarom dit bericht*: right-click on a message → Apps. What the rules find in it and why, for the team. Discord hands
 * over the one message that somebody points at, also in a house that does not read along.
 */
export const waaromDitBericht: Command = {
  id: 'waarom-dit-bericht',
  act: 'rules.explain',
  payload: {
    name: 'Waarom dit bericht',
    type: ApplicationCommandType.Message,
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    if (!interaction.isMessageContextMenuCommand() || !interaction.inCachedGuild()) return
    const { targetMessage } = interaction
    const texts = visit.desk.texts()
    const channel = nameOf(interaction.channel, visit)
    const attachments = targetMessage.attachments.map(({ contentType }) => attachmentKindOf(contentType))
    const refusal =
      channel === undefined
        ? 'waarom.not-read'
        : targetMessage.content === '' && attachments.length === 0
          ? 'waarom.no-text'
          : undefined
    if (channel === undefined || refusal !== undefined) {
      await interaction.reply({
        content: texts.t(refusal ?? 'waarom.not-read'),
        flags: MessageFlags.Ephemeral,
      })
      return
    }
    const message = { text: targetMessage.content, channel, attachments }
    await interaction.reply(answerWith(visit.desk.screening.explain(message), visit))
  },
}
