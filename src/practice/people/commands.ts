import { InteractionContextType } from 'discord-api-types/v10'
import { renderInteraction, renderResolved } from '../interactions/payload.ts'
import type { Handed } from '../interactions/payload.ts'
import { startInteraction } from '../interactions/start.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import { mayUse } from '../acts/command-permissions.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredCommand, StoredMessage } from '../state/model.ts'
import { readOptions } from './options.ts'
import type { OptionValues } from './options.ts'
import { Refused, refused } from './refused.ts'

interface Where {
  readonly userId: string
  readonly channel: StoredChannel
  readonly locale: string
}

/** A slash command as somebody types it: '/praat', or '/huis status' with its subcommand. */
export function runSlash(hub: Hub, where: Where, line: string, values: OptionValues): StoredInteraction {
  const [name = '', ...path] = line.trim().replace(/^\//, '').split(/\s+/)
  const command = commandFor(hub, where, 1, name)
  const handed = { users: [] as string[], roles: [] as string[], channels: [] as string[] }
  const options = readOptions(hub, where.channel, command, path, values, handed)
  return start(hub, where, command, { options }, handed)
}

/** A command of the menu on a message. Its target is shown to the bot with its text. */
export function runOnMessage(
  hub: Hub,
  where: Where,
  message: StoredMessage,
  name: string,
): StoredInteraction {
  const command = commandFor(hub, where, 3, name)
  return start(hub, where, command, { target_id: message.id }, { messages: [message] }, message.id)
}

/** What somebody sees while typing in an option that the bot completes. */
export function completeOption(
  hub: Hub,
  where: Where,
  line: string,
  option: { name: string; typed: string; others?: OptionValues },
): StoredInteraction {
  const [name = ''] = line.trim().replace(/^\//, '').split(/\s+/)
  const command = commandFor(hub, where, 1, name)
  const asked = command.options?.find((one) => one.name === option.name)
  if (asked === undefined || !('autocomplete' in asked) || !asked.autocomplete) {
    throw new Refused(`/${name} does not complete "${option.name}".`)
  }
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    options: [{ name: option.name, type: asked.type, value: option.typed, focused: true }],
  }
  return begin(hub, where, command, 4, (interaction) =>
    renderInteraction(hub, interaction, { data, locale: where.locale }),
  )
}

function start(
  hub: Hub,
  where: Where,
  command: StoredCommand,
  parts: object,
  handed: Handed,
  targetMessageId?: string,
): StoredInteraction {
  const resolved = renderResolved(hub, where.channel, handed)
  const data = {
    id: command.id,
    name: command.name,
    type: command.type,
    ...('guild_id' in command && command.guild_id !== undefined ? { guild_id: command.guild_id } : {}),
    ...parts,
    ...(resolved === undefined ? {} : { resolved }),
  }
  return begin(
    hub,
    where,
    command,
    2,
    (interaction) => renderInteraction(hub, interaction, { data, locale: where.locale }),
    targetMessageId,
  )
}

function begin(
  hub: Hub,
  where: Where,
  command: StoredCommand,
  type: number,
  payload: (interaction: StoredInteraction) => unknown,
  targetMessageId?: string,
): StoredInteraction {
  return startInteraction(
    hub,
    {
      type,
      commandType: command.type,
      commandName: command.name,
      userId: where.userId,
      guildId: where.channel.guildId,
      channelId: where.channel.id,
      sourceMessageId: undefined,
      targetMessageId,
    },
    payload,
  )
}

/** The command that this person may use here; a guild's own goes before the global one of the same name. */
function commandFor(hub: Hub, where: Where, type: number, name: string): StoredCommand {
  const { channel, userId } = where
  const scopes = [...(channel.guildId === undefined ? [] : [channel.guildId]), '']
  const command = scopes
    .flatMap((scope) => hub.commands.get(scope) ?? [])
    .find((one) => one.type === type && one.name === name)
  const shown = type === 1 ? `/${name}` : `"${name}"`
  if (command === undefined) throw new Refused(`The bot has no command ${shown} here.`, 10063)
  const bits = permissionsIn(hub, userId, channel)
  if (!has(bits, 'ViewChannel')) throw refused(50001, `${shown} in #${channel.name}.`)
  // Nobody uses commands in a thread that sleeps. Source: Discord, Threads, Active & Archived Threads.
  if (channel.thread?.archived === true) throw refused(50083, `${shown} in ${channel.name}.`)
  if (channel.guildId === undefined) {
    if (
      command.contexts?.includes(InteractionContextType.BotDM) === false ||
      command.dm_permission === false
    ) {
      throw new Refused(`${shown} cannot be used in a direct message.`)
    }
    return command
  }
  if (command.contexts?.includes(InteractionContextType.Guild) === false)
    throw new Refused(`${shown} cannot be used in a server.`)
  const guild = hub.guilds.get(channel.guildId)
  if (guild === undefined || !mayUse(hub, guild, userId, channel, command, bits)) {
    throw refused(50013, `${shown} is not offered to this member.`)
  }
  return command
}
