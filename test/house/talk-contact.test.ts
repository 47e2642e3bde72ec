import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { GuildSeed } from '../../src/practice/seed.ts'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { type TestHouse, type TestHouseOptions, WEDNESDAY_NIGHT } from '../support/house.ts'
import { accepts, directMessages, houseWithContact } from '../support/reports.ts'
import { asks, closes, WORST } from '../support/talks.ts'

/** A house whose integrity contact said yes: samira, who is on its server and not of the team. */
async function willing(options: TestHouseOptions = {}): Promise<TestHouse> {
  const house = await houseWithContact(options)
  await accepts(house)
  return house
}
const outside = async (house: TestHouse, who = 'noor'): Promise<Reply> =>
  house.world.member(who).presses(await asks(house, who), 'Iemand buiten het team')
const asked = async (house: TestHouse, who = 'noor'): Promise<string> => {
  await house.world.member(who).presses(await outside(house, who), 'Vraag het gesprek')
  await house.settled()
  return (await house.bot().desk.db.contactTalk.findFirstOrThrow()).threadId ?? 'no thread'
}
const opening = (house: TestHouse, thread: string): MessageHandle => {
  const first = house.world
    .channel(thread)
    .messages()
    .find((one) => one.authorId === house.discord.botId && one.type === 0)
  if (first === undefined) throw new Error('nothing was said in the talk')
  return first
}
const TEAM = ['sam', 'fatima', 'jonas']

test('a talk with the integrity contact is a private thread of the two, and nobody of the team is brought in or told', async () => {
  const house = await willing()
  const offered = (await outside(house)).message?.words ?? ''
  expect(offered).toContain('**Wie kan meelezen?** Jij, Samira Benvoorbeeld, en de eigenaar van de server.')
  expect(offered).toContain('integriteit@praktijkhuis.example')
  const cards = house.cards().length
  const thread = await asked(house)
  const { id: noor } = house.world.member('noor')
  const { id: samira } = house.world.member('samira')
  const brought = house.requests
    .filter(({ method, path }) => method === 'PUT' && path.includes('/thread-members/'))
    .map(({ path }) => path.split('/').at(-1))
  expect(new Set(brought)).toEqual(new Set([noor, samira]))
  const made = house.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/threads'))
  expect(made.map(({ body }) => body)).toMatchObject([{ type: 12, invitable: false }])
  for (const other of [...TEAM, 'milan']) expect(house.world.messagesSeenBy(other, thread), other).toEqual([])
  expect(house.world.messagesSeenBy('samira', thread)).not.toEqual([])
  expect(opening(house, thread).words).toContain(
    '**Dit is een gesprek met Samira Benvoorbeeld, niet met het team.**',
  )
  // No card, no list, no clock of the team: there is no way from here to the queue.
  await house.pass(300)
  expect(house.cards()).toHaveLength(cards)
  const { db, talks } = house.bot().desk
  expect(await db.talk.count()).toBe(0)
  expect(await talks.count((await db.house.findFirstOrThrow()).id as never)).toBe(0)
  const list = await house.world.member('sam').runs('/wachtrij', {}, { channel: '#team' })
  expect(JSON.stringify(list.message?.words)).not.toMatch(/gesprek/i)
  const news = directMessages(house, 'samira').map(({ content }) => content)
  expect(news.at(-1)).toContain('Iemand vroeg een gesprek met jou')
  expect(news.join()).not.toContain(noor)
})

test.each([
  [
    'a role that can read all private threads',
    (seed: GuildSeed): GuildSeed => ({
      ...seed,
      roles: [...(seed.roles ?? []), { name: 'Beheer', permissions: ['Administrator'] }],
    }),
  ],
  [
    'somebody of the team who can by a setting of the channel',
    (seed: GuildSeed): GuildSeed => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'praten-met-ons'
          ? {
              ...channel,
              overwrites: [...(channel.overwrites ?? []), { member: 'sam', allow: ['ManageThreads'] }],
            }
          : channel,
      ),
    }),
  ],
  [
    'an owner of the server who is of the team',
    (seed: GuildSeed): GuildSeed => ({
      ...seed,
      members: seed.members.map((member) =>
        member.owner === true ? { ...member, roles: ['Jeugdwerker'] } : member,
      ),
    }),
  ],
] as const)('%s: then a talk here is not offered, and why is said', async (_what, seed) => {
  const house = await willing({ seed })
  const shown = await outside(house)
  expect(shown.message?.words).toContain('Iemand van het team zou het kunnen lezen')
  expect(shown.message?.words).toContain('Schrijf zelf naar: integriteit@praktijkhuis.example')
  expect(JSON.stringify(shown.message?.components)).not.toContain('ask-contact')
})

test('a permission that somebody of the team got since the choice was shown stops the talk', async () => {
  const house = await willing()
  const choice = await outside(house)
  house.world.admin().sets('#praten-met-ons', { member: 'sam' }, { allow: ['ManageThreads'] })
  await house.settled()
  const late = await house.world.member('noor').presses(choice, 'Vraag het gesprek')
  expect(late.message?.words).toContain('Dit lukt nu niet meer op deze server.')
  expect(await house.bot().desk.db.contactTalk.count()).toBe(0)
})

test('without a yes of the contact, or without them on the server, there is the address and the bot passes nothing on', async () => {
  const house = await houseWithContact()
  const shown = await outside(house)
  expect(shown.message?.words).toContain('De bot stuurt niets door.')
  expect(JSON.stringify(shown.message?.components)).not.toContain('ask-contact')
  await accepts(house)
  house.world.member('samira').leaves()
  await house.settled()
  expect(JSON.stringify((await outside(house)).message?.components)).not.toContain('ask-contact')
})

test('it can be asked when the house is closed; either of the two closes it; then it is locked, deleted and forgotten', async () => {
  const house = await willing({ at: WEDNESDAY_NIGHT })
  const noor = house.world.member('noor')
  const thread = await asked(house)
  await noor.says(thread, WORST)
  const again = await noor.presses(await outside(house), 'Vraag het gesprek')
  expect(again.message?.words).toContain(`Je hebt al een gesprek: <#${thread}>`)
  const refused = await closes(house, 'eigenaar', opening(house, thread))
  expect(refused.message?.words).toBe('Alleen wie in het gesprek zit, sluit het af.')
  await house.stop()
  await house.start()
  const sure = await closes(house, 'samira', opening(house, thread))
  await house.world.member('samira').presses(sure, 'Ja, sluit af')
  await house.settled()
  expect(opening(house, thread).words).toContain('Dit gesprek is afgesloten.')
  await expect(noor.says(thread, 'nog iets')).rejects.toThrow(/locked|160005/i)
  await house.pass(14 * 24 * 60 + 1)
  expect(() => house.world.channel(thread)).toThrow('There is no channel')
  const { db } = house.bot().desk
  expect(await db.contactTalk.findFirstOrThrow()).toMatchObject({
    state: 'gone',
    askerId: null,
    contactId: null,
    threadId: null,
  })
  expect(await db.flag.count()).toBe(0)
  await house.stop()
  const bytes = readFileSync(house.databaseFile)
  expect(bytes.includes('paarsezebrafluit')).toBe(false)
  expect(bytes.includes(noor.id)).toBe(false)
})

test('killed between making the thread and noting it, the next start finds it again and says nothing twice', async () => {
  const house = await willing()
  const thread = await asked(house)
  const { db, now } = house.bot().desk
  await db.contactTalk.updateMany({ data: { threadId: null } })
  await db.outboxTarget.updateMany({
    where: { kind: 'contact-talk' },
    data: { doneVersion: 0, messageId: null, attemptedAt: now(), nextTry: now() },
  })
  await house.stop()
  await house.start()
  await house.settled()
  expect((await house.bot().desk.db.contactTalk.findFirstOrThrow()).threadId).toBe(thread)
  const said = house.world
    .channel(thread)
    .messages()
    .filter((one) => one.authorId === house.discord.botId && one.type === 0)
  expect(said).toHaveLength(1)
})
