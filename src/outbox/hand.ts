import type { Db, Tx } from '../storage/db.ts'
import { insertRow } from '../storage/insert.ts'
import { leaseEnd, leaseOf } from '../storage/lease.ts'
import type { OutboxDeps } from './outbox.ts'
import { type Claim, claimOf, newTarget, type Wish } from './target.ts'

/** Who sends what stands in the outbox, in this process. */
export interface Sender {
  /** Whether one more would be begun at once: nothing stands in line before it. */
  isFree(): boolean
  /** Begins with it. False when it does not begin with anything any more. */
  take(claim: Claim): boolean
}

/** What is wanted for the first time, handed to who sends without a look into the outbox between the two. */
export interface Handing {
  /**
   * As `want`, for a target that never was wanted before. When the sender of this process would begin with it at once, it
   * is written down as claimed and attempted together with the wish, which spares three statements and two writes to
   * the disk before Discord is asked. The row is what `claim` and `attempted` would have made of it, so that a kill at
   * any point is found as always: at most, something is looked for that was never posted.
   *
   * @returns what to `hand` over after the commit; undefined when it waits its turn as everything does
   */
  wantFirst(tx: Tx, wish: Wish): Promise<Claim | undefined>
  /** Its transaction was committed: it is sent now. Comes before `announce`. */
  hand(claim: Claim): Promise<void>
  /** Tells who sends here; until then, and after the answer is called, everything waits its turn. */
  sendsHere(sender: Sender): () => void
}

const giveBack = async (db: Db, { id, lease }: Claim): Promise<void> => {
  await db.outboxTarget.updateMany({
    where: { id, leasedBy: lease },
    data: { leasedBy: null, leasedUntil: null, attemptedAt: null },
  })
}

export const createHanding = ({ db, newId, worker, now }: OutboxDeps): Handing => {
  let sender: Sender | undefined
  return {
    wantFirst: async (tx, wish) => {
      const at = now()
      const row = newTarget(newId(), wish, at)
      if (sender?.isFree() !== true) {
        await insertRow(tx, 'OutboxTarget', row)
        return undefined
      }
      const lease = leaseOf(worker, newId())
      const leasedUntil = leaseEnd(at)
      await insertRow(tx, 'OutboxTarget', { ...row, leasedBy: lease, leasedUntil, attemptedAt: at })
      return { ...claimOf(row, lease, leasedUntil), noted: true }
    },
    hand: async (claim) => {
      if (sender?.take(claim) !== true) await giveBack(db, claim)
    },
    sendsHere: (one) => {
      sender = one
      return () => {
        if (sender === one) sender = undefined
      }
    },
  }
}
