import { contactIn } from '../house-people.ts'
import type { Policy } from '../../policy/schema.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild } from '../state/model.ts'
import type { PersonView } from './protocol.ts'

/** Parts in the order in which the page offers them. */
const PARTS = ['young', 'youth-worker', 'moderator', 'contact'] as const

/**
 * Whom one can be: every person of the house but its owner, who has no part in the evening and sees all. What somebody
 * is follows from their roles as they are now.
 */
export function peopleOf(hub: Hub, guild: StoredGuild, policy: Policy): readonly PersonView[] {
  const { youthWorker, moderator } = policy.house.roles
  const contact = contactIn(policy).name
  const named = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => guild.roles.get(id)?.name ?? [])
  const people = [...guild.members.values()].flatMap((member): PersonView[] => {
    const user = hub.users.get(member.userId)
    if (user === undefined || user.bot || member.userId === guild.ownerId) return []
    const roles = named(member.roles)
    const part = roles.includes(youthWorker)
      ? 'youth-worker'
      : roles.includes(moderator)
        ? 'moderator'
        : user.username === contact
          ? 'contact'
          : 'young'
    return [{ name: user.username, displayName: member.nick ?? user.globalName ?? user.username, part: part }]
  })
  return PARTS.flatMap((part) => people.filter((one) => one.part === part))
}
