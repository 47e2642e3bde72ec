import type { Report } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { type Tx, transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { wantConsequences } from './consequences.ts'
import { ChangedMeanwhile, daysAfter, type FlagsDeps, tellMoved, untilUnchanged, wantCard } from './deps.ts'
import { stateAfterNews } from './join.ts'
import { flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'
import { shutAgain } from './shut-again.ts'
import type { AuditAct } from './step.ts'

/** A closed flag with who reported it. */
export interface ClosedFile {
  readonly flag: StoredFlag
  readonly reports: readonly Report[]
}

/** How a closed flag comes to lie open again. */
export interface Reopening<R extends string> {
  readonly house: HouseId
  readonly flagId: string
  readonly actorId: string
  readonly audit: Extract<AuditAct, 'reopened' | 'objected'>
  /** Why not, read from the row; undefined lets it go on. Asked again each time that somebody was first. */
  refuse(file: ClosedFile): R | undefined
  /** Who decides no more, if anybody. */
  barred?(flag: StoredFlag): string | null
  /** What is written in the same transaction. */
  also?(tx: Tx, flag: StoredFlag): Promise<void>
}
export type Reopened<R extends string> =
  | { readonly ok: true; readonly flagId: string }
  | { readonly ok: false; readonly refusal: R | 'gone' }

const read = async (deps: FlagsDeps, house: HouseId, flagId: string): Promise<ClosedFile | undefined> => {
  const row = await deps.db.flag.findFirst({
    where: { id: flagId, houseId: house },
    include: { reports: true },
  })
  if (row === null) return undefined
  const { reports, ...flag } = row
  return { flag: storedFlagOf(flag), reports }
}

/**
 * Opens a closed flag again, by the wish of a person who has nothing to decide about it: its reporter, or its writer by
 * an objection. Compare-and-swap, audit and card in one transaction, like every other transition.
 */
export const reopen = <R extends string>(deps: FlagsDeps, how: Reopening<R>): Promise<Reopened<R>> =>
  untilUnchanged(async () => {
    const { house, flagId, actorId } = how
    const file = await read(deps, house, flagId)
    if (file === undefined) return { ok: false, refusal: 'gone' }
    const { flag } = file
    const refusal = how.refuse(file)
    if (refusal !== undefined) return { ok: false, refusal }
    const at = deps.now()
    const { openFlagDays, auditIdsDays } = deps.retention(house, flag.category)
    const asOpen = daysAfter(at, openFlagDays)
    const barredId = how.barred?.(flag) ?? null
    const data = {
      ...stateAfterNews(flag),
      ...(await shutAgain(deps.seal, flag, asOpen > flag.deleteAfter ? asOpen : flag.deleteAfter)),
      ...(barredId === null ? {} : { barredId }),
      version: flag.version + 1,
      changedAt: at,
    }
    const after: StoredFlag = { ...flag, ...data }
    await transact(deps.db, async (tx) => {
      const { count } = await tx.flag.updateMany({
        where: { id: flag.id, version: flag.version, state: 'closed' },
        data,
      })
      if (count !== 1) throw new ChangedMeanwhile()
      await how.also?.(tx, flag)
      await writeAudit(tx, {
        house,
        at,
        act: how.audit,
        flagId: flag.id,
        actorId,
        fromState: 'closed',
        toState: 'open',
        codes: {},
        idsUntil: daysAfter(at, auditIdsDays),
      })
      await wantCard(deps, tx, after)
      await wantConsequences(deps, tx, flag, after)
      await tellMoved(deps, tx, {
        audit: how.audit,
        actorId,
        before: flagRowOf(flag),
        after: flagRowOf(after),
      })
    })
    deps.outbox.announce()
    return { ok: true, flagId: flag.id }
  })
