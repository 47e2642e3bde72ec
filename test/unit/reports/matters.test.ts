import { expect, test } from 'vitest'
import { createRetention } from '../../../src/privacy/retention.ts'
import { createConsents } from '../../../src/reports/consent.ts'
import { createMatters, type RaiseMatter } from '../../../src/reports/matters.ts'
import { HOUSE, openTempHouse, RETENTION, type TempHouse } from '../../support/storage/temp-storage.ts'

const PLANTED = 'kom eens alleen, zebrapad'
const NOTE = 'hij doet dat vaker, paraplu'

const desk = (house: TempHouse) => {
  const deps = { ...house, now: house.clock.now, terms: () => RETENTION }
  return { matters: createMatters(deps), consents: createConsents(deps) }
}
const aboutJonas = (reporterId: string, more: Partial<RaiseMatter> = {}): RaiseMatter => ({
  house: HOUSE,
  subjectKey: 'message:1000',
  channelId: '500',
  messageId: '1000',
  authorId: 'jonas',
  words: PLANTED,
  contactId: 'samira',
  report: { reporterId, reason: 'grooming', words: NOTE },
  ...more,
})
const targets = (house: TempHouse) =>
  house.db.outboxTarget.findMany({
    orderBy: { targetKey: 'asc' },
    select: { kind: true, channelId: true, targetKey: true },
  })

test('however many report at once, a message is one matter, with everybody who reported it', async () => {
  const house = await openTempHouse()
  const { matters } = desk(house)
  const raised = await Promise.all(
    ['noor', 'yara', 'lotte', 'noor'].map((who) => matters.raise(aboutJonas(who))),
  )
  expect(new Set(raised.map(({ matterId }) => matterId)).size).toBe(1)
  expect(await house.db.staffMatter.count()).toBe(1)
  expect((await house.db.staffReport.findMany()).map(({ reporterId }) => reporterId).sort()).toEqual([
    'lotte',
    'noor',
    'yara',
  ])
  // All that is wanted of Discord is one direct message: no card, no line, no channel.
  expect(await targets(house)).toEqual([
    { kind: 'matter', channelId: 'dm', targetKey: `matter:${raised[0]?.matterId ?? ''}:samira` },
  ])
  expect(await house.db.flag.count()).toBe(0)
})

test('an edit afterwards takes nothing away: what it said before is shown as well', async () => {
  const house = await openTempHouse()
  const { matters } = desk(house)
  const { matterId } = await matters.raise(aboutJonas('noor'))
  await matters.raise(aboutJonas('yara', { words: 'niets aan de hand' }))
  expect(await matters.show(matterId, 'samira')).toMatchObject({
    words: 'niets aan de hand',
    before: [PLANTED],
    reports: [NOTE, NOTE],
  })
})

test('two presses at once close it once, and each press is in the audit once', async () => {
  const house = await openTempHouse()
  const { matters } = desk(house)
  const { matterId } = await matters.raise(aboutJonas('noor'))
  const done = await Promise.all([
    matters.decide(matterId, 'samira', 'talked'),
    matters.decide(matterId, 'samira', 'talked'),
  ])
  expect(done).toEqual([true, true])
  expect(await matters.decide(matterId, 'samira', 'no-problem')).toBe(false)
  const acts = await house.db.auditLine.findMany({ orderBy: { id: 'asc' } })
  expect(acts.map(({ act, actorId }) => `${act} by ${actorId ?? ''}`)).toEqual([
    'matter-raised by noor',
    'matter-closed by samira',
  ])
})

test('a new contact gets what lies open, but not what that person is part of', async () => {
  const house = await openTempHouse()
  const { matters, consents } = desk(house)
  const { matterId: open } = await matters.raise(aboutJonas('noor'))
  const { matterId: own } = await matters.raise(
    aboutJonas('noor', { subjectKey: 'message:2', authorId: 'ann' }),
  )
  const { matterId: reported } = await matters.raise(aboutJonas('ann', { subjectKey: 'message:3' }))
  const { matterId: closed } = await matters.raise(aboutJonas('noor', { subjectKey: 'message:4' }))
  await matters.decide(closed, 'samira', 'talked')
  await consents.give(HOUSE, 'ann')
  await consents.give(HOUSE, 'ann')
  const contacts = new Map((await house.db.staffMatter.findMany()).map((row) => [row.id, row.contactId]))
  expect(contacts.get(open)).toBe('ann')
  for (const kept of [own, reported, closed]) expect(contacts.get(kept)).toBe('samira')
  expect((await targets(house)).map(({ targetKey }) => targetKey)).toContain(`matter:${open}:ann`)
  expect((await targets(house)).filter(({ kind }) => kind === 'news')).toHaveLength(1)
})

test('words go on their day, people with the audit, and what is open stays', async () => {
  const house = await openTempHouse()
  const { matters } = desk(house)
  const retention = createRetention(house)
  const { matterId } = await matters.raise(aboutJonas('noor'))
  const { matterId: open } = await matters.raise(aboutJonas('noor', { subjectKey: 'message:2' }))
  await matters.decide(matterId, 'samira', 'talked')
  house.clock.pass((RETENTION.closedFlagDays + 1) * 86_400_000)
  await retention.sweep(house.clock.now())
  expect(await matters.show(matterId, 'samira')).toMatchObject({ words: undefined, reports: [] })
  expect(await matters.show(open, 'samira')).toMatchObject({ words: PLANTED })
  house.clock.pass(RETENTION.auditIdsDays * 86_400_000)
  await retention.sweep(house.clock.now())
  const rows = await house.db.staffMatter.findMany({ include: { reports: true } })
  expect(rows.find(({ id }) => id === matterId)).toMatchObject({
    authorId: null,
    contactId: null,
    reports: [],
  })
  expect(rows.find(({ id }) => id === open)).toMatchObject({ authorId: 'jonas', state: 'open' })
  expect((await targets(house)).map(({ targetKey }) => targetKey)).toEqual([`matter:${open}:samira`])
})

test('when nobody independent is left nothing that was written is kept, and nothing is sent', async () => {
  const house = await openTempHouse()
  const { matters } = desk(house)
  await matters.raise(aboutJonas('noor', { contactId: undefined }))
  expect(await house.db.staffMatter.findMany({ include: { reports: true } })).toMatchObject([
    {
      state: 'closed',
      outcome: 'nobody-independent',
      authorId: null,
      words: null,
      reports: [{ words: null }],
    },
  ])
  expect(await targets(house)).toEqual([])
})
