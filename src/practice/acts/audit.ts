import { GatewayIntentBits } from 'discord-api-types/v10'
import { guildPermissions, has } from '../permissions.ts'
import type { Hub } from '../state/hub.ts'
import type { AuditChange, StoredAuditEntry } from '../state/model.ts'

/** What an entry says happened. Source: Discord, Audit Logs Resource, Audit Log Events. */
export const audited = {
  channelCreate: 10,
  channelUpdate: 11,
  channelDelete: 12,
  overwriteCreate: 13,
  overwriteUpdate: 14,
  overwriteDelete: 15,
  memberKick: 20,
  banAdd: 22,
  banRemove: 23,
  memberUpdate: 24,
  memberRoles: 25,
  roleCreate: 30,
  roleUpdate: 31,
  roleDelete: 32,
  webhookCreate: 50,
  webhookUpdate: 51,
  webhookDelete: 52,
  messageDelete: 72,
  messageBulkDelete: 73,
  messagePin: 74,
  messageUnpin: 75,
  threadCreate: 110,
  threadUpdate: 111,
  threadDelete: 112,
  commandPermissions: 121,
  autoModRuleCreate: 140,
  autoModRuleUpdate: 141,
  autoModRuleDelete: 142,
  autoModBlock: 143,
  autoModFlag: 144,
  autoModTimeout: 145,
} as const

export interface NewAuditEntry {
  readonly action: (typeof audited)[keyof typeof audited]
  /** Who did it; null when nobody did. */
  readonly byId: string | null
  readonly targetId: string | null
  readonly changes?: readonly AuditChange[] | undefined
  readonly options?: Readonly<Record<string, string>> | undefined
  readonly reason?: string | undefined
}

/**
 * Writes a line in the audit log of a guild, and tells of it to a bot that may read it.
 * Source: Discord, Audit Logs Resource; Gateway Events, Guild Audit Log Entry Create.
 */
export function audit(hub: Hub, guildId: string, entry: NewAuditEntry): StoredAuditEntry {
  const stored: StoredAuditEntry = { id: hub.newId(), guildId, ...entry }
  const log = hub.auditLog.get(guildId)
  if (log === undefined) hub.auditLog.set(guildId, [stored])
  else log.push(stored)
  const guild = hub.guilds.get(guildId)
  const bot = guild?.members.get(hub.app.botId)
  if (guild === undefined || bot === undefined) return stored
  if (!has(guildPermissions(guild, bot, hub.now()), 'ViewAuditLog')) return stored
  hub.publish({
    t: 'GUILD_AUDIT_LOG_ENTRY_CREATE',
    intents: GatewayIntentBits.GuildModeration,
    guildId,
    hidesContent: false,
    data: () => ({ ...renderAuditEntry(stored), guild_id: guildId }),
  })
  return stored
}

/** A line of the audit log as Discord sends it; what is empty is left out. */
export function renderAuditEntry(entry: StoredAuditEntry): object {
  return {
    id: entry.id,
    user_id: entry.byId,
    target_id: entry.targetId,
    action_type: entry.action,
    ...(entry.changes === undefined || entry.changes.length === 0 ? {} : { changes: entry.changes }),
    ...(entry.options === undefined ? {} : { options: entry.options }),
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
  }
}

/** The changes between two pictures of the same thing: one for each key whose value differs. */
export function changesBetween(before: object, after: object): AuditChange[] {
  const old = before as Record<string, unknown>
  const fresh = after as Record<string, unknown>
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((key) => {
    const was = old[key] ?? undefined
    const is = fresh[key] ?? undefined
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [
      {
        key,
        ...(was === undefined ? {} : { old_value: was }),
        ...(is === undefined ? {} : { new_value: is }),
      },
    ]
  })
}
