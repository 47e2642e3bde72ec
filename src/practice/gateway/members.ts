import { GatewayIntentBits } from 'discord-api-types/v10'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild, StoredMember } from '../state/model.ts'
import { renderMember, userOf } from '../state/render.ts'
import type { RequestMembers } from './frames.ts'

/** Members in one chunk, and the most that a search by name or by ids gives. */
const chunkSize = 1000
const mostFound = 100
/** Everybody of one guild may be asked for once in this many milliseconds. Source: Discord, Change Log, 2025-08. */
const everybodyEvery = 30_000

/** Answers the requests for members of one gateway. */
export interface MemberRequests {
  answer(wanted: RequestMembers, intents: number, tell: (t: string, d: unknown) => void): void
}

/**
 * Answers REQUEST_GUILD_MEMBERS in chunks of a thousand. Everybody needs the member intent, a search gives a
 * hundred, named ids need nothing; who asks for everybody again within half a minute is told RATE_LIMITED. What
 * comes without the intent when everybody is asked for is not documented: here it is nobody.
 * Source: Discord, Gateway Events, Request Guild Members; Guild Members Chunk; Rate Limited.
 */
export function createMemberRequests(hub: Hub): MemberRequests {
  const lastAll = new Map<string, number>()
  return {
    answer(wanted, intents, tell) {
      const guild = hub.guilds.get(wanted.guild_id)
      if (guild === undefined) return
      const nonce = nonceOf(wanted)
      if (wanted.query === '' && wanted.limit === 0) {
        const wait = everybodyEvery - (hub.now() - (lastAll.get(guild.id) ?? -Infinity))
        if (wait > 0) {
          tell('RATE_LIMITED', {
            opcode: 8,
            retry_after: wait / 1000,
            meta: { guild_id: guild.id, ...nonce },
          })
          return
        }
        lastAll.set(guild.id, hub.now())
      }
      const found = find(hub, guild, wanted, (intents & GatewayIntentBits.GuildMembers) !== 0)
      const presences = wanted.presences === true && (intents & GatewayIntentBits.GuildPresences) !== 0
      const count = Math.max(1, Math.ceil(found.length / chunkSize))
      for (let index = 0; index < count; index += 1) {
        const part = found.slice(index * chunkSize, (index + 1) * chunkSize)
        tell('GUILD_MEMBERS_CHUNK', {
          guild_id: guild.id,
          members: part.map((one) => renderMember(hub, one)),
          chunk_index: index,
          chunk_count: count,
          not_found: (wanted.user_ids ?? []).filter((id) => !guild.members.has(id)),
          ...(presences ? { presences: part.map((one) => presenceOf(one.userId)) } : {}),
          ...nonce,
        })
      }
    },
  }
}

function find(hub: Hub, guild: StoredGuild, wanted: RequestMembers, mayAll: boolean): StoredMember[] {
  const all = [...guild.members.values()]
  if (wanted.user_ids !== undefined) return all.filter((one) => wanted.user_ids?.includes(one.userId))
  const limit = wanted.limit ?? 0
  if (wanted.query === '') {
    if (!mayAll) return []
    return limit === 0 ? all : all.slice(0, limit)
  }
  const start = (wanted.query ?? '').toLowerCase()
  const names = (one: StoredMember) => [one.nick ?? '', userOf(hub, one.userId).username]
  return all
    .filter((one) => names(one).some((name) => name.toLowerCase().startsWith(start)))
    .slice(0, limit === 0 ? mostFound : Math.min(limit, mostFound))
}

/** "If you send an invalid nonce it will be ignored." */
function nonceOf(wanted: RequestMembers): { nonce?: string } {
  const { nonce } = wanted
  return typeof nonce === 'string' && Buffer.byteLength(nonce) <= 32 ? { nonce } : {}
}

/** Everybody in the house is online: there is nothing else to say of people who are not there. */
export const presenceOf = (userId: string): object => ({
  user: { id: userId },
  status: 'online',
  activities: [],
  client_status: { desktop: 'online' },
})
