import { z } from 'zod'
import type { ContactTalk as StoredTalk } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { LANGUAGES, type Language } from '../policy/schema.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { TalksDeps } from './deps.ts'

/** A private talk with the integrity contact: that it was asked, never a word of it. */
export interface ContactTalk {
  readonly id: string
  readonly houseId: HouseId
  readonly askerId: string | null
  readonly contactId: string | null
  readonly language: Language
  readonly parentChannelId: string
  readonly threadId: string | null
  /** `gone`: the thread is deleted or about to be, and who talked is forgotten. */
  readonly state: 'open' | 'closed' | 'gone'
  readonly version: number
}

export interface AskContact {
  readonly house: HouseId
  readonly askerId: string
  readonly contactId: string
  readonly language: Language
  readonly parentChannelId: string
}

/**
 * Talks with the integrity contact. They may be about somebody of the team, so they have no card, no clock and no row
 * that the team looks at: there is no way from here to the queue (design decisions 6 and 12, a safeguard).
 */
export interface ContactTalks {
  /** Asks for a talk; somebody who has one already gets that one (`asked` is false). */
  ask(input: AskContact): Promise<{ readonly asked: boolean; readonly talk: ContactTalk }>
  /** By one of the two; false for anybody else, or when it is closed already. */
  close(house: HouseId, talkId: string, actorId: string): Promise<boolean>
  /** One of the two is not in the house any more, or somebody deleted the thread. */
  lose(house: HouseId, talkId: string, thread: 'deleted' | 'stands'): Promise<void>
  find(house: HouseId, talkId: string): Promise<ContactTalk | undefined>
  inThread(house: HouseId, threadId: string): Promise<ContactTalk | undefined>
  threadStands(house: HouseId, talkId: string, threadId: string): Promise<void>
  threadDeleted(house: HouseId, talkId: string): Promise<void>
  /** Fires a timer of such a talk. False for another. */
  fire(tx: Tx, timer: Timer): Promise<boolean>
}

type Deps = Pick<TalksDeps, 'db' | 'outbox' | 'timers' | 'newId' | 'now' | 'agreed'>

const DAY = 86_400_000
const ENDS = 'contact-talk-ends'
const DELETES = 'contact-talk-deletes'
const STATES = ['open', 'closed', 'gone'] as const
const payloadSchema = z.object({ talkId: z.string() })
const FORGOTTEN = { state: 'gone', askerId: null, contactId: null, openFor: null } as const

const talkOf = (row: StoredTalk): ContactTalk => ({
  id: row.id,
  houseId: row.houseId as HouseId,
  askerId: row.askerId,
  contactId: row.contactId,
  language: LANGUAGES.find((language) => language === row.language) ?? 'nl',
  parentChannelId: row.parentChannelId,
  threadId: row.threadId,
  state: STATES.find((state) => state === row.state) ?? 'closed',
  version: row.version,
})

export const createContactTalks = (deps: Deps): ContactTalks => {
  const { db, outbox, timers, newId, now } = deps

  const wantThread = (tx: Tx, { id, houseId, parentChannelId, version }: ContactTalk): Promise<unknown> =>
    outbox.want(tx, {
      house: houseId,
      targetKey: `contact-talk:${id}`,
      kind: 'contact-talk',
      channelId: parentChannelId,
      desired: { talkId: id, talkVersion: version },
      priority: 2,
    })
  const schedule = (tx: Tx, talk: ContactTalk, kind: string): Promise<void> =>
    timers.schedule(tx, {
      house: talk.houseId,
      key: `${kind}:${talk.id}`,
      kind,
      payload: { talkId: talk.id },
      dueAt: new Date(now().getTime() + deps.agreed(talk.houseId).deleteAfterDays * DAY),
    })
  const find = async (house: HouseId, talkId: string): Promise<ContactTalk | undefined> => {
    const row = await db.contactTalk.findFirst({ where: { id: talkId, houseId: house } })
    return row === null ? undefined : talkOf(row)
  }
  /** Moves it on, if it is still as it was; what follows is in the same transaction. */
  const move = async (
    tx: Tx,
    talk: ContactTalk,
    data: { state: 'closed' | 'gone' } & Partial<Omit<StoredTalk, 'state'>>,
  ): Promise<boolean> => {
    const version = talk.version + 1
    const { count } = await tx.contactTalk.updateMany({
      where: { id: talk.id, houseId: talk.houseId, version: talk.version },
      data: { ...data, version },
    })
    if (count !== 1) return false
    const after = { ...talk, ...data, version } as ContactTalk
    if (data.state === 'closed') await schedule(tx, after, DELETES)
    await timers.cancel(tx, talk.houseId, `${ENDS}:${talk.id}`)
    await wantThread(tx, after)
    return true
  }
  const shut = (tx: Tx, talk: ContactTalk): Promise<boolean> =>
    move(tx, talk, { state: 'closed', openFor: null, closedAt: now() })

  const create = (input: AskContact): Promise<ContactTalk> =>
    transact(db, async (tx) => {
      const talk = talkOf(
        await tx.contactTalk.create({
          data: {
            id: newId(),
            houseId: input.house,
            askerId: input.askerId,
            openFor: input.askerId,
            contactId: input.contactId,
            language: input.language,
            parentChannelId: input.parentChannelId,
            state: 'open',
            createdAt: now(),
          },
        }),
      )
      await wantThread(tx, talk)
      await schedule(tx, talk, ENDS)
      // The contact asked for such messages; it says nothing of whom or what.
      await outbox.want(tx, {
        house: input.house,
        targetKey: `contact-talk-news:${talk.id}`,
        kind: 'news',
        channelId: 'dm',
        desired: { userId: input.contactId, says: 'integrity.talk' },
      })
      return talk
    })

  return {
    find,
    async ask(input) {
      const where = { houseId: input.house, openFor: input.askerId }
      const open = await db.contactTalk.findFirst({ where })
      if (open !== null) return { asked: false, talk: talkOf(open) }
      try {
        const talk = await create(input)
        outbox.announce()
        return { asked: true, talk }
      } catch (error) {
        // Two presses at once: the unique key let one through, and this is the other.
        if (!isDuplicate(error)) throw error
        return { asked: false, talk: talkOf(await db.contactTalk.findFirstOrThrow({ where })) }
      }
    },
    async close(house, talkId, actorId) {
      const talk = await find(house, talkId)
      if (talk?.state !== 'open' || (actorId !== talk.askerId && actorId !== talk.contactId)) return false
      const done = await transact(db, (tx) => shut(tx, talk))
      outbox.announce()
      return done
    },
    async lose(house, talkId, thread) {
      const talk = await find(house, talkId)
      if (talk === undefined || talk.state === 'gone') return
      await transact(db, async (tx) => {
        if (thread === 'stands') return talk.state === 'open' && (await shut(tx, talk))
        return move(tx, talk, { ...FORGOTTEN, threadId: null })
      })
      outbox.announce()
    },
    async inThread(house, threadId) {
      const row = await db.contactTalk.findFirst({ where: { houseId: house, threadId } })
      return row === null ? undefined : talkOf(row)
    },
    async threadStands(house, talkId, threadId) {
      await db.contactTalk.updateMany({
        where: { id: talkId, houseId: house, threadId: null },
        data: { threadId },
      })
    },
    async threadDeleted(house, talkId) {
      await db.contactTalk.updateMany({ where: { id: talkId, houseId: house }, data: { threadId: null } })
    },
    async fire(tx, timer) {
      if (timer.kind !== ENDS && timer.kind !== DELETES) return false
      const { talkId } = payloadSchema.parse(timer.payload)
      const row = await tx.contactTalk.findFirst({ where: { id: talkId, houseId: timer.houseId } })
      if (row === null) return true
      const talk = talkOf(row)
      // Nobody closed it, so nothing of it would ever be forgotten.
      if (timer.kind === ENDS && talk.state === 'open') await shut(tx, talk)
      if (timer.kind === DELETES && talk.state === 'closed') await move(tx, talk, FORGOTTEN)
      return true
    },
  }
}
