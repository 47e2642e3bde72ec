import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { begin, chooseWhat, end, openHere } from '../src/discord/channels/page.ts'
import { type Command, FOR_TEAM, localised } from '../src/discord/command.ts'

/**
 * `/kanaal`: slows or shuts the channel where it is typed, for a while; then everything is as it was before. The same
 * opens from a card (*Kanaal*).
 */
export const kanaal: Command = {
  id: 'kanaal',
  act: 'channel.limit',
  payload: {
    name: 'kanaal',
    type: ApplicationCommandType.ChatInput,
    ...localised('channel.limit.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: openHere,
  components: { what: chooseWhat, do: begin, end },
}
