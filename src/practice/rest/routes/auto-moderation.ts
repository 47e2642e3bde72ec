import { createRule, modifyRule } from '../../automod/check.ts'
import {
  addRule,
  changeRule,
  metadataOf,
  removeRule,
  renderRule,
  ruleOr404,
  rulesOf,
} from '../../automod/rules.ts'
import { settleAction } from '../../automod/rules.ts'
import type { RuleParts } from '../../automod/rules.ts'
import { guildOr404 } from '../../state/find.ts'
import { demandInGuild } from '../../state/rank.ts'
import { check } from '../check/form.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'

const collection = '/guilds/{guild}/auto-moderation/rules'
const single = `${collection}/{rule}`

function guildOf(request: RestRequest) {
  const guild = guildOr404(request.hub, param(request, 'guild'))
  demandInGuild(request.hub, guild, request.hub.app.botId, 'ManageGuild')
  return guild
}

const ruleOf = (request: RestRequest) => ruleOr404(request.hub, guildOf(request).id, param(request, 'rule'))

/** The rules of AutoMod; all of it needs MANAGE_GUILD. Source: Discord, Auto Moderation. */
export const autoModerationRoutes: Route[] = [
  {
    method: 'GET',
    path: collection,
    handle: (request) => ok(rulesOf(request.hub, guildOf(request).id).map(renderRule)),
  },
  { method: 'GET', path: single, handle: (request) => ok(renderRule(ruleOf(request))) },
  {
    method: 'POST',
    path: collection,
    handle(request) {
      const guild = guildOf(request)
      const body = check(createRule, request.body)
      return ok(renderRule(addRule(request.hub, guild, body, byBot(request))))
    },
  },
  { method: 'PATCH', path: single, handle: modify },
  {
    method: 'DELETE',
    path: single,
    handle(request) {
      removeRule(request.hub, ruleOf(request), byBot(request))
      return noContent
    },
  },
]

function modify(request: RestRequest) {
  const guild = guildOf(request)
  const rule = ruleOf(request)
  const body = check(modifyRule(rule.triggerType), request.body)
  const change: Partial<RuleParts> = {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.event_type === undefined ? {} : { eventType: body.event_type }),
    ...(body.actions === undefined ? {} : { actions: body.actions.map(settleAction) }),
    ...(body.enabled === undefined ? {} : { enabled: body.enabled }),
    ...(body.exempt_roles === undefined ? {} : { exemptRoles: body.exempt_roles }),
    ...(body.exempt_channels === undefined ? {} : { exemptChannels: body.exempt_channels }),
    ...(body.trigger_metadata === undefined
      ? {}
      : {
          metadata: metadataOf({ trigger_type: rule.triggerType, trigger_metadata: body.trigger_metadata }),
        }),
  }
  return ok(renderRule(changeRule(request.hub, guild, rule, change, byBot(request))))
}
