import { TALK_TIMERS, talkTimerKind } from '../talks/timers.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { Desk } from './desk.ts'
import { fireOffer } from './lines.ts'

const TALKS: ReadonlySet<string> = new Set(TALK_TIMERS.map(talkTimerKind))

/** Fires what fell due, by its kind, in the transaction that marks it as fired. */
export const fireTimer = (desk: Desk, tx: Tx, timer: Timer): Promise<void> =>
  TALKS.has(timer.kind) ? desk.talks.fire(tx, timer) : fireOffer(desk, tx, timer)
