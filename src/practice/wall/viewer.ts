import { isTeam, may, type About, type Role } from '../../permissions/table.ts'
import type { Policy } from '../../policy/schema.ts'
import type { LocalDiscord } from '../local-discord.ts'
import type { StoredGuild } from '../state/model.ts'

/** Whose window looks, and as what. */
export interface Viewer {
  readonly id: string
  readonly as: 'young' | 'team' | 'contact'
  /** Whether this person may see a flag about that. */
  maySee(about: About): boolean
  /** The name of somebody of the team, as their colleagues and the young people know them. */
  teamName(memberId: string | null): string | undefined
}

const ROLES_OF_HOUSE = ['youthWorker', 'moderator', 'volunteer'] as const

/** The roles of the house that somebody has on its server, by the names or ids in the agreements. */
function rolesOf(guild: StoredGuild, policy: Policy, memberId: string): readonly Role[] {
  const theirs = guild.members.get(memberId)?.roles ?? []
  const has = (nameOrId: string | undefined): boolean =>
    nameOrId !== undefined && theirs.some((id) => id === nameOrId || guild.roles.get(id)?.name === nameOrId)
  return [...ROLES_OF_HOUSE.filter((role) => has(policy.house.roles[role])), 'member']
}

export function viewerOf(discord: LocalDiscord, policy: Policy, memberId: string): Viewer {
  const { hub, guildId } = discord
  const guild = hub.guilds.get(guildId)
  if (guild === undefined) throw new Error('A practice house without a server.')
  const roles = rolesOf(guild, policy, memberId)
  const team = isTeam(roles)
  return {
    id: memberId,
    as: team ? 'team' : policy.house.contacts.integrity.discordId === memberId ? 'contact' : 'young',
    maySee: (about) => may(roles, 'queue.show', about),
    teamName(otherId) {
      if (otherId === null || !isTeam(rolesOf(guild, policy, otherId))) return undefined
      const user = hub.users.get(otherId)
      return guild.members.get(otherId)?.nick ?? user?.globalName ?? user?.username
    },
  }
}
