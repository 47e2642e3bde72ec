import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { stepTalk, type TalkAct } from '../../../src/talks/lifecycle.ts'
import { asksFollowUp, isOngoing, type Talk } from '../../../src/talks/talk.ts'

const NOW = new Date('2026-11-25T13:00:00Z')
const fresh: Talk = {
  id: 'talk',
  houseId: houseId('900000000000000001'),
  askerId: 'noor',
  notId: null,
  wishId: null,
  flagId: null,
  language: 'nl',
  parentChannelId: 'parent',
  queueChannelId: 'queue',
  threadId: 'thread',
  state: 'waiting',
  version: 1,
  workersWanted: 1,
  workerIds: [],
  createdAt: NOW,
  waitingSince: NOW,
  toldWaiting: false,
  joinedAt: null,
  closedAt: null,
  closedBy: null,
  followUpAt: null,
  followUpDoneAt: null,
  followUpDoneById: null,
}

/** The talk after an act, as the database would have it; the same talk when the act is refused. */
const after = (talk: Talk, act: TalkAct): Talk => {
  const step = stepTalk(talk, act, NOW)
  if (step.type === 'refused') return talk
  const { firstWorkerId, secondWorkerId, openFor: _, ...changes } = step.changes
  const came = [firstWorkerId, secondWorkerId].filter((id) => id !== undefined)
  return { ...talk, ...changes, workerIds: [...talk.workerIds, ...came], version: talk.version + 1 }
}
const refusal = (talk: Talk, act: TalkAct): string => {
  const step = stepTalk(talk, act, NOW)
  return step.type === 'refused' ? step.refusal : 'moved'
}
const come = (actorId: string): TalkAct => ({ type: 'come', actorId })
const talking = after(fresh, come('sam'))

test('the first who comes has the place; the next hears that it is full, the same one that they are in it', () => {
  expect(talking).toMatchObject({ state: 'talking', workerIds: ['sam'], joinedAt: NOW })
  expect(refusal(talking, come('lies'))).toBe('full')
  expect(refusal(talking, come('sam'))).toBe('already')
})

test('where two are wanted, two come and no third', () => {
  const two = after(after({ ...fresh, workersWanted: 2 }, come('sam')), come('lies'))
  expect(two.workerIds).toEqual(['sam', 'lies'])
  expect(refusal(two, come('jan'))).toBe('full')
})

test('the one who is not wanted and the asker get the same answer', () => {
  expect(refusal({ ...fresh, notId: 'sam' }, come('sam'))).toBe('not-for-you')
  expect(refusal(fresh, come('noor'))).toBe('not-for-you')
})

test('only those in the talk close it, and a worker does so with a day or says that none is needed', () => {
  expect(refusal(talking, { type: 'close', actorId: 'lies', followUpAt: null })).toBe('not-in-it')
  expect(refusal(talking, { type: 'close', actorId: 'sam' })).toBe('no-date')
  const closed = after(talking, { type: 'close', actorId: 'sam', followUpAt: NOW })
  expect(closed).toMatchObject({ state: 'closed', closedBy: 'worker', followUpAt: NOW })
  expect(asksFollowUp(closed)).toBe(false)
  expect(refusal(closed, come('lies'))).toBe('closed')
})

test('"not needed" is ticked off at once, with who said so', () => {
  const closed = after(talking, { type: 'close', actorId: 'sam', followUpAt: null })
  expect(closed).toMatchObject({ followUpAt: null, followUpDoneAt: NOW, followUpDoneById: 'sam' })
})

test('the asker closes without being asked anything; the team is asked for a day if somebody had come', () => {
  expect(asksFollowUp(after(talking, { type: 'close', actorId: 'noor' }))).toBe(true)
  expect(asksFollowUp(after(fresh, { type: 'close', actorId: 'noor' }))).toBe(false)
})

test('a thread that was deleted is forgotten; one whose asker left stays until its day', () => {
  const deleted = after(talking, { type: 'lose', thread: 'deleted' })
  expect(deleted).toMatchObject({ state: 'gone', askerId: null, threadId: null, closedBy: 'lost' })
  const left = after(talking, { type: 'lose', thread: 'stands' })
  expect(left).toMatchObject({ state: 'closed', askerId: 'noor', threadId: 'thread', closedBy: 'lost' })
})

const people = fc.constantFrom('noor', 'sam', 'lies', 'jan', 'unwanted')
const act: fc.Arbitrary<TalkAct> = fc.oneof(
  fc.record({ type: fc.constant('come' as const), actorId: people }),
  fc.record({ type: fc.constant('close' as const), actorId: people }),
  fc.record({
    type: fc.constant('close' as const),
    actorId: people,
    followUpAt: fc.constantFrom(null, NOW),
  }),
  fc.record({
    type: fc.constant('plan' as const),
    actorId: people,
    followUpAt: fc.constantFrom(null, NOW),
  }),
  fc.record({ type: fc.constant('tick' as const), actorId: people }),
  fc.record({ type: fc.constant('expire' as const) }),
  fc.record({
    type: fc.constant('lose' as const),
    thread: fc.constantFrom('deleted' as const, 'stands' as const),
  }),
)

const ending = ({ closedAt, closedBy, workerIds }: Talk): string =>
  JSON.stringify([closedAt, closedBy, workerIds])

/** The laws that a step from one talk to the next breaks. */
const broken = (before: Talk, talk: Talk, wanted: number): readonly string[] => {
  const over = !isOngoing(before)
  const laws: Readonly<Record<string, boolean>> = {
    'no more people than wanted': talk.workerIds.length <= wanted,
    'nobody twice': new Set(talk.workerIds).size === talk.workerIds.length,
    'never the unwanted or the asker': !talk.workerIds.some((id) => id === 'unwanted' || id === 'noor'),
    'what is over stays over, in one way': !over || (!isOngoing(talk) && ending(talk) === ending(before)),
    'ticked off once': before.followUpDoneAt === null || talk.followUpDoneById === before.followUpDoneById,
    'gone is forgotten': talk.state !== 'gone' || (talk.askerId === null && talk.threadId === null),
    'waiting is without anybody':
      (talk.state === 'waiting') === (isOngoing(talk) && talk.workerIds.length === 0),
  }
  return Object.keys(laws).filter((law) => laws[law] === false)
}

test('whatever happens in whatever order, a talk never gets too many people, the wrong one, or a second ending', () => {
  fc.assert(
    fc.property(fc.constantFrom(1 as const, 2 as const), fc.array(act, { maxLength: 20 }), (wanted, acts) => {
      let talk: Talk = { ...fresh, workersWanted: wanted, notId: 'unwanted' }
      for (const one of acts) {
        const before = talk
        talk = after(before, one)
        expect(broken(before, talk, wanted), JSON.stringify(one)).toEqual([])
      }
    }),
  )
})
