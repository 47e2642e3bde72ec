import type { HouseId } from './house/id.ts'
import type { Policy } from './policy/schema.ts'
import { createDataNotes, type DataNotes } from './privacy/data-notes.ts'
import { createLegalHolds, type LegalHolds } from './privacy/legal-hold.ts'
import { createMatterHolds, type MatterHolds } from './privacy/matter-hold.ts'
import { createOwnDataOf, type OwnDataOf } from './privacy/own-data-of.ts'
import { termsFor } from './privacy/terms.ts'
import type { FlagsDeps } from './queue/flags.ts'
import { createObjections, type Objections } from './queue/own-objections.ts'
import { type Consents, createConsents } from './reports/consent.ts'
import { createMatters, type Matters } from './reports/matters.ts'
import { createOwnReports, type OwnReports } from './reports/mine.ts'

/** What people do with what is theirs: reports, objections, data; and what only one person may see. */
export interface PeoplesDesk {
  readonly ownReports: OwnReports
  readonly matters: Matters
  readonly consents: Consents
  readonly objections: Objections
  readonly ownData: OwnDataOf
  readonly notes: DataNotes
  readonly holds: LegalHolds
  /** The same for matters of the team, for their contact alone. */
  readonly matterHolds: MatterHolds
}

/** Puts that part of the desk together. */
export function openPeople({
  queue,
  policy,
}: {
  readonly queue: FlagsDeps
  readonly policy: (house: HouseId) => Policy
}): PeoplesDesk {
  const { db, seal, outbox, timers, newId, now } = queue
  const terms = (house: HouseId) => termsFor(policy(house).house.retention)
  const holding = { db, seal, newId, now, auditIdsDays: (house: HouseId) => terms(house).auditIdsDays }
  const matters = createMatters({ db, seal, outbox, timers, newId, now, terms })
  return {
    ownReports: createOwnReports(queue, matters),
    matters,
    consents: createConsents({ db, outbox, newId, now }),
    objections: createObjections(queue),
    ownData: createOwnDataOf(queue),
    notes: createDataNotes({ db, seal, outbox, newId, now, keepDays: (house) => terms(house).openFlagDays }),
    holds: createLegalHolds(holding),
    matterHolds: createMatterHolds(holding),
  }
}
