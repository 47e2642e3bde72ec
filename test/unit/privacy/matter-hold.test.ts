import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMatterHolds } from '../../../src/privacy/matter-hold.ts'
import { createRetention } from '../../../src/privacy/retention.ts'
import { createMatters } from '../../../src/reports/matters.ts'
import { HOUSE, openTempHouse, RETENTION, type TempHouse } from '../../support/storage/temp-storage.ts'

const PLANTED = 'kom eens alleen, zebrapad'
const NOTE = 'hij doet dat vaker, paraplu'
const UNTIL = new Date('2026-10-01T00:00:00Z')

const desk = (house: TempHouse) => ({
  matters: createMatters({ ...house, now: house.clock.now, terms: () => RETENTION }),
  holds: createMatterHolds({ ...house, now: house.clock.now, auditIdsDays: () => 365 }),
  sweep: (at: string) => {
    house.clock.set(at)
    return createRetention({ ...house, compact: () => house.storage.checkpoint() }).sweep(house.clock.now())
  },
})
/** A closed matter, of which the words would be forgotten soon and the people a year later. */
const planted = async (house: TempHouse): Promise<string> => {
  const { matters } = desk(house)
  const { matterId } = await matters.raise({
    house: HOUSE,
    subjectKey: 'message:1000',
    channelId: '500',
    messageId: '1000',
    authorId: 'jonas',
    words: PLANTED,
    contactId: 'samira',
    report: { reporterId: 'noor', reason: 'grooming', words: NOTE },
  })
  await matters.decide(matterId, 'samira', 'passed-on')
  return matterId
}
const hold = (house: TempHouse, matterId: string, actorId = 'samira') =>
  desk(house).holds.place({
    matterId,
    actorId,
    name: 'politie, zonnebril',
    why: 'klacht, kapstok',
    until: UNTIL,
  })

test('only the contact of a matter keeps it, sees that it is kept and ends that', async () => {
  const house = await openTempHouse()
  const { holds } = desk(house)
  const matterId = await planted(house)
  for (const other of ['sam', 'jonas', 'noor']) {
    expect(await hold(house, matterId, other)).toBeUndefined()
    expect(await holds.of(matterId, other)).toBeUndefined()
    expect(await holds.lift(matterId, other)).toBe(false)
  }
  expect(await hold(house, matterId)).toEqual({ words: true })
  expect(await holds.of(matterId, 'samira')).toMatchObject({
    until: UNTIL,
    said: { name: 'politie, zonnebril', why: 'klacht, kapstok' },
  })
  expect(await holds.lift(matterId, 'sam')).toBe(false)
  const acts = await house.db.auditLine.findMany({ where: { act: 'held' } })
  expect(acts).toMatchObject([{ flagId: matterId, actorId: 'samira' }])
})

test('what is held outlives its day and its year, with its reporters; what is not held does not', async () => {
  const house = await openTempHouse()
  const { matters, sweep } = desk(house)
  const matterId = await planted(house)
  const other = await matters.raise({
    house: HOUSE,
    subjectKey: 'message:2000',
    channelId: '500',
    words: PLANTED,
    contactId: 'samira',
    report: { reporterId: 'yara', reason: 'other' },
  })
  await matters.decide(other.matterId, 'samira', 'talked')
  await hold(house, matterId)
  const [{ deleteAfter } = { deleteAfter: new Date(0) }] = await house.db.staffMatter.findMany({
    where: { id: other.matterId },
  })
  await sweep(new Date(deleteAfter.getTime() + 86_400_000).toISOString())
  expect(existsSync(join(house.keys, `${deleteAfter.toISOString().slice(0, 10)}.key`))).toBe(false)
  expect(await matters.show(matterId, 'samira')).toMatchObject({ words: PLANTED, reports: [NOTE] })
  expect(await matters.show(other.matterId, 'samira')).toMatchObject({ words: undefined })
  await sweep('2026-09-30T12:00:00Z')
  expect(await matters.show(matterId, 'samira')).toMatchObject({ words: PLANTED, reports: [NOTE] })
})

test('at its end, or when the contact ends it, the words are gone and so is who asked for it', async () => {
  const house = await openTempHouse()
  const { matters, holds, sweep } = desk(house)
  const matterId = await planted(house)
  await hold(house, matterId)
  await sweep('2026-08-01T00:00:00Z')
  expect(await holds.lift(matterId, 'samira')).toBe(true)
  expect(await matters.show(matterId, 'samira')).toMatchObject({ words: undefined, reports: [] })
  expect(await house.db.matterHold.findMany()).toMatchObject([{ words: null }])
  expect(await holds.of(matterId, 'samira')).toBeUndefined()
  const second = await openTempHouse()
  const again = await planted(second)
  await hold(second, again)
  await desk(second).sweep('2026-10-01T00:00:01Z')
  expect(await desk(second).matters.show(again, 'samira')).toMatchObject({ words: undefined })
})
