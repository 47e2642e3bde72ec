import { z } from 'zod'
import type { StaffMatter, StaffReport } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Seal } from '../privacy/sealed.ts'
import type { Terms } from '../privacy/terms.ts'
import { writeAudit } from '../queue/audit.ts'
import type { OtherAct } from '../queue/audit.ts'
import { REPORT_REASONS, type ReportReason } from '../queue/report-reasons.ts'
import type { Db, Tx } from '../storage/db.ts'
import { StorageError } from '../storage/errors.ts'
import type { Timers } from '../storage/timers.ts'

/** How the integrity contact can close a matter, the lightest first. */
export const MATTER_OUTCOMES = ['no-problem', 'talked', 'measure', 'passed-on'] as const
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number]
/** Closed at once, since nobody of the house could look at it independently. */
export const NOBODY = 'nobody-independent'

const codes = z.object({
  state: z.enum(['open', 'closed']),
  outcome: z.enum([...MATTER_OUTCOMES, NOBODY]).nullable(),
})

export interface MattersDeps {
  readonly db: Db
  readonly seal: Seal
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  readonly terms: (house: HouseId) => Terms
}

/** A matter as it is stored, its codes checked. */
export type Matter = Omit<StaffMatter, 'state' | 'outcome' | 'houseId'> &
  z.infer<typeof codes> & { readonly houseId: HouseId }

/** @throws StorageError `unreadable-row` when a newer version wrote a code that this one does not know */
export const matterOf = (row: StaffMatter): Matter => {
  const checked = codes.safeParse(row)
  if (!checked.success) throw new StorageError('unreadable-row', 'StaffMatter')
  return { ...row, ...checked.data, houseId: row.houseId as HouseId }
}

/** What sealed words of a matter are bound to. */
export const aboutMatter = (house: HouseId, subjectKey: string): string => `matter:${house}:${subjectKey}`
export const aboutStaffReport = (house: HouseId, subjectKey: string, reporterId: string): string =>
  `staff-report:${house}:${subjectKey}:${reporterId}`

/** A picture of a matter for the direct message: no words, and nobody's name. */
export interface MatterView {
  readonly matterId: string
  readonly contactId: string | null
  readonly state: Matter['state']
  readonly outcome: Matter['outcome']
  readonly channelId: string
  readonly messageId: string | null
  readonly reporters: number
  readonly reasons: readonly ReportReason[]
  readonly createdAt: Date
}

export const viewOf = (matter: Matter, reports: readonly StaffReport[]): MatterView => {
  const standing = reports.filter(({ withdrawnAt }) => withdrawnAt === null)
  const { id: matterId, contactId, state, outcome, channelId, messageId, createdAt } = matter
  return {
    matterId,
    contactId,
    state,
    outcome,
    channelId,
    messageId,
    reporters: standing.length,
    reasons: REPORT_REASONS.filter((known) => standing.some(({ reason }) => reason === known)),
    createdAt,
  }
}

export const matterKey = (matterId: string, contactId: string): string => `matter:${matterId}:${contactId}`

/** Asks for the direct message to show the row. There is no way from here to a channel of the server. */
export const wantMatterCard = async (
  { outbox }: Pick<MattersDeps, 'outbox'>,
  tx: Tx,
  { id, houseId, contactId, version }: Pick<StaffMatter, 'id' | 'houseId' | 'contactId' | 'version'>,
): Promise<void> => {
  if (contactId === null) return
  await outbox.want(tx, {
    house: houseId as HouseId,
    targetKey: matterKey(id, contactId),
    kind: 'matter',
    channelId: 'dm',
    desired: { matterId: id, contactId, version },
    priority: 2,
  })
}

export const DAY_MS = 86_400_000
export const daysFrom = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

/** A line in the audit about a matter, in the transaction of what it tells. */
export const auditMatter = (
  deps: Pick<MattersDeps, 'terms' | 'now'>,
  tx: Tx,
  matter: Pick<Matter, 'id' | 'houseId'>,
  act: OtherAct,
  actorId: string,
  more: { readonly codes?: Readonly<Record<string, string>> } = {},
): Promise<void> => {
  const at = deps.now()
  return writeAudit(tx, {
    house: matter.houseId,
    at,
    act,
    flagId: matter.id,
    actorId,
    codes: more.codes ?? {},
    idsUntil: daysFrom(at, deps.terms(matter.houseId).auditIdsDays),
  })
}
