import { audit, audited } from '../acts/audit.ts'
import { tellMember } from '../acts/members.ts'
import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import { postAlert } from './alert.ts'
import type { Saying } from './enforce.ts'
import type { AutoModAction, Match, StoredAutoModRule } from './model.ts'

/** A rule that was set off, and by what. */
export interface Hit {
  readonly rule: StoredAutoModRule
  readonly match: Match
}

/**
 * Does what the rules say and tells of each action: one event for each, and a line in the audit log. A message that
 * was blocked has no id, nor have its events. Source: Discord, Gateway Events, Auto Moderation Action Execution.
 */
export function carryOut(
  hub: Hub,
  saying: Saying,
  hits: readonly Hit[],
  messageId: string | undefined,
): void {
  for (const hit of hits) {
    for (const action of hit.rule.actions) {
      const alertId = act(hub, saying, hit, action, messageId)
      tell(hub, saying, hit, action, { messageId, alertId })
    }
  }
}

/** Does one action; the answer is the id of the alert that it posted. */
function act(
  hub: Hub,
  saying: Saying,
  hit: Hit,
  action: AutoModAction,
  messageId: string | undefined,
): string | undefined {
  const { rule } = hit
  switch (action.type) {
    case 1:
      note(hub, saying, rule, audited.autoModBlock)
      return undefined
    case 2: {
      const alert = postAlert(hub, saying, hit, { channelId: action.metadata.channel_id, messageId })
      if (alert !== undefined) note(hub, saying, rule, audited.autoModFlag)
      return alert?.id
    }
    case 3: {
      const guild = hub.guilds.get(rule.guildId)
      const member = guild?.members.get(saying.authorId)
      if (guild === undefined || member === undefined) return undefined
      const until = hub.now() + action.metadata.duration_seconds * 1000
      member.timeoutUntil = Math.max(until, member.timeoutUntil ?? 0)
      tellMember(hub, guild, member)
      note(hub, saying, rule, audited.autoModTimeout)
      return undefined
    }
    case 4:
      // Belongs to rules about profiles; the people here have none to change.
      return undefined
  }
}

function tell(
  hub: Hub,
  { channel, authorId, content }: Saying,
  { rule, match }: Hit,
  action: AutoModAction,
  ids: { messageId: string | undefined; alertId: string | undefined },
): void {
  hub.publish({
    t: 'AUTO_MODERATION_ACTION_EXECUTION',
    intents: hearing.always,
    guildId: rule.guildId,
    hidesContent: true,
    data: (full) => ({
      guild_id: rule.guildId,
      action,
      rule_id: rule.id,
      rule_trigger_type: rule.triggerType,
      user_id: authorId,
      channel_id: channel.id,
      ...(ids.messageId === undefined ? {} : { message_id: ids.messageId }),
      ...(ids.alertId === undefined ? {} : { alert_system_message_id: ids.alertId }),
      content: full ? content : '',
      matched_keyword: match.keyword,
      matched_content: full ? match.content : match.content === null ? null : '',
    }),
  })
  hub.changed()
}

/** Who did it and to whom is the same person: so it looks in Discord's audit log, which documents only the options. */
function note(hub: Hub, saying: Saying, rule: StoredAutoModRule, action: 143 | 144 | 145): void {
  audit(hub, rule.guildId, {
    action,
    byId: saying.authorId,
    targetId: saying.authorId,
    options: {
      auto_moderation_rule_name: rule.name,
      auto_moderation_rule_trigger_type: String(rule.triggerType),
      channel_id: saying.channel.id,
    },
  })
}
