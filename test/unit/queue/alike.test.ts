import { expect, test } from 'vitest'
import { cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { cardOf } from '../../support/storage/presses.ts'
import { openTempHouse } from '../../support/storage/temp-storage.ts'

const SAME = { words: 'the very same' }
const said = (n: number, words: string) => raiseOf(insult, { message: String(n), words })

test('a worry is never counted with equal words that were no worry, and nothing is counted with a worry', async () => {
  const { flags, db } = await openTempHouse()
  await flags.raise(raiseOf(insult, { message: '1', ...SAME }))
  expect((await flags.raise(raiseOf(cryForHelp, { message: '2', ...SAME }))).result).toBe('raised')
  expect((await flags.raise(raiseOf(cryForHelp, { message: '3', ...SAME }))).result).toBe('raised')
  expect(await db.flagMessage.count()).toBe(0)
  const other = await openTempHouse()
  await other.flags.raise(raiseOf(cryForHelp, { message: '4', ...SAME }))
  expect((await other.flags.raise(raiseOf(insult, { message: '5', ...SAME }))).result).toBe('raised')
})

test('the heaviest judgement of equal messages stands', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult, { message: '1', ...SAME }))
  expect(await house.flags.raise(raiseOf(threat, { message: '2', ...SAME }))).toEqual({
    flagId,
    result: 'counted',
  })
  expect(await cardOf(house, flagId)).toMatchObject({
    alike: 2,
    level: 'rood',
    kind: 'harm',
    category: 'threat',
  })
})

test('fifty equal messages at the same moment are one flag that counts each once, however often they are read', async () => {
  const house = await openTempHouse()
  const inputs = Array.from({ length: 50 }, (_, n) =>
    raiseOf(insult, { message: String(2_000 + n), ...SAME }),
  )
  await Promise.all(inputs.map((input) => house.flags.raise(input)))
  await Promise.all(inputs.map((input) => house.flags.raise(input)))
  expect(await house.db.flag.count()).toBe(1)
  const flag = await house.db.flag.findFirstOrThrow()
  expect(await cardOf(house, flag.id)).toMatchObject({ alike: 50, version: 50 })
})

test('who wrote one of the equal messages does not decide about any of them', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult, { message: '1', authorId: 'writer', ...SAME }))
  await house.flags.raise(raiseOf(insult, { message: '2', authorId: 'amira', ...SAME }))
  const act = { type: 'claim' } as const
  const { houseId } = await house.db.flag.findFirstOrThrow()
  const result = await house.flags.act({ house: houseId as never, flagId, actorId: 'amira', act })
  expect(result).toMatchObject({ ok: false, refusal: 'own-flag' })
})

test('a raid whose texts differ a little is one flag; what is held is only counted with what says exactly the same', async () => {
  const house = await openTempHouse()
  const first = await house.flags.raise(said(1, 'weg met jullie allemaal hier'))
  expect(await house.flags.raise(said(2, 'WEG met jullie allemaal hier!!! x7f2'))).toEqual({
    flagId: first.flagId,
    result: 'counted',
  })
  // Read again it says the same; edited into something else it is about that message alone.
  expect((await house.flags.raise(said(2, 'WEG met jullie allemaal hier!!! x7f2'))).result).toBe('unchanged')
  expect((await house.flags.raise(said(2, 'weg met u'))).result).toBe('raised')
  const held = { ...said(3, 'weg met jullie allemaal hier 😈'), alongside: () => Promise.resolve() }
  expect((await house.flags.raise(held)).result).toBe('raised')
})

test('the audit says when a message that is counted makes the matter heavier', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult, { message: '1', ...SAME }))
  await house.flags.raise(raiseOf(insult, { message: '2', ...SAME }))
  await house.flags.raise(raiseOf(threat, { message: '3', ...SAME }))
  const lines = await house.db.auditLine.findMany({
    where: { flagId, act: 'counted' },
    orderBy: { id: 'asc' },
  })
  expect(lines.map(({ codes }) => JSON.parse(codes) as unknown)).toEqual([
    { change: 'more' },
    { change: 'more', kind: 'harm', category: 'threat', level: 'rood' },
  ])
})

test('a message that is counted with others and reported at the same moment has one flag', async () => {
  const house = await openTempHouse()
  await house.flags.raise(raiseOf(insult, { message: '1', ...SAME }))
  for (let n = 2; n < 12; n += 1) {
    const [counted, reported] = [said(n, SAME.words), reportOf('noor', { message: String(n), ...SAME })]
    const both = n % 2 === 0 ? [counted, reported] : [reported, counted]
    await Promise.all(both.map((input) => house.flags.raise(input)))
    const where = { subjectKey: `message:${n}` }
    const flags = (await house.db.flag.count({ where })) + (await house.db.flagMessage.count({ where }))
    expect(flags, `message ${n}`).toBe(1)
  }
  expect(await house.db.report.count()).toBeGreaterThan(0)
})
