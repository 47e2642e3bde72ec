import { changeThread } from '../acts/change-thread.ts'
import { changeChannel, createChannel, deleteChannel } from '../acts/channels.ts'
import { auditRemoval, removeMessage } from '../acts/delete-message.ts'
import { deleteOverwrite, putOverwrite } from '../acts/overwrites.ts'
import { allChannels, setCommandPermissions } from '../acts/command-permissions.ts'
import { banUser, changeMember, changeRole, kickMember, longestTimeout, unbanUser } from '../acts/members.ts'
import { pinMessage, unpinMessage } from '../acts/pin-message.ts'
import { changeRoleItself, createRole, deleteRole } from '../acts/roles.ts'
import { createWebhook } from '../acts/webhooks.ts'
import { discordError } from '../errors.ts'
import { permissionBits } from '../permissions.ts'
import type { PermissionName } from '../permissions.ts'
import { bare, roleNamed } from '../seed.ts'
import { channelOr404, demand } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredCommandPermission, StoredGuild, StoredMessage } from '../state/model.ts'
import type { MessageHandle } from './handle.ts'
import { channelNamed, memberNamed, seenBy } from './lookup.ts'
import { orRefused, Refused } from './refused.ts'

/** Whom something is for: a role by its name ('@everyone' too), or a member. */
export type Whom = { readonly role: string } | { readonly member: string }

export interface ChannelSettings {
  readonly name?: string
  readonly topic?: string | null
  /** Seconds between two messages of one person; 0 is off. */
  readonly slowmode?: number
  readonly category?: string | null
}

export interface CommandSetting {
  readonly for: Whom | { readonly channel: string } | 'all channels'
  readonly allowed: boolean
}

/**
 * What somebody with power does in the settings of a server and with its people, with the permissions that they have:
 * what Discord would refuse throws `Refused` with its code. All of it is in the audit log.
 */
export interface Admin {
  givesRole(member: string, role: string, reason?: string): void
  takesRole(member: string, role: string, reason?: string): void
  /** Until when; null takes a time-out off. */
  timesOut(member: string, until: Date | null, reason?: string): void
  renames(member: string, nick: string | null): void
  kicks(member: string, reason?: string): void
  bans(member: string, options?: { readonly reason?: string; readonly deleteSeconds?: number }): void
  unbans(name: string, reason?: string): void
  createsRole(name: string, permissions?: readonly PermissionName[]): string
  changesRole(role: string, change: { name?: string; permissions?: readonly PermissionName[] }): void
  deletesRole(role: string): void
  createsChannel(
    name: string,
    settings?: Omit<ChannelSettings, 'name'> & { type?: 'text' | 'category' | 'forum' },
  ): string
  changesChannel(channel: string, settings: ChannelSettings): void
  deletesChannel(channel: string): void
  /** Sets what a role or a member may in a channel, beside what their roles say. */
  sets(
    channel: string,
    whom: Whom,
    bits: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
  ): void
  /** Takes what was set for somebody in a channel away. */
  clears(channel: string, whom: Whom): void
  /** Discord's own settings of a command ('/praat'), or of all of the bot's ('all'). An empty list is the default. */
  setsCommand(command: string, settings: readonly CommandSetting[]): void
  pins(message: MessageHandle): void
  deletes(message: MessageHandle): void
  unpins(message: MessageHandle): void
  archives(thread: string, archived?: boolean): void
  locks(thread: string, locked?: boolean): void
  createsWebhook(channel: string, name: string): { readonly id: string; readonly token: string }
}

/** Makes the hands of somebody with power: the owner, or who is named. */
export function createAdmin(hub: Hub, guild: StoredGuild, userId: string): Admin {
  const by = (reason?: string) => ({ id: userId, reason })
  const person = (name: string) => memberNamed(hub, guild, name)
  const place = (name: string): StoredChannel => channelNamed(hub, guild, name)
  const whomOf = (whom: Whom) =>
    'role' in whom
      ? { id: roleNamed(guild, whom.role).id, type: 'role' as const }
      : { id: person(whom.member).user.id, type: 'member' as const }

  return {
    givesRole(name, role, reason) {
      const { member } = person(name)
      orRefused('giving a role', () =>
        changeRole(hub, guild, member, roleNamed(guild, role), true, by(reason)),
      )
    },
    takesRole(name, role, reason) {
      const { member } = person(name)
      orRefused('taking a role', () =>
        changeRole(hub, guild, member, roleNamed(guild, role), false, by(reason)),
      )
    },
    timesOut(name, until, reason) {
      const { member } = person(name)
      const timeoutUntil = until === null ? null : until.getTime()
      if ((timeoutUntil ?? 0) > hub.now() + longestTimeout)
        throw new Refused('A time-out lasts at most 28 days.', 50035)
      orRefused('a time-out', () => changeMember(hub, guild, member, { timeoutUntil }, by(reason)))
    },
    renames(name, nick) {
      const { member } = person(name)
      orRefused('renaming', () => changeMember(hub, guild, member, { nick }, by()))
    },
    kicks(name, reason) {
      const { member } = person(name)
      orRefused('kicking', () => kickMember(hub, guild, member, by(reason)))
    },
    bans(name, options = {}) {
      const { user } = person(name)
      orRefused('banning', () => banUser(hub, guild, user.id, options.deleteSeconds ?? 0, by(options.reason)))
    },
    unbans(name, reason) {
      const user = [...hub.users.values()].find((one) => one.username === bare(name))
      orRefused('lifting a ban', () => unbanUser(hub, guild, user?.id ?? '', by(reason)))
    },
    createsRole: (name, permissions = []) =>
      orRefused('making a role', () =>
        createRole(hub, guild, { name, permissions: permissionBits(permissions) }, by()),
      ).id,
    changesRole(name, change) {
      const permissions = change.permissions === undefined ? undefined : permissionBits(change.permissions)
      orRefused('changing a role', () =>
        changeRoleItself(hub, guild, roleNamed(guild, name), { name: change.name, permissions }, by()),
      )
    },
    deletesRole(name) {
      orRefused('removing a role', () => deleteRole(hub, guild, roleNamed(guild, name), by()))
    },
    createsChannel: (name, settings = {}) =>
      orRefused('making a channel', () =>
        createChannel(
          hub,
          guild,
          {
            ...settingsOf(place, settings),
            name: bare(name),
            type: { text: 0, category: 4, forum: 15 }[settings.type ?? 'text'],
          },
          by(),
        ),
      ).id,
    changesChannel(name, settings) {
      const channel = place(name)
      orRefused('changing a channel', () =>
        changeChannel(hub, guild, channel, settingsOf(place, settings), by()),
      )
    },
    deletesChannel(name) {
      const channel = place(name)
      orRefused('removing a channel', () => deleteChannel(hub, guild, channel, by()))
    },
    sets(name, whom, bits) {
      const one = {
        ...whomOf(whom),
        allow: permissionBits(bits.allow ?? []),
        deny: permissionBits(bits.deny ?? []),
      }
      orRefused('who may what in a channel', () => putOverwrite(hub, guild, place(name), one, by()))
    },
    clears(name, whom) {
      orRefused('who may what in a channel', () =>
        deleteOverwrite(hub, guild, place(name), whomOf(whom).id, by()),
      )
    },
    setsCommand(name, settings) {
      const id = commandId(hub, guild, name)
      const list = settings.map((one): StoredCommandPermission => {
        const permission = one.allowed
        if (one.for === 'all channels') return { id: allChannels(guild), type: 3, permission }
        if ('channel' in one.for) return { id: place(one.for.channel).id, type: 3, permission }
        const { id: whom, type } = whomOf(one.for)
        return { id: whom, type: type === 'role' ? 1 : 2, permission }
      })
      orRefused('the settings of a command', () => setCommandPermissions(hub, guild, id, list, by()))
    },
    deletes(handle) {
      const message = seenBy(hub, userId, handle.id)
      orRefused('deleting', () => demand(hub, userId, channelOr404(hub, message.channelId), 'ManageMessages'))
      removeMessage(hub, message)
      auditRemoval(hub, message, by())
    },
    pins(handle) {
      orRefused('pinning', () => pinMessage(hub, ...pinnable(hub, userId, handle), by()))
    },
    unpins(handle) {
      orRefused('taking a pin off', () => unpinMessage(hub, ...pinnable(hub, userId, handle), by()))
    },
    archives(name, archived = true) {
      orRefused('putting a thread to sleep', () => changeThread(hub, place(name), { archived }, by()))
    },
    locks(name, locked = true) {
      orRefused('locking a thread', () => changeThread(hub, place(name), { locked }, by()))
    },
    createsWebhook(name, title) {
      const { id, token } = orRefused('a webhook', () => createWebhook(hub, place(name), title, by()))
      return { id, token }
    },
  }
}

const settingsOf = (place: (name: string) => StoredChannel, settings: ChannelSettings) => ({
  name: settings.name,
  topic: settings.topic,
  slowmodeSeconds: settings.slowmode,
  parentId: settings.category == null ? settings.category : place(settings.category).id,
})

function pinnable(hub: Hub, userId: string, handle: MessageHandle): [StoredChannel, StoredMessage] {
  const message = seenBy(hub, userId, handle.id)
  const channel = channelOr404(hub, message.channelId)
  demand(hub, userId, channel, 'PinMessages')
  return [channel, message]
}

function commandId(hub: Hub, guild: StoredGuild, name: string): string {
  if (name === 'all') return hub.app.id
  const all = [...(hub.commands.get(guild.id) ?? []), ...(hub.commands.get('') ?? [])]
  const command = all.find((one) => one.name === bare(name))
  if (command === undefined) throw discordError(10063)
  return command.id
}
