import { audit, audited, changesBetween } from '../acts/audit.ts'
import type { By } from '../acts/members.ts'
import { hearing } from '../gateway/intents.ts'
import { DiscordError } from '../errors.ts'
import { invalidForm } from '../rest/check/form.ts'
import type { Fault } from '../rest/check/form.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild } from '../state/model.ts'
import { demandInGuild } from '../state/rank.ts'
import type { RuleBody } from './check.ts'
import { createSearch } from './find.ts'
import { mostRules, trigger } from './model.ts'
import type { AutoModAction, StoredAutoModRule, TriggerMetadata } from './model.ts'

/** Mentions that a rule allows when it does not say; Discord has some figure and does not document it. */
const usualMentions = 20

/** The parts of a rule that can be changed. */
export type RuleParts = Pick<
  StoredAutoModRule,
  'name' | 'eventType' | 'metadata' | 'actions' | 'enabled' | 'exemptRoles' | 'exemptChannels'
>

/** The rules of a guild, oldest first. */
export const rulesOf = (hub: Hub, guildId: string): StoredAutoModRule[] => [
  ...(hub.autoModRules.get(guildId)?.values() ?? []),
]

/** The rule with this id, or a 404: Discord has no code of its own for it. */
export function ruleOr404(hub: Hub, guildId: string, id: string): StoredAutoModRule {
  const rule = hub.autoModRules.get(guildId)?.get(id)
  if (rule === undefined) throw new DiscordError(404, 0, '404: Not Found')
  return rule
}

/** A rule as Discord sends it. Source: Discord, Auto Moderation, Auto Moderation Rule Structure. */
export const renderRule = (rule: StoredAutoModRule): object => ({
  id: rule.id,
  guild_id: rule.guildId,
  creator_id: rule.creatorId,
  ...plain(rule),
})

const plain = (rule: RuleParts & Pick<StoredAutoModRule, 'triggerType'>): object => ({
  name: rule.name,
  event_type: rule.eventType,
  trigger_type: rule.triggerType,
  trigger_metadata: rule.metadata,
  actions: rule.actions,
  enabled: rule.enabled,
  exempt_roles: rule.exemptRoles,
  exempt_channels: rule.exemptChannels,
})

/** What a body says, with what Discord fills in. */
export function partsOf(body: RuleBody): RuleParts {
  return {
    name: body.name,
    eventType: body.event_type,
    metadata: metadataOf(body),
    actions: body.actions.map(settleAction),
    enabled: body.enabled ?? false,
    exemptRoles: body.exempt_roles ?? [],
    exemptChannels: body.exempt_channels ?? [],
  }
}

type Loosely<T> = { readonly [K in keyof T]: T[K] | undefined }

/** What a rule looks for, with empty lists where it says nothing. */
export function metadataOf(body: Pick<RuleBody, 'trigger_type' | 'trigger_metadata'>): TriggerMetadata {
  const given: Loosely<TriggerMetadata> = body.trigger_metadata ?? {}
  const words = {
    keyword_filter: given.keyword_filter ?? [],
    regex_patterns: given.regex_patterns ?? [],
    allow_list: given.allow_list ?? [],
  }
  switch (body.trigger_type) {
    case trigger.keyword:
    case trigger.memberProfile:
      return words
    case trigger.spam:
      return {}
    case trigger.preset:
      return { presets: given.presets ?? [], allow_list: words.allow_list }
    case trigger.mentionSpam:
      return {
        mention_total_limit: given.mention_total_limit ?? usualMentions,
        mention_raid_protection_enabled: given.mention_raid_protection_enabled ?? false,
      }
  }
}

/** An action without empty fields. */
export function settleAction(action: RuleBody['actions'][number]): AutoModAction {
  if (action.type === 2 || action.type === 3) return action
  if (action.type === 4) return { type: 4, metadata: {} }
  const said = action.metadata?.custom_message
  return { type: 1, metadata: said === undefined || said === '' ? {} : { custom_message: said } }
}

/**
 * Makes a rule. Needs MANAGE_GUILD, and MODERATE_MEMBERS for a time-out; refuses one rule too many of its kind.
 * Source: Discord, Auto Moderation, Create Auto Moderation Rule; Permission Requirements.
 */
export function addRule(hub: Hub, guild: StoredGuild, body: RuleBody, by: By): StoredAutoModRule {
  const parts = partsOf(body)
  checkParts(hub, guild, body.trigger_type, parts, by)
  const there = rulesOf(hub, guild.id).filter((one) => one.triggerType === body.trigger_type)
  const most = mostRules[body.trigger_type]
  if (there.length >= most) {
    // In these words, and without a path, in reports of users of discord.js; the documentation has only the numbers.
    const message = `Maximum number of rules with trigger type ${body.trigger_type} is ${most}`
    throw invalidForm([{ code: 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED', message }])
  }
  const rule: StoredAutoModRule = {
    id: hub.newId(),
    guildId: guild.id,
    creatorId: by.id,
    triggerType: body.trigger_type,
    ...parts,
    find: createSearch(hub.autoModWords, body.trigger_type, parts.metadata),
  }
  keep(hub, rule)
  publish(hub, 'AUTO_MODERATION_RULE_CREATE', rule)
  note(hub, audited.autoModRuleCreate, rule, changesBetween({}, plain(rule)), by)
  return rule
}

/** Changes a rule. Source: Discord, Auto Moderation, Modify Auto Moderation Rule. */
export function changeRule(
  hub: Hub,
  guild: StoredGuild,
  rule: StoredAutoModRule,
  change: Partial<RuleParts>,
  by: By,
): StoredAutoModRule {
  const parts: RuleParts = { ...rule, ...change }
  checkParts(hub, guild, rule.triggerType, parts, by)
  const find = createSearch(hub.autoModWords, rule.triggerType, parts.metadata)
  const changed: StoredAutoModRule = { ...rule, ...parts, find }
  keep(hub, changed)
  publish(hub, 'AUTO_MODERATION_RULE_UPDATE', changed)
  note(hub, audited.autoModRuleUpdate, changed, changesBetween(plain(rule), plain(changed)), by)
  return changed
}

/** Takes a rule away. Source: Discord, Auto Moderation, Delete Auto Moderation Rule. */
export function removeRule(hub: Hub, rule: StoredAutoModRule, by: By): void {
  hub.autoModRules.get(rule.guildId)?.delete(rule.id)
  publish(hub, 'AUTO_MODERATION_RULE_DELETE', rule)
  note(hub, audited.autoModRuleDelete, rule, changesBetween(plain(rule), {}), by)
}

/** What the fields of a rule must say together. */
function checkParts(
  hub: Hub,
  guild: StoredGuild,
  type: StoredAutoModRule['triggerType'],
  parts: RuleParts,
  by: By,
): void {
  demandInGuild(hub, guild, by.id, 'ManageGuild')
  const faults: Fault[] = []
  const wrong = (path: readonly (string | number)[], message: string) =>
    faults.push({ code: 'BASE_TYPE_CHOICES', message, path })
  const fitting = type === trigger.memberProfile ? 2 : 1
  if (parts.eventType !== fitting) wrong(['event_type'], `Value must be ${fitting} for this trigger type.`)
  for (const [index, action] of parts.actions.entries()) {
    const path = ['actions', index]
    if (action.type === 3) {
      if (type !== trigger.keyword && type !== trigger.mentionSpam)
        wrong([...path, 'type'], 'A timeout can only be set up for keyword and mention spam rules.')
      demandInGuild(hub, guild, by.id, 'ModerateMembers')
    }
    if (action.type === 2) {
      const channel = hub.channels.get(action.metadata.channel_id)
      if (channel?.guildId !== guild.id || channel.type === 4)
        wrong([...path, 'metadata', 'channel_id'], 'Unknown channel.')
    }
  }
  if (faults.length > 0) throw invalidForm(faults)
}

function keep(hub: Hub, rule: StoredAutoModRule): void {
  const rules = hub.autoModRules.get(rule.guildId) ?? new Map<string, StoredAutoModRule>()
  hub.autoModRules.set(rule.guildId, rules)
  rules.set(rule.id, rule)
}

function publish(hub: Hub, t: string, rule: StoredAutoModRule): void {
  hub.publish({
    t,
    intents: hearing.always,
    guildId: rule.guildId,
    hidesContent: false,
    data: () => renderRule(rule),
  })
  hub.changed()
}

function note(
  hub: Hub,
  action: 140 | 141 | 142,
  rule: StoredAutoModRule,
  changes: ReturnType<typeof changesBetween>,
  by: By,
): void {
  audit(hub, rule.guildId, { action, byId: by.id, targetId: rule.id, changes, reason: by.reason })
}
