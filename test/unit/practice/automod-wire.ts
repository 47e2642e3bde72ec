import { AutoModerationRuleEventType, AutoModerationRuleTriggerType, GatewayIntentBits } from 'discord.js'
import type { AutoModerationRuleCreateOptions, Client, Guild } from 'discord.js'
import type { LocalDiscordOptions } from '../../../src/practice/local-discord.ts'
import { botByDefault } from '../../../src/practice/seed.ts'
import { setStage, testHouse, usualIntents } from '../../support/practice/bot.ts'
import type { Stage } from '../../support/practice/bot.ts'

/** A house whose bot may do everything with AutoMod, and an owner who is not staff. */
export const guardedHouse = {
  ...testHouse,
  bot: { permissions: [...botByDefault, 'ManageGuild', 'ModerateMembers', 'ViewAuditLog'] },
  roles: [...testHouse.roles, { name: 'beheer', permissions: ['ManageGuild'] }, { name: 'vertrouwd' }],
  members: [
    ...testHouse.members,
    { name: 'bea', roles: ['beheer'] },
    { name: 'victor', roles: ['vertrouwd'] },
  ],
} as const satisfies LocalDiscordOptions['seedGuild']

export const autoModIntents = [
  ...usualIntents,
  GatewayIntentBits.AutoModerationConfiguration,
  GatewayIntentBits.AutoModerationExecution,
  GatewayIntentBits.GuildModeration,
] as const

export interface Guarded {
  readonly stage: Stage
  readonly client: Client<true>
  readonly guild: Guild
  [Symbol.asyncDispose](): Promise<void>
}

/** A local Discord with AutoMod, and a bot that is connected to it. */
export async function guard(options: LocalDiscordOptions = {}): Promise<Guarded> {
  const stage = await setStage({ seedGuild: guardedHouse, ...options })
  const client = await stage.connect({ intents: [...autoModIntents] })
  const guild = client.guilds.cache.first()
  if (guild === undefined) throw new Error('a guild was expected')
  return { stage, client, guild, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() }
}

/** A rule that blocks these words, unless `more` says otherwise. */
export const wordRule = (
  keywordFilter: readonly string[],
  more: Partial<AutoModerationRuleCreateOptions> = {},
): AutoModerationRuleCreateOptions => ({
  name: 'woorden',
  eventType: AutoModerationRuleEventType.MessageSend,
  triggerType: AutoModerationRuleTriggerType.Keyword,
  triggerMetadata: { keywordFilter },
  actions: [{ type: 1 }],
  enabled: true,
  ...more,
})
