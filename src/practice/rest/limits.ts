import { createHash } from 'node:crypto'
import { discordErrorFor } from '../errors.ts'
import type { Answer, Route } from './request.ts'

/** So many in such a time. */
export interface Limit {
  readonly most: number
  readonly perMs: number
}

export interface RouteLimit extends Limit {
  readonly method: string
  /** As in the table of routes, such as '/channels/{channel}/messages'. */
  readonly path: string
  /** `shared` when everybody together uses the resource up, so that a refusal is nobody's fault. */
  readonly scope?: 'user' | 'shared'
}

/** What is limited; what is absent is not. */
export interface LimitTable {
  /** All requests of the bot together, those about interactions aside. */
  readonly global?: Limit
  /** Requests that were refused with 401, 403 or 429; after these the door is shut until the time is over. */
  readonly invalid?: Limit
  /** Edits of messages older than an hour, in one channel (30046). */
  readonly oldEdits?: Limit
  readonly routes?: readonly RouteLimit[]
  /** Every route that is not named. */
  readonly others?: Limit
}

/**
 * Discord's limits. Documented are 50 requests a second in all, and 10,000 invalid ones in ten minutes; those of single
 * routes are in no documentation, on purpose: these are of the size that its headers show, for a bot to read and not to
 * know. Source: Discord, Rate Limits.
 */
export const documentedLimits: LimitTable = {
  global: { most: 50, perMs: 1_000 },
  invalid: { most: 10_000, perMs: 10 * 60_000 },
  oldEdits: { most: 3, perMs: 20_000 },
  routes: [
    { method: 'POST', path: '/channels/{channel}/messages', most: 5, perMs: 5_000 },
    { method: 'PATCH', path: '/channels/{channel}/messages/{message}', most: 5, perMs: 5_000 },
    { method: 'DELETE', path: '/channels/{channel}/messages/{message}', most: 5, perMs: 1_000 },
    { method: 'GET', path: '/channels/{channel}/messages', most: 5, perMs: 5_000 },
    { method: 'PATCH', path: '/channels/{channel}', most: 5, perMs: 15_000 },
    {
      method: 'PUT',
      path: '/channels/{channel}/messages/{message}/reactions/{emoji}/@me',
      most: 1,
      perMs: 250,
    },
    { method: 'POST', path: '/users/@me/channels', most: 10, perMs: 10_000 },
  ],
  others: { most: 50, perMs: 1_000 },
}

/** What a request is told of its limits: headers, and where it is refused the answer in its place. */
export interface Verdict {
  readonly headers: Readonly<Record<string, string>>
  readonly refused?: Answer
}

export interface Limits {
  /** Asked before anything else: an answer when the door is shut for too many invalid requests. */
  shut(): Verdict | undefined
  /** Counts a request to a route; `params` are those of its path. */
  count(route: Route, params: Readonly<Record<string, string>>): Verdict
  /** Notes how a request was answered. */
  answered(status: number, headers: Readonly<Record<string, string>>): void
  /** Throws 30046 when a channel has had too many edits of old messages. */
  editOld(channelId: string): void
  /** Invalid requests in the last ten minutes, also where nothing is limited. */
  invalid(): number
}

interface Window {
  used: number
  until: number
}

const invalidFor = 10 * 60_000

/** Counts requests on the clock that is handed in. Without a table nothing is refused and nothing is said. */
export function createLimits(table: LimitTable | undefined, now: () => number): Limits {
  const windows = new Map<string, Window>()
  const named = new Map((table?.routes ?? []).map((one) => [`${one.method} ${one.path}`, one]))
  let invalid: number[] = []

  /** Takes one of a limit; a window begins with the first that is taken in it. */
  const take = (key: string, limit: Limit): { left: number; waitMs: number; over: boolean } => {
    const at = now()
    const there = windows.get(key)
    const open = there !== undefined && there.until > at ? there : { used: 0, until: at + limit.perMs }
    if (windows.size > 10_000) for (const [old, one] of windows) if (one.until <= at) windows.delete(old)
    windows.set(key, open)
    const over = open.used >= limit.most
    if (!over) open.used += 1
    return { left: limit.most - open.used, waitMs: open.until - at, over }
  }

  const recentInvalid = (): number => {
    const since = now() - (table?.invalid?.perMs ?? invalidFor)
    while (invalid[0] !== undefined && invalid[0] <= since) invalid.shift()
    return invalid.length
  }

  const countRoute = (route: Route, params: Readonly<Record<string, string>>): Verdict => {
    const name = `${route.method} ${route.path}`
    const one: (Limit & { readonly scope?: 'user' | 'shared' }) | undefined = named.get(name) ?? table?.others
    if (one === undefined) return { headers: {} }
    const bucket = createHash('sha256').update(name).digest('hex').slice(0, 32)
    const { left, waitMs, over } = take(`${bucket} ${majorOf(params)}`, one)
    const scope = one.scope ?? 'user'
    const headers = {
      'x-ratelimit-limit': String(one.most),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset': ((now() + waitMs) / 1000).toFixed(3),
      'x-ratelimit-reset-after': (waitMs / 1000).toFixed(3),
      'x-ratelimit-bucket': bucket,
    }
    return over ? tooMany(scope, waitMs, headers) : { headers }
  }

  return {
    shut() {
      if (table?.invalid === undefined || recentInvalid() < table.invalid.most) return undefined
      const waitMs = (invalid[0] ?? now()) + table.invalid.perMs - now()
      const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
      return { headers, refused: { status: 429, text: 'error code: 1015' } }
    },
    count(route, params) {
      // Interaction endpoints are not bound to the global limit. Source: Discord, Rate Limits, Global Rate Limit.
      if (table?.global !== undefined && route.open !== true) {
        const { waitMs, over } = take('global', table.global)
        if (over) return tooMany('global', waitMs, {})
      }
      return table === undefined ? { headers: {} } : countRoute(route, params)
    },
    answered(status, headers) {
      const counts = status === 401 || status === 403 || status === 429
      if (!counts || headers['x-ratelimit-scope'] === 'shared') return
      invalid.push(now())
      recentInvalid()
    },
    editOld(channelId) {
      if (table?.oldEdits === undefined) return
      const { waitMs, over } = take(`old ${channelId}`, table.oldEdits)
      if (over) throw discordErrorFor(30046, waitMs / 1000)
    },
    invalid: recentInvalid,
  }
}

/**
 * The resource that a limit is counted for: a channel, a guild, or a webhook with its token.
 * Source: Discord, Rate Limits.
 */
const majorOf = (params: Readonly<Record<string, string>>): string =>
  params['channel'] ??
  params['guild'] ??
  (params['webhook'] === undefined ? '' : `${params['webhook']} ${params['token'] ?? ''}`)

/** Source: Discord, Rate Limits, Exceeding A Rate Limit. */
export function tooMany(
  scope: 'user' | 'global' | 'shared',
  waitMs: number,
  headers: Readonly<Record<string, string>>,
): Verdict {
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.'
  return {
    headers: {
      ...headers,
      'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    refused: {
      status: 429,
      body: {
        message,
        retry_after: waitMs / 1000,
        global: scope === 'global',
        code: scope === 'shared' ? 40062 : 0,
      },
    },
  }
}
