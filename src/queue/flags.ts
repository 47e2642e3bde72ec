import type { Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Claim } from '../outbox/target.ts'
import type { Category, Kind, Level } from '../screening/kinds.ts'
import { type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { type ActInput, act, type FlagResult } from './act.ts'
import { type CardView, cardOf } from './card.ts'
import { type FlagsDeps, wantCard } from './deps.ts'
import { takeFresh } from './fresh.ts'
import type { Raised, RaiseInput } from './parts.ts'
import { raise } from './raise.ts'
import { fileOf, type State, storedFlagOf, WITH_FILE } from './row.ts'
import { readSaid, readWritten, type Said, type Written } from './said.ts'
import type { Told } from './outcomes.ts'
import {
  fireSecondLook,
  fireUndoOver,
  measured,
  toldResult,
  type WantedMeasure,
  wantedMeasure,
} from './system.ts'

export type { ActInput, FlagResult } from './act.ts'
export type { CardView } from './card.ts'
export type { FlagRetention, FlagsDeps } from './deps.ts'
export type { Raised, RaiseInput } from './parts.ts'
export type { ReportReason } from './report-reasons.ts'
export type { FlagRow, Source, State } from './row.ts'
export type { FlagAct, Refusal } from './step.ts'

export type { Said } from './said.ts'
export type { WantedMeasure } from './system.ts'

/** Which flags; all states but closed when `states` is left out. */
export interface FlagQuery {
  readonly states?: readonly State[]
  readonly levels?: readonly Level[]
  readonly categories?: readonly Category[]
  readonly ownerId?: string
  /** Flags that wait for a second person. */
  readonly waitsForSecond?: boolean
  /** What the asker may see; everything when left out. */
  readonly visible?: readonly { readonly category: Category; readonly kind: Kind }[]
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
  /** What the team wrote about it, and nothing else. */
  written(house: HouseId, flagId: string): Promise<Written>
  card(house: HouseId, flagId: string): Promise<CardView | undefined>
  /** The same for whoever sends it: one that came with its flag is drawn from what was written, and nothing is read. */
  cardFor(claim: Claim, flagId: string): Promise<CardView | undefined>
  /** Flags in the order in which people should look: the heaviest first, then the oldest. All states but closed when left out. */
  list(
    house: HouseId,
    query: FlagQuery & { readonly limit: number; readonly offset?: number },
  ): Promise<readonly CardView[]>
  /** How many flags there are of those, or in those states. */
  count(house: HouseId, query?: FlagQuery | readonly State[]): Promise<number>
  /** Asks for the card to be brought up to date, because somebody saw an old one. */
  redraw(house: HouseId, flagId: string): Promise<void>
  /** What Discord must still be asked for; for the effect that asks. */
  wantedMeasure(house: HouseId, flagId: string): Promise<WantedMeasure | undefined>
  /** What became of it. */
  measured(
    house: HouseId,
    flagId: string,
    asked: Pick<WantedMeasure, 'measure' | 'lift'>,
    result: 'done' | 'refused',
  ): Promise<void>
  /** What became of telling the writer. */
  told(house: HouseId, flagId: string, result: Exclude<Told, 'wanted'>): Promise<void>
  /** Fires a timer of the queue, in the transaction of the timer. False for a timer that is not of the queue. */
  fire(tx: Tx, timer: Timer): Promise<boolean>
}

const WAITING: readonly State[] = ['open', 'claimed', 'awaiting']

const whereOf = (house: HouseId, query: FlagQuery): Prisma.FlagWhereInput => {
  const { states = WAITING, levels, categories, ownerId, waitsForSecond, visible } = query
  const second: Prisma.FlagWhereInput[] =
    waitsForSecond === true ? [{ OR: [{ state: 'awaiting' }, { firstById: { not: null } }] }] : []
  return {
    houseId: house,
    // What one person did alone is closed already, and still waits.
    ...(waitsForSecond === true ? {} : { state: { in: [...states] } }),
    ...(levels === undefined ? {} : { level: { in: [...levels] } }),
    ...(categories === undefined ? {} : { category: { in: [...categories] } }),
    ...(ownerId === undefined ? {} : { ownerId }),
    AND: [...second, ...(visible === undefined ? [] : [{ OR: visible.map((about) => ({ ...about })) }])],
  }
}

/** The queue of flagged messages of every house. */
export const createFlags = (deps: FlagsDeps): Flags => {
  const { db } = deps
  const said = (house: HouseId, flagId: string) => readSaid(deps, house, flagId)
  const card = async (house: HouseId, flagId: string): Promise<CardView | undefined> => {
    const row = await db.flag.findFirst({ where: { id: flagId, houseId: house }, include: WITH_FILE })
    return row === null ? undefined : cardOf(fileOf(row), deps.now())
  }

  return {
    raise: (input) => raise(deps, input),
    act: (input) => act(deps, input),
    said,
    written: (house, flagId) => readWritten(deps, house, flagId),
    words: async (house, flagId) => {
      const opened = await said(house, flagId)
      return opened?.message.state === 'here' ? opened.message.words : undefined
    },
    card,
    cardFor: async (claim, flagId) => {
      const file = takeFresh(claim)
      return file === undefined ? card(claim.houseId, flagId) : cardOf(file, deps.now())
    },
    list: async (house, { limit, offset = 0, ...query }) => {
      const rows = await db.flag.findMany({
        where: whereOf(house, query),
        include: WITH_FILE,
        // What is for practice comes after everything that is real.
        orderBy: [{ drill: 'asc' }, { rank: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
        skip: offset,
      })
      const now = deps.now()
      return rows.map((row) => cardOf(fileOf(row), now))
    },
    count: (house, query = {}) =>
      db.flag.count({ where: whereOf(house, isStates(query) ? { states: query } : query) }),
    redraw: async (house, flagId) => {
      const row = await db.flag.findFirst({ where: { id: flagId, houseId: house } })
      if (row === null) return
      await transact(db, (tx) => wantCard(deps, tx, storedFlagOf(row)))
      deps.outbox.announce()
    },
    wantedMeasure: (house, flagId) => wantedMeasure(deps, house, flagId),
    measured: (house, flagId, asked, result) => measured(deps, house, flagId, asked, result),
    told: (house, flagId, result) => toldResult(deps, house, flagId, result),
    fire: async (tx, timer) => {
      if (timer.kind === 'second-look') await fireSecondLook(deps, tx, timer)
      else if (timer.kind === 'undo-over') await fireUndoOver(deps, tx, timer)
      else return false
      return true
    },
  }
}

const isStates = (query: FlagQuery | readonly State[]): query is readonly State[] => Array.isArray(query)
