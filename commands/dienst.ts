import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { type Command, FOR_TEAM, localised } from '../src/discord/command.ts'
import {
  accept,
  begin,
  end,
  offer,
  offerAndEnd,
  openDuty,
  release,
  withdraw,
} from '../src/discord/duty/acts.ts'

/** `/dienst`: begin, end, hand over. A house is open only while somebody is on duty in its opening hours. */
export const dienst: Command = {
  id: 'dienst',
  act: 'duty.keep',
  acts: { accept: 'duty.accept' },
  payload: {
    name: 'dienst',
    type: ApplicationCommandType.ChatInput,
    ...localised('duty.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: openDuty,
  components: { begin, end, release, offer, 'offer-end': offerAndEnd, withdraw, accept },
}
