import { DiscordjsErrorCodes, DiscordjsTypeError, type Interaction } from 'discord.js'
import type { Act } from '../permissions/table.ts'
import type { TextKey } from '../texts/texts.ts'
import { type CommandIds, clickable } from './clickable.ts'
import type { Command, ComponentInteraction, DirectVisit, Visit } from './command.ts'
import { complete } from './completing.ts'
import { readCustomId, UnwritableId } from './custom-id.ts'
import type { Desk, House } from './desk.ts'
import { checkMember } from './duty/check-team.ts'
import { type Asked, type InTime, inTime } from './in-time.ts'
import { spoken } from './spoken.ts'
import { memberMay } from './staff.ts'

interface Route {
  /** The name of the command that it belongs to. */
  readonly command: string
  readonly act: Act
  /** What it does in a house; left out where it only works in a direct message. */
  readonly run?: ((visit: Visit) => Promise<void>) | undefined
  /** The same in a direct message with the bot, where that works. */
  readonly direct?: ((visit: DirectVisit) => Promise<void>) | undefined
}

/** What stands under a name, and nothing that every object has by itself: names come from ids that people can make up. */
const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined

const actOf = (command: Command, action: string): Act => own(command.acts, action) ?? command.act
const actOfRun = (command: Command, interaction: Asked): Act => {
  const sub = interaction.isChatInputCommand() ? interaction.options.getSubcommand(false) : null
  return (sub === null ? undefined : own(command.subcommandActs, sub)) ?? command.act
}
/** A button, or a menu of any kind. */
const isPart = (interaction: Asked): interaction is Asked & ComponentInteraction =>
  interaction.isButton() ||
  interaction.isStringSelectMenu() ||
  interaction.isUserSelectMenu() ||
  interaction.isRoleSelectMenu() ||
  interaction.isChannelSelectMenu()

/** Finds who answers; undefined for a command or a component that is not (or no longer) ours. */
function routeOf(interaction: Asked, commands: readonly Command[]): Route | undefined {
  const byId = (id: string): Command | undefined => commands.find((command) => command.id === id)
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const command = commands.find(({ payload }) => payload.name === interaction.commandName)
    const direct = command?.direct
    return (
      command && {
        command: command.payload.name,
        act: actOfRun(command, interaction),
        run: (visit) => command.run(interaction, visit),
        direct: direct && ((visit) => direct.run(interaction, visit)),
      }
    )
  }
  if (isPart(interaction)) {
    const id = readCustomId(interaction.customId)
    const command = id && byId(id.command)
    const handler = id && own(command?.components, id.action)
    const inDirect = id && own(command?.direct?.components, id.action)
    if (id === undefined || command === undefined) return undefined
    if (handler === undefined && inDirect === undefined) return undefined
    return {
      command: command.payload.name,
      act: actOf(command, id.action),
      run: handler && ((visit) => handler(interaction, id.args, visit)),
      direct: inDirect && ((visit) => inDirect(interaction, id.args, visit)),
    }
  }
  if (interaction.isModalSubmit()) {
    const id = readCustomId(interaction.customId)
    const command = id && byId(id.command)
    const handler = id && own(command?.forms, id.action)
    const inDirect = id && own(command?.direct?.forms, id.action)
    if (id === undefined || command === undefined) return undefined
    if (handler === undefined && inDirect === undefined) return undefined
    return {
      command: command.payload.name,
      act: actOf(command, id.action),
      run: handler && ((visit) => handler(interaction, id.args, visit)),
      direct: inDirect && ((visit) => inDirect(interaction, id.args, visit)),
    }
  }
  return undefined
}

/**
 * A button of ours never lacks a part of its id, and a form never a field: this one was made up, or comes from a version
 * that nobody knows any more.
 */
const isMadeUp = (error: unknown): boolean =>
  error instanceof UnwritableId || (error instanceof DiscordjsTypeError && FIELDS_AMISS.has(error.code))
const FIELDS_AMISS: ReadonlySet<string> = new Set([
  DiscordjsErrorCodes.ModalSubmitInteractionFieldNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldType,
])

/** Answers in time, whatever it has to wait for. */
const guard = (interaction: Asked, desk: Desk): InTime =>
  inTime(interaction, {
    log: desk.log,
    age: desk.now().getTime() - interaction.createdTimestamp,
    longer: () => desk.texts().t('progress.longer'),
    laterForm: (form) => desk.lateForms.keep(interaction.user.id, form, desk.texts()),
  })

/** What somebody asked for, and how that ended; for the figures of whoever runs the bot. */
export interface Answered {
  readonly command: string | undefined
  readonly answer: 'done' | 'refused' | 'failed'
}

/** What answering needs beside the interaction itself. */
export interface Answering {
  /** The desk of a house; of a direct message where there is no server. */
  readonly deskIn: (guildId: string | null) => Desk
  /** Everything that people can ask the bot. */
  readonly commands: readonly Command[]
  /** The open house of a server, if it is one. */
  readonly houseOf: (guildId: string) => House | undefined
  readonly commandId: CommandIds
  /** Counts what was asked in a direct message. */
  readonly countDirect: DirectVisit['count']
}

/** One version of the agreements from the press to the answer, and commands in it that can be pressed. */
function deskFor({ guildId }: Interaction, { deskIn, commandId }: Answering): Desk {
  const now = deskIn(guildId)
  return { ...now, texts: (language) => clickable(now.texts(language), commandId) }
}

/**
 * Answers one interaction: finds the command, checks who may, sees to it that an answer comes in time, and turns a fault
 * into a sentence with an id that the person can pass on. Everything that it says is seen by that person alone.
 */
export async function answer(interaction: Interaction, answering: Answering): Promise<Answered> {
  const { commands, houseOf, countDirect } = answering
  if (interaction.isAutocomplete()) {
    await complete(answering.deskIn(interaction.guildId), commands, houseOf, interaction)
    return { command: undefined, answer: 'done' }
  }
  const desk = deskFor(interaction, answering)
  const waiting = guard(interaction, desk)
  let afterwards: (() => Promise<void>) | undefined
  let command: string | undefined
  const say = (key: TextKey, values: Readonly<Record<string, string>> = {}): Promise<void> =>
    waiting.say(spoken(desk, desk.texts().language, key, values))
  const refuse = async (key: TextKey): Promise<Answered> => {
    await say(key)
    return { command, answer: 'refused' }
  }
  // A handler that cannot use what it was handed (a press where only a choice can come) leaves nobody waiting.
  const ended = async (): Promise<Answered> =>
    waiting.answered() ? { command, answer: 'done' } : refuse('error.unknown-button')
  try {
    const route = routeOf(interaction, commands)
    command = route?.command
    if (route === undefined) return await refuse('error.unknown-button')
    if (interaction.guildId === null && route.direct !== undefined) {
      await route.direct({ desk, count: countDirect })
      return await ended()
    }
    if (!interaction.inCachedGuild()) return await refuse('error.outside-house')
    if (route.run === undefined) return await refuse('error.only-direct')
    const house = houseOf(interaction.guildId)
    if (house === undefined) return await refuse('error.not-ready')
    const { member } = interaction
    afterwards = () => checkMember(desk, house, member)
    if (!memberMay(interaction.member, house, route.act)) {
      return await refuse('error.not-allowed')
    }
    await route.run({ desk, house })
    return await ended()
  } catch (error) {
    if (!interaction.isCommand() && isMadeUp(error)) return await refuse('error.unknown-button')
    const failed = { command, answer: 'failed' } as const
    if (desk.trouble() !== undefined) {
      await say('error.cannot-store').catch(() => undefined)
      return failed
    }
    const id = desk.newId().slice(0, 8)
    desk.log.error({ err: error, bug: id, interaction: interaction.id }, 'an interaction failed')
    await say('error.bug', { id }).catch((again: unknown) => {
      desk.log.error({ err: again, bug: id }, 'could not tell about the failed interaction')
    })
    return failed
  } finally {
    waiting.done()
    // Only now: nobody waits for the database before their answer.
    await afterwards?.().catch((error: unknown) => {
      desk.log.error(
        { err: error, house: interaction.guildId },
        'could not look whether somebody is still of the team',
      )
    })
  }
}
