import { type Guild, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { houseId } from '../house/id.ts'
import type { Policy } from '../policy/schema.ts'
import { StartError } from '../start-error.ts'
import type { House } from './desk.ts'
import { BASE } from './invite.ts'
import { findNoticeRole } from './notice-role.ts'
import { isNamed } from './place.ts'

const SPEAK = BASE.filter((name) => name !== 'PinMessages')
/** What the bot needs where, and what for; the invite link asks for the same. */
const NEEDED = { queue: SPEAK, notice: BASE, closing: SPEAK } as const

function findChannel(guild: Guild, nameOrId: string): GuildBasedChannel {
  const channel = guild.channels.cache.find(
    (candidate) => isNamed(candidate, nameOrId) && candidate.isTextBased(),
  )
  if (channel !== undefined) return channel
  throw new StartError(
    'channel-missing',
    `The server "${guild.name}" has no text channel "${nameOrId}" that the bot can see: make it, or write the right name in policies/house.yaml (channels).`,
  )
}

function requirePermissions(
  guild: Guild,
  channel: GuildBasedChannel,
  needed: readonly (keyof typeof PermissionFlagsBits)[],
): void {
  const mine = guild.members.me === null ? null : channel.permissionsFor(guild.members.me)
  const missing = (mine ?? new PermissionsBitField()).missing(needed.map((name) => PermissionFlagsBits[name]))
  if (missing.length === 0) return
  throw new StartError(
    'permissions-missing',
    `In #${channel.name} of "${guild.name}" the bot lacks ${missing.join(', ')}: give its role these permissions in that channel (npm run invite prints the link with all of them).`,
  )
}

function findRole(guild: Guild, nameOrId: string): { id: string; name: string } {
  const role = guild.roles.cache.find((candidate) => isNamed(candidate, nameOrId))
  if (role !== undefined) return role
  throw new StartError(
    'role-missing',
    `The server "${guild.name}" has no role "${nameOrId}": make it, or write the right name in policies/house.yaml (roles).`,
  )
}

function findClosing(guild: Guild, name: string): GuildBasedChannel {
  const channel = findChannel(guild, name)
  requirePermissions(guild, channel, NEEDED.closing)
  return channel
}

/**
 * Finds the channels and roles that the policy names, and checks what the bot may do there. A house without them is
 * not opened: a queue that nobody can see would be a watch that nobody keeps.
 *
 * @throws StartError naming the first thing that is missing, and what to do
 */
export function openHouse(guild: Guild, policy: Policy): House {
  const { channels, roles } = policy.house
  const queue = findChannel(guild, channels.queue)
  requirePermissions(guild, queue, NEEDED.queue)
  const notice = channels.notice.map((name) => findChannel(guild, name))
  for (const channel of notice) requirePermissions(guild, channel, NEEDED.notice)
  const youthWorker = findRole(guild, roles.youthWorker)
  const moderator = findRole(guild, roles.moderator)
  const optional = (name: string | undefined) => (name === undefined ? undefined : findRole(guild, name))
  const volunteer = optional(roles.volunteer)
  return {
    id: houseId(guild.id),
    queueChannelId: queue.id,
    noticeChannelIds: notice.map((channel) => channel.id),
    staffRoleIds: [youthWorker.id, moderator.id],
    roleIds: { youthWorker: youthWorker.id, moderator: moderator.id, volunteer: volunteer?.id },
    toldRoleIds: { backUp: optional(roles.backUp)?.id, onCall: optional(roles.onCall)?.id },
    closingChannelIds: (channels.closing ?? []).map((name) => findClosing(guild, name).id),
    youthWorkerRoleName: youthWorker.name,
    botName: guild.members.me?.displayName ?? guild.client.user.displayName,
    noticeRole: findNoticeRole(guild, policy),
  }
}
