import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import { type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { writeAudit } from './audit.ts'
import { ChangedMeanwhile, daysAfter, type FlagsDeps, tellMoved, untilUnchanged, wantCard } from './deps.ts'
import type { Told } from './outcomes.ts'
import { drillCode } from './real.ts'
import { flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'
import type { AuditAct, FlagChanges } from './step.ts'

/** What happens to a flag without a person: Discord answered, or a time is over. Each is a line in the audit as well. */

/** A measure that Discord was asked for, as it is stored now. Ids of a person: for the one effect that asks. */
export interface WantedMeasure {
  readonly flagId: string
  readonly measure: NonNullable<StoredFlag['measure']>
  readonly lift: boolean
  readonly userId: string
  readonly decidedAt: Date
  readonly until: Date | null
}

/** What Discord must still be asked for; undefined when that is over, or nobody knows any more whom it is about. */
export const wantedMeasure = async (
  { db }: Pick<FlagsDeps, 'db'>,
  house: HouseId,
  flagId: string,
): Promise<WantedMeasure | undefined> => {
  const row = await db.flag.findFirst({ where: { id: flagId, houseId: house } })
  if (row === null) return undefined
  const { measure, measureState, authorId, measureAt, measureUntil } = storedFlagOf(row)
  if (measure === null || authorId === null || measureAt === null) return undefined
  if (measureState !== 'wanted' && measureState !== 'lifting') return undefined
  return {
    flagId,
    measure,
    lift: measureState === 'lifting',
    userId: authorId,
    decidedAt: measureAt,
    until: measureUntil,
  }
}

/** Writes down what became of a measure. Twice the same answer is one. */
export const measured = (
  deps: FlagsDeps,
  house: HouseId,
  flagId: string,
  asked: Pick<WantedMeasure, 'measure' | 'lift'>,
  result: 'done' | 'refused',
): Promise<void> =>
  untilUnchanged(async () => {
    const row = await deps.db.flag.findFirst({ where: { id: flagId, houseId: house } })
    if (row === null) return
    const flag = storedFlagOf(row)
    const state = asked.lift ? 'lifting' : 'wanted'
    // Somebody decided otherwise meanwhile: that is another wish, which the outbox knows.
    if (flag.measure !== asked.measure || flag.measureState !== state) return
    const reached = result === 'refused' ? 'refused' : asked.lift ? 'lifted' : 'done'
    await transact(deps.db, (tx) =>
      write(
        deps,
        tx,
        flag,
        'measured',
        { measureState: reached },
        { measure: asked.measure, result: reached },
      ),
    )
    deps.outbox.announce()
  })

const write = async (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  act: AuditAct,
  changes: FlagChanges,
  codes: Readonly<Record<string, string>>,
): Promise<void> => {
  const at = deps.now()
  const data = { ...changes, version: flag.version + 1, changedAt: at }
  const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
  if (count !== 1) throw new ChangedMeanwhile()
  await writeAudit(tx, {
    house: flag.houseId,
    at,
    act,
    flagId: flag.id,
    fromState: flag.state,
    toState: flag.state,
    codes: { ...codes, ...drillCode(flag) },
    idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
  })
  const after = { ...flag, ...data }
  await wantCard(deps, tx, after)
  await tellMoved(deps, tx, {
    audit: act,
    actorId: undefined,
    before: flagRowOf(flag),
    after: flagRowOf(after),
  })
}

const payload = z.object({ flagId: z.string() })

/** Writes down what became of telling the writer. Twice the same answer is one. */
export const toldResult = (
  deps: FlagsDeps,
  house: HouseId,
  flagId: string,
  result: Exclude<Told, 'wanted'>,
): Promise<void> =>
  untilUnchanged(async () => {
    const row = await deps.db.flag.findFirst({ where: { id: flagId, houseId: house } })
    if (row === null) return
    const flag = storedFlagOf(row)
    // Taken back meanwhile, or known already: that stands.
    if (flag.told !== 'wanted') return
    await transact(deps.db, (tx) => write(deps, tx, flag, 'told', { told: result }, { how: result }))
    deps.outbox.announce()
  })

/** Nobody looked in time at what one person did alone: the card says so, and the audit. */
export const fireSecondLook = async (deps: FlagsDeps, tx: Tx, timer: Timer): Promise<void> => {
  const flag = await flagOf(tx, timer)
  if (flag === undefined || flag.firstById === null) return
  await write(deps, tx, flag, 'overdue', {}, flag.outcome === null ? {} : { outcome: flag.outcome })
}

/** The minute to undo a closing is over: the card no longer offers it. */
export const fireUndoOver = async (deps: FlagsDeps, tx: Tx, timer: Timer): Promise<void> => {
  const flag = await flagOf(tx, timer)
  if (flag?.state === 'closed') await wantCard(deps, tx, flag)
}

const flagOf = async (tx: Tx, timer: Timer): Promise<StoredFlag | undefined> => {
  const { flagId } = payload.parse(timer.payload)
  const row = await tx.flag.findFirst({ where: { id: flagId, houseId: timer.houseId } })
  return row === null ? undefined : storedFlagOf(row)
}
