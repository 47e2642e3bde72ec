import { renderInteraction, renderResolved } from '../interactions/payload.ts'
import type { Handed } from '../interactions/payload.ts'
import { startInteraction } from '../interactions/start.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredCommand, StoredMessage } from '../state/model.ts'
import { commandFor } from './offered.ts'
import type { Place } from './offered.ts'
import { readOptions, readPartly } from './options.ts'
import type { OptionValues, Typing } from './options.ts'

interface Where extends Place {
  readonly locale: string
}

/** A slash command as somebody types it: '/praat', or '/huis status' with its subcommand. */
export function runSlash(hub: Hub, where: Where, line: string, values: OptionValues): StoredInteraction {
  const [name = '', ...path] = line.trim().replace(/^\//, '').split(/\s+/)
  const command = commandFor(hub, where, 1, name)
  const handed = { users: [] as string[], roles: [] as string[], channels: [] as string[] }
  const options = readOptions(hub, where, command, path, values, handed)
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
export function completeOption(hub: Hub, where: Where, line: string, option: Typing): StoredInteraction {
  const [name = '', ...path] = line.trim().replace(/^\//, '').split(/\s+/)
  const command = commandFor(hub, where, 1, name)
  const options = readPartly(command, path, option)
  const data = { id: command.id, name: command.name, type: 1, options }
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
