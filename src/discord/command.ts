import {
  type ButtonInteraction,
  type ChannelSelectMenuInteraction,
  type ChatInputCommandInteraction,
  type GuildMember,
  Locale,
  type LocalizationMap,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RoleSelectMenuInteraction,
  type StringSelectMenuInteraction,
  type UserSelectMenuInteraction,
} from 'discord.js'
import { z } from 'zod'
import { FOLDERS } from '../generated/language-folders.ts'
import type { Act } from '../permissions/table.ts'
import { LANGUAGES } from '../policy/schema.ts'
import type { CountName } from '../statistics/counts.ts'
import { createTexts, missingTexts, type TextKey } from '../texts/texts.ts'
import type { Desk, House } from './desk.ts'

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction
export type ComponentInteraction =
  | ButtonInteraction
  | StringSelectMenuInteraction
  | UserSelectMenuInteraction
  | RoleSelectMenuInteraction
  | ChannelSelectMenuInteraction

/** What a command is handed with each interaction. */
export interface Visit {
  readonly desk: Desk
  readonly house: House
}

/** What a command is handed in a direct message: no house, so nothing that belongs to one. */
export interface DirectVisit {
  readonly desk: Desk
  /** Counts for the day, in the one house that there is; where there are several it belongs to none. */
  count(name: CountName): Promise<void>
}

/** Something to choose while filling in a command: what is read, and what is sent. */
export interface Proposal {
  readonly name: string
  readonly value: string
}

/** What a command proposes at one of its options. What of it fits what was typed is found by completing.ts. */
export interface Completer {
  /** What somebody must be allowed, where it is not what the command asks. */
  readonly act?: Act
  /** Said where there is nothing at all to propose: why, and what to do. */
  readonly none: Extract<TextKey, `complete.${string}.option`>
  /** Said where nothing fits what was typed; that one can type something shorter where it is left out. */
  readonly noneFits?: Extract<TextKey, `complete.${string}.option`>
  /** What was typed, where it is right as it stands and is not among what is proposed: a link, a day far away. */
  typed?(text: string, visit: Visit): Promise<Proposal | undefined> | Proposal | undefined
  /**
   * All of it, what was used last first; what somebody may not see is left out.
   *
   * @param member - who types
   */
  propose(visit: Visit, member: GuildMember): Promise<readonly Proposal[]> | readonly Proposal[]
}

/**
 * One file of commands/: the command as Discord registers it, and what it does. Its own buttons, selects and forms
 * carry its name in their custom id, and are answered here too: whoever looks for a button finds it by its command.
 */
export interface Command {
  /** The first part of the custom ids of this command. */
  readonly id: string
  readonly payload: RESTPostAPIApplicationCommandsJSONBody
  /**
   * What of src/permissions/table.ts somebody must be allowed, to use it: checked at each command, button, select and
   * form, because Discord's own settings may have been changed.
   */
  readonly act: Act
  /** Buttons, selects and forms that ask for another act than the command itself, by the action in their custom id. */
  readonly acts?: Readonly<Record<string, Act>>
  /** The same for its subcommands, by name. */
  readonly subcommandActs?: Readonly<Record<string, Act>>
  run(interaction: CommandInteraction, visit: Visit): Promise<void>
  /** What it proposes while somebody fills it in, by option: "wat", or "vakantie van" for one of a subcommand. */
  readonly complete?: Readonly<Record<string, Completer>>
  /** What of it works in a direct message with the bot; nothing where it is left out. */
  readonly direct?: {
    run(interaction: CommandInteraction, visit: DirectVisit): Promise<void>
    readonly components: Readonly<
      Record<
        string,
        (interaction: ComponentInteraction, args: readonly string[], visit: DirectVisit) => Promise<void>
      >
    >
    readonly forms?: Readonly<
      Record<
        string,
        (interaction: ModalSubmitInteraction, args: readonly string[], visit: DirectVisit) => Promise<void>
      >
    >
  }
  /** Buttons and selects, by the action in their custom id. */
  readonly components?: Readonly<
    Record<
      string,
      (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>
    >
  >
  /** Forms, by the action in their custom id. */
  readonly forms?: Readonly<
    Record<
      string,
      (interaction: ModalSubmitInteraction, args: readonly string[], visit: Visit) => Promise<void>
    >
  >
}

/** Discord's names for the languages that the bot speaks whole; a folder that names another stops the start, with its name. */
const DISCORD_LOCALES = LANGUAGES.filter((language) => missingTexts(language).length === 0).map(
  (language) => ({
    language,
    locales: z.array(z.enum(Locale)).parse(FOLDERS[language].discord),
  }),
)

/**
 * For a command of the team: Discord shows it to roles that may give members a time-out, so that young people see a short
 * list. A house can show it to other roles in the settings of its server. It is no safeguard: the bot asks its own table.
 */
export const FOR_TEAM = {
  default_member_permissions: String(PermissionFlagsBits.ModerateMembers),
} as const

/**
 * A description in every language. Names are never localised: notices and friends say `/praat` (design decision 13).
 *
 * @param key - the text; at most 100 characters in each language
 */
export function localised(key: TextKey): { description: string; description_localizations: LocalizationMap } {
  const localizations: LocalizationMap = {}
  for (const { language, locales } of DISCORD_LOCALES) {
    for (const locale of locales) localizations[locale] = createTexts(language).t(key)
  }
  return { description: createTexts('nl').t(key), description_localizations: localizations }
}
