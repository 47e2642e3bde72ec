import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import type { DrillCase } from '../policy/schema-drills.ts'
import type { Finding } from '../screening/finding.ts'
import { type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { writeAudit } from './audit.ts'
import { cardKey, daysAfter, type FlagsDeps, secondLookKey, undoKey } from './deps.ts'
import { raise } from './raise.ts'
import { drillCode } from './real.ts'

/**
 * Practice in the queue of the real house: flags without a message and without a writer, that go by themselves. What
 * leaves them out of everything that counts or reminds stands in real.ts; what they do instead of a measure, in
 * practise.ts.
 */
export const DRILL_TIMER = 'drill-over'
const keyOf = (flagId: string): string => `${DRILL_TIMER}:${flagId}`
const payloadSchema = z.object({ flagId: z.string() })

/** More than a team can practise with at once. */
export const MOST_DRILLS = 25

export interface DrillStart {
  readonly house: HouseId
  readonly actorId: string
  readonly cases: readonly (DrillCase & { readonly findings: readonly Finding[] })[]
  readonly queueChannelId: string
  readonly policyVersion: string
  /** Hours until they go. */
  readonly hours: number
}

export interface Drills {
  /** Puts cases in the queue. @returns how many; none when there would be too many */
  start(input: DrillStart): Promise<number>
  /** How many stand there. */
  count(house: HouseId): Promise<number>
  /** Takes them all away. @returns how many */
  clear(house: HouseId, actorId: string): Promise<number>
  /** Fires a timer of a drill, in the transaction of the timer. False for another. */
  fire(tx: Tx, timer: Timer): Promise<boolean>
}

/** Takes one away with everything that hangs on it; its card, and its timers. */
const takeAway = async (
  { outbox, timers, now, retention }: FlagsDeps,
  tx: Tx,
  house: HouseId,
  flagId: string,
  actorId: string | undefined,
): Promise<boolean> => {
  const where = { id: flagId, houseId: house, drill: true }
  const flag = await tx.flag.findFirst({ where, select: { queueChannelId: true } })
  if (flag === null) return false
  await tx.flag.deleteMany({ where })
  for (const key of [keyOf(flagId), undoKey(flagId), secondLookKey(flagId)])
    await timers.cancel(tx, house, key)
  // Through the row of the card, so that it goes after it was posted, if that is under way.
  await outbox.want(tx, {
    house,
    targetKey: cardKey(flagId),
    kind: 'card',
    channelId: flag.queueChannelId,
    desired: { flagId, gone: true },
  })
  const at = now()
  await writeAudit(tx, {
    house,
    at,
    act: 'drill-over',
    flagId,
    ...(actorId === undefined ? {} : { actorId }),
    codes: drillCode({ drill: true }),
    idsUntil: daysAfter(at, retention(house).auditIdsDays),
  })
  return true
}

export const createDrills = (deps: FlagsDeps): Drills => {
  const { db, newId, now } = deps
  const count = (house: HouseId): Promise<number> => db.flag.count({ where: { houseId: house, drill: true } })

  const startOne = async (
    input: DrillStart,
    one: DrillStart['cases'][number],
    dueAt: Date,
  ): Promise<void> => {
    const { house, queueChannelId, policyVersion } = input
    await raise(deps, {
      house,
      subjectKey: `drill:${newId()}`,
      channelId: queueChannelId,
      queueChannelId,
      source: 'screening',
      kind: one.kind,
      category: one.category,
      level: one.level,
      findings: one.findings,
      words: one.text,
      policyVersion,
      seenLate: false,
      // The words of a drill are nobody's; they go with it.
      keepUntil: daysAfter(dueAt, 1),
      drill: true,
      alongside: (tx, flagId) =>
        deps.timers.schedule(tx, {
          house,
          key: keyOf(flagId),
          kind: DRILL_TIMER,
          payload: { flagId },
          dueAt,
        }),
    })
  }

  return {
    count,
    start: async (input) => {
      const { house, actorId, cases, hours } = input
      if ((await count(house)) + cases.length > MOST_DRILLS) return 0
      const at = now()
      const dueAt = new Date(at.getTime() + hours * 3_600_000)
      await transact(db, (tx) =>
        writeAudit(tx, {
          house,
          at,
          act: 'drill-began',
          actorId,
          codes: { ...drillCode({ drill: true }), cases: String(cases.length) },
          idsUntil: daysAfter(at, deps.retention(house).auditIdsDays),
        }),
      )
      for (const one of cases) await startOne(input, one, dueAt)
      return cases.length
    },
    clear: async (house, actorId) => {
      const rows = await db.flag.findMany({ where: { houseId: house, drill: true }, select: { id: true } })
      let gone = 0
      for (const { id } of rows) {
        if (await transact(db, (tx) => takeAway(deps, tx, house, id, actorId))) gone += 1
      }
      deps.outbox.announce()
      return gone
    },
    fire: async (tx, timer) => {
      if (timer.kind !== DRILL_TIMER) return false
      const { flagId } = payloadSchema.parse(timer.payload)
      await takeAway(deps, tx, timer.houseId, flagId, undefined)
      return true
    },
  }
}
