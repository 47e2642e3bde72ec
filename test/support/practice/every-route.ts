import type { Client } from 'discord.js'
import type { LocalDiscord } from '../../../src/practice/local-discord.ts'

type Id = { readonly id: string }

/** What a request is made of, beside its method and path. */
export interface Asked {
  /** The parts of the path that the route names, in its order. */
  readonly params?: readonly string[]
  readonly query?: string
  readonly body?: unknown
  /** The status that is expected; anything below 400 when absent. */
  readonly status?: number
}

/** A house with something in it for every route, and the hands to make more. */
export interface Things {
  readonly discord: LocalDiscord
  readonly client: Client
  readonly ask: <T = Id>(method: string, path: string, body?: unknown) => Promise<T>
  /** An interaction that nobody has answered yet. */
  readonly interaction: () => Promise<{ readonly id: string; readonly token: string }>
}

const words = { content: 'hallo' }

/** How to ask each route for something that it can do. A route that is missing here fails the walk by name. */
export const examples: Readonly<Record<string, (things: Things) => Promise<Asked> | Asked>> = {
  'GET /gateway': () => ({}),
  'GET /gateway/bot': () => ({}),
  'GET /users/@me': () => ({}),
  'GET /users/@me/guilds': () => ({}),
  'GET /users/{user}': ({ discord }) => ({ params: [person(discord, 'noor')] }),
  'GET /applications/@me': () => ({}),
  'GET /oauth2/applications/@me': () => ({}),
  'POST /users/@me/channels': ({ discord }) => ({ body: { recipient_id: person(discord, 'noor') } }),
  ...commandExamples('/applications/{application}/commands', ({ applicationId }) => [applicationId]),
  ...commandExamples('/applications/{application}/guilds/{guild}/commands', ({ applicationId, guildId }) => [
    applicationId,
    guildId,
  ]),
  'GET /applications/{application}/guilds/{guild}/commands/permissions': ({ discord }) => ({
    params: [discord.applicationId, discord.guildId],
  }),
  'GET /applications/{application}/guilds/{guild}/commands/{command}/permissions': async (things) => {
    const { discord } = things
    const command = await newCommand(things, `/applications/${discord.applicationId}/commands`)
    discord.world.admin().setsCommand('lezen', [{ for: { member: 'noor' }, allowed: true }])
    return { params: [discord.applicationId, discord.guildId, command.id] }
  },
  // Only a person's token may: a bot is told so.
  'PUT /applications/{application}/guilds/{guild}/commands/{command}/permissions': ({ discord }) => ({
    params: [discord.applicationId, discord.guildId, '1'],
    body: { permissions: [] },
    status: 403,
  }),

  'GET /guilds/{guild}': guild({ query: '?with_counts=true' }),
  'GET /guilds/{guild}/channels': guild(),
  'POST /guilds/{guild}/channels': guild({ body: { name: 'nieuw', type: 15, topic: 'x' } }),
  'PATCH /guilds/{guild}/channels': ({ discord }) => ({
    params: [discord.guildId],
    body: [{ id: channel(discord), position: 3 }],
  }),
  'GET /guilds/{guild}/roles': guild(),
  'POST /guilds/{guild}/roles': guild({ body: { name: 'rol', permissions: '1024', color: 5 } }),
  'PATCH /guilds/{guild}/roles': async (things) => ({
    params: [things.discord.guildId],
    body: [{ id: (await role(things)).id, position: 1 }],
  }),
  'GET /guilds/{guild}/roles/member-counts': guild(),
  'GET /guilds/{guild}/roles/{role}': aRole(),
  'PATCH /guilds/{guild}/roles/{role}': aRole({ body: { name: 'anders', hoist: true } }),
  'DELETE /guilds/{guild}/roles/{role}': aRole(),
  'GET /guilds/{guild}/members': guild({ query: '?limit=5' }),
  'GET /guilds/{guild}/members/search': guild({ query: '?query=no&limit=5' }),
  'GET /guilds/{guild}/members/{user}': member('noor'),
  'PATCH /guilds/{guild}/members/{user}': member('noor', { body: { nick: 'Noortje' } }),
  'DELETE /guilds/{guild}/members/{user}': ({ discord }) => ({
    params: [discord.guildId, discord.world.joins('gast').id],
  }),
  'PUT /guilds/{guild}/members/{user}/roles/{role}': async (things) => ({
    params: [things.discord.guildId, person(things.discord, 'noor'), (await role(things)).id],
  }),
  'DELETE /guilds/{guild}/members/{user}/roles/{role}': async (things) => ({
    params: [things.discord.guildId, person(things.discord, 'noor'), (await role(things)).id],
  }),
  'GET /guilds/{guild}/bans': guild(),
  'GET /guilds/{guild}/bans/{user}': async (things) => ({
    params: [things.discord.guildId, await banned(things, 'stoorder')],
  }),
  'PUT /guilds/{guild}/bans/{user}': ({ discord }) => ({
    params: [discord.guildId, discord.world.joins('stoorder2').id],
    body: { delete_message_seconds: 60 },
  }),
  'DELETE /guilds/{guild}/bans/{user}': async (things) => ({
    params: [things.discord.guildId, await banned(things, 'stoorder3')],
  }),
  'POST /guilds/{guild}/bulk-ban': ({ discord }) => ({
    params: [discord.guildId],
    body: { user_ids: [discord.world.joins('stoorder4').id, '1'] },
  }),
  'GET /guilds/{guild}/audit-logs': guild({ query: '?limit=100' }),
  'GET /guilds/{guild}/webhooks': guild(),
  'GET /guilds/{guild}/threads/active': guild(),
  'GET /guilds/{guild}/auto-moderation/rules': guild(),
  'POST /guilds/{guild}/auto-moderation/rules': guild({ body: rule('een') }),
  'GET /guilds/{guild}/auto-moderation/rules/{rule}': aRule(),
  'PATCH /guilds/{guild}/auto-moderation/rules/{rule}': aRule({ body: { enabled: true } }),
  'DELETE /guilds/{guild}/auto-moderation/rules/{rule}': aRule(),

  'GET /channels/{channel}': inChannel(),
  'PATCH /channels/{channel}': inChannel({ body: { topic: 'anders', rate_limit_per_user: 5 } }),
  'DELETE /channels/{channel}': async (things) => ({
    params: [(await things.ask('POST', `/guilds/${things.discord.guildId}/channels`, { name: 'weg' })).id],
  }),
  'PUT /channels/{channel}/permissions/{overwrite}': ({ discord }) => ({
    params: [channel(discord), person(discord, 'noor')],
    body: { type: 1, allow: '1024', deny: '0' },
  }),
  'DELETE /channels/{channel}/permissions/{overwrite}': ({ discord }) => {
    discord.world.admin().sets('algemeen', { member: 'ayoub' }, { allow: ['AttachFiles'] })
    return { params: [channel(discord), person(discord, 'ayoub')] }
  },
  'POST /channels/{channel}/typing': inChannel(),
  'GET /channels/{channel}/messages': inChannel({ query: '?limit=5' }),
  'POST /channels/{channel}/messages': inChannel({ body: words }),
  'POST /channels/{channel}/messages/bulk-delete': async (things) => ({
    params: [channel(things.discord)],
    body: { messages: [(await message(things)).id, (await message(things)).id] },
  }),
  'GET /channels/{channel}/messages/{message}': aMessage(),
  'PATCH /channels/{channel}/messages/{message}': aMessage({ body: { content: 'anders' } }),
  'DELETE /channels/{channel}/messages/{message}': aMessage(),
  'GET /channels/{channel}/messages/pins': inChannel(),
  'PUT /channels/{channel}/messages/pins/{message}': aMessage(),
  'DELETE /channels/{channel}/messages/pins/{message}': aMessage(),
  'GET /channels/{channel}/pins': inChannel(),
  'PUT /channels/{channel}/pins/{message}': aMessage(),
  'DELETE /channels/{channel}/pins/{message}': aMessage(),
  'GET /channels/{channel}/messages/{message}/reactions/{emoji}': aReaction(),
  'PUT /channels/{channel}/messages/{message}/reactions/{emoji}/@me': aReaction(),
  'DELETE /channels/{channel}/messages/{message}/reactions/{emoji}/@me': aReaction(),
  'DELETE /channels/{channel}/messages/{message}/reactions/{emoji}/{user}': async (things) => {
    const { params = [] } = await aReaction()(things)
    return { params: [...params, things.discord.botId] }
  },
  'DELETE /channels/{channel}/messages/{message}/reactions/{emoji}': aReaction(),
  'DELETE /channels/{channel}/messages/{message}/reactions': aMessage(),
  'POST /channels/{channel}/threads': inChannel({ body: { name: 'draad', type: 12, invitable: false } }),
  'POST /channels/{channel}/messages/{message}/threads': aMessage({ body: { name: 'draad' } }),
  'GET /channels/{channel}/thread-members': inThread({ query: '?with_member=true' }),
  'GET /channels/{channel}/thread-members/{user}': inThread({}, ['@me']),
  'PUT /channels/{channel}/thread-members/{user}': async (things) => ({
    params: [(await thread(things)).id, person(things.discord, 'noor')],
  }),
  'DELETE /channels/{channel}/thread-members/{user}': inThread({}, ['@me']),
  'GET /channels/{channel}/threads/archived/public': inChannel(),
  'GET /channels/{channel}/threads/archived/private': inChannel(),
  'GET /channels/{channel}/users/@me/threads/archived/private': inChannel(),

  'POST /channels/{channel}/webhooks': inChannel({ body: { name: 'Bode' } }),
  'GET /channels/{channel}/webhooks': inChannel(),
  'GET /webhooks/{webhook}': aWebhook(false),
  'PATCH /webhooks/{webhook}': aWebhook(false, { body: { name: 'Anders' } }),
  'DELETE /webhooks/{webhook}': aWebhook(false),
  'GET /webhooks/{webhook}/{token}': aWebhook(true),
  'PATCH /webhooks/{webhook}/{token}': aWebhook(true, { body: { name: 'Anders' } }),
  'DELETE /webhooks/{webhook}/{token}': aWebhook(true),
  'POST /webhooks/{webhook}/{token}': aWebhook(true, { query: '?wait=true', body: words }),
  'GET /webhooks/{webhook}/{token}/messages/{message}': aWebhookMessage(),
  'PATCH /webhooks/{webhook}/{token}/messages/{message}': aWebhookMessage({ body: { content: 'anders' } }),
  'DELETE /webhooks/{webhook}/{token}/messages/{message}': aWebhookMessage(),
  'POST /interactions/{interaction}/{token}/callback': async (things) => {
    const { id, token } = await things.interaction()
    return { params: [id, token], query: '?with_response=true', body: { type: 4, data: words } }
  },
}

const person = (discord: LocalDiscord, name: string): string => discord.world.member(name).id
const channel = (discord: LocalDiscord): string => discord.world.channel('algemeen').id

type Example = (things: Things) => Promise<Asked>

function guild(asked: Asked = {}): (things: Things) => Asked {
  return ({ discord }) => ({ params: [discord.guildId], ...asked })
}

function member(name: string, asked: Asked = {}): (things: Things) => Asked {
  return ({ discord }) => ({ params: [discord.guildId, person(discord, name)], ...asked })
}

function inChannel(asked: Asked = {}): (things: Things) => Asked {
  return ({ discord }) => ({ params: [channel(discord)], ...asked })
}

function aRole(asked: Asked = {}): Example {
  return async (things) => ({ params: [things.discord.guildId, (await role(things)).id], ...asked })
}

function aMessage(asked: Asked = {}): Example {
  return async (things) => ({ params: [channel(things.discord), (await message(things)).id], ...asked })
}

function aReaction(): Example {
  return async (things) => ({ params: [channel(things.discord), (await message(things)).id, '👀'] })
}

function inThread(asked: Asked = {}, more: readonly string[] = []): Example {
  return async (things) => ({ params: [(await thread(things)).id, ...more], ...asked })
}

function rule(name: string): object {
  const action = { type: 1, metadata: {} }
  const keywords = { keyword_filter: ['stom'] }
  return { name, event_type: 1, trigger_type: 1, trigger_metadata: keywords, actions: [action] }
}

function aRule(asked: Asked = {}): Example {
  return async ({ discord, ask }) => {
    const { id } = await ask('POST', `/guilds/${discord.guildId}/auto-moderation/rules`, rule('nog een'))
    return { params: [discord.guildId, id], ...asked }
  }
}

function aWebhook(withToken: boolean, asked: Asked = {}): Example {
  return async (things) => {
    const { id, token } = await webhook(things)
    return { params: withToken ? [id, token] : [id], ...asked }
  }
}

function aWebhookMessage(asked: Asked = {}): Example {
  return async (things) => {
    const { id, token } = await webhook(things)
    const posted = await things.ask('POST', `/webhooks/${id}/${token}?wait=true`, words)
    return { params: [id, token, posted.id], ...asked }
  }
}

const role = ({ discord, ask }: Things): Promise<Id> =>
  ask('POST', `/guilds/${discord.guildId}/roles`, { name: 'rol', permissions: '0' })

const message = ({ discord, ask }: Things): Promise<Id> =>
  ask('POST', `/channels/${channel(discord)}/messages`, words)

const thread = ({ discord, ask }: Things): Promise<Id> =>
  ask('POST', `/channels/${channel(discord)}/threads`, { name: 'draad', type: 11 })

/** Webhooks of one channel are few: each is made in a channel of its own. */
async function webhook({ discord, ask }: Things): Promise<{ id: string; token: string }> {
  const place = await ask('POST', `/guilds/${discord.guildId}/channels`, { name: 'bode' })
  return ask('POST', `/channels/${place.id}/webhooks`, { name: 'Bode' })
}

async function banned({ discord, ask }: Things, name: string): Promise<string> {
  const { id } = discord.world.joins(name)
  await ask('PUT', `/guilds/${discord.guildId}/bans/${id}`, {})
  return id
}

const newCommand = ({ ask }: Things, path: string): Promise<Id> =>
  ask('POST', path, { name: 'lezen', description: 'x' })

function commandExamples(
  path: string,
  paramsOf: (discord: LocalDiscord) => readonly string[],
): Record<string, (things: Things) => Promise<Asked> | Asked> {
  const command = { name: 'lezen', description: 'x' }
  const all = ({ discord }: Things) => paramsOf(discord)
  const one = async (things: Things) => {
    const names = [...all(things)]
    const full = path.replaceAll(/\{\w+\}/g, () => names.shift() ?? '')
    return [...all(things), (await newCommand(things, full)).id]
  }
  return {
    [`GET ${path}`]: (things) => ({ params: all(things), query: '?with_localizations=true' }),
    [`PUT ${path}`]: (things) => ({ params: all(things), body: [command] }),
    [`POST ${path}`]: (things) => ({ params: all(things), body: command }),
    [`GET ${path}/{command}`]: async (things) => ({ params: await one(things) }),
    [`PATCH ${path}/{command}`]: async (things) => ({
      params: await one(things),
      body: { description: 'y' },
    }),
    [`DELETE ${path}/{command}`]: async (things) => ({ params: await one(things) }),
  }
}
