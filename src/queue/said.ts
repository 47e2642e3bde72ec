import type { HouseId } from '../house/id.ts'
import { asSealed } from '../privacy/sealed.ts'
import type { FlagsDeps } from './deps.ts'
import { aboutObjection } from './objection.ts'
import { PASSED_ON, questionOf, TOLD_WORDS } from './notes.ts'
import { type PassOn, readPassOn } from './pass-on.ts'
import { aboutFlag, aboutNote, aboutReport } from './row.ts'
import { unpackWords } from './words.ts'

/** What people of the team wrote about a flag. */
export interface Written {
  /** What deciders wrote with their decisions, the oldest first. */
  readonly notes: readonly string[]
  /** What was answered to guiding questions, by the id of the question. */
  readonly answers: ReadonlyMap<string, string>
  /** To whom it was passed on, the oldest first. */
  readonly passedOn: readonly PassOn[]
  /** What somebody of the team wrote to the writer with what the bot says; undefined when nothing. */
  readonly told: string | undefined
}

/** What people wrote in a matter, opened for one pair of eyes. Never logged, never stored as it is. */
export interface Said extends Written {
  /**
   * `here`; `gone`: its time is over; `none`: the bot never had it; otherwise it should be readable and is not:
   * `key-gone`: the key of its day is not there, `damaged`: it or its key was changed.
   */
  readonly message:
    | {
        readonly state: 'here'
        readonly words: string
        /** What it said before it was edited, the newest first. */
        readonly before: readonly string[]
      }
    | { readonly state: 'gone' | 'none' | 'key-gone' | 'damaged' }
  /** What reporters wrote with their report, without who. */
  readonly reports: readonly string[]
  /** What the writer objected with; undefined when there is no objection, or nothing was written. */
  readonly objection: string | undefined
  /** Where the messages that say the same stand, and who wrote them; the oldest first. */
  readonly alike: readonly {
    readonly channelId: string
    readonly messageId: string | null
    readonly authorId: string | null
  }[]
}

/** A raid is looked through page by page; more of it than this is not named, and how many there are stands on the card. */
const ALIKE_SHOWN = 1_000

interface StoredNote {
  readonly id: string
  readonly words: string | null
  readonly about: string | null
}

const written = async (
  seal: Pick<FlagsDeps['seal'], 'open'>,
  house: HouseId,
  notes: readonly StoredNote[],
): Promise<Written> => {
  const opened: (readonly [about: string | null, words: string])[] = []
  for (const { id, words, about } of notes) {
    const open = words === null ? undefined : await seal.open(asSealed(words), aboutNote(house, id))
    if (open !== undefined) opened.push([about, open])
  }
  return {
    notes: opened.flatMap(([about, words]) => (about === null ? [words] : [])),
    answers: new Map(
      opened.flatMap(([about, words]) => {
        const questionId = questionOf(about)
        return questionId === undefined ? [] : [[questionId, words] as const]
      }),
    ),
    passedOn: opened.flatMap(([about, words]) => (about === PASSED_ON ? (readPassOn(words) ?? []) : [])),
    told: opened.find(([about]) => about === TOLD_WORDS)?.[1],
  }
}

/** Opens what the team wrote about a flag, and nothing else of it: not the message, and not what reporters wrote. */
export const readWritten = async (
  { db, seal }: Pick<FlagsDeps, 'db' | 'seal'>,
  house: HouseId,
  flagId: string,
): Promise<Written> =>
  written(
    seal,
    house,
    await db.flagNote.findMany({ where: { flagId, houseId: house }, orderBy: { createdAt: 'asc' } }),
  )

/** Opens the words of a flag; undefined for a flag that is not there. */
export const readSaid = async (
  { db, seal, now }: FlagsDeps,
  house: HouseId,
  flagId: string,
): Promise<Said | undefined> => {
  const flag = await db.flag.findFirst({
    where: { id: flagId, houseId: house },
    include: {
      reports: { where: { withdrawnAt: null }, orderBy: { createdAt: 'asc' } },
      notes: { orderBy: { createdAt: 'asc' } },
      objection: { select: { words: true } },
      messages: {
        orderBy: { createdAt: 'asc' },
        take: ALIKE_SHOWN,
        select: { channelId: true, messageId: true, authorId: true },
      },
    },
  })
  if (flag === null) return undefined
  const open = async (words: string | null, about: string): Promise<string[]> => {
    const opened = words === null ? undefined : await seal.open(asSealed(words), about)
    return opened === undefined ? [] : [opened]
  }
  const reports: string[] = []
  for (const { words, reporterId } of flag.reports)
    reports.push(...(await open(words, aboutReport(house, flag.subjectKey, reporterId))))
  const [objection] = await open(flag.objection?.words ?? null, aboutObjection(house, flag.subjectKey))
  const beside = { reports, ...(await written(seal, house, flag.notes)), objection, alike: flag.messages }
  const over = flag.deleteAfter <= now()
  if (flag.words === null) return { message: { state: over ? 'gone' : 'none' }, ...beside }
  const opened = await seal.look(asSealed(flag.words), aboutFlag(house, flag.subjectKey))
  if (!opened.ok) {
    const why = opened.reason === 'damaged' ? 'damaged' : 'key-gone'
    return { message: { state: over ? 'gone' : why }, ...beside }
  }
  const [words, ...before] = unpackWords(opened.words)
  return { message: { state: 'here', words, before }, ...beside }
}
