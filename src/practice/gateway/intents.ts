import { GatewayIntentBits } from 'discord-api-types/v10'
import type { PrivilegedIntent } from '../state/hub.ts'

/** Every intent that Discord knows. */
const allIntents = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
)

const privileged: Readonly<Record<PrivilegedIntent, number>> = {
  MessageContent: GatewayIntentBits.MessageContent,
  GuildMembers: GatewayIntentBits.GuildMembers,
  GuildPresences: GatewayIntentBits.GuildPresences,
}

/** Why IDENTIFY is refused for its intents: 4013 for what is no intent, 4014 for one that is not switched on. */
export function refuseIntents(
  intents: unknown,
  switchedOn: ReadonlySet<PrivilegedIntent>,
): 4013 | 4014 | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0) return 4013
  if ((intents & ~allIntents) !== 0) return 4013
  for (const [name, bit] of Object.entries(privileged)) {
    if ((intents & bit) !== 0 && !switchedOn.has(name as PrivilegedIntent)) return 4014
  }
  return undefined
}

const bits = GatewayIntentBits

/** Which intent lets a session hear of messages, reactions, typing or pins, in a guild or in a DM. */
export const hearing = {
  messages: (guildId: string | undefined): number =>
    guildId === undefined ? bits.DirectMessages : bits.GuildMessages,
  reactions: (guildId: string | undefined): number =>
    guildId === undefined ? bits.DirectMessageReactions : bits.GuildMessageReactions,
  typing: (guildId: string | undefined): number =>
    guildId === undefined ? bits.DirectMessageTyping : bits.GuildMessageTyping,
  pins: (guildId: string | undefined): number => (guildId === undefined ? bits.DirectMessages : bits.Guilds),
  guilds: bits.Guilds,
  members: bits.GuildMembers,
  always: 0,
} as const
