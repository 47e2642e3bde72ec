import { renderAuditEntry } from '../../acts/audit.ts'
import { compareIds, msOf } from '../../snowflake.ts'
import { guildOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredAuditEntry } from '../../state/model.ts'
import { demandInGuild } from '../../state/rank.ts'
import { renderChannel, renderUser, renderWebhook, userOf } from '../../state/render.ts'
import { idIn, limitOf, numberIn } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { ok, param } from '../request.ts'

/** Entries are kept for 45 days. Source: Discord, Audit Logs Resource. */
const kept = 45 * 24 * 60 * 60_000

/** The audit log of a guild. Source: Discord, Audit Logs Resource, Get Guild Audit Log. */
export const auditLogRoutes: Route[] = [{ method: 'GET', path: '/guilds/{guild}/audit-logs', handle: read }]

function read(request: RestRequest) {
  const { hub } = request
  const guild = guildOr404(hub, param(request, 'guild'))
  demandInGuild(hub, guild, hub.app.botId, 'ViewAuditLog')
  const limit = limitOf(request, { least: 1, most: 100, usual: 50 })
  const [by, target, before, after] = (['user_id', 'target_id', 'before', 'after'] as const).map((name) =>
    idIn(request, name),
  )
  const action = numberIn(request, 'action_type')
  const found = (hub.auditLog.get(guild.id) ?? []).filter(
    (one) =>
      hub.now() - msOf(one.id) <= kept &&
      (by === undefined || one.byId === by) &&
      (target === undefined || one.targetId === target) &&
      (action === undefined || one.action === action) &&
      (before === undefined || compareIds(one.id, before) < 0) &&
      (after === undefined || compareIds(one.id, after) > 0),
  )
  // After something the oldest come first; otherwise the newest.
  const page = after === undefined ? found.slice(-limit).toReversed() : found.slice(0, limit)
  return ok({ audit_log_entries: page.map(renderAuditEntry), ...referred(hub, page) })
}

/** What the entries speak of, as far as it is still there. */
function referred(hub: Hub, page: readonly StoredAuditEntry[]): object {
  const ids = new Set(page.flatMap((one) => [one.byId, one.targetId]).filter((id) => id !== null))
  const commands = [...hub.commands.values()].flat()
  return {
    users: [...ids].filter((id) => hub.users.has(id)).map((id) => renderUser(userOf(hub, id))),
    webhooks: [...ids].flatMap((id) => {
      const webhook = hub.webhooks.get(id)
      return webhook === undefined ? [] : [renderWebhook(hub, webhook, true)]
    }),
    threads: [...ids].flatMap((id) => {
      const channel = hub.channels.get(id)
      return channel?.thread === undefined ? [] : [renderChannel(hub, channel)]
    }),
    application_commands: commands.filter((one) => ids.has(one.id)),
    integrations: [],
    guild_scheduled_events: [],
    auto_moderation_rules: [],
  }
}
