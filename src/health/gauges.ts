import { FOR_PEOPLE } from '../outbox/outbox.ts'
import { LEVELS, type Level } from '../screening/kinds.ts'
import type { Db } from '../storage/db.ts'

/** How much lies open, asked of the database at the moment that somebody wants to know. */
export interface Gauges {
  readonly open: Readonly<Record<Level, number>>
  /** Age of the oldest flag that nobody took; 0 when there is none. */
  readonly oldestUnclaimedSeconds: number
  /** Targets on Discord that are not up to date. */
  readonly pending: number
  readonly failing: number
  /** Those that only a person can mend. */
  readonly forPeople: number
  /** Those that fail for so long that something is wrong, and not with a right or a channel. */
  readonly stuck: number
  readonly timersLate: number
  readonly gaps: number
  readonly houses: number
}

/** As many tries as an outage of some minutes takes. */
const STUCK_TRIES = 8
const LATE_MS = 60_000

/** Eight small counts on indexes; never of a drill, which is nobody's. */
export async function readGauges(db: Db, now: Date): Promise<Gauges> {
  const wanted = { nextTry: { not: null } }
  const real = { drill: false }
  const levels = await db.flag.groupBy({
    by: ['level'],
    where: { ...real, state: { not: 'closed' } },
    _count: { id: true },
  })
  const oldest = await db.flag.findFirst({
    where: { ...real, state: 'open' },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  const open = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>
  for (const { level, _count } of levels) if (level in open) open[level as Level] = _count.id
  return {
    open,
    oldestUnclaimedSeconds:
      oldest === null ? 0 : Math.max(0, Math.round((now.getTime() - oldest.createdAt.getTime()) / 1_000)),
    pending: await db.outboxTarget.count({ where: wanted }),
    failing: await db.outboxTarget.count({ where: { ...wanted, tries: { gt: 0 } } }),
    forPeople: await db.outboxTarget.count({ where: { ...wanted, lastError: { in: [...FOR_PEOPLE] } } }),
    stuck: await db.outboxTarget.count({
      where: { ...wanted, tries: { gte: STUCK_TRIES }, lastError: { notIn: [...FOR_PEOPLE] } },
    }),
    timersLate: await db.timer.count({
      where: { firedAt: null, dueAt: { lt: new Date(now.getTime() - LATE_MS) } },
    }),
    gaps: await db.gap.count(),
    houses: await db.house.count(),
  }
}
