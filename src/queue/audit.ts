import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import { insertRow } from '../storage/insert.ts'
import type { State } from './row.ts'
import type { AuditAct } from './step.ts'

/** A code cannot hold a sentence: no space, no capital, no more than sixty characters. */
const auditCodes = z.record(z.string(), z.string().regex(/^[a-z0-9][a-z0-9:_-]{0,59}$/))

/** What happens beside the life of a flag: holds for the law, and matters of the team. */
export const OTHER_ACTS = [
  'held',
  'hold-ended',
  // Beside `passed`, which names who gave it: who received it, so that each forgets its own id.
  'received',
  'matter-raised',
  'matter-joined',
  'matter-reopened',
  'matter-withdrawn',
  'matter-shown',
  'matter-closed',
  'duty-began',
  'duty-ended',
  'hand-over-offered',
  'hand-over-accepted',
  'hand-over-withdrawn',
  'left-team',
  'holiday-set',
  'holiday-lifted',
  'house-end-set',
  'house-end-lifted',
  'house-ended',
  'trial-shown',
  'line-sent',
  'channel-limited',
  'channel-freed',
  'channel-back',
  'drill-began',
  'drill-over',
  'settings-saved',
] as const
export type OtherAct = (typeof OTHER_ACTS)[number]

/** What people of the team do about a flag. Reporting, objecting and taking back are of whoever it is about. */
export const TEAM_FLAG_ACTS = [
  'claimed',
  'passed',
  'received',
  'released',
  'proposed',
  'closed',
  'confirmed',
  'undone',
  'measured',
  'level',
  'shown',
  'answered',
  'recorded',
  'printed',
  'told',
  'held',
  'hold-ended',
  'practised',
] as const satisfies readonly (AuditAct | OtherAct)[]

export interface AuditEntry {
  readonly house: HouseId
  readonly at: Date
  readonly act: AuditAct | OtherAct
  /** The flag, or the matter of the team; left out for what is about the house. */
  readonly flagId?: string
  readonly actorId?: string
  readonly fromState?: State
  readonly toState?: State
  readonly codes: Readonly<Record<string, string>>
  /** When the line forgets who and which flag. */
  readonly idsUntil: Date
}

/**
 * Adds a line to the audit, in the transaction of what it tells.
 *
 * @throws ZodError when something that is not a code would come to stand in it: a bug, told before anything is stored
 */
export const writeAudit = async (tx: Tx, entry: AuditEntry): Promise<void> => {
  const { house, at, act, flagId, actorId, fromState, toState, codes, idsUntil } = entry
  await insertRow(tx, 'AuditLine', {
    houseId: house,
    at,
    act,
    flagId: flagId ?? null,
    actorId: actorId ?? null,
    fromState: fromState ?? null,
    toState: toState ?? null,
    codes: JSON.stringify(auditCodes.parse(codes)),
    idsUntil,
  })
}
