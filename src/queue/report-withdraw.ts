import type { HouseId } from '../house/id.ts'
import { transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { wantConsequences } from './consequences.ts'
import {
  ChangedMeanwhile,
  daysAfter,
  earlier,
  type FlagsDeps,
  tellMoved,
  untilUnchanged,
  wantCard,
} from './deps.ts'
import { flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'
import { shutAgain } from './shut-again.ts'

/** What became of taking a report back: the matter `stays` with others or with a person, or is `closed` with it. */
export type Withdrawn = 'stays' | 'closed' | 'already' | 'gone'

/** What somebody of the team did who looked at a flag, also when they put it down again. */
const LOOKED = ['claimed', 'shown', 'level', 'proposed', 'closed']

/**
 * A reporter takes a report back. What others reported, what a rule found too, and what a person took, stays: the
 * reporter may be under pressure, and somebody is looking already. The report itself stays as well, without what its
 * reporter wrote where nobody looked yet, so that its reporter never comes to decide about it.
 *
 * A flag that closes this way has no outcome: nobody decided anything. It can still be opened and acted on.
 */
export const withdraw = (
  deps: FlagsDeps,
  input: { readonly house: HouseId; readonly reportId: string; readonly reporterId: string },
): Promise<Withdrawn> =>
  untilUnchanged(async () => {
    const { db, now, outbox } = deps
    const { house, reportId, reporterId } = input
    const report = await db.report.findFirst({
      where: { id: reportId, houseId: house, reporterId },
      include: { flag: { include: { reports: true, findings: { select: { id: true }, take: 1 } } } },
    })
    if (report === null) return 'gone'
    if (report.withdrawnAt !== null) return 'already'
    const { reports, findings, ...row } = report.flag
    const flag = storedFlagOf(row)
    const others = reports.some((other) => other.id !== report.id && other.withdrawnAt === null)
    const looked = await db.auditLine.count({
      where: { houseId: house, flagId: flag.id, act: { in: LOOKED } },
    })
    const untouched = flag.state === 'open' && looked === 0
    const closes = untouched && flag.source === 'report' && findings.length === 0 && !others
    const at = now()
    const { auditIdsDays, closedFlagDays } = deps.retention(house, flag.category)
    const idsUntil = daysAfter(at, auditIdsDays)
    const shut = closes
      ? await shutAgain(deps.seal, flag, earlier(flag.deleteAfter, daysAfter(at, closedFlagDays)))
      : {}
    const closing = closes ? ({ ...shut, state: 'closed', closedAt: at, idsUntil } as const) : {}
    const data = { ...closing, version: flag.version + 1, changedAt: at }
    const after: StoredFlag = { ...flag, ...data }
    await transact(db, async (tx) => {
      const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
      if (count !== 1) throw new ChangedMeanwhile()
      await tx.report.updateMany({
        where: { id: report.id, withdrawnAt: null },
        data: { withdrawnAt: at, tellWhenClosed: false, ...(untouched ? { words: null } : {}) },
      })
      await writeAudit(tx, {
        house,
        at,
        act: 'withdrawn',
        flagId: flag.id,
        actorId: reporterId,
        fromState: flag.state,
        toState: after.state,
        codes: {},
        idsUntil,
      })
      await wantCard(deps, tx, after)
      await wantConsequences(deps, tx, flag, after)
      await tellMoved(deps, tx, {
        audit: 'withdrawn',
        actorId: reporterId,
        before: flagRowOf(flag),
        after: flagRowOf(after),
      })
    })
    outbox.announce()
    return closes ? 'closed' : 'stays'
  })
