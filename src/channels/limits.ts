import { z } from 'zod'
import type { ChannelLimit as StoredLimit } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type OtherAct, writeAudit } from '../queue/audit.ts'
import { type Db, isDuplicate, type Tx, transact } from '../storage/db.ts'
import type { Timer, Timers } from '../storage/timers.ts'
import { type BeginLimit, type Limit, limitOf, type LimitResult, openFor, storedAs } from './limit.ts'

export interface Limits {
  /** Begins one, or gives the one that holds another end (and another time to wait). */
  begin(input: BeginLimit): Promise<Limit>
  /** By a person, before its time. False when it is over already. */
  end(house: HouseId, id: string, actorId: string): Promise<boolean>
  find(house: HouseId, id: string): Promise<Limit | undefined>
  /** What holds in a channel now. */
  of(house: HouseId, channelId: string): Promise<readonly Limit[]>
  /** Discord did it: said in the channel. */
  holds(limit: Limit): Promise<void>
  /** It is over; said in the channel where it is as before. */
  over(limit: Limit, result: LimitResult): Promise<void>
  fire(tx: Tx, timer: Timer): Promise<boolean>
  /** Forgets what was over long ago, and tells which channels the team heard of a day ago. */
  sweep(now: Date): Promise<readonly Pick<Limit, 'houseId' | 'channelId'>[]>
}

interface Deps {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  readonly auditIdsDays: (house: HouseId) => number
}

const DAY = 86_400_000
const KEEP_DAYS = 30
const PRIORITY = 2
const ATTEMPTS = 20
const ENDS = 'channel-limit-ends'
const payloadSchema = z.object({ limitId: z.string() })
/** Moves it on, if it is still as it was. */
const move = async (
  tx: Tx,
  { id, houseId, version }: Limit,
  data: Partial<Omit<StoredLimit, 'id' | 'houseId' | 'version'>>,
): Promise<boolean> => {
  const { count } = await tx.channelLimit.updateMany({
    where: { id, houseId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** Channels that are slow or shut for a while, with an end that survives a restart. */
export const createLimits = (deps: Deps): Limits => {
  const { db, outbox, timers, newId, now } = deps

  const want = (tx: Tx, { id, houseId, channelId }: Limit): Promise<unknown> =>
    outbox.want(tx, {
      house: houseId,
      targetKey: `channel-limit:${id}`,
      kind: 'channel-limit',
      channelId,
      desired: { limitId: id },
      priority: PRIORITY,
    })
  const wantLine = (tx: Tx, { id, houseId, channelId }: Limit, says: 'begins' | 'ends'): Promise<unknown> =>
    outbox.want(tx, {
      house: houseId,
      targetKey: `channel-line:${id}:${says}`,
      kind: 'channel-line',
      channelId,
      desired: { limitId: id, says },
      priority: PRIORITY,
    })
  const note = (
    tx: Tx,
    { houseId, kind }: Pick<Limit, 'houseId' | 'kind'>,
    act: Extract<OtherAct, `channel-${string}`>,
    actorId: string | undefined,
    codes: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const at = now()
    const idsUntil = new Date(at.getTime() + deps.auditIdsDays(houseId) * DAY)
    return writeAudit(tx, {
      house: houseId,
      at,
      act,
      ...(actorId === undefined ? {} : { actorId }),
      codes: { kind, ...codes },
      idsUntil,
    })
  }
  const setTimer = (tx: Tx, { id, houseId, until }: Limit): Promise<void> =>
    timers.schedule(tx, {
      house: houseId,
      key: `${ENDS}:${id}`,
      kind: ENDS,
      payload: { limitId: id },
      dueAt: until,
    })
  const find = async (house: HouseId, id: string): Promise<Limit | undefined> => {
    const row = await db.channelLimit.findFirst({ where: { id, houseId: house } })
    return row === null ? undefined : limitOf(row)
  }
  const codesOf = (input: BeginLimit): Readonly<Record<string, string>> => ({
    minutes: String(Math.round((input.until.getTime() - now().getTime()) / 60_000)),
    ...(input.kind === 'slow' ? { seconds: String(input.seconds) } : {}),
  })

  /** @returns undefined when somebody else was first */
  const beginOnce = async (input: BeginLimit): Promise<Limit | undefined> => {
    const { house, channelId, queueChannelId, kind, until, actorId } = input
    const key = { houseId_openFor: { houseId: house, openFor: openFor(input) } }
    return transact(db, async (tx) => {
      const row = await tx.channelLimit.findUnique({ where: key })
      const held = row === null ? undefined : limitOf(row)
      const seconds = input.kind === 'slow' ? input.seconds : null
      const wanted = { state: 'begins', seconds, plan: storedAs(input, held), until }
      if (held === undefined) {
        await tx.channelLimit.create({
          data: {
            id: newId(),
            houseId: house,
            channelId,
            queueChannelId,
            kind,
            openFor: openFor(input),
            startedAt: now(),
            ...wanted,
          },
        })
      } else if (!(await move(tx, held, wanted))) return undefined
      const limit = limitOf(await tx.channelLimit.findUniqueOrThrow({ where: key }))
      await want(tx, limit)
      await setTimer(tx, limit)
      await note(tx, limit, 'channel-limited', actorId, codesOf(input))
      return limit
    })
  }

  return {
    find,
    async begin(input) {
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        try {
          const limit = await beginOnce(input)
          if (limit === undefined) continue
          outbox.announce()
          return limit
        } catch (error) {
          // Two presses at once: the unique key let one through, and this one changes it.
          if (!isDuplicate(error)) throw error
        }
      }
      throw new Error('a limit of a channel kept changing under the hands of whoever set it')
    },
    async end(house, id, actorId) {
      const limit = await find(house, id)
      if (limit === undefined || limit.state === 'over' || limit.state === 'ends') return false
      const ended = await transact(db, async (tx) => {
        if (!(await move(tx, limit, { state: 'ends' }))) return false
        await timers.cancel(tx, house, `${ENDS}:${id}`)
        await want(tx, limit)
        await note(tx, limit, 'channel-freed', actorId)
        return true
      })
      outbox.announce()
      return ended
    },
    async of(house, channelId) {
      const rows = await db.channelLimit.findMany({
        where: { houseId: house, channelId, state: { not: 'over' } },
        orderBy: { kind: 'asc' },
      })
      return rows.map(limitOf)
    },
    async holds(limit) {
      await transact(db, async (tx) => {
        // Ended by somebody meanwhile: the next round puts it back, and nothing has to be said.
        if (await move(tx, limit, { state: 'holds' })) await wantLine(tx, limit, 'begins')
      })
      outbox.announce()
    },
    async over(limit, result) {
      await transact(db, async (tx) => {
        const done = { state: 'over', openFor: null, endedAt: now(), result }
        if (!(await move(tx, limit, done))) return
        await timers.cancel(tx, limit.houseId, `${ENDS}:${limit.id}`)
        await note(tx, limit, 'channel-back', undefined, { result })
        const line = { houseId: limit.houseId, targetKey: `channel-line:${limit.id}:begins` }
        const said = await tx.outboxTarget.findUnique({ where: { houseId_targetKey: line } })
        if (result === 'back' && said !== null) await wantLine(tx, limit, 'ends')
      })
      outbox.announce()
    },
    async fire(tx, timer) {
      if (timer.kind !== ENDS) return false
      const { limitId } = payloadSchema.parse(timer.payload)
      const row = await tx.channelLimit.findFirst({ where: { id: limitId, houseId: timer.houseId } })
      if (row === null) return true
      const limit = limitOf(row)
      if (limit.state !== 'begins' && limit.state !== 'holds') return true
      if (await move(tx, limit, { state: 'ends' })) await want(tx, limit)
      return true
    },
    async sweep(at) {
      const ago = (days: number): Date => new Date(at.getTime() - days * DAY)
      await db.channelLimit.deleteMany({ where: { state: 'over', endedAt: { lte: ago(KEEP_DAYS) } } })
      const told = await db.channelLimit.findMany({
        where: { result: 'changed', endedAt: { gt: ago(3) } },
      })
      // What was told again since then is still news.
      const fresh = new Set(
        told.filter(({ endedAt }) => (endedAt ?? at) > ago(1)).map((one) => one.channelId),
      )
      return told
        .filter(({ channelId }) => !fresh.has(channelId))
        .map(({ houseId, channelId }) => ({ houseId: houseId as HouseId, channelId }))
    },
  }
}
