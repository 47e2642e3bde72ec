import type { Tx } from '../storage/db.ts'
import { type FlagsDeps, offerKey, secondLookKey, undoKey } from './deps.ts'
import { undoableUntil } from './make-safe.ts'
import type { StoredFlag } from './row.ts'

export const measureKey = (flagId: string): string => `measure:${flagId}`

/** What a transition causes beside the card: effects on Discord and timers, in its transaction. */
export const wantConsequences = async (
  deps: FlagsDeps,
  tx: Tx,
  before: StoredFlag,
  after: StoredFlag,
): Promise<void> => {
  if (before.state === 'open' && after.state !== 'open') {
    await deps.timers.cancel(tx, after.houseId, offerKey(after.id))
  }
  if (after.state === 'closed' && before.state !== 'closed' && after.outcome === 'removed') {
    await wantRemovals(deps, tx, after)
  }
  if (after.measureState !== before.measureState || after.measureAt !== before.measureAt) {
    await wantMeasure(deps, tx, after)
  }
  await setTimers(deps, tx, before, after)
}

/** Takes away the message, and those that say the same and are counted with it. */
const wantRemovals = async ({ outbox }: FlagsDeps, tx: Tx, flag: StoredFlag): Promise<void> => {
  const alike = await tx.flagMessage.findMany({
    where: { flagId: flag.id },
    select: { channelId: true, messageId: true },
  })
  for (const { channelId, messageId } of [flag, ...alike]) {
    if (messageId === null) continue
    await outbox.want(tx, {
      house: flag.houseId,
      targetKey: `removal:${channelId}:${messageId}`,
      kind: 'removal',
      channelId,
      desired: { messageId, flagId: flag.id },
      priority: flag.rank,
    })
  }
}

/** Asks Discord for the measure, or to lift it. The row says which; the wish holds no name. */
const wantMeasure = async ({ outbox }: FlagsDeps, tx: Tx, flag: StoredFlag): Promise<void> => {
  if (flag.measureState !== 'wanted' && flag.measureState !== 'lifting') return
  await outbox.want(tx, {
    house: flag.houseId,
    targetKey: measureKey(flag.id),
    kind: 'measure',
    channelId: flag.queueChannelId,
    desired: { flagId: flag.id },
    // Somebody is to be made safe: before everything else.
    priority: 10,
  })
}

const setTimers = async (
  { timers }: FlagsDeps,
  tx: Tx,
  before: StoredFlag,
  after: StoredFlag,
): Promise<void> => {
  const house = after.houseId
  const payload = { flagId: after.id }
  if (after.firstById !== null && after.confirmDueAt !== null && after.firstById !== before.firstById) {
    const key = secondLookKey(after.id)
    await timers.schedule(tx, { house, key, kind: 'second-look', payload, dueAt: after.confirmDueAt })
  }
  if (after.firstById === null && before.firstById !== null) {
    await timers.cancel(tx, house, secondLookKey(after.id))
  }
  if (after.state === 'closed' && after.closedAt !== null && after.closedAt !== before.closedAt) {
    const dueAt = undoableUntil(after.closedAt)
    await timers.schedule(tx, { house, key: undoKey(after.id), kind: 'undo-over', payload, dueAt })
  }
  if (after.state !== 'closed' && before.state === 'closed') {
    await timers.cancel(tx, house, undoKey(after.id))
  }
}
