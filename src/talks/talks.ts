import type { Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Language } from '../policy/schema.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { type Part, type Saying, type TalksDeps, wantSaying, wantTalkCard, wantThread } from './deps.ts'
import { stepTalk, type TalkAct, type TalkRefusal } from './lifecycle.ts'
import { isOngoing, type Talk, talkOf } from './talk.ts'
import type { FlagMoved } from '../queue/deps.ts'
import {
  endTimers,
  fireTalkTimer,
  startClosing,
  startFollowUp,
  startTimers,
  stopFollowUp,
  stopWaiting,
} from './timers.ts'

export interface AskInput {
  readonly house: HouseId
  readonly askerId: string
  /** A worker whom the asker does not want. */
  readonly notId?: string
  /** The worker whom the asker chose among those on duty. */
  readonly wishId?: string
  readonly language: Language
  readonly parentChannelId: string
  readonly queueChannelId: string
}
/** A talk that the team opens, to tell somebody what was decided about their message. */
export interface OpenAboutInput extends Omit<AskInput, 'notId' | 'wishId'> {
  readonly workerId: string
  readonly flagId: string
}
/** Which talks somebody of the team looks at: those that go on, and those that somebody must still follow up. */
export interface TalksQuery {
  readonly limit: number
  readonly offset?: number
}
export type TalkResult =
  | { readonly ok: true; readonly talk: Talk }
  | { readonly ok: false; readonly refusal: TalkRefusal; readonly talk?: Talk }

/** Private talks between a young person and the team. Nothing that is said in one ever comes here. */
export interface Talks {
  /** Asks for a talk; somebody who has one already gets that one (`asked` is false). */
  ask(input: AskInput): Promise<{ readonly asked: boolean; readonly talk: Talk }>
  /**
   * Opens a talk in the transaction of what it is about. Beside it, somebody may still ask for a talk of their own.
   */
  openAbout(tx: Tx, input: OpenAboutInput): Promise<Talk>
  /** A decision that was told is taken back: said in its thread. A listener of the queue. */
  flagMoved(tx: Tx, moved: FlagMoved): Promise<void>
  /** What is going on and what is to be followed up, the most urgent first. */
  list(house: HouseId, query: TalksQuery): Promise<readonly Talk[]>
  count(house: HouseId): Promise<number>
  /** How many follow-ups are due. */
  due(house: HouseId): Promise<number>
  /** One winner for each place, whoever presses at the same time. */
  act(house: HouseId, talkId: string, act: TalkAct): Promise<TalkResult>
  find(house: HouseId, talkId: string): Promise<Talk | undefined>
  /** The talk whose thread this is. */
  inThread(house: HouseId, threadId: string): Promise<Talk | undefined>
  /** The thread stands: the row knows it, and the first words in it are wanted. */
  threadStands(house: HouseId, talkId: string, threadId: string): Promise<Talk | undefined>
  /** The thread was deleted, as its row says. */
  threadDeleted(house: HouseId, talkId: string): Promise<void>
  /** Asks for the card to show its row again: somebody pressed something that was no longer so. */
  redraw(talk: Talk, part: Part): Promise<void>
  /** Fires a timer of a talk in the transaction that marks it as fired. */
  fire(tx: Tx, timer: Timer): Promise<void>
}

/** How often a change is tried again when others keep getting in between. */
const ATTEMPTS = 20

/** What follows from an act, in its transaction. */
const follow = async (deps: TalksDeps, tx: Tx, talk: Talk, act: TalkAct, before: Talk): Promise<unknown> => {
  const now = deps.now()
  const say = (says: Saying, once: string): Promise<unknown> => wantSaying(deps, tx, talk, says, once)
  await wantTalkCard(deps, tx, talk)
  switch (act.type) {
    case 'come':
      await stopWaiting(deps, tx, talk)
      await wantThread(deps, tx, talk)
      return say('came', String(talk.workerIds.length))
    case 'close':
    case 'expire':
      await wantThread(deps, tx, talk)
      await endTimers(deps, tx, talk, now)
      await startFollowUp(deps, tx, talk)
      return say('closed', 'end')
    case 'plan':
      return startFollowUp(deps, tx, talk)
    case 'tick':
      await stopFollowUp(deps, tx, talk)
      return wantTalkCard(deps, tx, talk, 'follow')
    case 'lose':
      if (act.thread === 'stands') await wantThread(deps, tx, talk)
      return isOngoing(before) ? endTimers(deps, tx, talk, now) : undefined
  }
}

const create = async (deps: TalksDeps, input: AskInput): Promise<Talk> => {
  const now = deps.now()
  const { workersWanted } = deps.agreed(input.house)
  const talk = await transact(deps.db, async (tx) => {
    const row = await tx.talk.create({
      data: {
        id: deps.newId(),
        houseId: input.house,
        askerId: input.askerId,
        openFor: input.askerId,
        notId: input.notId ?? null,
        wishId: input.wishId ?? null,
        language: input.language,
        parentChannelId: input.parentChannelId,
        queueChannelId: input.queueChannelId,
        state: 'waiting',
        workersWanted,
        createdAt: now,
        waitingSince: now,
      },
    })
    const made = talkOf(row)
    await wantThread(deps, tx, made)
    await wantTalkCard(deps, tx, made)
    await startTimers(deps, tx, made, now)
    return made
  })
  deps.outbox.announce()
  return talk
}

const openAbout = async (deps: TalksDeps, tx: Tx, input: OpenAboutInput): Promise<Talk> => {
  const now = deps.now()
  const { workersWanted } = deps.agreed(input.house)
  const talk = talkOf(
    await tx.talk.create({
      data: {
        id: deps.newId(),
        houseId: input.house,
        askerId: input.askerId,
        flagId: input.flagId,
        language: input.language,
        parentChannelId: input.parentChannelId,
        queueChannelId: input.queueChannelId,
        state: 'talking',
        workersWanted,
        firstWorkerId: input.workerId,
        createdAt: now,
        waitingSince: now,
        joinedAt: now,
      },
    }),
  )
  await wantThread(deps, tx, talk)
  await wantTalkCard(deps, tx, talk)
  await startClosing(deps, tx, talk, now)
  return talk
}

/** What somebody of the team has to look at. */
const TO_DO = {
  OR: [
    { state: { in: ['waiting', 'talking'] } },
    { state: { in: ['closed', 'gone'] }, followUpAt: { not: null }, followUpDoneAt: null },
    {
      state: { in: ['closed', 'gone'] },
      followUpAt: null,
      followUpDoneAt: null,
      OR: [{ joinedAt: { not: null } }, { closedBy: 'time' }],
    },
  ],
} satisfies Prisma.TalkWhereInput

/** Who waits before what is due, what is due before the rest; the oldest first. */
const urgency = (talk: Talk, now: Date): number => {
  if (talk.state === 'waiting') return 0
  if (talk.followUpAt !== null && talk.followUpAt <= now) return 1
  return isOngoing(talk) ? 3 : 2
}

export const createTalks = (deps: TalksDeps): Talks => {
  const { db, outbox } = deps
  const find = async (house: HouseId, talkId: string): Promise<Talk | undefined> => {
    const row = await db.talk.findFirst({ where: { id: talkId, houseId: house } })
    return row === null ? undefined : talkOf(row)
  }
  const openOf = async (house: HouseId, askerId: string): Promise<Talk | undefined> => {
    const row = await db.talk.findFirst({ where: { houseId: house, openFor: askerId } })
    return row === null ? undefined : talkOf(row)
  }

  return {
    find,
    ask: async (input) => {
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        const open = await openOf(input.house, input.askerId)
        if (open !== undefined) return { asked: false, talk: open }
        try {
          return { asked: true, talk: await create(deps, input) }
        } catch (error) {
          // Two presses at once: the unique key let one through, and this is the other.
          if (!isDuplicate(error)) throw error
        }
      }
      throw new Error('a talk could not be asked: the same one opened and closed again and again')
    },
    act: async (house, talkId, act) => {
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        const before = await find(house, talkId)
        if (before === undefined) return { ok: false, refusal: 'gone' }
        const step = stepTalk(before, act, deps.now())
        if (step.type === 'refused') return { ok: false, refusal: step.refusal, talk: before }
        const talk = await transact(db, async (tx) => {
          const { count } = await tx.talk.updateMany({
            where: { id: talkId, houseId: house, version: before.version },
            data: { ...step.changes, version: { increment: 1 } },
          })
          if (count !== 1) return undefined
          const after = talkOf(await tx.talk.findUniqueOrThrow({ where: { id: talkId } }))
          await follow(deps, tx, after, act, before)
          return after
        })
        if (talk === undefined) continue // somebody was first: the loser is answered from what the winner wrote
        outbox.announce()
        return { ok: true, talk }
      }
      throw new Error('a talk kept changing under the hands of whoever acted on it')
    },
    openAbout: (tx, input) => openAbout(deps, tx, input),
    flagMoved: async (tx, { audit, before, after }) => {
      if (audit !== 'undone' || (before?.told !== 'told' && before?.told !== 'wanted')) return
      const rows = await tx.talk.findMany({
        where: { flagId: after.id, state: { in: ['talking', 'waiting'] } },
      })
      for (const row of rows) await wantSaying(deps, tx, talkOf(row), 'undone', String(after.version))
    },
    list: async (house, { limit, offset = 0 }) => {
      const now = deps.now()
      const rows = await db.talk.findMany({
        where: { houseId: house, ...TO_DO },
        orderBy: { createdAt: 'asc' },
      })
      return rows
        .map(talkOf)
        .toSorted((a, b) => urgency(a, now) - urgency(b, now))
        .slice(offset, offset + limit)
    },
    count: (house) => db.talk.count({ where: { houseId: house, ...TO_DO } }),
    due: (house) =>
      db.talk.count({
        where: {
          houseId: house,
          state: { in: ['closed', 'gone'] },
          followUpAt: { lte: deps.now() },
          followUpDoneAt: null,
        },
      }),
    inThread: async (house, threadId) => {
      const row = await db.talk.findFirst({ where: { houseId: house, threadId } })
      return row === null ? undefined : talkOf(row)
    },
    threadStands: async (house, talkId, threadId) => {
      await transact(db, async (tx) => {
        const { count } = await tx.talk.updateMany({
          where: { id: talkId, houseId: house, threadId: null },
          data: { threadId },
        })
        if (count !== 1) return
        const talk = talkOf(await tx.talk.findUniqueOrThrow({ where: { id: talkId } }))
        await wantSaying(deps, tx, talk, 'opening', 'begin')
      })
      outbox.announce()
      return find(house, talkId)
    },
    threadDeleted: async (house, talkId) => {
      await db.talk.updateMany({ where: { id: talkId, houseId: house }, data: { threadId: null } })
    },
    redraw: async (talk, part) => {
      await wantTalkCard(deps, db, talk, part)
      outbox.announce()
    },
    fire: (tx, timer) => fireTalkTimer(deps, tx, timer),
  }
}
