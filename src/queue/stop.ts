import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { wantConsequences } from './consequences.ts'
import { ChangedMeanwhile, cardKey, daysAfter, earlier, type FlagsDeps, tellMoved } from './deps.ts'
import { drillCode, isReal } from './real.ts'
import { flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'

/** A card that shows nothing that anybody still has to do goes away; the row that wanted it goes with it. */
const takeCardAway = async (deps: FlagsDeps, tx: Tx, flag: StoredFlag): Promise<void> => {
  const where = { houseId_targetKey: { houseId: flag.houseId, targetKey: cardKey(flag.id) } }
  const card = await tx.outboxTarget.findUnique({ where, select: { channelId: true, messageId: true } })
  if (card === null) return
  await tx.outboxTarget.deleteMany({ where: { houseId: flag.houseId, targetKey: cardKey(flag.id) } })
  if (card.messageId === null) return
  const { channelId, messageId } = card
  await deps.outbox.want(tx, {
    house: flag.houseId,
    targetKey: `removal:${channelId}:${messageId}`,
    kind: 'removal',
    channelId,
    desired: { messageId },
  })
}

/**
 * The house ends: what nobody decided is closed without a decision, and everything of it is forgotten in the time of
 * closed flags. In the transaction of the end.
 *
 * @returns how many flags lay open
 */
export const stopAll = async (deps: FlagsDeps, tx: Tx, house: HouseId): Promise<number> => {
  const at = deps.now()
  const rows = await tx.flag.findMany({ where: { houseId: house, state: { not: 'closed' } } })
  for (const row of rows) {
    const flag = storedFlagOf(row)
    const { closedFlagDays, auditIdsDays } = deps.retention(house, flag.category)
    const deleteAfter = earlier(flag.deleteAfter, daysAfter(at, closedFlagDays))
    const idsUntil = daysAfter(at, auditIdsDays)
    const data = {
      state: 'closed',
      ownerId: null,
      proposedOutcome: null,
      proposedById: null,
      closedAt: at,
      deleteAfter,
      idsUntil,
      version: flag.version + 1,
      changedAt: at,
    } as const
    const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
    if (count !== 1) throw new ChangedMeanwhile()
    await tx.report.updateMany({
      where: { flagId: flag.id, deleteAfter: { gt: deleteAfter } },
      data: { deleteAfter },
    })
    const after: StoredFlag = { ...flag, ...data }
    await writeAudit(tx, {
      house,
      at,
      act: 'closed',
      flagId: flag.id,
      fromState: flag.state,
      toState: 'closed',
      codes: { why: 'house-ended', ...drillCode(flag) },
      idsUntil,
    })
    await wantConsequences(deps, tx, flag, after)
    await takeCardAway(deps, tx, after)
    await tellMoved(deps, tx, {
      audit: 'closed',
      actorId: undefined,
      before: flagRowOf(flag),
      after: flagRowOf(after),
    })
  }
  return rows.filter(isReal).length
}
