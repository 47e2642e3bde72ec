import type { AutocompleteInteraction } from 'discord.js'
import type { TextKey } from '../texts/texts.ts'
import type { Command, Completer, Proposal } from './command.ts'
import type { Desk, House } from './desk.ts'
import { memberMay } from './staff.ts'

/** As many as Discord shows, and as long as it takes. Source: Discord, Application Commands, Autocomplete. */
const MOST = 25
const LONGEST = 100
/** Discord takes proposals within three seconds, and the way there may take one of them. */
const PATIENCE_MS = 1_700

/**
 * What is sent by a line that only says something. It leads nowhere: whoever chooses it reads what can be typed there.
 * Ten characters, as a date: Discord would not send a shorter one.
 */
export const NO_CHOICE = '----------'

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

/** Those with what was typed in them: first what begins with it, then in the order in which the command gave them. */
function fitting(proposals: readonly Proposal[], typed: string): readonly Proposal[] {
  const wanted = plain(typed.trim())
  const begins = ({ name, value }: Proposal): boolean =>
    plain(name).startsWith(wanted) || plain(value).startsWith(wanted)
  return proposals
    .filter(({ name, value }) => plain(`${name} ${value}`).includes(wanted))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
    .slice(0, MOST)
    .map(({ name, value }) => ({ name: name.slice(0, LONGEST), value }))
}

/** Waits no longer than Discord does; what comes after that would be thrown away. */
async function soon<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What fits, or which text says why nothing does. */
async function proposalsFor(
  interaction: AutocompleteInteraction,
  { command, completer, house, desk }: { command: Command; completer: Completer; house: House; desk: Desk },
): Promise<readonly Proposal[] | TextKey> {
  if (!interaction.inCachedGuild()) return 'complete.not-ready.option'
  const { member } = interaction
  if (!memberMay(member, house, completer.act ?? command.act)) return 'complete.not-allowed.option'
  const all = await soon(Promise.resolve(completer.propose({ desk, house }, member)))
  if (all === undefined) return 'complete.failed.option'
  const wanted = interaction.options.getFocused()
  const some = fitting(all, wanted)
  if (some.length > 0) return some
  // Discord sends the line that is shown and not what was typed: what is right by itself must be a line.
  const own = wanted.length > LONGEST ? undefined : await completer.typed?.(wanted.trim(), { desk, house })
  if (own !== undefined) return [own]
  return all.length === 0 ? completer.none : (completer.noneFits ?? 'complete.none-fits.option')
}

/**
 * Proposes something while somebody fills in a command. Where there is nothing to propose one line says why and what to
 * do; who may not use the command reads just that. It is in the language of the house, as every answer is at first.
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
  const house = interaction.guildId === null ? undefined : houseOf(interaction.guildId)
  let found: readonly Proposal[] | TextKey = 'complete.not-ready.option'
  try {
    if (command === undefined || completer === undefined) found = []
    else if (house !== undefined) found = await proposalsFor(interaction, { command, completer, house, desk })
  } catch (error) {
    desk.log.error({ err: error, interaction: interaction.id }, 'could not propose anything')
    found = 'complete.failed.option'
  }
  const shown = typeof found === 'string' ? [{ name: desk.texts().t(found), value: NO_CHOICE }] : found
  // Whoever types on is asked anew: an answer that came too late is no fault.
  await interaction.respond(shown).catch((error: unknown) => {
    desk.log.debug({ err: error, interaction: interaction.id }, 'a proposal came too late')
  })
}
