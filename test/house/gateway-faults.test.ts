import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import type { TestHouse } from '../support/house.ts'

const CRY = 'ik wil dood'

/** What stands in the database and in the queue: one line for each flag, one for each card. */
async function inQueue(house: TestHouse): Promise<{ flags: readonly (string | null)[]; cards: number }> {
  const flags = await house.bot().desk.db.flag.findMany({ orderBy: { messageId: 'asc' } })
  return { flags: flags.map((one) => one.messageId), cards: house.cards().length }
}

/** Waits until there are so many cards and the bot has nothing left to do. */
async function cards(house: TestHouse, count: number): Promise<void> {
  await house.world.until(() => house.cards().length >= count, { within: 15_000, what: `${count} cards` })
  await house.bot().idle()
}

test('each message said while the connection fell has one flag and one card', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const said: string[] = []
  for (const code of [4000, 1006, 4009]) {
    said.push((await lotte.says('#algemeen', CRY)).id)
    house.discord.gatewayFaults.drop(code)
    said.push((await lotte.says('#gaming', CRY)).id)
    await house.world.until(() => house.world.bots() === 0)
    said.push((await lotte.says('#algemeen', CRY)).id)
    await cards(house, said.length)
  }
  expect(await inQueue(house)).toEqual({ flags: said, cards: said.length })
})

test('a bot that is told to connect again misses nothing', async () => {
  const house = await openHouse()
  house.discord.gatewayFaults.reconnect()
  await house.world.until(() => house.world.bots() === 0)
  const said = await house.world.member('lotte').says('#algemeen', CRY)
  await cards(house, 1)
  expect(await inQueue(house)).toEqual({ flags: [said.id], cards: 1 })
})

test('each message said around a session that was invalidated for good has one flag and one card', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const before = await lotte.says('#algemeen', CRY)
  await house.settled()
  house.discord.gatewayFaults.invalidate(false)
  const during = [await lotte.says('#algemeen', CRY), await lotte.says('#gaming', CRY)]
  await cards(house, 3)
  const after = await lotte.says('#algemeen', CRY)
  await cards(house, 4)
  const said = [before, ...during, after].map((one) => one.id)
  expect(await inQueue(house)).toEqual({ flags: said, cards: 4 })
  expect(await house.bot().desk.db.gap.count()).toBe(0)
})

test('each message said during an outage of an hour has one flag and one card, seen late', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const before = await lotte.says('#algemeen', CRY)
  await house.settled()
  house.discord.gatewayFaults.outage(60 * 60_000)
  const during: string[] = []
  for (let quarter = 0; quarter < 4; quarter++) {
    during.push((await lotte.says('#algemeen', CRY)).id, (await lotte.says('#gaming', CRY)).id)
    await house.pass(15)
  }
  await cards(house, 9)
  expect(await inQueue(house)).toEqual({ flags: [before.id, ...during], cards: 9 })
  const late = house.cards().filter((card) => card.words.includes('Laat gezien'))
  expect(late).toHaveLength(8)
  // Told once when it began and once when it was over, not at each try to connect.
  expect(house.log.filter((line) => line.includes('connecting again'))).toHaveLength(1)
  expect(house.log.filter((line) => /connected again|connected anew/.test(line))).toHaveLength(1)
})

test('each message said during an outage of the server alone has one flag and one card', async () => {
  const house = await openHouse()
  const { discord, world } = house
  const lotte = world.member('lotte')
  const end = discord.gatewayFaults.guildOutage(discord.guildId)
  const during = await lotte.says('#algemeen', CRY)
  end()
  await cards(house, 1)
  const after = await lotte.says('#algemeen', CRY)
  await cards(house, 2)
  expect(await inQueue(house)).toEqual({ flags: [during.id, after.id], cards: 2 })
})

test('what was edited into a cry during an outage is flagged once', async () => {
  const house = await openHouse()
  const { discord, world } = house
  const lotte = world.member('lotte')
  const said = await lotte.says('#algemeen', 'hallo')
  await house.settled()
  const end = discord.gatewayFaults.guildOutage(discord.guildId)
  await lotte.edits(said, CRY)
  end()
  await cards(house, 1)
  expect(await inQueue(house)).toEqual({ flags: [said.id], cards: 1 })
})

test('an evening on a line that keeps falling ends with one flag and one card for each cry', async () => {
  const house = await openHouse()
  const { discord, world } = house
  const disturbance = discord.gatewayFaults.plan({
    seed: 11,
    drop: { chance: 0.03 },
    reconnect: { chance: 0.02 },
  })
  const cries: string[] = []
  for (let n = 0; n < 120; n++) {
    const who = world.member(n % 2 === 0 ? 'lotte' : 'yara')
    const said = await who.says(n % 3 === 0 ? '#gaming' : '#algemeen', n % 10 === 0 ? CRY : `bericht ${n}`)
    if (n % 10 === 0) cries.push(said.id)
    if (n % 20 === 0) await house.bot().idle()
  }
  disturbance.stop()
  await cards(house, cries.length)
  expect(disturbance.happened.length).toBeGreaterThan(1)
  expect(await inQueue(house)).toEqual({ flags: cries, cards: cries.length })
})

test('a connection that Discord closes for good is told, with what to do; the bot does not stay up deaf', async () => {
  const lost: string[] = []
  const house = await openHouse({ onLost: (why) => void lost.push(why.message) })
  house.discord.gatewayFaults.drop(4014)
  await house.world.until(() => lost.length > 0)
  expect(lost).toEqual([expect.stringMatching(/Message Content intent.*Developer Portal/)])
  expect(house.log.join('\n')).toContain('Message Content intent')
})
