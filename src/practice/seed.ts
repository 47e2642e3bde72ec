import { everyoneByDefault, permissionBits, permissionBits as bitsOf } from './permissions.ts'
import type { PermissionName } from './permissions.ts'
import { createIds } from './snowflake.ts'
import type { Hub } from './state/hub.ts'
import { createMessageLog } from './state/message-log.ts'
import type { Overwrite, StoredChannel, StoredGuild, StoredRole, StoredTag } from './state/model.ts'

export interface RoleSeed {
  readonly name: string
  readonly permissions?: readonly PermissionName[]
  readonly color?: number
  /** Whether everybody may mention it. */
  readonly mentionable?: boolean
}

export interface OverwriteSeed {
  /** A role's name, '@everyone', or '@bot' for the bot's own role. */
  readonly role?: string
  /** A member's name, instead of a role. */
  readonly member?: string
  readonly allow?: readonly PermissionName[]
  readonly deny?: readonly PermissionName[]
}

export interface ChannelSeed {
  /** With or without '#'. */
  readonly name: string
  /** `private` hides the channel from everyone but `readers` and, unless `bot` is false, the bot. */
  readonly type?: 'text' | 'private' | 'category' | 'forum'
  readonly readers?: readonly string[]
  readonly bot?: boolean
  readonly topic?: string
  readonly parent?: string
  readonly overwrites?: readonly OverwriteSeed[]
  /** Seconds between two messages of one person. */
  readonly slowmode?: number
  /** For a forum: the names of its tags. */
  readonly tags?: readonly string[]
}

export interface MemberSeed {
  readonly name: string
  /** What others see; the name with a capital when absent. */
  readonly displayName?: string
  readonly roles?: readonly string[]
  readonly locale?: string
  readonly owner?: boolean
  /** False for somebody who takes no direct messages from this server. */
  readonly takesDms?: boolean
  /** In time-out until then: may read, and nothing else. */
  readonly timeoutUntil?: Date
  /** Nobody elsewhere has the name, so nobody is looked for: with half a million people that would take hours. */
  readonly onlyHere?: boolean
}

/** A guild as plain data. The same seed always gives the same ids. */
export interface GuildSeed {
  readonly name: string
  readonly locale?: string
  /** What everyone may; Discord's usual permissions when absent. */
  readonly everyone?: readonly PermissionName[]
  readonly bot?: {
    readonly name?: string
    readonly permissions?: readonly PermissionName[]
    readonly roles?: readonly string[]
  }
  readonly roles?: readonly RoleSeed[]
  readonly channels: readonly ChannelSeed[]
  readonly members: readonly MemberSeed[]
}

/** What the bot gets when the seed does not say: what the main path needs, and no more. */
export const botByDefault: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'ManageMessages',
  'PinMessages',
  'AddReactions',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
]

/** Milliseconds between the first ids of two guilds: a prime, so that guilds spread over any number of shards. */
const guildsApart = 7919

/**
 * Makes ids for what a seed holds: from a fixed day, so that they are the same at every start.
 *
 * @param place - which guild of the house it is; 0 for the first, which the bot shares its ids with
 */
export const createSeedIds = (place = 0): (() => string) =>
  createIds(() => new Date(Date.parse('2024-01-01T12:00:00Z') + place * guildsApart))

/** Many small guilds at once, for a bot that is in thousands. */
export const manyGuilds = (count: number): GuildSeed[] =>
  Array.from({ length: count }, (_, n) => ({
    name: `Huis ${n + 1}`,
    channels: [{ name: 'algemeen' }],
    members: [],
  }))

/** Puts a guild into the world; throws a plain `Error` when the seed names something that is not in it. */
export function plantGuild(hub: Hub, seed: GuildSeed, newId: () => string): StoredGuild {
  const joinedAt = Date.parse('2024-01-01T12:00:00Z')
  const id = newId()
  const guild: StoredGuild = {
    id,
    name: seed.name,
    ownerId: '',
    locale: seed.locale ?? 'nl',
    joinedAt,
    roles: new Map(),
    members: new Map(),
    channelIds: [],
  }
  plantRoles(guild, seed, newId, hub.app.botId)
  const botRoles = [
    ...(seed.bot?.roles ?? []).map((name) => roleNamed(guild, name).id),
    roleNamed(guild, '@bot').id,
  ]
  guild.members.set(hub.app.botId, {
    userId: hub.app.botId,
    nick: null,
    roles: botRoles,
    joinedAt,
    timeoutUntil: undefined,
  })
  for (const member of seed.members) plantMember(hub, guild, member, newId())
  if (guild.ownerId === '') plantMember(hub, guild, { name: 'eigenaar', owner: true }, newId())
  hub.guilds.set(id, guild)
  for (const channel of seed.channels) plantChannel(hub, guild, channel, newId())
  return guild
}

function plantRoles(guild: StoredGuild, seed: GuildSeed, newId: () => string, botId: string): void {
  const add = (role: Omit<StoredRole, 'position'>) =>
    guild.roles.set(role.id, { ...role, position: guild.roles.size })
  add({ id: guild.id, name: '@everyone', permissions: bitsOf(seed.everyone ?? everyoneByDefault), color: 0 })
  for (const role of (seed.roles ?? []).toReversed()) {
    add({
      id: newId(),
      name: bare(role.name),
      permissions: bitsOf(role.permissions ?? []),
      color: role.color ?? 0,
      mentionable: role.mentionable ?? false,
    })
  }
  add({
    id: newId(),
    name: seed.bot?.name ?? 'Huisbot',
    permissions: bitsOf(seed.bot?.permissions ?? botByDefault),
    color: 0,
    botId,
  })
}

function plantMember(hub: Hub, guild: StoredGuild, seed: MemberSeed, newId: string): void {
  const name = bare(seed.name)
  const globalName = seed.displayName ?? name.charAt(0).toUpperCase() + name.slice(1)
  // A user name is somebody's alone: the same name in another guild is the same person.
  const known = hub.guilds.size === 0 || seed.onlyHere === true ? undefined : userNamed(hub, name)
  const id = known?.id ?? newId
  hub.users.set(id, {
    id,
    username: name,
    globalName,
    bot: false,
    locale: seed.locale ?? 'nl',
    takesDms: seed.takesDms ?? true,
  })
  const roles = (seed.roles ?? []).map((role) => roleNamed(guild, role).id)
  guild.members.set(id, {
    userId: id,
    nick: null,
    roles,
    joinedAt: guild.joinedAt,
    timeoutUntil: seed.timeoutUntil?.getTime(),
  })
  if (seed.owner === true) guild.ownerId = id
}

function userNamed(hub: Hub, name: string): { id: string } | undefined {
  for (const user of hub.users.values()) if (user.username === name && !user.bot) return user
  return undefined
}

function plantChannel(hub: Hub, guild: StoredGuild, seed: ChannelSeed, id: string): void {
  const overwrites: Overwrite[] = []
  const add = (one: OverwriteSeed) => overwrites.push(overwriteOf(hub, guild, one))
  if (seed.type === 'private') {
    add({ role: '@everyone', deny: ['ViewChannel'] })
    for (const reader of seed.readers ?? []) add({ role: reader, allow: ['ViewChannel'] })
    if (seed.bot !== false) add({ role: '@bot', allow: ['ViewChannel'] })
  }
  for (const one of seed.overwrites ?? []) add(one)
  const parent = seed.parent === undefined ? undefined : channelNamed(hub, guild, seed.parent)
  const channel: StoredChannel = {
    id,
    type: seed.type === 'category' ? 4 : seed.type === 'forum' ? 15 : 0,
    guildId: guild.id,
    name: bare(seed.name),
    topic: seed.topic ?? null,
    parentId: parent?.id ?? null,
    position: guild.channelIds.length,
    slowmodeSeconds: seed.slowmode ?? 0,
    overwrites: merged(overwrites),
    lastMessageId: null,
    lastPinAt: undefined,
    recipientId: undefined,
    thread: undefined,
    messages: createMessageLog(),
    ...(seed.tags === undefined
      ? {}
      : { availableTags: seed.tags.map((name, index) => tagOf(id, name, index)) }),
  }
  hub.channels.set(id, channel)
  guild.channelIds.push(id)
}

/** A tag of a forum. Its id follows from the channel's, so that the same seed keeps the same ids. */
const tagOf = (channelId: string, name: string, index: number): StoredTag => ({
  id: (BigInt(channelId) + BigInt((index + 1) * 65_536)).toString(),
  name,
  moderated: false,
  emojiId: null,
  emojiName: null,
})

function overwriteOf(hub: Hub, guild: StoredGuild, seed: OverwriteSeed): Overwrite {
  const allow = permissionBits(seed.allow ?? [])
  const deny = permissionBits(seed.deny ?? [])
  if (seed.member !== undefined)
    return { id: memberNamed(hub, guild, seed.member), type: 'member', allow, deny }
  return { id: roleNamed(guild, seed.role ?? '@everyone').id, type: 'role', allow, deny }
}

/** One overwrite for each role or member, as Discord keeps them. */
function merged(overwrites: readonly Overwrite[]): Overwrite[] {
  const byId = new Map<string, Overwrite>()
  for (const one of overwrites) {
    const there = byId.get(one.id)
    if (there === undefined) byId.set(one.id, { ...one })
    else Object.assign(there, { allow: there.allow | one.allow, deny: there.deny | one.deny })
  }
  return [...byId.values()]
}

/** A name without its '#' or '@'. */
export const bare = (name: string): string => name.replace(/^[#@/]/, '')

/** The role with this name; '@bot' is the bot's own. */
export function roleNamed(guild: StoredGuild, name: string): StoredRole {
  const wanted = name === '@everyone' ? name : bare(name)
  for (const role of guild.roles.values()) {
    if (name === '@bot' ? role.botId !== undefined : role.name === wanted) return role
  }
  throw new Error(`There is no role "${name}" in ${guild.name}.`)
}

function channelNamed(hub: Hub, guild: StoredGuild, name: string): StoredChannel {
  const wanted = bare(name)
  for (const id of guild.channelIds) {
    const channel = hub.channels.get(id)
    if (channel?.name === wanted) return channel
  }
  throw new Error(`There is no channel "${name}" in ${guild.name}.`)
}

function memberNamed(hub: Hub, guild: StoredGuild, name: string): string {
  const wanted = bare(name).toLowerCase()
  for (const id of guild.members.keys()) {
    if (hub.users.get(id)?.username.toLowerCase() === wanted) return id
  }
  throw new Error(`There is no member "${name}" in ${guild.name}.`)
}
