import type { RestRecord } from '../../src/practice/local-discord.ts'

/** Requests of a bot that show a message: posted, edited, or as the answer to an interaction. */
const SHOWS: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/channels\/\d+\/messages$/],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/],
  ['PATCH', /^\/webhooks\/\d+\/[^/]+\/messages\/(?:\d+|@original)$/],
]
const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback$/
const THREADS = /^\/channels\/\d+\/threads$/

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

/** The message that a request shows to somebody; undefined for one that shows none. */
function shownBy({ method, path, body }: RestRecord): unknown {
  const bare = path.split('?')[0] ?? ''
  if (SHOWS.some(([how, where]) => how === method && where.test(bare))) return body
  if (method !== 'POST') return undefined
  // 4: an answer, 7: an answer in place of the message with the button. A form or "wait" shows no message.
  if (CALLBACK.test(bare))
    return [4, 7].includes(Number(part(body, 'type'))) ? (part(body, 'data') ?? {}) : undefined
  // A post in a forum begins with a message.
  if (THREADS.test(bare)) return part(body, 'message')
  return undefined
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0)

/** Whether a message says to Discord, in so many words, that it mentions nobody. */
function mentionsNobody(message: unknown): boolean {
  const allowed = part(message, 'allowed_mentions')
  return (
    Array.isArray(part(allowed, 'parse')) &&
    ['parse', 'users', 'roles'].every((key) => isEmpty(part(allowed, key))) &&
    part(allowed, 'replied_user') !== true
  )
}

/** Who the one reminder may ping, and where (design decision 14). */
export interface MayBeReminded {
  readonly channelId: string
  readonly ids: ReadonlySet<string>
}

/** A new message in the channel of the queue that pings named staff and nobody else. */
function remindsStaff({ method, path, body }: RestRecord, { channelId, ids }: MayBeReminded): boolean {
  if (method !== 'POST' || path.split('?')[0] !== `/channels/${channelId}/messages`) return false
  const allowed = part(body, 'allowed_mentions')
  const named = ['users', 'roles'].flatMap((key) => {
    const list = part(allowed, key)
    return Array.isArray(list) ? list.map(String) : []
  })
  return (
    isEmpty(part(allowed, 'parse')) &&
    Array.isArray(part(allowed, 'parse')) &&
    part(allowed, 'replied_user') !== true &&
    named.length > 0 &&
    named.every((id) => ids.has(id))
  )
}

/**
 * The requests with which a bot could have mentioned somebody: every message, edit and answer must forbid all mentions
 * itself, because text that looks harmless today can hold a name tomorrow (design decision 14, a safeguard).
 *
 * @param reminded - whom the reminder may ping; nobody when left out
 * @returns one line for each such request, without its words
 */
export const mentionsIn = (requests: readonly RestRecord[], reminded?: MayBeReminded): readonly string[] =>
  requests
    .filter((request) => {
      const shown = shownBy(request)
      if (shown === undefined || mentionsNobody(shown)) return false
      return reminded === undefined || !remindsStaff(request, reminded)
    })
    .map(
      ({ method, path, body }) =>
        `${method} ${path} ${JSON.stringify(part(body, 'allowed_mentions') ?? null)}`,
    )

/** How many of the requests showed a message at all. */
export const shownIn = (requests: readonly RestRecord[]): number =>
  requests.filter((request) => shownBy(request) !== undefined).length
