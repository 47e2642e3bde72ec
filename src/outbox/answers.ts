import type { HouseId } from '../house/id.ts'
import type { Db, Tx } from '../storage/db.ts'
import { leaseIsFree } from '../storage/lease.ts'
import type { Outbox } from './outbox.ts'

/** Who holds a target whose picture a press is being answered with, and for how long at most. */
const PRESS = 'press'
const ANSWER_MS = 5_000
const FREE = { leasedBy: null, leasedUntil: null } as const

interface AnswersDeps {
  readonly db: Db
  readonly now: () => Date
  readonly announce: () => void
}

/** A press on a card is answered with its newest picture: the part of the outbox that then need not send it. */
export const createAnswers = ({
  db,
  now,
  announce,
}: AnswersDeps): Pick<Outbox, 'expectAnswer' | 'answerFailed' | 'settle'> => ({
  expectAnswer: async (tx: Tx | Db, house: HouseId, targetKey: string) => {
    const at = now()
    await tx.outboxTarget.updateMany({
      where: { houseId: house, targetKey, messageId: { not: null }, ...leaseIsFree(at) },
      data: { leasedBy: PRESS, leasedUntil: new Date(at.getTime() + ANSWER_MS) },
    })
  },
  answerFailed: async (house, targetKey) => {
    await db.outboxTarget.updateMany({ where: { houseId: house, targetKey, leasedBy: PRESS }, data: FREE })
    announce()
  },
  settle: async (house, targetKey, version, messageId) => {
    // Not while a worker is sending: what it sends may land after the answer to the press, and be older.
    const { count } = await db.outboxTarget.updateMany({
      where: {
        houseId: house,
        targetKey,
        desiredVersion: version,
        messageId,
        attemptedAt: null,
        OR: [{ leasedBy: PRESS }, ...leaseIsFree(now()).OR],
      },
      data: { ...FREE, doneVersion: version, nextTry: null, tries: 0, lastError: null },
    })
    return count === 1
  },
})
