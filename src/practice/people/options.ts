import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10'
import type { APIApplicationCommandOption } from 'discord-api-types/v10'
import { lengthOf } from '../rest/check/form.ts'
import { bare } from '../seed.ts'
import { canSee } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredCommand } from '../state/model.ts'
import { channelNamed, memberNamed } from './lookup.ts'
import type { Place } from './offered.ts'
import { Refused } from './refused.ts'

export type OptionValues = Readonly<Record<string, string | number | boolean>>

/** Ids that the payload must show in full. */
export interface Collected {
  readonly users: string[]
  readonly roles: string[]
  readonly channels: string[]
}

/** Turns what somebody filled in into the options of the payload; refuses what Discord's app would not send. */
export function readOptions(
  hub: Hub,
  place: Place,
  command: Pick<StoredCommand, 'name' | 'options'>,
  path: readonly string[],
  values: OptionValues,
  collected: Collected,
): object[] {
  const wanted = command.options ?? []
  const sub = wanted.find((one) => one.type === Kind.Subcommand || one.type === Kind.SubcommandGroup)
  if (sub !== undefined) {
    const chosen = wanted.find((one) => one.name === path[0])
    if (chosen === undefined)
      throw new Refused(`/${command.name} needs one of: ${wanted.map((one) => one.name).join(', ')}.`)
    const inner = 'options' in chosen ? (chosen.options as APIApplicationCommandOption[]) : []
    const next = { name: `${command.name} ${chosen.name}`, options: inner }
    const options = readOptions(hub, place, next, path.slice(1), values, collected)
    return [{ name: chosen.name, type: chosen.type, options }]
  }
  for (const name of Object.keys(values)) {
    if (!wanted.some((one) => one.name === name))
      throw new Refused(`/${command.name} has no option "${name}".`)
  }
  return wanted.flatMap((one) => {
    const value = values[one.name]
    if (value === undefined) {
      if (one.required === true) throw new Refused(`/${command.name} needs "${one.name}".`)
      return []
    }
    return [{ name: one.name, type: one.type, value: read(hub, place, one, value, collected) }]
  })
}

/** An option that somebody is typing in, and what they filled in before. */
export interface Typing {
  readonly name: string
  readonly typed: string
  readonly others?: OptionValues
}

/**
 * The options of a command that is not finished: what was filled in so far, as it stands, within its subcommand, and
 * `focused` on the one that is typed in. Nothing is checked yet, and what is typed is text, also for a number.
 * Source: Discord, Application Commands, Autocomplete.
 */
export function readPartly(
  command: Pick<StoredCommand, 'name' | 'options'>,
  path: readonly string[],
  { name, typed, others = {} }: Typing,
): object[] {
  const wanted = command.options ?? []
  const [step, ...rest] = path
  if (wanted.some((one) => one.type === Kind.Subcommand || one.type === Kind.SubcommandGroup)) {
    const chosen = wanted.find((one) => one.name === step)
    if (chosen === undefined)
      throw new Refused(`/${command.name} needs one of: ${wanted.map((one) => one.name).join(', ')}.`)
    const inner = 'options' in chosen ? (chosen.options as APIApplicationCommandOption[]) : []
    const next = { name: `${command.name} ${chosen.name}`, options: inner }
    return [
      { name: chosen.name, type: chosen.type, options: readPartly(next, rest, { name, typed, others }) },
    ]
  }
  const asked = wanted.find((one) => one.name === name)
  if (asked === undefined || !('autocomplete' in asked) || !asked.autocomplete)
    throw new Refused(`/${command.name} does not complete "${name}".`)
  return wanted.flatMap((one) => {
    if (one === asked) return [{ name, type: one.type, value: typed, focused: true }]
    const value = others[one.name]
    return value === undefined ? [] : [{ name: one.name, type: one.type, value }]
  })
}

function read(
  hub: Hub,
  { channel, userId }: Place,
  option: APIApplicationCommandOption,
  value: string | number | boolean,
  collected: Collected,
): string | number | boolean {
  const guild = channel.guildId === undefined ? undefined : hub.guilds.get(channel.guildId)
  const wrong = () => new Refused(`"${option.name}" does not take ${JSON.stringify(value)}.`)
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const choice = option.choices.find((one) => one.value === value || one.name === value)
    if (choice === undefined)
      throw new Refused(`"${option.name}" is one of: ${option.choices.map((one) => one.name).join(', ')}.`)
    return choice.value
  }
  switch (option.type) {
    case Kind.String:
      return readText(option, value, wrong)
    case Kind.Integer:
    case Kind.Number:
      return readNumber(option, value, wrong)
    case Kind.Boolean:
      if (typeof value !== 'boolean') throw wrong()
      return value
    case Kind.User:
    case Kind.Mentionable: {
      if (guild === undefined) throw wrong()
      const { user } = memberNamed(hub, guild, String(value))
      collected.users.push(user.id)
      return user.id
    }
    case Kind.Channel: {
      if (guild === undefined) throw wrong()
      const found = channelNamed(hub, guild, String(value))
      // What somebody cannot see, their app does not offer.
      if (!canSee(hub, userId, found)) throw wrong()
      collected.channels.push(found.id)
      return found.id
    }
    case Kind.Role: {
      const role = [...(guild?.roles.values() ?? [])].find(
        (one) => one.name === bare(String(value)) || one.id === value,
      )
      if (role === undefined) throw wrong()
      collected.roles.push(role.id)
      return role.id
    }
    default:
      throw wrong()
  }
}

function readText(
  option: { name: string; min_length?: number; max_length?: number },
  value: string | number | boolean,
  wrong: () => Refused,
): string {
  if (typeof value !== 'string') throw wrong()
  const length = lengthOf(value)
  if (length < (option.min_length ?? 0) || length > (option.max_length ?? 6000)) {
    throw new Refused(`"${option.name}" has the wrong length.`, 50035)
  }
  return value
}

function readNumber(
  option: { type: Kind.Integer | Kind.Number; min_value?: number; max_value?: number },
  value: string | number | boolean,
  wrong: () => Refused,
): number {
  if (typeof value !== 'number' || (option.type === Kind.Integer && !Number.isInteger(value))) throw wrong()
  if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity)) throw wrong()
  return value
}
