import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const CRY = 'ik wil dood'

test('what was said while the bot was away is read when it comes back, and marked as seen late', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('milan').says('#gaming', 'gg')
  await house.start()
  expect(house.cards()).toHaveLength(1)
  expect(house.cards()[0]?.words).toContain('Laat gezien')
  expect(await house.bot().desk.db.gap.count()).toBe(0)
})

test('a long absence is read page by page, and every message that worries has one card', async () => {
  const house = await openHouse()
  await house.stop()
  const lotte = house.world.member('lotte')
  for (let n = 0; n < 350; n++) await lotte.says('#algemeen', n % 50 === 0 ? CRY : `bericht ${n}`)
  await house.start()
  expect(house.cards()).toHaveLength(7)
})

test('what was said before the bot first came is not read', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.start({ forget: true })
  expect(await house.bot().desk.db.flag.count()).toBe(0)
})

test('reading the same messages again raises nothing twice', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const { db } = house.bot().desk
  const flag = await db.flag.findFirstOrThrow()
  await house.stop()
  await house.start()
  // As if the cursor had never moved: the whole channel is a debt again.
  await house.bot().desk.db.channelCursor.updateMany({ data: { handledUpTo: '1' } })
  await house.stop()
  await house.start()
  const after = await house.bot().desk.db.flag.findMany()
  expect(after.map(({ id, version }) => ({ id, version }))).toEqual([{ id: flag.id, version: 1 }])
  expect(house.cards()).toHaveLength(1)
})

test('a connection that drops is resumed, and nothing said meanwhile is lost', async () => {
  const house = await openHouse()
  house.world.dropConnections()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.until(() => house.cards().length === 1, { within: 10_000 })
  expect(house.cards()).toHaveLength(1)
})

test('an offer of help that falls due after a restart is still made', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.stop()
  await house.start()
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  const lines = house.world
    .channel('#algemeen')
    .messages()
    .filter((message) => message.authorId === house.discord.botId)
  expect(lines).toHaveLength(1)
})
