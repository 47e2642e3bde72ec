import {
  type APIAutoModerationRule,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleKeywordPresetType,
  AutoModerationRuleTriggerType,
  type RESTPostAPIAutoModerationRuleJSONBody,
  Routes,
} from 'discord.js'
import { isOwn } from '../../automod/names.ts'
import { type FilterPlan, planFilters, type Room } from '../../automod/plan.ts'
import type { Policy, Preset } from '../../policy/schema.ts'
import type { Desk } from '../desk.ts'
import { staffTold, tellStaff } from '../tell-staff.ts'
import { type FilterPlace, filterPlaceSchema } from '../automod/place.ts'
import type { Effect, Hands } from './effect.ts'

/** How many filters of words Discord takes, and in how many channels one does not look. Source: Discord, Auto Moderation. */
const WORD_FILTERS_MAX = 6
const EXEMPT_MAX = 50

const PRESETS: Readonly<Record<Preset, AutoModerationRuleKeywordPresetType>> = {
  profanity: AutoModerationRuleKeywordPresetType.Profanity,
  sexual: AutoModerationRuleKeywordPresetType.SexualContent,
  slurs: AutoModerationRuleKeywordPresetType.Slurs,
}

type Body = RESTPostAPIAutoModerationRuleJSONBody

/** The filters as Discord takes them. Worry and Discord's own lists only tell; no filter ever pauses a person. */
function bodiesOf(plan: FilterPlan, place: FilterPlace, desk: Desk): Body[] {
  const alert = {
    type: AutoModerationActionType.SendAlertMessage,
    metadata: { channel_id: place.alertChannelId ?? '' },
  }
  const block = {
    type: AutoModerationActionType.BlockMessage,
    metadata: { custom_message: desk.texts().t('automod.block') },
  }
  const common = { event_type: AutoModerationRuleEventType.MessageSend }
  const exempt = (names: readonly string[]): string[] =>
    [...new Set([...place.never, ...names.flatMap((name) => place.channels[name] ?? [])])].slice(
      0,
      EXEMPT_MAX,
    )
  const words = plan.filters.map(
    ({ name, kind, keywords, allowed, exempt: names }): Body => ({
      ...common,
      name,
      trigger_type: AutoModerationRuleTriggerType.Keyword,
      trigger_metadata: { keyword_filter: [...keywords], allow_list: [...allowed] },
      // What is blocked is told by the event alone: an alert would show the words to somebody.
      actions: [kind === 'block' ? block : alert],
      exempt_channels: exempt(names),
    }),
  )
  if (plan.preset === undefined) return words
  const { name, presets } = plan.preset
  return [
    ...words,
    {
      ...common,
      name,
      trigger_type: AutoModerationRuleTriggerType.KeywordPreset,
      trigger_metadata: { presets: presets.map((preset) => PRESETS[preset]) },
      actions: [alert],
      exempt_channels: exempt([]),
    },
  ]
}

const same = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  JSON.stringify([...a].map(String).sort()) === JSON.stringify([...b].map(String).sort())

/** Whether a filter says what it should. Whether it is switched on is for the people of the server. */
function isAsWanted(rule: APIAutoModerationRule, body: Body): boolean {
  const [action] = rule.actions
  const [wanted] = body.actions
  return (
    rule.trigger_type === body.trigger_type &&
    rule.actions.length === body.actions.length &&
    action?.type === wanted?.type &&
    action?.metadata?.channel_id === wanted?.metadata?.channel_id &&
    action?.metadata?.custom_message === wanted?.metadata?.custom_message &&
    same(rule.trigger_metadata.keyword_filter, body.trigger_metadata?.keyword_filter) &&
    same(rule.trigger_metadata.allow_list, body.trigger_metadata?.allow_list) &&
    same(rule.trigger_metadata.presets, body.trigger_metadata?.presets) &&
    same(rule.exempt_channels, body.exempt_channels)
  )
}

/** The plan of one policy and room, made once: it is asked for at each look at the filters that stand there. */
const plans = new WeakMap<Policy, Map<string, FilterPlan>>()

function planOnce(policy: Policy, room: Room): FilterPlan {
  const ofPolicy = plans.get(policy) ?? new Map<string, FilterPlan>()
  plans.set(policy, ofPolicy)
  const key = JSON.stringify(room)
  const plan = ofPolicy.get(key) ?? planFilters(policy, room)
  ofPolicy.set(key, plan)
  return plan
}

function planFor(
  rules: readonly APIAutoModerationRule[],
  place: FilterPlace,
  { desk, botId }: Hands,
): FilterPlan {
  if (place.policy === '') return { filters: [], leftOut: [] }
  const foreign = rules.filter((rule) => !isOwn({ name: rule.name, creatorId: rule.creator_id }, botId))
  const taken = (type: AutoModerationRuleTriggerType): number =>
    foreign.filter(({ trigger_type }) => trigger_type === type).length
  return planOnce(desk.policy, {
    filters: Math.max(0, WORD_FILTERS_MAX - taken(AutoModerationRuleTriggerType.Keyword)),
    preset: taken(AutoModerationRuleTriggerType.KeywordPreset) === 0,
    alerts: place.alertChannelId !== null,
  })
}

/**
 * Makes Discord's filters say what the agreements say. Looks first which stand there: only filters that the bot made
 * and named are changed or taken away, and what stands as it should is left alone. What must go goes first, because
 * Discord counts.
 */
export const automodRule: Effect = async (claim, hands) => {
  const { rest, desk, botId } = hands
  const place = filterPlaceSchema.parse(claim.desired)
  const route = Routes.guildAutoModerationRules(claim.houseId)
  const rules = (await rest.get(route)) as APIAutoModerationRule[]
  const plan = planFor(rules, place, hands)
  const wanted = new Map(bodiesOf(plan, place, desk).map((body) => [body.name, body]))
  const own = rules.filter((rule) => isOwn({ name: rule.name, creatorId: rule.creator_id }, botId))
  const standing = new Map<string, APIAutoModerationRule>()
  for (const rule of own) {
    const body = wanted.get(rule.name)
    if (body?.trigger_type === rule.trigger_type && !standing.has(rule.name)) standing.set(rule.name, rule)
    else await rest.delete(Routes.guildAutoModerationRule(claim.houseId, rule.id))
  }
  for (const [name, body] of wanted) {
    const rule = standing.get(name)
    if (rule === undefined) await rest.post(route, { body: { ...body, enabled: true } })
    else if (!isAsWanted(rule, body)) {
      const { trigger_type: _type, ...change } = body
      await rest.patch(Routes.guildAutoModerationRule(claim.houseId, rule.id), { body: change })
    }
  }
  desk.log.info(
    { house: claim.houseId, filters: wanted.size, words: plan.leftOut.length },
    'the filters of Discord are as agreed; npm run policy -- filters tells which words did not fit',
  )
  const noRoom = plan.leftOut.filter(({ why }) => why === 'no-room').length
  const told = { house: claim.houseId, about: 'filters-room' }
  if (noRoom === 0) await staffTold(desk, told)
  else {
    const values = { count: String(noRoom) }
    await tellStaff(desk, { ...told, queueChannelId: claim.channelId, says: 'staff.filters-room', values })
  }
  return { did: 'done' }
}
