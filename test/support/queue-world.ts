import { DiscordAPIError, HTTPError, type REST } from 'discord.js'
import type { Desk } from '../../src/discord/desk.ts'
import { createReconciler, type Reconciler } from '../../src/discord/reconciler.ts'
import { createLog } from '../../src/log.ts'
import { createOutbox, type Outbox } from '../../src/outbox/outbox.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { createFlags, type Flags } from '../../src/queue/flags.ts'
import type { Db } from '../../src/storage/db.ts'
import { releaseLeases } from '../../src/storage/lease.ts'
import { onlyProcess } from '../../src/storage/processes.ts'
import { createTimers, type Timers } from '../../src/storage/timers.ts'
import { snowflakeAt } from '../../src/storage/snowflake.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { type Clock, RETENTION, type TempHouse } from './storage/temp-storage.ts'

const BOT = '800000000000000001'
const NONCE_MS = 5 * 60_000

interface Posted {
  readonly id: string
  readonly channelId: string
  readonly at: number
  readonly nonce: string | undefined
  body: Record<string, unknown>
  deleted: boolean
}

/** What goes wrong with the next requests: not done, refused by Discord itself, or done while the answer is lost. */
export type Fault = 'broken' | 'forbidden' | 'answer-lost'

const gone = (method: string, url: string): Error =>
  new DiscordAPIError({ code: 10_008, message: 'Unknown Message' }, 10_008, 404, method, url, {})

/** As much of Discord as the queue touches: messages of the bot, with nonces as Discord keeps them, and members. */
export const createTinyDiscord = (clock: Clock) => {
  const messages: Posted[] = []
  const done: string[] = []
  const faults: Fault[] = []
  let last = 0
  const newId = (): string => String(BigInt(snowflakeAt(clock.now())) + BigInt((last += 1)))
  const standing = (id: string | undefined): Posted | undefined =>
    messages.find((message) => message.id === id && !message.deleted)

  const post = (channelId: string, body: Record<string, unknown>): unknown => {
    const nonce = typeof body['nonce'] === 'string' ? body['nonce'] : undefined
    const now = clock.now().getTime()
    // Discord answers a nonce that it saw within minutes with the first message, deleted or not.
    const before = messages.find((one) => one.nonce === nonce && now - one.at < NONCE_MS)
    if (before !== undefined) return { id: before.id }
    const message: Posted = { id: newId(), channelId, at: now, nonce, body, deleted: false }
    messages.push(message)
    return { id: message.id }
  }

  const carryOut = (
    method: string,
    route: string,
    options: { body?: unknown; query?: URLSearchParams },
  ): unknown => {
    const [, channelId = '', messageId] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(route) ?? []
    if (channelId === '') {
      done.push(`${method} ${route}`)
      return { joined_at: '2020-01-01T00:00:00Z' }
    }
    const body = (options.body ?? {}) as Record<string, unknown>
    if (method === 'POST') return post(channelId, body)
    if (method === 'GET') {
      const after = BigInt(options.query?.get('after') ?? '0')
      return messages
        .filter((one) => one.channelId === channelId && !one.deleted && BigInt(one.id) > after)
        .slice(0, 100)
        .map((one) => ({ id: one.id, author: { id: BOT }, ...one.body }))
    }
    if (method === 'DELETE' && !messages.some(({ id }) => id === messageId)) {
      // A message of a member: the bot of this world posted none such.
      if (done.includes(`${method} ${route}`)) throw gone(method, route)
      done.push(`${method} ${route}`)
      return undefined
    }
    const message = standing(messageId)
    if (message === undefined) throw gone(method, route)
    if (method === 'DELETE') message.deleted = true
    else message.body = body
    return { id: message.id }
  }

  return {
    messages,
    /** Other requests that were carried out, in order. */
    done,
    fails: (...next: readonly Fault[]) => void faults.push(...next),
    allWell: () => void faults.splice(0),
    standing: (): readonly Posted[] => messages.filter(({ deleted }) => !deleted),
    edit: (id: string, body: Record<string, unknown>): boolean => {
      const message = standing(id)
      if (message !== undefined) message.body = body
      return message !== undefined
    },
    request: async (
      method: string,
      route: string,
      options: { body?: unknown; query?: URLSearchParams } = {},
    ): Promise<unknown> => {
      // An answer never comes in the same turn as the question.
      await new Promise<void>((resolve) => void setImmediate(resolve))
      const fault = faults.shift()
      const broken = (): HTTPError => new HTTPError(502, 'Bad Gateway', method, route, {})
      if (fault === 'broken') throw broken()
      if (fault === 'forbidden')
        throw new DiscordAPIError(
          { code: 50_013, message: 'Missing Permissions' },
          50_013,
          403,
          method,
          route,
          {},
        )
      const answer = carryOut(method, route, options)
      if (fault === 'answer-lost') throw broken()
      return answer
    },
  }
}
export type TinyDiscord = ReturnType<typeof createTinyDiscord>

/** The machine went off: nothing that was under way is written or sent any more. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** A bot that can be killed at any step: a step is a question to the database or to Discord. */
export interface MortalBot {
  readonly db: Db
  readonly flags: Flags
  readonly outbox: Outbox
  readonly timers: Timers
  readonly desk: Desk
  readonly reconciler: Reconciler
  readonly rest: REST
  isDead(): boolean
  /** Dies `steps` steps from now, before that step or after it was carried out. */
  dieIn(steps: number, when: 'before' | 'after'): void
}

let bots = 0

/** Starts a bot on a database and a Discord that outlive it. */
export const startMortalBot = async (
  house: Pick<TempHouse, 'db' | 'seal' | 'clock'>,
  discord: TinyDiscord,
  policy: Policy,
): Promise<MortalBot> => {
  await releaseLeases(house.db, onlyProcess())
  let dead = false
  let left: number | undefined
  let when: 'before' | 'after' = 'before'
  const live = async <T>(carryOut: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed()
    const dies = left !== undefined && (left -= 1) <= 0
    if (dies && when === 'before') dead = true
    if (dead) throw new Killed()
    const result = await carryOut()
    if (dies) dead = true
    if (dead) throw new Killed()
    return result
  }
  const db = house.db.$extends({
    query: { $allOperations: ({ args, query }) => live(() => query(args)) },
  }) as unknown as Db
  const name = `bot-${(bots += 1)}`
  let ids = 0
  const newId = (): string => `${name}-${String((ids += 1)).padStart(5, '0')}`
  const { now } = house.clock
  const outbox = createOutbox({ db, newId, worker: name, now })
  const timers = createTimers({ db, newId, worker: name, onError: () => undefined })
  const flags = createFlags({
    db,
    seal: house.seal,
    outbox,
    timers,
    newId,
    now,
    retention: () => RETENTION,
    secondLookBy: (_house, at) => new Date(at.getTime() + 60 * 60_000),
  })
  const texts = createTexts('nl')
  const log = createLog('fatal', { write: () => undefined })
  const desk = {
    policy,
    flags,
    outbox,
    timers,
    db,
    log,
    now,
    newId,
    texts: () => texts,
    of: () => desk,
  } as unknown as Desk
  const ask = (method: string) => (route: string, options?: { body?: unknown; query?: URLSearchParams }) =>
    live(() => discord.request(method, route, options))
  const rest = {
    get: ask('GET'),
    post: ask('POST'),
    patch: ask('PATCH'),
    put: ask('PUT'),
    delete: ask('DELETE'),
  } as unknown as REST
  const reconciler = createReconciler({ rest, desk, botId: BOT })
  outbox.sendsHere(reconciler)
  return {
    db,
    flags,
    outbox,
    timers,
    desk,
    rest,
    reconciler,
    isDead: () => dead,
    dieIn: (steps, how) => {
      left = steps
      when = how
    },
  }
}
