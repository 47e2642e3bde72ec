import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { type Db, type Tx, transact } from '../storage/db.ts'
import { addCount, dayOf } from './counts.ts'

/** A message that rules on trial looked at. */
export interface TriedMessage {
  readonly house: HouseId
  readonly channelId: string
  readonly messageId: string
  readonly writtenAt: Date
}

/** What a rule on trial did in a period. */
export interface Trial {
  /** Days on which it looked. */
  readonly days: number
  /** Messages that it would have brought to a person. */
  readonly messages: number
  /** Messages that it looked at. */
  readonly heard: number
}

/** Where an example stands on Discord. */
export interface TrialSample {
  readonly channelId: string
  readonly messageId: string
  readonly day: string
}

/**
 * What rules on trial would have done. Counts for each rule and day, and of the newest messages where they stand; never
 * words, never who. Gathered in memory and written now and then: a message must not wait for a figure, and a figure
 * that misses a second before a crash is still a figure.
 */
export interface Trials {
  /** Notes that a message was read, and which rules on trial found something in it. */
  heard(message: TriedMessage, ruleIds: readonly string[]): void
  /** Writes what was gathered. */
  flush(): Promise<void>
  /** What a rule did in the days from `fromDay` (`2026-11-24`) on. */
  summary(house: HouseId, ruleId: string, fromDay: string): Promise<Trial>
  /** The newest messages that it found, newest first. */
  samples(house: HouseId, ruleId: string): Promise<readonly TrialSample[]>
  /** Writes down that somebody looks at examples, before they are shown. */
  shown(house: HouseId, ruleId: string, actorId: string): Promise<void>
}

interface TrialsDeps {
  readonly db: Db
  readonly now: () => Date
  /** The rules that are on trial in a house. */
  readonly ruleIds: (house: HouseId) => readonly string[]
  /** How long the audit remembers who looked. */
  readonly auditIdsDays: (house: HouseId) => number
}

/** Enough to see what a rule finds. */
export const MOST_SAMPLES = 25
const DAY_MS = 24 * 60 * 60 * 1_000
const KEEP_MS = 7 * DAY_MS
/** A rule that finds everything must not fill the memory before it is written. */
const MOST_WAITING = 1_000

const trialName = (ruleId: string) => `trial:${ruleId}` as const

/** Numbers by day, with a moment on that day. */
type PerDay = Map<string, { readonly at: Date; count: number }>
function tally(perDay: PerDay, at: Date): void {
  const day = dayOf(at)
  const counted = perDay.get(day) ?? { at, count: 0 }
  perDay.set(day, counted)
  counted.count++
}

interface Gathered {
  /** Messages read. */
  readonly heard: PerDay
  readonly found: (TriedMessage & { readonly ruleId: string })[]
}

export function createTrials({ db, now, ruleIds, auditIdsDays }: TrialsDeps): Trials {
  const waiting = new Map<HouseId, Gathered>()

  /** Adds what is new of a rule: an edited message counts once, as long as it is among the examples. */
  const writeFound = async (tx: Tx, house: HouseId, ruleId: string, found: readonly TriedMessage[]) => {
    const byId = new Map(found.map((message) => [message.messageId, message] as const))
    const where = { houseId: house, ruleId }
    const known = await tx.trialSample.findMany({
      where: { ...where, messageId: { in: [...byId.keys()] } },
      select: { messageId: true },
    })
    for (const { messageId } of known) byId.delete(messageId)
    const perDay: PerDay = new Map()
    for (const { writtenAt } of byId.values()) tally(perDay, writtenAt)
    for (const { at, count: by } of perDay.values()) await addCount(tx, house, trialName(ruleId), at, by)
    const deleteAfter = new Date(now().getTime() + KEEP_MS)
    await tx.trialSample.createMany({
      data: newest([...byId.values()]).map(({ messageId, channelId, writtenAt }) => ({
        ...where,
        messageId,
        channelId,
        day: dayOf(writtenAt),
        deleteAfter,
      })),
    })
    const kept = newest(await tx.trialSample.findMany({ where, select: { messageId: true } }))
    await tx.trialSample.deleteMany({
      where: { ...where, messageId: { notIn: kept.map(({ messageId }) => messageId) } },
    })
  }

  const write = (house: HouseId, { heard, found }: Gathered): Promise<void> =>
    transact(db, async (tx) => {
      for (const { at, count: by } of heard.values()) {
        await addCount(tx, house, 'heard', at, by)
        // A rule that finds nothing is on trial too: nought is what tells it from a rule that was not there.
        for (const ruleId of ruleIds(house)) await addCount(tx, house, trialName(ruleId), at, 0)
      }
      for (const ruleId of new Set(found.map((one) => one.ruleId))) {
        await writeFound(
          tx,
          house,
          ruleId,
          found.filter((one) => one.ruleId === ruleId),
        )
      }
    })

  return {
    heard(message, found) {
      if (ruleIds(message.house).length === 0) return
      const gathered: Gathered = waiting.get(message.house) ?? { heard: new Map(), found: [] }
      waiting.set(message.house, gathered)
      tally(gathered.heard, message.writtenAt)
      if (gathered.found.length < MOST_WAITING)
        gathered.found.push(...found.map((ruleId) => ({ ...message, ruleId })))
    },
    async flush() {
      for (const [house, gathered] of waiting) {
        waiting.delete(house)
        await write(house, gathered)
      }
    },
    async summary(house, ruleId, fromDay) {
      const rows = await db.dailyCount.findMany({
        where: { houseId: house, name: trialName(ruleId), day: { gte: fromDay } },
        select: { day: true, count: true },
      })
      const days = rows.map(({ day }) => day)
      const heard = await db.dailyCount.findMany({
        where: { houseId: house, name: 'heard', day: { in: days } },
        select: { count: true },
      })
      return { days: days.length, messages: sum(rows), heard: sum(heard) }
    },
    async samples(house, ruleId) {
      const where = { houseId: house, ruleId, deleteAfter: { gt: now() } }
      const found = await db.trialSample.findMany({
        where,
        select: { channelId: true, messageId: true, day: true },
      })
      return newest(found)
    },
    shown: (house, ruleId, actorId) =>
      transact(db, (tx) => {
        const at = now()
        const idsUntil = new Date(at.getTime() + auditIdsDays(house) * DAY_MS)
        return writeAudit(tx, { house, at, act: 'trial-shown', actorId, codes: { rule: ruleId }, idsUntil })
      }),
  }
}

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0)

/** The newest messages, newest first: a larger id of Discord is a later message. */
const newest = <T extends { readonly messageId: string }>(messages: readonly T[]): readonly T[] =>
  [...messages]
    .sort((a, b) => b.messageId.length - a.messageId.length || (a.messageId < b.messageId ? 1 : -1))
    .slice(0, MOST_SAMPLES)

/** Takes away examples whose time is over. */
export const forgetTrialSamples = async (db: Db, at: Date): Promise<number> =>
  (await db.trialSample.deleteMany({ where: { deleteAfter: { lte: at } } })).count
