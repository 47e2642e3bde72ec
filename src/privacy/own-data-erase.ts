import type { HouseId } from '../house/id.ts'
import { type FlagsDeps, wantCard } from '../queue/deps.ts'
import type { Outcome } from '../queue/outcomes.ts'
import { storedFlagOf } from '../queue/row.ts'
import { type Db, transact } from '../storage/db.ts'
import { dropNote } from './data-notes.ts'
import { notHeldAt } from './hold-wrap.ts'

/** After these nothing was done to the message or its writer that the house must be able to explain later. */
const NOTHING_DONE: readonly Outcome[] = ['no-problem', 'talked', 'reminded', 'put-back', 'referred']

interface EraseDeps {
  readonly db: Db
  readonly outbox: FlagsDeps['outbox']
  readonly now: () => Date
}

/** Notes about their own data, with the card of each showing that it is gone. */
const eraseNotes = async ({ db, outbox }: EraseDeps, house: HouseId, userId: string): Promise<number> => {
  const notes = await db.dataNote.findMany({ where: { houseId: house, userId }, select: { id: true } })
  for (const { id } of notes) await dropNote({ db, outbox }, house, id)
  return notes.length
}

/** Their name and words with messages about which nothing was decided against anybody. */
const eraseFlags = async (
  { db, outbox, now }: EraseDeps,
  house: HouseId,
  userId: string,
): Promise<number> => {
  const flags = await db.flag.findMany({
    where: {
      houseId: house,
      authorId: userId,
      state: 'closed',
      firstById: null,
      OR: [{ outcome: null }, { outcome: { in: [...NOTHING_DONE] } }],
      // A message that its writer can still have back waits for that.
      heldMessages: { none: { state: 'held', repostId: null, withdrawnAt: null } },
      ...notHeldAt(now()),
    },
  })
  let erased = 0
  for (const row of flags) {
    const flag = storedFlagOf(row)
    const done = await transact(db, async (tx) => {
      // The mark stays until its day: without it the same text, read again, would open the flag again.
      const { count } = await tx.flag.updateMany({
        where: { id: flag.id, version: flag.version, state: 'closed', ...notHeldAt(now()) },
        data: { authorId: null, words: null, version: flag.version + 1 },
      })
      if (count !== 1) return false
      await tx.objection.deleteMany({ where: { flagId: flag.id } })
      // What the team wrote is about them as well.
      await tx.flagNote.deleteMany({ where: { flagId: flag.id } })
      await tx.heldMessage.updateMany({
        where: { flagId: flag.id, authorId: userId },
        data: { authorId: null },
      })
      await wantCard({ outbox }, tx, { ...flag, version: flag.version + 1 })
      return true
    })
    if (done) erased += 1
  }
  return erased
}

/**
 * Forgets what can be forgotten about one person, at once. What somebody still looks into stays, and what became a
 * measure, and what the law keeps: each for its own term, which begins at closing (a safeguard).
 *
 * @returns how many things were forgotten
 */
export const eraseOwnData = async (deps: EraseDeps, house: HouseId, userId: string): Promise<number> => {
  const { db, outbox, now } = deps
  const free = { state: 'closed', ...notHeldAt(now()) }
  const reports = await db.report.deleteMany({ where: { houseId: house, reporterId: userId, flag: free } })
  const staff = await db.staffReport.deleteMany({
    where: { houseId: house, reporterId: userId, matter: free },
  })
  const drafts = await db.reportDraft.deleteMany({ where: { houseId: house, reporterId: userId } })
  const words = await db.objection.updateMany({
    where: { houseId: house, authorId: userId, words: { not: null }, flag: free },
    data: { words: null },
  })
  const counted = await db.flagMessage.updateMany({
    where: {
      authorId: userId,
      houseId: house,
      flag: { ...free, OR: [{ outcome: null }, { outcome: { in: [...NOTHING_DONE] } }] },
    },
    data: { authorId: null },
  })
  const flags = await eraseFlags(deps, house, userId)
  const notes = await eraseNotes(deps, house, userId)
  const read = await db.noticeRead.deleteMany({ where: { houseId: house, memberId: userId } })
  outbox.announce()
  const changes = [reports, staff, drafts, words, counted, read]
  return changes.reduce((sum, { count }) => sum + count, 0) + flags + notes
}
