import { DiscordError, discordError } from '../errors.ts'
import { has } from '../permissions.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { permissionsOf } from '../state/rank.ts'
import { carryOut } from './actions.ts'
import type { Hit } from './actions.ts'
import { rulesOf } from './rules.ts'

/** What somebody is about to say, or to make of what they said. */
export interface Saying {
  readonly channel: StoredChannel
  readonly authorId: string
  readonly content: string
}

const nothing = (): void => undefined

/**
 * Asks AutoMod about a message before it is posted or changed. When a rule blocks it, everything that the rules do is
 * done and 200000 is thrown, with what the rule says to the person; otherwise the answer does what is left, once the
 * message is there.
 * Source: Discord, Auto Moderation, Event Types and Action Types.
 */
export function passAutoMod(hub: Hub, saying: Saying): (messageId: string) => void {
  const hits = hitsOf(hub, saying)
  if (hits.length === 0) return nothing
  const blocks = hits.flatMap((hit) => hit.rule.actions).filter((action) => action.type === 1)
  if (blocks.length === 0) return (messageId) => carryOut(hub, saying, hits, messageId)
  carryOut(hub, saying, hits, undefined)
  const { status, code, message } = discordError(200000)
  const said = blocks.find((one) => one.metadata.custom_message !== undefined)?.metadata.custom_message
  throw new DiscordError(status, code, said === undefined ? message : `${message}: ${said}`)
}

function hitsOf(hub: Hub, { channel, authorId, content }: Saying): Hit[] {
  if (channel.guildId === undefined || content === '') return []
  const rules = hub.autoModRules.get(channel.guildId)
  if (rules === undefined || rules.size === 0 || isFree(hub, channel.guildId, authorId)) return []
  const guild = hub.guilds.get(channel.guildId)
  const roles = guild?.members.get(authorId)?.roles ?? []
  return rulesOf(hub, channel.guildId).flatMap((rule) => {
    if (!rule.enabled || rule.eventType !== 1) return []
    if (rule.exemptRoles.some((id) => roles.includes(id) || id === channel.guildId)) return []
    // A thread is in its parent channel; that it is free with it is judged, not documented.
    if (
      rule.exemptChannels.some(
        (id) => id === channel.id || (channel.thread !== undefined && id === channel.parentId),
      )
    )
      return []
    const match = rule.find(content)
    return match === undefined ? [] : [{ rule, match }]
  })
}

/**
 * Bots, the owner, administrators and who manages the server go free. That is judged by what people see in Discord's
 * app: the documentation says nothing of it.
 */
function isFree(hub: Hub, guildId: string, userId: string): boolean {
  if (hub.users.get(userId)?.bot !== false) return true
  const guild = hub.guilds.get(guildId)
  return guild === undefined || has(permissionsOf(hub, guild, userId), 'ManageGuild')
}
