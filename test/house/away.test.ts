import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { cardIn, CRY, decide, flagged, INSULT, THREAT } from '../support/queue.ts'

const flaggedIds = async (house: TestHouse): Promise<ReadonlySet<string | null>> => {
  const flags = await house.bot().desk.db.flag.findMany()
  expect(flags.every(({ seenLate }) => seenLate)).toBe(true)
  return new Set(flags.map(({ messageId }) => messageId))
}
const owed = (house: TestHouse): Promise<number> => house.bot().desk.db.gap.count()
const presentUntil = (house: TestHouse) =>
  house.bot().desk.cursors.presentUntil(houseId(house.discord.guildId))
const told = (house: TestHouse): string =>
  house.world
    .channel('#wachtrij')
    .messages()
    .map(({ content }) => content)
    .join()
/** Requests for messages of a channel. */
const pages = (house: TestHouse, channel: string): number =>
  house.requests.filter(
    ({ method, path }) =>
      method === 'GET' && path.startsWith(`/channels/${house.world.channel(channel).id}/messages?before`),
  ).length

test('a channel that the bot may not see any more stops no other, is named to the team, and is read once it may again', async () => {
  const house = await openHouse()
  const admin = house.world.admin()
  const milan = house.world.member('milan')
  const from = await milan.says('#algemeen', 'wie komt er?')
  const thread = milan.opensThread('#algemeen', 'morgen', { from })
  await house.settled()
  // Known from the first moment on: a bot that is killed before it noted that again must know which edits it missed.
  const before = await presentUntil(house)
  expect(before).toBeDefined()
  await house.stop()
  const hidden = await house.world.member('lotte').says('#gaming', CRY)
  const open = await milan.says('#muziek', INSULT)
  const inThread = await milan.says(thread, THREAT)
  admin.archives(thread)
  admin.sets('#gaming', { member: house.discord.botId }, { deny: ['ViewChannel'] })
  await house.start()
  expect(await flaggedIds(house)).toEqual(new Set([open.id, inThread.id]))
  expect(told(house)).toContain(
    `<#${house.world.channel('#gaming').id}> helemaal: de bot mag daar nu niet lezen`,
  )
  expect(await owed(house)).toBe(1)
  // It counts as having been there all the same: one door that is shut must not make it look back further each time.
  await house.stop()
  await house.start()
  expect(Number(await presentUntil(house))).toBeGreaterThan(Number(before))
  admin.clears('#gaming', { member: house.discord.botId })
  await house.world.until(() => house.cards().length === 3, { within: 10_000 })
  expect(await flaggedIds(house)).toEqual(new Set([open.id, inThread.id, hidden.id]))
  await house.settled()
  expect(await owed(house)).toBe(0)
  expect(told(house)).not.toContain('mag daar nu niet lezen')
})

test('a channel that was deleted while the bot was away owes nothing and stops no other', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#muziek', 'hallo')
  await house.settled()
  await house.stop()
  await house.world.member('milan').says('#muziek', INSULT)
  const other = await house.world.member('lotte').says('#gaming', CRY)
  house.world.admin().deletesChannel('#muziek')
  await house.start()
  expect(await flaggedIds(house)).toEqual(new Set([other.id]))
  expect(await owed(house)).toBe(0)
})

test('posts of a forum and threads that were made while the bot was away are read, the title of a post with it', async () => {
  const house = await openHouse()
  house.world.admin().createsChannel('ideeen', { type: 'forum' })
  await house.settled()
  await house.stop()
  const lotte = house.world.member('lotte')
  const post = lotte.postsIn('#ideeen', CRY, 'niemand merkt het')
  const from = await lotte.says('#algemeen', 'een vraag')
  const thread = lotte.opensThread('#algemeen', 'nog een vraag', { from })
  const inThread = await lotte.says(thread, INSULT)
  await house.start()
  expect(await flaggedIds(house)).toEqual(new Set([post, inThread.id]))
  expect(await owed(house)).toBe(0)
})

test('stopped in the middle of reading back, it goes on from there, the newest first, and raises nothing twice', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  await lotte.says('#algemeen', 'hallo')
  await house.settled()
  await house.stop()
  const said = []
  for (let n = 0; n < 450; n += 1)
    said.push(await lotte.says('#algemeen', n % 90 === 0 ? `${CRY}, dag ${n}` : `${n}`))
  const worrying = said.filter(({ content }) => content.startsWith(CRY)).map(({ id }) => id)
  let asked = 0
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    routes: (method, path) => method === 'GET' && path === '/channels/{channel}/messages' && ++asked > 4,
  })
  await house.start().catch(() => undefined)
  // Some pages were read, not all five: those that were said last. Other channels ask a few times as well.
  const first = await flaggedIds(house)
  expect(first.size).toBeGreaterThan(0)
  expect(first.size).toBeLessThan(worrying.length)
  expect(first).toEqual(new Set(worrying.slice(-first.size)))
  // What was read is owed no more: the gap ends where it was left.
  const gap = await house.bot().desk.db.gap.findFirstOrThrow({
    where: { channelId: house.world.channel('#algemeen').id },
  })
  expect(Number(gap.toId)).toBeLessThan(Number(worrying.at(-first.size)))
  house.discord.faults.rest()
  await house.stop()
  await house.start()
  expect(await flaggedIds(house)).toEqual(new Set(worrying))
  expect(house.cards()).toHaveLength(worrying.length)
  expect(await owed(house)).toBe(0)
})

test('what was said while nobody was there is only flagged: nothing is held, offered, said in a channel or pinged', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('milan').says('#muziek', THREAT)
  const before = house.requests.length
  await house.start()
  const { db } = house.bot().desk
  expect((await flaggedIds(house)).size).toBe(2)
  expect(await db.timer.count({ where: { kind: 'offer' } })).toBe(0)
  expect(await db.heldMessage.count()).toBe(0)
  const posts = house.requests
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
  expect(posts.every(({ path }) => path.includes(house.world.channel('#wachtrij').id))).toBe(true)
  expect(posts).toHaveLength(2)
})

test('a flagged message that its writer deleted while the bot was away can still be looked at and decided', async () => {
  const { house, message } = await flagged(INSULT)
  await house.stop()
  await house.world.member('milan').deletes(message)
  await house.start()
  expect((await house.world.member('fatima').presses(cardIn(house), 'Toon')).message?.words).toContain(INSULT)
  await decide(house, 'fatima', 'removed')
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toMatchObject({
    state: 'closed',
    outcome: 'removed',
  })
  expect(await house.bot().desk.outbox.pending()).toBe(0)
})

test('what was edited after its page was read, in a gap that was not read to its end, is read again', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  await lotte.says('#algemeen', 'hallo')
  await house.settled()
  await house.stop()
  let newest = await lotte.says('#algemeen', 'begin')
  for (let n = 0; n < 350; n += 1) newest = await lotte.says('#algemeen', `bericht ${n}`)
  let asked = 0
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    routes: (method, path) => method === 'GET' && path === '/channels/{channel}/messages' && ++asked > 3,
  })
  await house.start().catch(() => undefined)
  expect(await owed(house)).toBeGreaterThan(0)
  expect(pages(house, '#algemeen')).toBeGreaterThan(0)
  house.discord.faults.rest()
  await house.stop()
  await lotte.edits(newest, CRY)
  await house.start()
  expect(await flaggedIds(house)).toEqual(new Set([newest.id]))
})
