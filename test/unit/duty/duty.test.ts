import { expect, test } from 'vitest'
import { AGREED, openDutyWorld, TEAM_HOURS } from '../../support/duty-world.ts'
import { openTempHouse } from '../../support/storage/temp-storage.ts'

/** A house on a Wednesday at 14 h 05 UTC: 16 h 05 in Brussels, five minutes after it opened. */
const openWorld = async (options: Parameters<typeof openDutyWorld>[1] & { at?: string } = {}) => {
  const temp = await openTempHouse()
  temp.clock.set(options.at ?? '2026-10-21T14:05:00Z')
  const world = await openDutyWorld(temp, options)
  const { db, clock } = temp
  const told = () =>
    world
      .wishes('reminder')
      .filter(({ desired }) => desired['about'] !== 'over')
      .map(
        ({ desired, at }) =>
          `${at.toISOString().slice(11, 16)} ${JSON.stringify(desired['who'] ?? desired['about']).slice(1, -1)}`,
      )
  const flagOf = (id: string) => db.flag.findUniqueOrThrow({ where: { id } })
  return { ...world, db, clock, told, flagOf, temp }
}

test('whoever is on duty hears it after the target time, then the back-up, then the responsible: each once', async () => {
  const { house, duty, raise, pass, told } = await openWorld()
  await duty.begin(house, 'sam')
  await raise('1', 'rood')
  await pass(180)
  expect(told()).toEqual(['14:35 duty', '15:05 back-up', '15:35 responsible'])
})

test('the clock runs only while somebody is there: it stands still between two shifts and over the night', async () => {
  const { house, duty, raise, pass, told } = await openWorld()
  await raise('1', 'geel')
  await pass(60)
  await duty.begin(house, 'sam')
  await pass(60)
  await duty.end(house, 'sam', { release: true })
  await pass(1_380)
  // Thursday, 17 h 05: an hour of the two has passed.
  await duty.begin(house, 'jonas')
  await pass(90)
  expect(told()).toEqual(['14:15 unmanned', '16:15 unmanned', '14:10 unmanned', '16:05 duty'])
})

test('green waits for whoever looks, and what was taken in time is told to nobody', async () => {
  const { house, duty, raise, pass, told, flags } = await openWorld()
  await duty.begin(house, 'sam')
  await raise('1', 'groen')
  const flagId = await raise('2', 'rood')
  await pass(25)
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })
  await pass(180)
  expect(told()).toEqual([])
})

test('given back, a flag has as much time left as it had; what became heavier has the time of its level from then on', async () => {
  const { house, duty, raise, pass, told, flags } = await openWorld()
  await duty.begin(house, 'sam')
  const flagId = await raise('1', 'rood')
  await pass(20)
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })
  await pass(60)
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'release' } })
  await pass(10)
  expect(told()).toEqual(['15:35 duty'])
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'level', level: 'acuut' } })
  await pass(10)
  expect(told()).toEqual(['15:35 duty', '15:40 duty', '15:45 back-up'])
})

test('what somebody takes or closes leaves no reminder standing', async () => {
  const { house, duty, raise, pass, flags, wishes } = await openWorld()
  await duty.begin(house, 'sam')
  const flagId = await raise('1', 'rood')
  await pass(35)
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })
  expect(wishes('reminder').map(({ desired }) => desired['about'])).toEqual(['flag', 'over'])
})

test('an acute flag while nobody is there reaches the on-call role, once; not one that was found late', async () => {
  const { raise, pass, told } = await openWorld({ at: '2026-10-21T02:00:00Z' })
  await raise('1', 'acuut')
  await raise('2', 'acuut', { kind: 'harm', category: 'threat', seenLate: true })
  await raise('3', 'rood')
  await pass(300)
  expect(told()).toEqual(['02:00 on-call'])
})

test('a house without an on-call role wakes nobody', async () => {
  const { youthWorker, moderator } = AGREED.roles
  const quiet = { ...AGREED, roles: { youthWorker, moderator } }
  const { raise, pass, told } = await openWorld({ at: '2026-10-21T02:00:00Z', agreed: quiet })
  await raise('1', 'acuut')
  await pass(300)
  expect(told()).toEqual([])
})

test('what still lies open and acute when the last one goes reaches the on-call role', async () => {
  const { house, duty, raise, pass, told } = await openWorld()
  await duty.begin(house, 'sam')
  const flagId = await raise('1', 'acuut')
  await duty.end(house, 'sam', { release: true })
  expect(flagId).toBeDefined()
  await pass(5)
  expect(told()).toEqual(['14:05 on-call'])
})

test('at closing every shift ends by itself, what was taken waits in the queue, and the talk keeps its worker', async () => {
  const { house, duty, raise, pass, flags, talks, db, flagOf, wishes } = await openWorld()
  await duty.begin(house, 'sam')
  const flagId = await raise('1', 'geel')
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })
  const { talk } = await talks.ask({
    house,
    askerId: 'noor',
    language: 'nl',
    parentChannelId: '650',
    queueChannelId: '700',
  })
  await talks.act(house, talk.id, { type: 'come', actorId: 'sam' })
  await pass(240)
  expect(await duty.present(house)).toEqual([])
  expect(await db.dutyShift.findFirstOrThrow({ where: { houseId: house } })).toMatchObject({
    endedAt: new Date('2026-10-21T18:00:00Z'),
    endedBy: 'closing',
    openFor: null,
  })
  expect(await flagOf(flagId)).toMatchObject({ state: 'open', ownerId: null })
  expect((await talks.find(house, talk.id))?.workerIds).toEqual(['sam'])
  expect(wishes('summary').map(({ desired }) => desired)).toEqual([{ what: 'closing', flags: 1, talks: 1 }])
})

test('at opening the team reads once what came in, in numbers and ids', async () => {
  const { raise, pass, wishes, duty, house, temp } = await openWorld({ at: '2026-10-21T10:00:00Z' })
  const acute = await raise('1', 'acuut')
  const green = await raise('2', 'groen')
  await pass(240)
  // A restart in the middle of the opening says it no second time.
  await duty.arrive(house, { queueChannelId: '700', closingChannelIds: ['800'] })
  await pass(30)
  expect(wishes('summary').map(({ targetKey, desired }) => ({ targetKey, desired }))).toEqual([
    {
      targetKey: 'summary:2026-10-21T14:00:00.000Z',
      desired: {
        what: 'opening',
        since: '2026-10-21T10:00:00.000Z',
        levels: { groen: 1, acuut: 1 },
        flagIds: [acute, green],
        talks: 0,
      },
    },
  ])
  expect(await temp.db.timer.count({ where: { houseId: house, kind: 'house-opens', firedAt: null } })).toBe(1)
})

test('ten minutes after the opening without anybody the back-up hears it and the line stands; it goes when somebody begins', async () => {
  const { house, duty, pass, told, wishes } = await openWorld({ at: '2026-10-21T13:50:00Z' })
  await pass(25)
  expect(told()).toEqual(['14:10 unmanned'])
  await duty.begin(house, 'sam')
  expect(wishes('closing-line').map(({ desired }) => desired)).toEqual([
    { at: '2026-10-21T14:10:00.000Z', next: '2026-10-22T14:00:00.000Z' },
    { over: true },
  ])
})

test('somebody may begin an hour early, and is counted from the opening on; earlier than that, nobody', async () => {
  const { house, duty, pass, clock, raise, told } = await openWorld({ at: '2026-10-21T12:30:00Z' })
  expect(await duty.begin(house, 'sam')).toEqual({ did: 'closed', next: new Date('2026-10-21T14:00:00Z') })
  await pass(45)
  expect(await duty.begin(house, 'sam')).toMatchObject({ did: 'began' })
  await raise('1', 'acuut')
  expect(await duty.isOpen(house)).toBe(false)
  expect(clock.now()).toEqual(new Date('2026-10-21T13:15:00Z'))
  await pass(60)
  // Nobody is there yet when it is raised, so the on-call role hears it; sam at five minutes after the opening.
  expect(told()).toEqual(['13:15 on-call', '14:05 duty', '14:10 back-up', '14:15 responsible'])
})

test('ending with something in hand asks first; handing over passes all of it to whoever accepts, once', async () => {
  const { house, duty, raise, flags, talks, db, flagOf } = await openWorld()
  await duty.begin(house, 'sam')
  const mine = await raise('1', 'rood')
  await flags.act({ house, flagId: mine, actorId: 'sam', act: { type: 'claim' } })
  const { talk } = await talks.ask({
    house,
    askerId: 'noor',
    language: 'nl',
    parentChannelId: '650',
    queueChannelId: '700',
  })
  await talks.act(house, talk.id, { type: 'come', actorId: 'sam' })
  const held = { flagIds: [mine], talks: 1, followUps: 0 }
  expect(await duty.end(house, 'sam', { release: false })).toEqual({ did: 'holds', held })
  expect(await duty.offer(house, 'sam', { channelId: '700', ending: true })).toBe('offered')
  expect(await duty.offer(house, 'sam', { channelId: '700', ending: true })).toBe('already')
  const offer = await db.handOver.findFirstOrThrow({ where: { houseId: house } })
  const may = { maySee: () => true, mayTalk: true }
  expect(await duty.accept(house, offer.id, { memberId: 'sam', ...may })).toEqual({
    ok: false,
    refusal: 'own',
  })
  expect(await duty.accept(house, offer.id, { memberId: 'jonas', ...may, mayTalk: false })).toEqual({
    ok: false,
    refusal: 'talks',
  })
  const both = await Promise.all(
    ['jonas', 'fatima'].map((memberId) => duty.accept(house, offer.id, { memberId, ...may })),
  )
  expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, passed: 2, released: 0 }])
  const winner = both[0]?.ok === true ? 'jonas' : 'fatima'
  expect(await flagOf(mine)).toMatchObject({ state: 'claimed', ownerId: winner })
  expect((await talks.find(house, talk.id))?.workerIds).toEqual([winner])
  expect(await duty.present(house)).toEqual([])
  const audit = await db.auditLine.findMany({ where: { houseId: house }, orderBy: { id: 'asc' } })
  expect(audit.map(({ act }) => act)).toEqual([
    'duty-began',
    'raised',
    'claimed',
    'hand-over-offered',
    'passed',
    'received',
    'hand-over-accepted',
    'duty-ended',
  ])
})

test('what the one who accepts may not have goes back to the queue, and a talk that did not want them waits again', async () => {
  const { house, duty, raise, flags, talks, db, flagOf } = await openWorld()
  await duty.begin(house, 'sam')
  const worry = await raise('1', 'rood', { kind: 'worry', category: 'distress' })
  await flags.act({ house, flagId: worry, actorId: 'sam', act: { type: 'claim' } })
  const { talk } = await talks.ask({
    house,
    askerId: 'noor',
    notId: 'jonas',
    language: 'nl',
    parentChannelId: '650',
    queueChannelId: '700',
  })
  await talks.act(house, talk.id, { type: 'come', actorId: 'sam' })
  await duty.offer(house, 'sam', { channelId: '700', ending: false })
  const offer = await db.handOver.findFirstOrThrow({ where: { houseId: house } })
  const result = await duty.accept(house, offer.id, {
    memberId: 'jonas',
    maySee: ({ kind }) => kind === 'conduct',
    mayTalk: true,
  })
  expect(result).toEqual({ ok: true, passed: 0, released: 2 })
  expect(await flagOf(worry)).toMatchObject({ state: 'open', ownerId: null })
  expect(await talks.find(house, talk.id)).toMatchObject({ state: 'waiting', workerIds: [] })
})

test('whoever leaves the team keeps nothing: not what they took, not what they proposed, no talk, no duty', async () => {
  const { house, duty, raise, flags, talks, db, flagOf } = await openWorld()
  await duty.begin(house, 'sam')
  const [taken, proposed] = [await raise('1', 'geel'), await raise('2', 'rood')]
  await flags.act({ house, flagId: taken, actorId: 'sam', act: { type: 'claim' } })
  await flags.act({ house, flagId: proposed, actorId: 'sam', act: { type: 'decide', outcome: 'no-problem' } })
  const { talk } = await talks.ask({
    house,
    askerId: 'noor',
    language: 'nl',
    parentChannelId: '650',
    queueChannelId: '700',
  })
  await talks.act(house, talk.id, { type: 'come', actorId: 'sam' })
  await talks.threadStands(house, talk.id, '990')
  await duty.offer(house, 'sam', { channelId: '700', ending: false })
  expect(await duty.leave(house, 'sam')).toBe(true)
  expect(await flagOf(taken)).toMatchObject({ state: 'open', ownerId: null })
  expect(await flagOf(proposed)).toMatchObject({
    state: 'open',
    ownerId: null,
    proposedOutcome: null,
    proposedById: null,
  })
  expect(await talks.find(house, talk.id)).toMatchObject({ state: 'waiting', workerIds: [] })
  expect(await duty.holders(house)).toEqual([])
  expect(await db.handOver.findFirstOrThrow({ where: { houseId: house } })).toMatchObject({
    state: 'withdrawn',
  })
  // They are taken out of the thread as well.
  expect(await db.outboxTarget.count({ where: { houseId: house, kind: 'talk-out', channelId: '990' } })).toBe(
    1,
  )
  expect(await duty.leave(house, 'sam')).toBe(false)
})

test('ten presses at once begin one shift, and two people begin at once', async () => {
  const { house, duty, db } = await openWorld()
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => duty.begin(house, index % 2 === 0 ? 'sam' : 'jonas')),
  )
  expect(await db.dutyShift.count({ where: { houseId: house } })).toBe(2)
  expect((await duty.present(house)).map(({ memberId }) => memberId).toSorted()).toEqual(['jonas', 'sam'])
})

test('a bot that was away at closing time ends the shift at that time, and no step is made up for the night', async () => {
  const { house, duty, raise, pass, clock, db, told } = await openWorld()
  await duty.begin(house, 'sam')
  await pass(200)
  await raise('1', 'rood')
  clock.pass(14 * 60 * 60_000)
  await pass(5)
  expect(await db.dutyShift.findFirstOrThrow({ where: { houseId: house } })).toMatchObject({
    endedAt: new Date('2026-10-21T18:00:00Z'),
  })
  expect(told()).toEqual([])
  expect(TEAM_HOURS.week.donderdag).toEqual(['16:00-20:00'])
})

test('a quiet house shows green and yellow together on the hour, red and acute at once', async () => {
  const agreed = { ...AGREED, queue: { quiet: 'hour' as const } }
  const { house, duty, raise, pass, wishes, temp } = await openWorld({ agreed })
  await duty.begin(house, 'sam')
  await raise('1', 'geel')
  await raise('2', 'groen')
  await raise('3', 'rood')
  const claims = await temp.outbox.claim(20)
  expect(claims.filter(({ kind }) => kind === 'card')).toHaveLength(1)
  expect(wishes('digest')).toEqual([])
  await pass(60)
  expect(wishes('digest').map(({ at }) => at.toISOString())).toEqual(['2026-10-21T15:00:00.000Z'])
  expect(await temp.outbox.digested(house, '700')).toHaveLength(2)
})

test('a quiet flag that becomes heavier gets its card at once', async () => {
  const agreed = { ...AGREED, queue: { quiet: 'opening' as const } }
  const { house, duty, raise, flags, temp } = await openWorld({ agreed })
  await duty.begin(house, 'sam')
  const flagId = await raise('1', 'geel')
  const cards = async () => (await temp.outbox.claim(20)).filter(({ kind }) => kind === 'card').length
  expect(await cards()).toBe(0)
  await flags.act({ house, flagId, actorId: 'sam', act: { type: 'level', level: 'rood' } })
  expect(await cards()).toBe(1)
})
