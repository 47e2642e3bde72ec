import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { type Command, FOR_TEAM } from '../src/discord/command.ts'
import { askSubject, askWords, chooseSubject, sendLine } from '../src/discord/refer/send.ts'

/**
 * *Verwijs door*: right-click on a message → Apps. A worker sends its writer one line, in a private thread (issue "the
 * queue as a profession" 7). No flag, no report; of the message only its writer is used. What the writer presses there
 * is answered by commands/praat.ts.
 */
export const verwijsDoor: Command = {
  id: 'verwijs-door',
  act: 'line.send',
  payload: {
    name: 'Verwijs door',
    type: ApplicationCommandType.Message,
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    if (!interaction.isMessageContextMenuCommand() || !interaction.inCachedGuild()) return
    await askSubject(interaction, visit)
  },
  components: { subject: chooseSubject, line: askWords },
  forms: { send: sendLine },
}
