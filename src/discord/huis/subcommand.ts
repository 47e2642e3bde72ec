import type {
  APIApplicationCommandSubcommandOption,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js'
import type { Act } from '../../permissions/table.ts'
import type { Completer, ComponentInteraction, Visit } from '../command.ts'

/**
 * One of the subcommands of `/huis`, in a file of its own beside this one: `/huis naam` is `naam.ts`. Its buttons,
 * selects and forms have custom ids of `huis`, with an action that begins with its name (`naam`, `naam-more`).
 */
export interface Subcommand {
  readonly option: APIApplicationCommandSubcommandOption
  /** What somebody must be allowed, for the subcommand and for all its buttons, selects and forms. */
  readonly act: Act
  run(interaction: ChatInputCommandInteraction<'cached'>, visit: Visit): Promise<void>
  /** What it proposes while somebody fills it in, by the name of the option. */
  readonly complete?: Readonly<Record<string, Completer>>
  readonly components?: Readonly<
    Record<
      string,
      (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>
    >
  >
  readonly forms?: Readonly<
    Record<
      string,
      (interaction: ModalSubmitInteraction, args: readonly string[], visit: Visit) => Promise<void>
    >
  >
}
