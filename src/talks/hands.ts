import type { Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { ChangedMeanwhile } from '../queue/deps.ts'
import type { Db, Tx } from '../storage/db.ts'
import { type TalksDeps, wantTalkCard, wantThread, wantWorkerOut } from './deps.ts'
import { asksFollowUp, isOngoing, type Talk, talkOf } from './talk.ts'
import { startWaiting } from './timers.ts'

/**
 * The private talks and the follow-ups of somebody of the team, put into other hands at once. A young person is never
 * left with nobody: a talk that nobody takes waits for somebody again, on its clock.
 */
export interface TalkHands {
  readonly house: HouseId
  readonly from: string
  /** Who takes them; a talk whose young person did not want this one, or that is their own, waits for somebody else. */
  readonly to?: string
  /** Whether who hands them over may go on reading: not when they are no longer of the team. */
  readonly out: boolean
}
export interface TalksOf {
  readonly ongoing: readonly Talk[]
  /** Somebody still has to ask how it goes, or to say when. */
  readonly followUps: readonly Talk[]
}

const ofWorker = (house: HouseId, memberId: string): Prisma.TalkWhereInput => ({
  houseId: house,
  OR: [{ firstWorkerId: memberId }, { secondWorkerId: memberId }],
})

const needsFollowUp = (talk: Talk): boolean =>
  asksFollowUp(talk) || (!isOngoing(talk) && talk.followUpAt !== null && talk.followUpDoneAt === null)

/** What somebody has of private talks. */
export const talksOf = async (db: Db | Tx, house: HouseId, memberId: string): Promise<TalksOf> => {
  const rows = await db.talk.findMany({ where: ofWorker(house, memberId), orderBy: { createdAt: 'asc' } })
  const talks = rows.map(talkOf)
  return { ongoing: talks.filter(isOngoing), followUps: talks.filter(needsFollowUp) }
}

const mayTake = ({ askerId, notId, workerIds }: Talk, to: string): boolean =>
  to !== askerId && to !== notId && !workerIds.includes(to)

const moveTalk = async (deps: TalksDeps, tx: Tx, talk: Talk, hands: TalkHands): Promise<boolean> => {
  const { from, out } = hands
  const to = hands.to !== undefined && mayTake(talk, hands.to) ? hands.to : undefined
  const workers = talk.workerIds.flatMap((id) => (id === from ? (to === undefined ? [] : [to]) : [id]))
  const alone = isOngoing(talk) && workers.length === 0
  const now = deps.now()
  const waitingSince = alone ? await startWaiting(deps, tx, talk, now) : talk.waitingSince
  const { count } = await tx.talk.updateMany({
    where: { id: talk.id, version: talk.version },
    data: {
      firstWorkerId: workers[0] ?? null,
      secondWorkerId: workers[1] ?? null,
      ...(alone ? { state: 'waiting', waitingSince, toldWaiting: false } : {}),
      version: { increment: 1 },
    },
  })
  if (count !== 1) throw new ChangedMeanwhile()
  const after = talkOf(await tx.talk.findUniqueOrThrow({ where: { id: talk.id } }))
  if (isOngoing(after)) await wantThread(deps, tx, after)
  await wantTalkCard(deps, tx, after)
  const due = after.followUpAt !== null && after.followUpAt <= now && after.followUpDoneAt === null
  if (due && !isOngoing(after)) await wantTalkCard(deps, tx, after, 'follow')
  if (out) await wantWorkerOut(deps, tx, after, from)
  return to !== undefined
}

/** Puts what somebody has of private talks into other hands, in the transaction of what causes it. */
export const moveTalks = async (
  deps: TalksDeps,
  tx: Tx,
  hands: TalkHands,
): Promise<{ readonly passed: number; readonly released: number }> => {
  const { ongoing, followUps } = await talksOf(tx, hands.house, hands.from)
  let passed = 0
  for (const talk of [...ongoing, ...followUps]) if (await moveTalk(deps, tx, talk, hands)) passed += 1
  return { passed, released: ongoing.length + followUps.length - passed }
}
