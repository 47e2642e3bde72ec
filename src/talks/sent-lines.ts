import { z } from 'zod'
import type { SentLine as StoredLine } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { LANGUAGES, type Language } from '../policy/schema.ts'
import { asSealed, type Seal } from '../privacy/sealed.ts'
import { writeAudit } from '../queue/audit.ts'
import { addCount } from '../statistics/counts.ts'
import { type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { TalksDeps } from './deps.ts'

/** A line that a worker sends to the writer of a message, as far as the house remembers it. */
export interface SentLine {
  readonly id: string
  readonly houseId: HouseId
  readonly writerId: string | null
  readonly workerId: string | null
  /** Known until it stands in the thread. */
  readonly lineId: string | null
  readonly language: Language
  readonly parentChannelId: string
  readonly threadId: string | null
  readonly messageId: string | null
  /** `left`: its writer was gone when it came, so the worker got their words back. `gone`: the thread is deleted. */
  readonly state: 'open' | 'left' | 'gone'
}

/** Who can read all private threads there, told in the thread: ids of roles, and of people or bots. */
export interface ReadersThere {
  readonly roleIds: readonly string[]
  readonly peopleIds: readonly string[]
}

export interface SendLine {
  readonly house: HouseId
  readonly writerId: string
  readonly workerId: string
  readonly lineId: string
  /** What the worker wrote; empty for nothing. */
  readonly words: string
  readonly language: Language
  readonly parentChannelId: string
  readonly readers: ReadersThere
  /** Whether the bot can bring somebody into a private talk here. */
  readonly talks: boolean
}

/**
 * Lines that workers send (referral by staff). It is no talk and no flag: no card, no clock, nothing that counts a
 * person. What it needs to know goes as soon as it is not needed: the words and the line once they stand in the thread,
 * who got it with the thread.
 */
export interface SentLines {
  /** Writes it down with its count and its line in the audit, and asks for the thread. */
  send(input: SendLine): Promise<SentLine>
  find(house: HouseId, id: string): Promise<SentLine | undefined>
  inThread(house: HouseId, threadId: string): Promise<SentLine | undefined>
  words(house: HouseId, id: string): Promise<string | undefined>
  threadStands(house: HouseId, id: string, threadId: string): Promise<void>
  /** It stands in the thread: the words and the line are forgotten. */
  stands(house: HouseId, id: string, messageId: string, state: 'open' | 'left'): Promise<void>
  /** Somebody wrote in the thread, where nobody reads: said there, once. */
  answered(house: HouseId, line: SentLine): Promise<void>
  /** Somebody deleted the thread, or its time is over and it is deleted. */
  forget(house: HouseId, id: string): Promise<void>
  /** Fires the timer of such a line. False for another. */
  fire(tx: Tx, timer: Timer): Promise<boolean>
}

interface Deps extends Pick<TalksDeps, 'db' | 'timers' | 'newId' | 'now' | 'agreed'> {
  readonly outbox: Pick<Outbox, 'want' | 'announce' | 'target'>
  readonly seal: Seal
}

const DAY = 86_400_000
const DELETES = 'sent-line-deletes'
const STATES = ['open', 'left', 'gone'] as const
const payloadSchema = z.object({ sentId: z.string() })
const FORGOTTEN = { state: 'gone', writerId: null, workerId: null, lineId: null, words: null } as const

/** What the words belong to. */
const aboutSent = (id: string): string => `sent-line:${id}`

const lineOf = (row: StoredLine): SentLine => ({
  id: row.id,
  houseId: row.houseId as HouseId,
  writerId: row.writerId,
  workerId: row.workerId,
  lineId: row.lineId,
  language: LANGUAGES.find((language) => language === row.language) ?? 'nl',
  parentChannelId: row.parentChannelId,
  threadId: row.threadId,
  messageId: row.messageId,
  state: STATES.find((state) => state === row.state) ?? 'gone',
})

export const createSentLines = (deps: Deps): SentLines => {
  const { db, outbox, timers, newId, now, seal } = deps
  const PRIORITY = 2

  const wantThread = (tx: Tx, line: SentLine, to?: Pick<SendLine, 'readers' | 'talks'>): Promise<unknown> =>
    outbox.want(tx, {
      house: line.houseId,
      targetKey: `sent-line:${line.id}`,
      kind: 'sent-line',
      channelId: line.parentChannelId,
      desired: {
        sentId: line.id,
        ...(to === undefined
          ? {}
          : { talks: to.talks, roleIds: [...to.readers.roleIds], peopleIds: [...to.readers.peopleIds] }),
      },
      priority: PRIORITY,
    })
  const find = async (house: HouseId, id: string): Promise<SentLine | undefined> => {
    const row = await db.sentLine.findFirst({ where: { id, houseId: house } })
    return row === null ? undefined : lineOf(row)
  }

  return {
    find,
    async send({ house, readers, talks, words, ...sent }) {
      const at = now()
      const id = newId()
      const { deleteAfterDays, auditIdsDays } = deps.agreed(house)
      const until = new Date(at.getTime() + deleteAfterDays * DAY)
      const sealed = words === '' ? null : await seal.seal(words, until, aboutSent(id))
      const line = await transact(db, async (tx) => {
        const row = await tx.sentLine.create({
          data: { id, houseId: house, ...sent, words: sealed, state: 'open', createdAt: at },
        })
        const made = lineOf(row)
        await wantThread(tx, made, { readers, talks })
        await timers.schedule(tx, {
          house,
          key: `${DELETES}:${id}`,
          kind: DELETES,
          payload: { sentId: id },
          dueAt: until,
        })
        await addCount(tx, house, `praat:${sent.lineId}`, at)
        // That somebody of the team wrote to a young person in private stays known; to whom and about what does not.
        await writeAudit(tx, {
          house,
          at,
          act: 'line-sent',
          actorId: sent.workerId,
          codes: {},
          idsUntil: new Date(at.getTime() + auditIdsDays * DAY),
        })
        return made
      })
      outbox.announce()
      return line
    },
    async inThread(house, threadId) {
      const row = await db.sentLine.findFirst({ where: { houseId: house, threadId } })
      return row === null ? undefined : lineOf(row)
    },
    async words(house, id) {
      const row = await db.sentLine.findFirst({ where: { id, houseId: house }, select: { words: true } })
      if (row === null || row.words === null) return undefined
      return seal.open(asSealed(row.words), aboutSent(id))
    },
    async threadStands(house, id, threadId) {
      await db.sentLine.updateMany({ where: { id, houseId: house, threadId: null }, data: { threadId } })
    },
    async stands(house, id, messageId, state) {
      await db.sentLine.updateMany({
        where: { id, houseId: house, state: 'open' },
        data: { messageId, state, words: null, lineId: null },
      })
    },
    async answered(house, line) {
      if (line.threadId === null || line.state !== 'open' || line.messageId === null) return
      const targetKey = `sent-line-nobody:${line.id}`
      if ((await outbox.target(house, targetKey)) !== undefined) return
      await outbox.want(db, {
        house,
        targetKey,
        kind: 'sent-line-nobody',
        channelId: line.threadId,
        desired: { sentId: line.id },
        priority: PRIORITY,
      })
    },
    async forget(house, id) {
      await db.sentLine.deleteMany({ where: { id, houseId: house } })
    },
    async fire(tx, timer) {
      if (timer.kind !== DELETES) return false
      const { sentId } = payloadSchema.parse(timer.payload)
      const row = await tx.sentLine.findFirst({ where: { id: sentId, houseId: timer.houseId } })
      if (row === null || row.state === 'gone') return true
      await tx.sentLine.updateMany({ where: { id: sentId, houseId: timer.houseId }, data: FORGOTTEN })
      await wantThread(tx, lineOf(row))
      return true
    },
  }
}
