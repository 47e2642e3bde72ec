import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import type { Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { acts, cardIn, CRY, decide, handIn } from '../support/queue.ts'
import { RAID_CHANNELS, raidText } from '../flood/raid.ts'

test('in a flood nothing is lost or flagged twice, and whoever asks where to talk is answered meanwhile', async () => {
  const house = await openHouse()
  const people = ['noor', 'ayoub', 'milan', 'yara'].map((name) => house.world.member(name))
  const worrying: string[] = []
  const asked: Promise<Reply>[] = []
  for (let n = 0; n < 1_000; n += 1) {
    const speaker = people[n % people.length]
    const worries = n % 50 === 0
    const said = await speaker?.says('#algemeen', worries ? `${CRY}, dag ${n}` : `een gewoon berichtje ${n}`)
    if (worries && said !== undefined) worrying.push(said.id)
    if (n % 200 === 0) asked.push(house.world.member('lotte').runs('/praat'))
  }
  expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(Array(5).fill('message'))
  await house.settled()
  const flags = await house.bot().desk.db.flag.findMany({ select: { messageId: true } })
  expect(flags).toHaveLength(worrying.length)
  expect(new Set(flags.map(({ messageId }) => messageId))).toEqual(new Set(worrying))
})

/** Everything that *Toon* says, page after page. */
async function allPages(house: TestHouse, who: string): Promise<string> {
  const member = house.world.member(who)
  let page = await member.presses(cardIn(house), 'Toon')
  let words = page.message?.words ?? ''
  while (JSON.stringify(page.message?.components).includes('Volgende')) {
    page = await member.presses(page, 'Volgende')
    words += page.message?.words ?? ''
  }
  return words
}

test('a raid of new people, each a little different, is one card that names every message, and one decision removes all', async () => {
  const house = await openHouse()
  const raid = []
  for (let n = 0; n < 60; n += 1) {
    const channel = RAID_CHANNELS[n % RAID_CHANNELS.length] ?? 'algemeen'
    raid.push(await house.world.joins(`raider${n}`).says(`#${channel}`, raidText(n)))
  }
  await house.settled()
  expect(house.cards()).toHaveLength(1)
  expect(cardIn(house).words).toContain('60 keer hetzelfde bericht, of bijna')
  expect((await acts(house)).filter((act) => act === 'counted')).toHaveLength(59)
  const shown = await allPages(house, 'fatima')
  // To one of them, whose flag it is, the card itself links.
  const found = shown + JSON.stringify(cardIn(house).components)
  expect(raid.filter(({ id }) => !found.includes(id))).toEqual([])
  const warned = await decide(house, 'fatima', 'removed')
  await handIn(house, 'fatima', await house.world.member('fatima').presses(warned, 'Toch weghalen'))
  expect(raid.filter(({ deleted }) => !deleted)).toEqual([])
})

test('when a flood falls due people are pinged a few times, not for each flag; the next comes when one is over', async () => {
  const house = await openHouse()
  for (let n = 0; n < 30; n += 1) await house.world.member('lotte').says('#algemeen', `${CRY}, dag ${n}`)
  await house.settled()
  const { db } = house.bot().desk
  const standing = () => db.outboxTarget.count({ where: { kind: 'reminder', messageId: { not: null } } })
  const waiting = () =>
    db.outboxTarget.count({ where: { kind: 'reminder', messageId: null, nextTry: { not: null } } })
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  const first = await standing()
  // Several are looked at in the same moment, so it may be a few more than five.
  expect(first).toBeGreaterThanOrEqual(5)
  expect(first).toBeLessThanOrEqual(13)
  expect(await waiting()).toBe(30 - first)
  // Everybody whose reminder stands is helped: the next are told, and none of those is forgotten.
  const told = await db.outboxTarget.findMany({ where: { kind: 'reminder', messageId: { not: null } } })
  for (const { desired } of told) {
    const { flagId } = JSON.parse(desired) as { flagId: string }
    await house.bot().desk.flags.act({
      house: houseId(house.discord.guildId),
      flagId,
      actorId: house.world.member('fatima').id,
      act: { type: 'claim' },
    })
  }
  await house.settled()
  await house.pass(2)
  expect(await standing()).toBeGreaterThanOrEqual(5)
})

/** A house in which one ping stands in the queue of which the bot did not hear that it was posted. */
async function houseWithLostPing() {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  house.discord.faults.rest({
    seed: 1,
    doneAnd5xx: 1,
    routes: (method, path) => method === 'POST' && path === '/channels/{channel}/messages',
  })
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  house.discord.faults.rest()
  const pings = () =>
    house.world
      .channel('#wachtrij')
      .messages()
      .filter(({ content }) => content !== '')
  expect(pings()).toHaveLength(1)
  return { house, pings }
}

test('a ping of which the answer was lost goes away as well when somebody takes the flag before it is tried again', async () => {
  const { house, pings } = await houseWithLostPing()
  await house.world.member('fatima').presses(cardIn(house), 'Neem op')
  await house.settled()
  await house.pass(2)
  expect(pings()).toHaveLength(0)
})

test('a ping of which the answer was lost is not said again, also when the level of its flag was changed meanwhile', async () => {
  const { house, pings } = await houseWithLostPing()
  const { db } = house.bot().desk
  await db.flag.updateMany({ data: { level: 'geel' } })
  // Longer than Discord remembers a nonce.
  await house.pass(8)
  expect(pings()).toHaveLength(1)
  const row = await db.outboxTarget.findFirstOrThrow({ where: { kind: 'reminder' } })
  expect(row.messageId).toBe(pings()[0]?.id)
})
