import { z } from 'zod'
import type { Finding as FindingRow, Flag, Report } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { CATEGORIES, KINDS, LEVELS } from '../screening/kinds.ts'
import { StorageError } from '../storage/errors.ts'
import { OUTCOMES_OF } from './outcomes.ts'

export const STATES = ['open', 'claimed', 'awaiting', 'closed'] as const
export type State = (typeof STATES)[number]
export const SOURCES = ['screening', 'report', 'automod'] as const
export type Source = (typeof SOURCES)[number]

const outcome = z.enum(OUTCOMES_OF.conduct)
const codes = z.object({
  source: z.enum(SOURCES),
  kind: z.enum(KINDS),
  category: z.enum(CATEGORIES),
  level: z.enum(LEVELS),
  state: z.enum(STATES),
  proposedOutcome: outcome.nullable(),
  outcome: outcome.nullable(),
})
type Codes = z.infer<typeof codes>

/** A flag as it is stored, its codes checked. */
export type StoredFlag = Omit<Flag, keyof Codes | 'houseId'> & Codes & { readonly houseId: HouseId }
/** A flag as others get it: without the sealed words, so that they cannot wander into a log. */
export type FlagRow = Readonly<Omit<StoredFlag, 'words' | 'wordsMark'>>

/** A flag with what hangs on it. */
export interface FlagFile {
  readonly flag: StoredFlag
  readonly findings: readonly FindingRow[]
  readonly reports: readonly Report[]
}

/** @throws StorageError `unreadable-row` when a newer version wrote a code that this one does not know */
export const storedFlagOf = (row: Flag): StoredFlag => {
  const checked = codes.safeParse(row)
  if (!checked.success) throw new StorageError('unreadable-row', 'Flag')
  return { ...row, ...checked.data, houseId: row.houseId as HouseId }
}

export const flagRowOf = ({ words: _words, wordsMark: _mark, ...row }: StoredFlag): FlagRow => row

/** What sealed words of a flag are bound to. Known before the flag is stored, and the same when it is reopened. */
export const aboutFlag = (house: HouseId, subjectKey: string): string => `flag:${house}:${subjectKey}`
export const aboutReport = (house: HouseId, subjectKey: string, reporterId: string): string =>
  `report:${house}:${subjectKey}:${reporterId}`
