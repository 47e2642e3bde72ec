import { z } from 'zod'
import { isOpen } from '../duty/opening.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { type TalksDeps, wantSaying, wantTalkCard, wantThread } from './deps.ts'
import { stepTalk } from './lifecycle.ts'
import { nextClosing, nextReminder, waiting } from './moments.ts'
import { isOngoing, type Talk, talkOf } from './talk.ts'

/** What falls due in a talk. Each timer is a row, so a restart forgets none. */
export const TALK_TIMERS = ['wait', 'closing', 'follow', 'delete', 'forget'] as const
export type TalkTimer = (typeof TALK_TIMERS)[number]

const DAY = 86_400_000
const payloadSchema = z.object({ talkId: z.string() })

export const talkTimerKind = (what: TalkTimer): string => `talk-${what}`
const keyOf = (what: TalkTimer, talkId: string): string => `${talkTimerKind(what)}:${talkId}`

const schedule = (deps: TalksDeps, tx: Tx, talk: Talk, what: TalkTimer, dueAt: Date): Promise<void> =>
  deps.timers.schedule(tx, {
    house: talk.houseId,
    key: keyOf(what, talk.id),
    kind: talkTimerKind(what),
    payload: { talkId: talk.id },
    dueAt,
  })

/** Sets the clock of somebody who waits, and returns since when it runs. */
export const startWaiting = async (deps: TalksDeps, tx: Tx, talk: Talk, now: Date): Promise<Date> => {
  const { hours, waitMinutes } = deps.agreed(talk.houseId)
  const clock = waiting(hours, now, waitMinutes)
  if (clock !== undefined) await schedule(deps, tx, talk, 'wait', clock.until)
  return clock?.since ?? now
}

/** The one timer of a talk in which somebody is there already: nobody waits in it. */
export const startClosing = async (deps: TalksDeps, tx: Tx, talk: Talk, now: Date): Promise<void> => {
  const closing = nextClosing(deps.agreed(talk.houseId).hours, now)
  if (closing !== undefined) await schedule(deps, tx, talk, 'closing', closing)
}

/** The timers of a talk that was just asked. */
export const startTimers = async (deps: TalksDeps, tx: Tx, talk: Talk, now: Date): Promise<void> => {
  await startWaiting(deps, tx, talk, now)
  await startClosing(deps, tx, talk, now)
}

export const stopWaiting = (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> =>
  deps.timers.cancel(tx, talk.houseId, keyOf('wait', talk.id))

/** The timers of a talk that is over: what was running stops, and what must be forgotten gets its day. */
export const endTimers = async (deps: TalksDeps, tx: Tx, talk: Talk, now: Date): Promise<void> => {
  const { deleteAfterDays, auditIdsDays } = deps.agreed(talk.houseId)
  await stopWaiting(deps, tx, talk)
  await deps.timers.cancel(tx, talk.houseId, keyOf('closing', talk.id))
  const after = (days: number): Date => new Date(now.getTime() + days * DAY)
  if (talk.state === 'closed') await schedule(deps, tx, talk, 'delete', after(deleteAfterDays))
  await schedule(deps, tx, talk, 'forget', after(auditIdsDays))
}

export const startFollowUp = async (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> => {
  if (talk.followUpAt !== null && talk.followUpDoneAt === null)
    await schedule(deps, tx, talk, 'follow', talk.followUpAt)
}

export const stopFollowUp = (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> =>
  deps.timers.cancel(tx, talk.houseId, keyOf('follow', talk.id))

/** Nobody came within the target time: the asker hears it in the thread, the team sees it on the card. */
const fireWait = async (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> => {
  // In a house that closed meanwhile the closing line says all; the clock begins anew at the next opening.
  if (talk.state !== 'waiting' || !isOpen(deps.agreed(talk.houseId).hours, deps.now())) return
  const told = { ...talk, toldWaiting: true, version: talk.version + 1 }
  await tx.talk.updateMany({
    where: { id: talk.id },
    data: { toldWaiting: true, version: { increment: 1 } },
  })
  await wantSaying(deps, tx, talk, 'waiting', String(talk.waitingSince.getTime()))
  await wantTalkCard(deps, tx, told)
}

/** Nobody closed it, so nothing of it would ever be forgotten: the bot closes it, and the team is asked for a day. */
export const expire = async (deps: TalksDeps, tx: Tx, talk: Talk, now: Date): Promise<void> => {
  const step = stepTalk(talk, { type: 'expire' }, now)
  if (step.type === 'refused') return
  await tx.talk.updateMany({ where: { id: talk.id }, data: { ...step.changes, version: { increment: 1 } } })
  const closed: Talk = { ...talk, state: 'closed', version: talk.version + 1 }
  await wantThread(deps, tx, closed)
  await wantTalkCard(deps, tx, closed)
  await wantSaying(deps, tx, closed, 'closed', 'end')
  await endTimers(deps, tx, closed, now)
}

/** The house closes: said in the thread, and the clocks are set for the next opening. */
const fireClosing = async (deps: TalksDeps, tx: Tx, talk: Talk, timer: Timer): Promise<void> => {
  if (!isOngoing(talk)) return
  const now = deps.now()
  const since = talk.joinedAt ?? talk.createdAt
  if (now.getTime() - since.getTime() > deps.agreed(talk.houseId).deleteAfterDays * DAY)
    return expire(deps, tx, talk, now)
  // After a long silence of the bot the house may be open again: then "we close now" is no longer true.
  const closed = !isOpen(deps.agreed(talk.houseId).hours, now)
  if (closed) await wantSaying(deps, tx, talk, 'closing', String(timer.dueAt.getTime()))
  await startClosing(deps, tx, talk, now)
  if (talk.state !== 'waiting') return
  const waitingSince = await startWaiting(deps, tx, talk, now)
  await tx.talk.updateMany({
    where: { id: talk.id },
    data: { waitingSince, toldWaiting: false, version: { increment: 1 } },
  })
  await wantTalkCard(deps, tx, { ...talk, version: talk.version + 1 })
}

/** The time of the thread is over: who asked is forgotten now, the thread is deleted by the outbox. */
const fireDelete = async (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> => {
  const { count } = await tx.talk.updateMany({
    where: { id: talk.id, state: 'closed' },
    data: {
      state: 'gone',
      askerId: null,
      notId: null,
      wishId: null,
      flagId: null,
      version: { increment: 1 },
    },
  })
  if (count === 1) await wantThread(deps, tx, { ...talk, version: talk.version + 1 })
}

/**
 * Somebody asks how it goes, now; and once in each opening after this, until it is ticked off: a warm referral that
 * nobody follows up is how people get lost. Whose it was may have left: the card stands in the queue, for everybody.
 */
const fireFollow = async (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> => {
  if (talk.followUpAt === null || talk.followUpDoneAt !== null) return
  const now = deps.now()
  await wantTalkCard(deps, tx, talk, 'follow', now)
  const again = nextReminder(deps.agreed(talk.houseId).hours, now)
  if (again !== undefined) await schedule(deps, tx, talk, 'follow', again)
}

const fireForget = async (deps: TalksDeps, tx: Tx, talk: Talk): Promise<void> => {
  await stopFollowUp(deps, tx, talk)
  await tx.talk.updateMany({
    where: { id: talk.id },
    data: { firstWorkerId: null, secondWorkerId: null, followUpDoneById: null },
  })
}

/** Fires a timer of a talk, in the transaction that marks it as fired. */
export const fireTalkTimer = async (deps: TalksDeps, tx: Tx, timer: Timer): Promise<void> => {
  const { talkId } = payloadSchema.parse(timer.payload)
  const row = await tx.talk.findFirst({ where: { id: talkId, houseId: timer.houseId } })
  if (row === null) return
  const talk = talkOf(row)
  const what = TALK_TIMERS.find((known) => talkTimerKind(known) === timer.kind)
  switch (what) {
    case 'wait':
      return fireWait(deps, tx, talk)
    case 'closing':
      return fireClosing(deps, tx, talk, timer)
    case 'follow':
      return fireFollow(deps, tx, talk)
    case 'delete':
      return fireDelete(deps, tx, talk)
    case 'forget':
      return fireForget(deps, tx, talk)
    case undefined:
      return
  }
}
