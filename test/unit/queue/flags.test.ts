import { expect, test } from 'vitest'
import { audit, cryForHelp, insult, raiseOf, reportOf } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

test('a raised message has one flag, one card to post and one audit line', async () => {
  const house = await openTempHouse()
  const { flagId, result } = await house.flags.raise(raiseOf(insult))
  expect(result).toBe('raised')
  expect(await house.flags.words(HOUSE, flagId)).toBe('the planted words')
  const claims = await house.outbox.claim(10)
  expect(claims.map(({ targetKey, desired }) => [targetKey, desired])).toEqual([
    [`card:${flagId}`, { flagId, flagVersion: 1 }],
  ])
  expect((await audit(house)).map(({ act, flagId: id }) => [act, id])).toEqual([['raised', flagId]])
})

test('a flag that two people take has one owner', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult))
  const act = { type: 'claim' } as const
  const results = await Promise.all(
    ['amira', 'bert'].map((actorId) => house.flags.act({ house: HOUSE, flagId, actorId, act })),
  )
  const winners = results.filter((result) => result.ok)
  expect(winners).toHaveLength(1)
  const loser = results.find((result) => !result.ok)
  expect(loser).toMatchObject({ refusal: 'already-claimed', flag: { ownerId: winners[0]?.flag?.ownerId } })
})

test('two reports of one message are one flag with two reporters', async () => {
  const house = await openTempHouse()
  const first = await house.flags.raise(reportOf('noor'))
  const second = await house.flags.raise(reportOf('sam'))
  expect(second).toEqual({ flagId: first.flagId, result: 'joined' })
  expect((await house.flags.card(HOUSE, first.flagId))?.reporters).toBe(2)
})

test('worry wins over an insult in the same message', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult))
  await house.flags.raise(reportOf('noor'))
  expect(await house.flags.card(HOUSE, flagId)).toMatchObject({
    kind: 'worry',
    category: 'distress',
    level: 'geel',
  })
  await house.flags.raise(raiseOf(cryForHelp, { policyVersion: 'p2' }))
  expect(await house.flags.card(HOUSE, flagId)).toMatchObject({ kind: 'worry', level: 'rood' })
})
