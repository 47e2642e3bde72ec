import { addMember } from './acts/members.ts'
import { pinsOf } from './acts/pin-message.ts'
import { createAdmin } from './people/admin.ts'
import type { Admin } from './people/admin.ts'
import { handleOf } from './people/handle.ts'
import type { MessageHandle } from './people/handle.ts'
import { channelNamed, memberNamed } from './people/lookup.ts'
import { createMember } from './people/member.ts'
import type { Member } from './people/member.ts'
import { orRefused } from './people/refused.ts'
import { transcribe } from './people/transcript.ts'
import { bare } from './seed.ts'
import { compareIds } from './snowflake.ts'
import { canSee } from './state/find.ts'
import type { Hub } from './state/hub.ts'
import type {
  StoredAuditEntry,
  StoredChannel,
  StoredCommand,
  StoredGuild,
  StoredMessage,
  StoredUser,
  UnknownRoute,
} from './state/model.ts'

export type { Admin } from './people/admin.ts'
export type { MessageHandle } from './people/handle.ts'
export type { Member, OnMessage, RunOptions, SayOptions } from './people/member.ts'
export type { ModalHandle, Reply } from './people/reply.ts'
export { Refused } from './people/refused.ts'

/** A channel, as somebody sees it who sees everything in it but what was shown to one person alone. */
export interface ChannelView {
  readonly id: string
  readonly name: string
  /** Oldest first. */
  messages(): readonly MessageHandle[]
  /** Newest pin first. */
  pins(): readonly MessageHandle[]
  lastMessage(): MessageHandle | undefined
}

/** The house and the people in it: the one API that tests, a replay and a page share. */
export interface World {
  member(name: string): Member
  memberNames(): readonly string[]
  /** A role by its name, and the ids of the members who have it; undefined when the server has no such role. */
  role(name: string): { readonly id: string; readonly memberIds: readonly string[] } | undefined
  /** Somebody with power over the server: the owner when nobody is named. They may what their roles let them. */
  admin(name?: string): Admin
  /** Somebody comes in: a new person, or one who was here before. */
  joins(name: string): Member
  /** The audit log, oldest first, in a form that is easy to read in a test. */
  auditLog(): readonly StoredAuditEntry[]
  channel(name: string): ChannelView
  channelNames(): readonly string[]
  /** The ids of the threads of a channel, oldest first; those that sleep as well. */
  threadsIn(channel: string): readonly string[]
  /** The talk of the bot with a member. */
  dm(member: string): ChannelView
  /** What one member sees in a channel, ephemeral answers to them included, oldest first. */
  messagesSeenBy(member: string, channel: string): readonly MessageHandle[]
  /** The commands that the bot has registered. */
  commands(): readonly StoredCommand[]
  /** How many messages people posted so far, those that are gone since too. */
  said(): number
  /** How many bots are connected. */
  bots(): number
  /**
   * Resolves as soon as it holds. It is looked at after every change in the house, and now and then for what
   * lies outside it (a bot's own memory). Rejects after `within` milliseconds of real time (5,000 when absent).
   */
  until(holds: (world: World) => boolean, options?: { within?: number; what?: string }): Promise<void>
  /** A readable picture of a channel; with `seenBy` also what only that member sees. */
  transcript(channel: string, options?: { seenBy?: string; last?: number }): string
  /** Drops every connection of the bot, as Discord does now and then; it can resume. */
  dropConnections(code?: number): void
  /** Calls `listener` after every change that people can see. */
  onChange(listener: () => void): () => void
  /** Routes that the bot asked for and that the local Discord does not have. */
  readonly unknownRoutes: readonly UnknownRoute[]
}

/** Makes the world API on what the local Discord knows. */
export function createWorld(
  hub: Hub,
  guild: StoredGuild,
  gateway: { connected(): number; drop(code?: number): void; drained(): Promise<void> | undefined },
): World {
  const view = (channel: StoredChannel): ChannelView => ({
    id: channel.id,
    name: channel.name,
    messages: () => channel.messages.all().map((one) => handleOf(hub, one)),
    pins: () => pinsOf(channel).map((one) => handleOf(hub, one)),
    lastMessage() {
      const [last] = channel.messages.before(undefined, 1)
      return last === undefined ? undefined : handleOf(hub, last)
    },
  })

  const seen = (name: string, channelName: string): StoredMessage[] => {
    const { user } = memberNamed(hub, guild, name)
    const channel = channelNamed(hub, guild, channelName)
    if (!canSee(hub, user.id, channel)) return []
    const hidden = [...hub.ephemerals.values()].filter(
      (one) => one.onlyFor === user.id && one.channelId === channel.id,
    )
    return [...channel.messages.all(), ...hidden].sort((a, b) => compareIds(a.id, b.id))
  }

  const world: World = {
    member: (name) => createMember(hub, guild, memberNamed(hub, guild, name), () => gateway.drained()),
    admin: (name) =>
      createAdmin(hub, guild, name === undefined ? guild.ownerId : memberNamed(hub, guild, name).user.id),
    joins(name) {
      const user = userNamed(hub, bare(name))
      orRefused('coming in', () => addMember(hub, guild, user.id))
      return world.member(user.id)
    },
    auditLog: () => hub.auditLog.get(guild.id) ?? [],
    memberNames: () => [...guild.members.keys()].flatMap((id) => hub.users.get(id)?.username ?? []),
    role(name) {
      const role = [...guild.roles.values()].find((one) => one.name === bare(name))
      if (role === undefined) return undefined
      const having = [...guild.members].filter(([, member]) => member.roles.includes(role.id))
      return { id: role.id, memberIds: having.map(([id]) => id) }
    },
    channel: (name) => view(channelNamed(hub, guild, name)),
    channelNames: () => guild.channelIds.flatMap((id) => hub.channels.get(id)?.name ?? []),
    threadsIn(name) {
      const { id: parentId } = channelNamed(hub, guild, name)
      const threads = [...hub.channels.values()].filter((one) => one.thread && one.parentId === parentId)
      return threads.map(({ id }) => id)
    },
    dm(name) {
      const channel = hub.channels.get(hub.dms.get(memberNamed(hub, guild, name).user.id) ?? '')
      if (channel === undefined) throw new Error(`The bot and ${name} have not written to each other.`)
      return view(channel)
    },
    messagesSeenBy: (name, channel) => seen(name, channel).map((one) => handleOf(hub, one)),
    commands: () => [...hub.commands.values()].flat(),
    said: () => hub.said,
    bots: () => gateway.connected(),
    until: (holds, options) => until(hub, () => holds(world), options),
    transcript(name, options = {}) {
      const channel = channelNamed(hub, guild, name)
      const messages = options.seenBy === undefined ? channel.messages.all() : seen(options.seenBy, name)
      return transcribe(hub, options.last === undefined ? messages : messages.slice(-options.last))
    },
    dropConnections: (code) => gateway.drop(code),
    onChange: (listener) => hub.onChange(listener),
    unknownRoutes: hub.unknownRoutes,
  }
  return world
}

/** The person with this name; a new one where nobody has it. */
function userNamed(hub: Hub, name: string): StoredUser {
  const known = [...hub.users.values()].find((one) => one.username === name)
  if (known !== undefined) return known
  const globalName = name.charAt(0).toUpperCase() + name.slice(1)
  const user = { id: hub.newId(), username: name, globalName, bot: false, locale: 'nl', takesDms: true }
  hub.users.set(user.id, user)
  return user
}

const lookOutsideEvery = 20

/** Looks once after each run of changes rather than after each change: a flood makes thousands at a time. */
function until(
  hub: Hub,
  holds: () => boolean,
  options: { within?: number; what?: string } = {},
): Promise<void> {
  const within = options.within ?? 5_000
  if (holds()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    let looking = false
    const end = (settle: () => void) => {
      stop()
      clearTimeout(timer)
      clearInterval(outside)
      settle()
    }
    const look = () => {
      looking = false
      try {
        if (holds()) end(resolve)
      } catch (error) {
        end(() => reject(error instanceof Error ? error : new Error(String(error))))
      }
    }
    const stop = hub.onChange(() => {
      if (looking) return
      looking = true
      setImmediate(look)
    })
    const outside = setInterval(look, lookOutsideEvery)
    const timer = setTimeout(() => {
      const what = options.what ?? holds.toString()
      end(() => reject(new Error(`Waited ${within} ms in vain for: ${what}`)))
    }, within)
  })
}
