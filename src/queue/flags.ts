import type { HouseId } from '../house/id.ts'
import { asSealed } from '../privacy/sealed.ts'
import { transact } from '../storage/db.ts'
import { type ActInput, act, type FlagResult } from './act.ts'
import { type CardView, cardOf } from './card.ts'
import { type FlagsDeps, wantCard } from './deps.ts'
import type { Raised, RaiseInput } from './parts.ts'
import { raise } from './raise.ts'
import { aboutFlag, aboutReport, type FlagFile, type State, storedFlagOf } from './row.ts'
import { unpackWords } from './words.ts'

export type { ActInput, FlagResult } from './act.ts'
export type { CardView } from './card.ts'
export type { FlagRetention, FlagsDeps } from './deps.ts'
export type { Raised, RaiseInput } from './parts.ts'
export type { ReportReason } from './report-reasons.ts'
export type { FlagRow, Source, State } from './row.ts'
export type { FlagAct, Refusal } from './step.ts'

/** What people wrote in a matter, opened for one pair of eyes. Never logged, never stored as it is. */
export interface Said {
  /** `here`; `gone`: its time is over; `none`: the bot never had it. */
  readonly message:
    | {
        readonly state: 'here'
        readonly words: string
        /** What it said before it was edited, the newest first. */
        readonly before: readonly string[]
      }
    | { readonly state: 'gone' | 'none' }
  /** What reporters wrote with their report, without who. */
  readonly reports: readonly string[]
}

export interface Flags {
  /** Brings a message to the queue: a new flag, or what is new joined to the one that it has. */
  raise(input: RaiseInput): Promise<Raised>
  /** What a person does with a flag. */
  act(input: ActInput): Promise<FlagResult>
  /** The text of the message; undefined when the bot never had it or its time is over. Ask `act` `show` first. */
  words(house: HouseId, flagId: string): Promise<string | undefined>
  /** As `words`, with what reporters wrote, and why there is no text. */
  said(house: HouseId, flagId: string): Promise<Said | undefined>
  card(house: HouseId, flagId: string): Promise<CardView | undefined>
  /** Flags in the order in which people should look: the heaviest first, then the oldest. All states but closed when left out. */
  list(
    house: HouseId,
    query: { readonly states?: readonly State[]; readonly limit: number; readonly offset?: number },
  ): Promise<readonly CardView[]>
  /** How many flags there are in those states. */
  count(house: HouseId, states?: readonly State[]): Promise<number>
  /** Asks for the card to be brought up to date, because somebody saw an old one. */
  redraw(house: HouseId, flagId: string): Promise<void>
}

const WAITING: readonly State[] = ['open', 'claimed', 'awaiting']
const WITH_ALL = { findings: true, reports: true } as const

/** The queue of flagged messages of every house. */
export const createFlags = (deps: FlagsDeps): Flags => {
  const { db, seal } = deps

  const file = async (house: HouseId, flagId: string): Promise<FlagFile | undefined> => {
    const row = await db.flag.findFirst({ where: { id: flagId, houseId: house }, include: WITH_ALL })
    if (row === null) return undefined
    const { findings, reports, ...flag } = row
    return { flag: storedFlagOf(flag), findings, reports }
  }

  const said = async (house: HouseId, flagId: string): Promise<Said | undefined> => {
    const found = await file(house, flagId)
    if (found === undefined) return undefined
    const { flag, reports } = found
    const packed =
      flag.words === null
        ? undefined
        : await seal.open(asSealed(flag.words), aboutFlag(house, flag.subjectKey))
    const notes: string[] = []
    for (const report of reports) {
      const about = aboutReport(house, flag.subjectKey, report.reporterId)
      const note = report.words === null ? undefined : await seal.open(asSealed(report.words), about)
      if (note !== undefined) notes.push(note)
    }
    if (packed !== undefined) {
      const [words, ...before] = unpackWords(packed)
      return { message: { state: 'here', words, before }, reports: notes }
    }
    const over = flag.words !== null || flag.deleteAfter <= deps.now()
    return { message: { state: over ? 'gone' : 'none' }, reports: notes }
  }

  return {
    raise: (input) => raise(deps, input),
    act: (input) => act(deps, input),
    said,
    words: async (house, flagId) => {
      const opened = await said(house, flagId)
      return opened?.message.state === 'here' ? opened.message.words : undefined
    },
    card: async (house, flagId) => {
      const found = await file(house, flagId)
      return found === undefined ? undefined : cardOf(found)
    },
    list: async (house, { states = WAITING, limit, offset = 0 }) => {
      const rows = await db.flag.findMany({
        where: { houseId: house, state: { in: [...states] } },
        include: WITH_ALL,
        orderBy: [{ rank: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
        skip: offset,
      })
      return rows.map(({ findings, reports, ...flag }) =>
        cardOf({ flag: storedFlagOf(flag), findings, reports }),
      )
    },
    count: (house, states = WAITING) =>
      db.flag.count({ where: { houseId: house, state: { in: [...states] } } }),
    redraw: async (house, flagId) => {
      const found = await file(house, flagId)
      if (found === undefined) return
      await transact(db, (tx) => wantCard(deps, tx, found.flag))
      deps.outbox.announce()
    },
  }
}
