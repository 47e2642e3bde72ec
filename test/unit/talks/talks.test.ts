import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import type { TalkAgreements } from '../../../src/talks/deps.ts'
import { createTalks } from '../../../src/talks/talks.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const OTHER = houseId('900000000000000002')
const AGREED: TalkAgreements = {
  hours: { week: { maandag: ['13:00-22:00'], dinsdag: ['13:00-22:00'] }, holidays: 'open', closed: [] },
  waitMinutes: 5,
  workersWanted: 1,
  deleteAfterDays: 14,
  auditIdsDays: 365,
}
const ASKED = {
  house: HOUSE,
  askerId: 'noor',
  language: 'nl',
  parentChannelId: 'parent',
  queueChannelId: 'queue',
} as const

/** A Monday, 19 h in Brussels: the house is open. */
const openTalks = async (agreed: Partial<TalkAgreements> = {}) => {
  const house = await openTempHouse()
  const { db, outbox, timers, newId, clock } = house
  const talks = createTalks({
    db,
    outbox,
    timers,
    newId,
    now: clock.now,
    agreed: () => ({ ...AGREED, ...agreed }),
  })
  const wanted = async (): Promise<readonly string[]> =>
    (await db.outboxTarget.findMany({ orderBy: { targetKey: 'asc' } })).map(({ targetKey }) => targetKey)
  const due = async (): Promise<readonly string[]> =>
    (await db.timer.findMany({ where: { firedAt: null }, orderBy: { dueAt: 'asc' } })).map(({ kind }) => kind)
  const fire = () => timers.fireDue(clock.now(), (tx, timer) => talks.fire(tx, timer))
  const stored = async (id: string) => db.talk.findUniqueOrThrow({ where: { id } })
  return { ...house, talks, wanted, due, fire, stored }
}

test('a talk that is asked wants a thread and a card, and sets its clocks, all in one', async () => {
  const { talks, wanted, due } = await openTalks()
  const { asked, talk } = await talks.ask(ASKED)
  expect(asked).toBe(true)
  expect(await wanted()).toEqual([`talk-card:asked:${talk.id}`, `talk:${talk.id}`])
  expect(await due()).toEqual(['talk-wait', 'talk-closing'])
})

test('ten presses at once make one talk', async () => {
  const { talks, db } = await openTalks()
  const answers = await Promise.all(Array.from({ length: 10 }, () => talks.ask(ASKED)))
  expect(answers.filter(({ asked }) => asked)).toHaveLength(1)
  expect(new Set(answers.map(({ talk }) => talk.id)).size).toBe(1)
  expect(await db.talk.count()).toBe(1)
})

test('ten workers at once: one comes in, nine are refused, and the row says so', async () => {
  const { talks, stored } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, nth) =>
      talks.act(HOUSE, talk.id, { type: 'come', actorId: `worker-${nth}` }),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await stored(talk.id)).toMatchObject({ version: 2, secondWorkerId: null, state: 'talking' })
})

test('a talk of another house is not found, and nobody of it can come', async () => {
  const { talks, stored } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  expect(await talks.find(OTHER, talk.id)).toBeUndefined()
  expect(await talks.act(OTHER, talk.id, { type: 'come', actorId: 'sam' })).toEqual({
    ok: false,
    refusal: 'gone',
  })
  expect((await stored(talk.id)).version).toBe(1)
})

test('no row but that of the talk itself ever holds who asked', async () => {
  const { talks, db, clock, fire } = await openTalks()
  const { talk } = await talks.ask({ ...ASKED, askerId: 'the-asker', notId: 'the-unwanted' })
  await talks.threadStands(HOUSE, talk.id, 'thread')
  clock.pass(6 * 60_000)
  await fire()
  await talks.act(HOUSE, talk.id, { type: 'come', actorId: 'sam' })
  await talks.act(HOUSE, talk.id, { type: 'close', actorId: 'the-asker' })
  const others = JSON.stringify([
    await db.outboxTarget.findMany(),
    await db.timer.findMany(),
    await db.auditLine.findMany(),
  ])
  expect(others).not.toMatch(/the-asker|the-unwanted/)
})

test('a closed talk lets its asker ask again; who asked is forgotten with the thread, who came a year later', async () => {
  const { talks, clock, fire, stored, due } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  await talks.threadStands(HOUSE, talk.id, 'thread')
  await talks.act(HOUSE, talk.id, { type: 'come', actorId: 'sam' })
  await talks.act(HOUSE, talk.id, { type: 'close', actorId: 'sam', followUpAt: null })
  expect(await due()).toEqual(['talk-delete', 'talk-forget'])
  expect((await talks.ask(ASKED)).asked).toBe(true)
  clock.pass(14 * 86_400_000 - 1)
  await fire()
  expect((await stored(talk.id)).askerId).toBe('noor')
  clock.pass(1)
  await fire()
  expect(await stored(talk.id)).toMatchObject({ state: 'gone', askerId: null, threadId: 'thread' })
  await talks.threadDeleted(HOUSE, talk.id)
  clock.pass(365 * 86_400_000)
  await fire()
  expect(await stored(talk.id)).toMatchObject({ firstWorkerId: null, threadId: null, followUpDoneById: null })
})

test('a bot that was away over closing time says nothing that is no longer true', async () => {
  const { talks, clock, fire, wanted, due } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  await talks.threadStands(HOUSE, talk.id, 'thread')
  clock.pass(20 * 60 * 60_000) // Tuesday 15 h: closed since Monday 22 h, and open again
  await fire()
  expect((await wanted()).filter((key) => key.includes(':closing:'))).toEqual([])
  expect(await due()).toEqual(['talk-wait', 'talk-closing'])
})

test('the first words of a talk are asked for once, also when the thread is found a second time', async () => {
  const { talks, db } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  await talks.threadStands(HOUSE, talk.id, 'thread')
  await talks.threadStands(HOUSE, talk.id, 'another')
  expect((await talks.find(HOUSE, talk.id))?.threadId).toBe('thread')
  const lines = await db.outboxTarget.findMany({ where: { kind: 'talk-line' } })
  expect(lines.map(({ desiredVersion }) => desiredVersion)).toEqual([1])
})

test('a follow-up that was ticked off before its day brings no card', async () => {
  const { talks, clock, fire, wanted } = await openTalks()
  const { talk } = await talks.ask(ASKED)
  await talks.act(HOUSE, talk.id, { type: 'come', actorId: 'sam' })
  const followUpAt = new Date(clock.now().getTime() + 86_400_000)
  await talks.act(HOUSE, talk.id, { type: 'close', actorId: 'sam', followUpAt })
  await talks.act(HOUSE, talk.id, { type: 'tick', actorId: 'lies' })
  const before = await wanted()
  clock.pass(2 * 86_400_000)
  await fire()
  expect(await wanted()).toEqual(before)
})
