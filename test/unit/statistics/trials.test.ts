import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { createCounts } from '../../../src/statistics/counts.ts'
import { createTrials, forgetTrialSamples, MOST_SAMPLES } from '../../../src/statistics/trials.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const MONDAY = new Date('2026-03-02T18:00:00Z')
const TUESDAY = new Date('2026-03-03T18:00:00Z')
const idOf = (number: number): string => String(1_191_350_108_160_000_000n + BigInt(number))
const said = (number: number, writtenAt = MONDAY) => ({
  house: HOUSE,
  channelId: 'channel',
  messageId: idOf(number),
  writtenAt,
})
const open = async (ruleIds: readonly string[] = ['quiet', 'loud']) => {
  const { db } = await openTempHouse()
  let now = MONDAY
  const trials = createTrials({ db, ruleIds: () => ruleIds, now: () => now, auditIdsDays: () => 30 })
  return { db, trials, at: (moment: Date) => (now = moment) }
}

test('a rule on trial is counted by day, against the messages that were read; one that finds nothing too', async () => {
  const { trials } = await open()
  trials.heard(said(1), ['loud'])
  trials.heard(said(2), [])
  trials.heard(said(3, TUESDAY), ['loud'])
  await trials.flush()
  trials.heard(said(4, TUESDAY), [])
  await trials.flush()
  expect(await trials.summary(HOUSE, 'loud', '2026-03-01')).toEqual({ days: 2, messages: 2, heard: 4 })
  expect(await trials.summary(HOUSE, 'quiet', '2026-03-01')).toEqual({ days: 2, messages: 0, heard: 4 })
  expect(await trials.summary(HOUSE, 'loud', '2026-03-03')).toEqual({ days: 1, messages: 1, heard: 2 })
  expect(await trials.summary(HOUSE, 'another', '2026-03-01')).toEqual({ days: 0, messages: 0, heard: 0 })
})

test('the same message, read again or edited, counts once', async () => {
  const { db, trials } = await open()
  trials.heard(said(1), ['loud'])
  trials.heard(said(1), ['loud'])
  await trials.flush()
  trials.heard(said(1), ['loud'])
  await trials.flush()
  expect((await trials.summary(HOUSE, 'loud', '2026-03-01')).messages).toBe(1)
  expect(await trials.samples(HOUSE, 'loud')).toEqual([
    { channelId: 'channel', messageId: idOf(1), day: '2026-03-02' },
  ])
  // Nothing else is kept: no words, nobody.
  const [row] = await db.trialSample.findMany()
  expect(Object.keys(row ?? {}).sort()).toEqual([
    'channelId',
    'day',
    'deleteAfter',
    'houseId',
    'messageId',
    'ruleId',
  ])
})

test('only the newest messages are kept as examples, each for a week at most, and all are counted', async () => {
  const { db, trials, at } = await open()
  for (let number = 1; number <= 40; number++) trials.heard(said(number), ['loud'])
  await trials.flush()
  for (let number = 41; number <= 50; number++) trials.heard(said(number), ['loud'])
  await trials.flush()
  const samples = await trials.samples(HOUSE, 'loud')
  expect(samples.map(({ messageId }) => messageId)).toEqual(
    Array.from({ length: MOST_SAMPLES }, (_, index) => idOf(50 - index)),
  )
  expect((await trials.summary(HOUSE, 'loud', '2026-03-01')).messages).toBe(50)
  const week = new Date(MONDAY.getTime() + 7 * 86_400_000)
  expect(await forgetTrialSamples(db, new Date(week.getTime() - 1))).toBe(0)
  at(week)
  expect(await trials.samples(HOUSE, 'loud')).toEqual([])
  expect(await forgetTrialSamples(db, week)).toBe(MOST_SAMPLES)
})

test('a house sees its own trials only, and without a rule on trial nothing is written', async () => {
  const { trials } = await open()
  trials.heard({ ...said(1), house: houseId('another') }, ['loud'])
  await trials.flush()
  expect(await trials.samples(HOUSE, 'loud')).toEqual([])
  expect((await trials.summary(HOUSE, 'loud', '2026-03-01')).days).toBe(0)
  const none = await open([])
  none.trials.heard(said(1), [])
  await none.trials.flush()
  expect(await createCounts(none.db).read(HOUSE, '2026-01-01', '2026-12-31')).toEqual([])
})
