import { TALK_TIMERS, talkTimerKind } from '../talks/timers.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { fireNews, NEWS_TIMER } from '../queue/report-news.ts'
import type { Desks } from './desk.ts'
import { fireOffer } from './lines.ts'

const TALKS: ReadonlySet<string> = new Set(TALK_TIMERS.map(talkTimerKind))

/** Fires what fell due, by its kind, in the transaction that marks it as fired. */
export const fireTimer = async (desk: Desks, tx: Tx, timer: Timer): Promise<void> => {
  if (TALKS.has(timer.kind)) return desk.talks.fire(tx, timer)
  if (await desk.contactTalks.fire(tx, timer)) return
  if (await desk.sentLines.fire(tx, timer)) return
  if (await desk.limits.fire(tx, timer)) return
  if (await desk.duty.fire(tx, timer)) return
  if (timer.kind === NEWS_TIMER) return fireNews(desk, tx, timer)
  if (await desk.drills.fire(tx, timer)) return
  if (!(await desk.flags.fire(tx, timer))) await fireOffer(desk, tx, timer)
}
