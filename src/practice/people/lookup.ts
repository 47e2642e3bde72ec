import { canSee } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredGuild, StoredMember, StoredMessage, StoredUser } from '../state/model.ts'
import { bare } from '../seed.ts'
import { refused } from './refused.ts'

/** The channel or thread with this name ('#algemeen' or 'algemeen') or id. */
export function channelNamed(hub: Hub, guild: StoredGuild, name: string): StoredChannel {
  const byId = hub.channels.get(name)
  if (byId !== undefined) return byId
  const wanted = bare(name)
  for (const channel of hub.channels.values()) {
    if (channel.guildId === guild.id && channel.name === wanted) return channel
  }
  throw new Error(`There is no channel "${name}" in ${guild.name}.`)
}

/** The member with this name: user name, display name or id, in any case. */
export function memberNamed(
  hub: Hub,
  guild: StoredGuild,
  name: string,
): { user: StoredUser; member: StoredMember } {
  const wanted = bare(name).toLowerCase()
  for (const member of guild.members.values()) {
    const user = hub.users.get(member.userId)
    if (user === undefined) continue
    const names = [
      user.id,
      user.username.toLowerCase(),
      user.globalName?.toLowerCase(),
      member.nick?.toLowerCase(),
    ]
    if (names.includes(wanted)) return { user, member }
  }
  throw new Error(`There is no member "${name}" in ${guild.name}.`)
}

/** A message that this person can see, ephemeral ones to them included; otherwise a clear refusal. */
export function seenBy(hub: Hub, userId: string, id: string): StoredMessage {
  const hidden = hub.ephemerals.get(id)
  if (hidden !== undefined) {
    if (hidden.onlyFor === userId) return hidden
    throw refused(10008, 'this message was shown to somebody else alone.')
  }
  for (const channel of hub.channels.values()) {
    const message = channel.messages.get(id)
    if (message === undefined) continue
    if (canSee(hub, userId, channel)) return message
    throw refused(50001, `#${channel.name} cannot be seen by this member.`)
  }
  throw refused(10008, 'the message is not there (any more).')
}
