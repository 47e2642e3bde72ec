import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { CRY, INSULT } from '../support/queue.ts'

const flags = (house: TestHouse) => house.bot().desk.db.flag.findMany({ orderBy: { createdAt: 'asc' } })
const listed = (house: TestHouse) => house.requests.filter(({ path }) => path.includes('/threads/archived/'))

test('a message that was edited while the bot was away is read as it stands now, late, and only once', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const said = await lotte.says('#algemeen', 'het gaat wel hoor')
  const heard = await lotte.says('#gaming', 'gg')
  await lotte.edits(heard, 'gg wp')
  await house.settled()
  await house.stop()
  await lotte.edits(said, CRY)
  await house.start()
  expect(await flags(house)).toMatchObject([{ messageId: said.id, kind: 'worry', seenLate: true }])
  expect(house.cards()[0]?.words).toContain('Laat gezien')
  const [before] = await flags(house)
  await house.stop()
  await house.start()
  expect(await flags(house)).toEqual([before])
})

test('what somebody closed opens again when its message was made worse meanwhile', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const said = await milan.says('#algemeen', INSULT)
  await house.settled()
  const { db, flags: queue } = house.bot().desk
  const flag = await db.flag.findFirstOrThrow()
  await queue.act({
    house: flag.houseId as never,
    flagId: flag.id,
    actorId: house.world.member('fatima').id,
    act: { type: 'decide', outcome: 'talked' },
  })
  await house.settled()
  await house.stop()
  await milan.edits(said, `${INSULT} en ik maak je dood`)
  await house.start()
  expect(await flags(house)).toMatchObject([{ id: flag.id, state: 'open' }])
})

test('killed while it read back, the next start reads the edits again', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const said = await lotte.says('#algemeen', 'het gaat wel hoor')
  await house.settled()
  await house.stop()
  await lotte.edits(said, CRY)
  // Nothing can be read now: the bot does not count as having been there.
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    routes: (method, path) => method === 'GET' && path.includes('/messages'),
  })
  await house.start().catch(() => undefined)
  house.discord.faults.rest()
  await house.stop()
  await house.start()
  expect(await flags(house)).toMatchObject([{ messageId: said.id }])
})

test('a thread that began, or woke, and went to rest while the bot was away is read; one that rests is let be', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const milan = house.world.member('milan')
  const first = await milan.says('#algemeen', 'wie komt er morgen?')
  const old = milan.opensThread('#algemeen', 'al lang', { from: first })
  const other = await milan.says('#algemeen', 'en overmorgen?')
  const quiet = milan.opensThread('#algemeen', 'blijft stil', { from: other })
  await milan.says(old, 'ik')
  await milan.says(quiet, 'ik ook')
  await house.settled()
  house.world.admin().archives(old)
  house.world.admin().archives(quiet)
  await house.settled()
  await house.stop()
  await lotte.says(old, CRY)
  const third = await milan.says('#algemeen', 'nog een vraag')
  const fresh = milan.opensThread('#algemeen', 'nieuw', { from: third })
  await lotte.says(fresh, INSULT)
  const secret = milan.opensThread('#algemeen', 'geheim', { isPrivate: true })
  await milan.says(secret, INSULT)
  for (const thread of [old, fresh, secret]) house.world.admin().archives(thread)
  await house.start()
  const found = await flags(house)
  expect(new Set(found.map(({ channelId }) => channelId))).toEqual(new Set([old, fresh]))
  expect(found.every(({ seenLate }) => seenLate)).toBe(true)
  expect(await house.bot().desk.db.gap.count()).toBe(0)
  expect(listed(house).some(({ path }) => path.includes('private'))).toBe(false)
  await house.stop()
  await house.start()
  expect(await house.bot().desk.db.flag.count()).toBe(found.length)
})

test('the first time that the bot comes it looks for no edits and no threads of before', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', 'hallo')
  await house.stop()
  const asked = listed(house).length
  await house.start({ forget: true })
  expect(listed(house)).toHaveLength(asked)
})

test('where there was too much to read back, the team is told where, until there is no such place any more', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  for (let n = 0; n < 101; n += 1) await milan.says('#algemeen', `bericht ${n}`)
  await house.settled()
  await house.stop()
  await house.start()
  const told = () =>
    house.world
      .channel('#wachtrij')
      .messages()
      .map(({ content }) => content)
      .join()
  expect(told()).toContain('Niet alles van toen is teruggelezen')
  expect(told()).toContain(`in <#${house.world.channel('#algemeen').id}> de bewerkte berichten van voor`)
  await house.pass(25 * 60)
  await house.stop()
  await house.start()
  expect(told()).not.toContain('teruggelezen')
})
