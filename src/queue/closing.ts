import type { Report } from '../generated/sqlite/client.ts'
import { asSealed } from '../privacy/sealed.ts'
import { daysAfter, earlier, type FlagsDeps } from './deps.ts'
import { shortenNotes, type StandingNote } from './notes.ts'
import { aboutReport, type StoredFlag } from './row.ts'
import { shutAgain } from './shut-again.ts'

/** What closing does to the words: the day of forgetting comes nearer, and they are shut again under its key. */
export interface Shortened {
  readonly flag: Pick<StoredFlag, 'words' | 'wordsMark' | 'alikeMark' | 'deleteAfter' | 'idsUntil'>
  readonly reports: readonly Pick<Report, 'id' | 'words' | 'deleteAfter'>[]
  readonly notes: readonly StandingNote[]
}

/** Shuts what was said about a flag that is being closed. Before the transaction: it may wait for a key file. */
export const shorten = async (
  deps: FlagsDeps,
  flag: StoredFlag,
  reports: readonly Report[],
  notes: readonly StandingNote[],
  at: Date,
): Promise<Shortened> => {
  const { closedFlagDays, auditIdsDays } = deps.retention(flag.houseId, flag.category)
  const until = daysAfter(at, closedFlagDays)
  const shorter: Pick<Report, 'id' | 'words' | 'deleteAfter'>[] = []
  for (const { id, words, reporterId, deleteAfter: before } of reports) {
    const about = aboutReport(flag.houseId, flag.subjectKey, reporterId)
    const deleteAfter = earlier(before, until)
    const shut = words === null ? undefined : await deps.seal.reseal(asSealed(words), about, deleteAfter)
    shorter.push({ id, words: shut ?? null, deleteAfter })
  }
  return {
    flag: {
      ...(await shutAgain(deps.seal, flag, earlier(flag.deleteAfter, until))),
      idsUntil: daysAfter(at, auditIdsDays),
    },
    reports: shorter,
    notes: await shortenNotes(deps, flag, notes, until),
  }
}

/** A flag that is open again keeps its words as long as an open one does. */
export const lengthen = async (
  deps: FlagsDeps,
  flag: StoredFlag,
): Promise<Pick<StoredFlag, 'words' | 'wordsMark' | 'alikeMark' | 'deleteAfter'>> => {
  const { openFlagDays } = deps.retention(flag.houseId, flag.category)
  const asOpen = daysAfter(flag.createdAt, openFlagDays)
  return shutAgain(deps.seal, flag, asOpen > flag.deleteAfter ? asOpen : flag.deleteAfter)
}
