import { asSealed } from '../privacy/sealed.ts'
import type { Tx } from '../storage/db.ts'
import { daysAfter, earlier, type FlagsDeps } from './deps.ts'
import { writePassOn } from './pass-on.ts'
import { aboutNote, type StoredFlag } from './row.ts'
import type { FlagAct } from './step.ts'

/** What people of the team write about a flag is one kind of row, sealed, and forgotten with the flag. */

export const PASSED_ON = 'passed-on'
export const TOLD_WORDS = 'told'
const QUESTION = 'question:'

export const questionNote = (questionId: string): string => `${QUESTION}${questionId}`
/** The question that a note answers; undefined for another kind of note. */
export const questionOf = (about: string | null): string | undefined =>
  about?.startsWith(QUESTION) === true ? about.slice(QUESTION.length) : undefined

/** A note as it stands, for shutting it again. */
export interface StandingNote {
  readonly id: string
  readonly words: string | null
  readonly deleteAfter: Date
}

/** One thing to write, or with `words` undefined to take away. */
interface Written {
  readonly about: string | null
  readonly words: string | undefined
  /** What it takes the place of. */
  readonly replaces: 'nothing' | 'all' | 'own'
}
/** The same, shut. */
export interface ShutNote extends Omit<Written, 'words'> {
  readonly id: string
  readonly words: string | undefined
  readonly deleteAfter: Date
}

const filled = (words: string | undefined): string | undefined => {
  const trimmed = words?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

/** What an act writes. */
const writtenBy = (act: FlagAct, closes: boolean): readonly Written[] => {
  switch (act.type) {
    case 'answer':
      return act.answers.map(({ questionId, words }) => ({
        about: questionNote(questionId),
        words: filled(words),
        replaces: 'all',
      }))
    case 'record':
      return [{ about: PASSED_ON, words: writePassOn(act.passedOn), replaces: 'own' }]
    case 'tell':
      return [{ about: TOLD_WORDS, words: filled(act.words), replaces: 'all' }]
    case 'decide': {
      if (!closes) return []
      const words = filled(act.words)
      const { passedOn } = act
      return [
        ...(words === undefined ? [] : [{ about: null, words, replaces: 'nothing' } as const]),
        ...(passedOn === undefined || act.outcome !== 'passed-on'
          ? []
          : [{ about: PASSED_ON, words: writePassOn(passedOn), replaces: 'nothing' } as const]),
      ]
    }
    default:
      return []
  }
}

/**
 * Shuts what an act writes. Before the transaction: it may wait for a key file.
 *
 * @param closes - the act closes the flag, so what is written is kept as long as a closed one
 */
export const shutNotes = async (
  deps: FlagsDeps,
  flag: StoredFlag,
  act: FlagAct,
  closes: boolean,
  at: Date,
): Promise<readonly ShutNote[]> => {
  const { closedFlagDays } = deps.retention(flag.houseId, flag.category)
  const asClosed = daysAfter(at, closedFlagDays)
  const deleteAfter = closes || flag.deleteAfter <= at ? asClosed : flag.deleteAfter
  const shut: ShutNote[] = []
  for (const { words, ...note } of writtenBy(act, closes)) {
    const id = deps.newId()
    const sealed =
      words === undefined ? undefined : await deps.seal.seal(words, deleteAfter, aboutNote(flag.houseId, id))
    shut.push({ ...note, id, words: sealed, deleteAfter })
  }
  return shut
}

/** Writes them, in the transaction of the act. */
export const writeNotes = async (
  tx: Tx,
  flag: StoredFlag,
  authorId: string,
  notes: readonly ShutNote[],
  createdAt: Date,
): Promise<void> => {
  for (const { replaces, words, ...note } of notes) {
    if (replaces !== 'nothing') {
      const own = { authorId, createdAt: { gte: flag.closedAt ?? createdAt } }
      await tx.flagNote.deleteMany({
        where: { flagId: flag.id, about: note.about, ...(replaces === 'own' ? own : {}) },
      })
    }
    if (words === undefined) continue
    await tx.flagNote.create({
      select: { id: true },
      data: { ...note, words, houseId: flag.houseId, flagId: flag.id, authorId, createdAt },
    })
  }
}

/** What was written before, shut under the sooner day of a flag that is being closed. */
export const shortenNotes = async (
  { seal }: Pick<FlagsDeps, 'seal'>,
  flag: StoredFlag,
  notes: readonly StandingNote[],
  until: Date,
): Promise<readonly StandingNote[]> => {
  const shorter: StandingNote[] = []
  for (const { id, words, deleteAfter } of notes) {
    if (words === null || deleteAfter <= until) continue
    const sooner = earlier(deleteAfter, until)
    const shut = await seal.reseal(asSealed(words), aboutNote(flag.houseId, id), sooner)
    shorter.push({ id, words: shut ?? null, deleteAfter: sooner })
  }
  return shorter
}
