import { type Guild, OverwriteType, PermissionFlagsBits, type TextChannel, userMention } from 'discord.js'
import { listOf } from '../../duty/clock.ts'
import type { Texts } from '../../texts/texts.ts'

/** What lets somebody read a private thread without being in it: seeing its channel and keeping its threads. */
const KEEPS = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageThreads] as const

/** Who can read along in a private thread of a channel beside those in it and the owner of the server. */
export interface Readers {
  /** Names of roles, and the same roles by id. */
  readonly roles: readonly string[]
  readonly roleIds: readonly string[]
  /** Ids of people or bots that have the power by themselves. */
  readonly peopleIds: readonly string[]
}

/**
 * Computes from Discord's permissions who can read along (platform: everybody who may manage threads, so also every
 * administrator). The role that the bot itself has by Discord is left out: it is in the thread anyway, and says that
 * it does not read.
 */
export function readersOf(guild: Guild, channel: TextChannel): Readers {
  const me = guild.members.me
  const roles = guild.roles.cache
    .filter((role) => role.tags?.botId === undefined || role.tags.botId !== me?.id)
    .filter((role) => {
      // As somebody with this role alone: its permissions in this channel on top of everybody's.
      const may = channel.permissionsFor(role)
      return KEEPS.every((bit) => may.has(bit))
    })
  const peopleIds = [...channel.permissionOverwrites.cache.values()]
    .filter(({ type, id }) => type === OverwriteType.Member && id !== me?.id && id !== guild.ownerId)
    .filter(({ allow }) => allow.has(PermissionFlagsBits.ManageThreads))
    .map(({ id }) => id)
  const ordered = [...roles.values()].sort((a, b) => b.position - a.position)
  return {
    roles: ordered.map(({ name }) => name),
    roleIds: ordered.map(({ id }) => id),
    peopleIds,
  }
}

/** The same in sentences; people are named so that nobody is notified. */
export function describeReaders({ roles, peopleIds }: Omit<Readers, 'roleIds'>, texts: Texts): string[] {
  const list = (names: readonly string[]): string => listOf(names, texts.language)
  return [
    texts.t('talk.readers'),
    ...(roles.length === 0
      ? []
      : [texts.t('talk.readers-roles', { roles: list(roles.map((name) => `**${name}**`)) })]),
    ...(peopleIds.length === 0
      ? []
      : [texts.t('talk.readers-people', { people: list(peopleIds.map((id) => userMention(id))) })]),
    texts.t('talk.nobody-else'),
  ]
}
