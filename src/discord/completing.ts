import type { AutocompleteInteraction } from 'discord.js'
import type { Command, Proposal } from './command.ts'
import type { Desk, House } from './desk.ts'
import { memberMay } from './staff.ts'

/** As many as Discord shows, and as long as it takes. Source: Discord, Application Commands, Autocomplete. */
const MOST = 25
const LONGEST = 100

/** What somebody is typing in, by the names on the way to it: "wat", or "vakantie van" for one of a subcommand. */
function pathOf({ options }: AutocompleteInteraction): string {
  const sub = options.getSubcommand(false)
  const { name } = options.getFocused(true)
  return sub === null ? name : `${sub} ${name}`
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** Those with what was typed in them, in the order in which the command gave them. */
function fitting(proposals: readonly Proposal[], typed: string): readonly Proposal[] {
  const wanted = plain(typed.trim())
  return proposals
    .filter(({ name, value }) => plain(`${name} ${value}`).includes(wanted))
    .slice(0, MOST)
    .map(({ name, value }) => ({ name: name.slice(0, LONGEST), value }))
}

/**
 * Proposes something while somebody fills in a command. Who may not use the command is proposed nothing, and so is
 * everybody when it fails: there is no way to say anything here, and typing it oneself still works.
 *
 * @param houseOf - the open house of a server, if it is one
 */
export async function complete(
  desk: Desk,
  commands: readonly Command[],
  houseOf: (guildId: string) => House | undefined,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const command = commands.find(({ payload }) => payload.name === interaction.commandName)
  const completer = command?.complete?.[pathOf(interaction)]
  const house = interaction.inCachedGuild() ? houseOf(interaction.guildId) : undefined
  let proposals: readonly Proposal[] = []
  try {
    if (
      command !== undefined &&
      completer !== undefined &&
      house !== undefined &&
      interaction.inCachedGuild()
    ) {
      const may = memberMay(interaction.member, house, completer.act ?? command.act)
      if (may) proposals = fitting(await completer.propose({ desk, house }), interaction.options.getFocused())
    }
  } catch (error) {
    desk.log.error({ err: error, interaction: interaction.id }, 'could not propose anything')
  }
  await interaction.respond(proposals)
}
