import type { CommandView } from '../../web/protocol.ts'
import { fit } from './match.ts'

/** Discord's numbers for the options of a command. Source: Discord, Application Commands, Option Type. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

type Localised = Readonly<Record<string, string>> | null

/** An option as Discord gives it, with what somebody who fills it in sees of it. */
export interface OptionView {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly description_localizations?: Localised
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly {
    readonly name: string
    readonly name_localizations?: Localised
    readonly value: string | number
  }[]
  readonly min_value?: number
  readonly max_value?: number
  readonly min_length?: number
  readonly max_length?: number
  readonly channel_types?: readonly number[]
  readonly options?: readonly OptionView[]
}

/** One line of the list behind "/": a command, or one of its subcommands. */
export interface Entry {
  /** As it is typed, without the slash: "huis proef". */
  readonly path: string
  readonly description: string
  /** Required ones first, as Discord asks of whoever registers a command. */
  readonly options: readonly OptionView[]
}

/** The Dutch words where there are some, else the usual ones. Names are never translated. */
export const inDutch = (usual: string, localised: Localised | undefined): string => localised?.['nl'] ?? usual

function entriesUnder(path: string, description: string, options: readonly OptionView[]): readonly Entry[] {
  const subs = options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group)
  if (subs.length === 0) return [{ path, description, options }]
  return subs.flatMap((sub) =>
    entriesUnder(
      `${path} ${sub.name}`,
      inDutch(sub.description, sub.description_localizations),
      sub.options ?? [],
    ),
  )
}

const isHere = ({ channels }: CommandView, channel: string): boolean =>
  channels === 'all' || channels.includes(channel)

/** Every slash command that this person may use in a channel, with its subcommands, by name. */
export function slashEntries(commands: readonly CommandView[], channel: string): readonly Entry[] {
  return commands
    .filter((one) => one.type === 1 && isHere(one, channel))
    .flatMap((one) => entriesUnder(one.name, one.description, one.options as readonly OptionView[]))
    .sort((a, b) => a.path.localeCompare(b.path, 'nl'))
}

/** The commands of the menu on a message: right-click → Apps. */
export const messageCommands = (commands: readonly CommandView[], channel: string): readonly CommandView[] =>
  commands.filter((one) => one.type === 3 && isHere(one, channel))

/** What stands behind the slash while somebody types a command; undefined where it is none. */
export function typedCommand(text: string): string | undefined {
  const match = /^\/([^\n/]{0,60})$/.exec(text)
  return match?.[1]
}

/** The entries that fit what was typed, the best first: by name, then by what they do. */
export function filterEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = typed.trim()
  if (wanted === '') return entries
  const rank = (entry: Entry): number | undefined => {
    const byName = fit(entry.path, wanted)
    if (byName !== undefined) return byName
    const byWords = fit(entry.description, wanted)
    return byWords === undefined ? undefined : byWords + 3
  }
  return entries
    .flatMap((entry) => {
      const at = rank(entry)
      return at === undefined ? [] : [{ entry, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry)
}
