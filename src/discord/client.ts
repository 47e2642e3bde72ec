import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { HousePolicy } from '../policy/schema.ts'

/** The privileged intent is asked for only by a house that reads in full; reports by people need none. */
export function intentsFor(way: HousePolicy['reading']['way']): GatewayIntentBits[] {
  const base = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
  return way === 'full' ? [...base, GatewayIntentBits.MessageContent] : base
}

/**
 * The connection to Discord. Mentions are off for everything it sends; the partials make edits and deletions of
 * messages from before the start arrive, which a limited cache would swallow (platform fact 1.14).
 *
 * @param way - the way of reading of the house
 * @param api - where REST is, without the version
 */
export function createClient(way: HousePolicy['reading']['way'], api: string): Client {
  return new Client({
    intents: intentsFor(way),
    partials: [Partials.Message, Partials.Channel],
    allowedMentions: { parse: [] },
    // Catch-up and commands go through this client, effects through one of their own (see effects-rest.ts): together
    // they stay under Discord's 50 requests a second.
    rest: { api, globalRequestsPerSecond: 15 },
    // Nothing is looked up in the caches but channels, roles and ourselves, so people and messages are not kept.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      GuildInviteManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
    }),
  })
}
