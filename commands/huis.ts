import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import type { Act } from '../src/permissions/table.ts'
import { type Command, localised } from '../src/discord/command.ts'
import { opzet } from '../src/discord/huis/opzet.ts'
import { proef } from '../src/discord/huis/proef.ts'
import { sluiten } from '../src/discord/huis/sluiten.ts'
import { status } from '../src/discord/huis/status.ts'
import type { Subcommand } from '../src/discord/huis/subcommand.ts'
import { vakantie } from '../src/discord/huis/vakantie.ts'
import { memberMay } from '../src/discord/staff.ts'

/** What stands under `/huis`: one file each, in src/discord/huis/. */
export const SUBCOMMANDS: readonly Subcommand[] = [opzet, proef, sluiten, status, vakantie]

const actionsOf = ({ components = {}, forms = {} }: Subcommand): readonly string[] => [
  ...Object.keys(components),
  ...Object.keys(forms),
]
const acts: Readonly<Record<string, Act>> = Object.fromEntries(
  SUBCOMMANDS.flatMap((one) => actionsOf(one).map((action) => [action, one.act] as const)),
)

/** `/huis`: the house itself, for the team. Each subcommand asks for its own act. */
export const huis: Command = {
  id: 'huis',
  act: 'queue.list',
  acts,
  subcommandActs: Object.fromEntries(SUBCOMMANDS.map(({ option, act }) => [option.name, act])),
  payload: {
    name: 'huis',
    type: ApplicationCommandType.ChatInput,
    ...localised('huis.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: SUBCOMMANDS.map(({ option }) => option),
  },
  async run(interaction, visit) {
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
    const name = interaction.options.getSubcommand()
    const chosen = SUBCOMMANDS.find(({ option }) => option.name === name)
    if (chosen === undefined || !memberMay(interaction.member, visit.house, chosen.act)) {
      const content = visit.desk.texts().t('error.not-allowed')
      await interaction.reply({ content, flags: MessageFlags.Ephemeral })
      return
    }
    await chosen.run(interaction, visit)
  },
  complete: Object.fromEntries(
    SUBCOMMANDS.flatMap(({ option, complete = {} }) =>
      Object.entries(complete).map(([name, completer]) => [`${option.name} ${name}`, completer] as const),
    ),
  ),
  components: Object.assign({}, ...SUBCOMMANDS.map(({ components }) => components)),
  forms: Object.assign({}, ...SUBCOMMANDS.map(({ forms }) => forms)),
}
