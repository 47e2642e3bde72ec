import { z } from 'zod'
import type { Finding as FindingRow, Flag, Report } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { CATEGORIES, KINDS, LEVELS } from '../screening/kinds.ts'
import { StorageError } from '../storage/errors.ts'
import { MEASURE_STATES, MEASURES } from './measures.ts'
import { OUTCOMES_OF, TOLD } from './outcomes.ts'
import { REASONS } from './reasons.ts'

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
  reason: z.enum(REASONS).nullable(),
  measure: z.enum(MEASURES).nullable(),
  measureState: z.enum(MEASURE_STATES).nullable(),
  told: z.enum(TOLD).nullable(),
})
type Codes = z.infer<typeof codes>

/** A flag as it is stored, its codes checked. */
export type StoredFlag = Omit<Flag, keyof Codes | 'houseId'> & Codes & { readonly houseId: HouseId }
/** A flag as others get it: without the sealed words, so that they cannot wander into a log. */
export type FlagRow = Readonly<Omit<StoredFlag, 'words' | 'wordsMark' | 'alikeMark'>>

/** A flag with what hangs on it. */
export interface FlagFile {
  readonly flag: StoredFlag
  readonly findings: readonly FindingRow[]
  readonly reports: readonly Report[]
  /** Messages that say the same, counted with it. */
  readonly alike: number
  /** Whether the message is kept back until a person decides. */
  readonly held: boolean
}

/** @throws StorageError `unreadable-row` when a newer version wrote a code that this one does not know */
export const storedFlagOf = (row: Flag): StoredFlag => {
  const checked = codes.safeParse(row)
  if (!checked.success) throw new StorageError('unreadable-row', 'Flag')
  return { ...row, ...checked.data, houseId: row.houseId as HouseId }
}

/** What is read with a flag, in every query that makes a `FlagFile` or the facts of it. */
export const WITH_FILE = {
  findings: true,
  reports: true,
  heldMessages: { select: { state: true } },
  _count: { select: { messages: true } },
} as const
type FileRow = Flag & {
  readonly findings: readonly FindingRow[]
  readonly reports: readonly Report[]
  readonly heldMessages: readonly { readonly state: string }[]
  readonly _count: { readonly messages: number }
}

export const fileOf = ({ findings, reports, heldMessages, _count, ...flag }: FileRow): FlagFile => ({
  flag: storedFlagOf(flag),
  findings,
  reports,
  alike: _count.messages,
  held: isHeld(heldMessages),
})

export const isHeld = (held: readonly { readonly state: string }[]): boolean =>
  held.some(({ state }) => state === 'holding' || state === 'held')

export const flagRowOf = ({
  words: _words,
  wordsMark: _mark,
  alikeMark: _alike,
  ...row
}: StoredFlag): FlagRow => row

/** What sealed words of a flag are bound to. Known before the flag is stored, and the same when it is reopened. */
export const aboutFlag = (house: HouseId, subjectKey: string): string => `flag:${house}:${subjectKey}`
export const aboutReport = (house: HouseId, subjectKey: string, reporterId: string): string =>
  `report:${house}:${subjectKey}:${reporterId}`
export const aboutNote = (house: HouseId, noteId: string): string => `note:${house}:${noteId}`
