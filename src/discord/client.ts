import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type GuildMember,
  LimitedCollection,
  Options,
  Partials,
} from 'discord.js'
import type { HousePolicy } from '../policy/schema.ts'
import { partOf, type Share, WHOLE } from '../shards.ts'

type Way = HousePolicy['reading']['way']

/**
 * What all houses on the connection need together. The privileged intent is asked for only where a house reads in full. A
 * house that works with reports hears what Discord's own filters saw, if it gave the bot the permission for that.
 */
export function intentsFor(ways: readonly Way[]): GatewayIntentBits[] {
  return [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
    ...(ways.includes('full') ? [GatewayIntentBits.MessageContent] : []),
    ...(ways.includes('reports')
      ? [GatewayIntentBits.AutoModerationExecution, GatewayIntentBits.AutoModerationConfiguration]
      : []),
  ]
}

/** What of Discord is never looked up in a cache. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'MessageManager',
  'ReactionManager',
  'PresenceManager',
  'VoiceStateManager',
  'GuildBanManager',
  'GuildEmojiManager',
  'GuildStickerManager',
  'GuildScheduledEventManager',
  'GuildInviteManager',
  'StageInstanceManager',
  'ThreadMemberManager',
])
type MakeCache = NonNullable<ClientOptions['makeCache']>

/**
 * Keeps nothing of what is not looked up. The library asks for a cache for each channel, each server and each message:
 * all of them get the same one, which takes nothing in, instead of one that stays empty for each.
 */
function keepingNothingOf(names: ReadonlySet<string>, others: MakeCache): MakeCache {
  const nothing = new LimitedCollection<never, never>({ maxSize: 0 })
  return (type, holds, manager) =>
    names.has(type.name) || names.has(manager.name) ? (nothing as never) : others(type, holds, manager)
}

/**
 * The connection to Discord. Mentions are off for everything it sends; the partials make edits and deletions of
 * messages from before the start arrive, which a limited cache would swallow (platform fact 1.14).
 *
 * @param ways - how its houses read
 * @param rolesIn - the roles of the team of a house, asked each time
 * @param api - where REST is, without the version
 * @param share - which servers this process serves
 * @param ws - how the sessions of several processes begin in turn
 */
export function createClient(
  ways: readonly Way[],
  rolesIn: (guildId: string) => HousePolicy['roles'],
  api: string,
  share: Share = WHOLE,
  ws: ClientOptions['ws'] = {},
): Client {
  const isTeam = (member: GuildMember): boolean => {
    const team = Object.values(rolesIn(member.guild.id))
    return member.roles.cache.some(({ name, id }) => team.includes(name) || team.includes(id))
  }
  return new Client({
    intents: intentsFor(ways),
    partials: [Partials.Message, Partials.Channel],
    allowedMentions: { parse: [] },
    // Catch-up and commands go through this client, effects through one of their own (see effects-rest.ts): together
    // they stay under Discord's 50 requests a second, and so do several processes together.
    rest: { api, globalRequestsPerSecond: partOf(share, 15) },
    shards: [...share.shards],
    shardCount: share.total,
    ws,
    // Nothing is looked up in the caches but channels, roles, the team and ourselves: people and messages are not kept.
    makeCache: keepingNothingOf(
      NOT_KEPT,
      Options.cacheWithLimits({
        UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
        // The team is kept (a handful of people), so that nobody who asks for a talk waits until Discord told who is there.
        GuildMemberManager: {
          maxSize: 0,
          keepOverLimit: (member) => member.id === member.client.user.id || isTeam(member),
        },
      }),
    ),
  })
}
