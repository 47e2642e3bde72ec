import { InteractionContextType } from 'discord-api-types/v10'
import { mayUse } from '../acts/command-permissions.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredCommand } from '../state/model.ts'
import { Refused, refused } from './refused.ts'

export interface Place {
  readonly userId: string
  readonly channel: StoredChannel
}

/** The command that this person may use here; throws `Refused` with Discord's code where they may not. */
export function commandFor(hub: Hub, place: Place, type: number, name: string): StoredCommand {
  const command = known(hub, place.channel).find((one) => one.type === type && one.name === name)
  const shown = type === 1 ? `/${name}` : `"${name}"`
  if (command === undefined) throw new Refused(`The bot has no command ${shown} here.`, 10063)
  const why = whyNot(hub, place, command, shown)
  if (why !== undefined) throw why
  return command
}

/** Every command that this person is offered here, as Discord's app lists them. */
export function commandsOffered(hub: Hub, place: Place): StoredCommand[] {
  const all = known(hub, place.channel)
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.type === one.type && other.name === one.name) === index &&
      whyNot(hub, place, one, one.name) === undefined,
  )
}

/** A guild's own commands go before the global ones of the same name. */
const known = (hub: Hub, { guildId }: StoredChannel): readonly StoredCommand[] =>
  [...(guildId === undefined ? [] : [guildId]), ''].flatMap((scope) => hub.commands.get(scope) ?? [])

function whyNot(hub: Hub, place: Place, command: StoredCommand, shown: string): Refused | undefined {
  const { channel, userId } = place
  const bits = permissionsIn(hub, userId, channel)
  if (!has(bits, 'ViewChannel')) return refused(50001, `${shown} in #${channel.name}.`)
  // Nobody uses commands in a thread that sleeps. Source: Discord, Threads, Active & Archived Threads.
  if (channel.thread?.archived === true) return refused(50083, `${shown} in ${channel.name}.`)
  if (channel.guildId === undefined) {
    const closed =
      command.contexts?.includes(InteractionContextType.BotDM) === false || command.dm_permission === false
    return closed ? new Refused(`${shown} cannot be used in a direct message.`) : undefined
  }
  if (command.contexts?.includes(InteractionContextType.Guild) === false)
    return new Refused(`${shown} cannot be used in a server.`)
  const guild = hub.guilds.get(channel.guildId)
  if (guild === undefined || !mayUse(hub, guild, userId, channel, command, bits))
    return refused(50013, `${shown} is not offered to this member.`)
  return undefined
}
