import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { HousePolicy } from '../policy/schema.ts'
import type { FlagsDeps } from '../queue/deps.ts'
import type { Db } from '../storage/db.ts'
import type { Timers } from '../storage/timers.ts'
import type { TalksDeps } from '../talks/deps.ts'
import type { HouseHours } from './house-hours.ts'

/** What the house agreed about who looks when. */
export type DutyAgreements = Pick<
  HousePolicy,
  'duty' | 'queue' | 'roles' | 'contacts' | 'targetMinutes' | 'retention'
>

export interface DutyDeps {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  readonly hours: HouseHours
  readonly agreed: (house: HouseId) => DutyAgreements
  /** What the queue and the private talks work with: what somebody holds is moved in one transaction. */
  readonly queue: () => FlagsDeps
  readonly talks: () => TalksDeps
}

const DAY_MS = 86_400_000

/** Until when it is remembered who was there: as long as the audit remembers. */
export const idsUntil = ({ agreed }: Pick<DutyDeps, 'agreed'>, house: HouseId, at: Date): Date =>
  new Date(at.getTime() + agreed(house).retention.auditIdsDays * DAY_MS)

/** Above green and yellow cards, below red ones. */
export const PRIORITY = 2
