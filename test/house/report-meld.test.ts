import { expect, test } from 'vitest'
import type { MessageHandle } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { policyWith, REPORTS } from '../support/policy.ts'
import { cardIn } from '../support/queue.ts'
import { accepts, CONTACT, houseWithContact, matters, report } from '../support/reports.ts'

const linkTo = (house: TestHouse, { channelId, id }: MessageHandle): string =>
  `https://discord.com/channels/${house.discord.guildId}/${channelId}/${id}`

test('/meld with a link is the same report as the menu on the message: one flag, two reporters', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  await report(house, 'yara', message, 'bullying')
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', { link: linkTo(house, message) })
  expect(form.modal?.title).toBe('Meld dit bericht')
  const reply = await lotte.submits(form, { reason: 'worried' })
  await house.settled()
  expect(reply.message?.content).toContain('Bedankt om dit te melden')
  expect(house.cards()).toHaveLength(1)
  expect(cardIn(house).words).toContain('2 personen meldden dit')
})

test('/meld without a link is about something in this channel, with the words that somebody chose to write', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', {}, { channel: '#gaming' })
  expect(form.modal?.title).toBe('Meld iets in dit kanaal')
  const reply = await lotte.submits(form, { reason: 'bullying', words: 'in voice pesten ze Yara' })
  await house.settled()
  expect(reply.message?.content).toContain('Bedankt om dit te melden')
  const card = cardIn(house)
  expect(card.words).toContain(`<#${house.world.channel('#gaming').id}>`)
  const shown = await house.world.member('fatima').presses(card, 'Toon')
  expect(shown.message?.words).toContain('in voice pesten ze Yara')
  // Another time is another matter.
  const again = await lotte.runs('/meld', {}, { channel: '#gaming' })
  await lotte.submits(again, { reason: 'bullying' })
  await house.settled()
  expect(house.cards()).toHaveLength(2)
})

test('whoever chooses "over iemand van het team" is read by the contact alone', async () => {
  const house = await houseWithContact()
  await accepts(house)
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', {}, { channel: '#gaming' })
  expect(JSON.stringify(form.modal?.data)).toContain(
    'Dan leest alleen Samira Benvoorbeeld het, niet het team',
  )
  const reply = await lotte.submits(form, { about: 'team', reason: 'other', words: 'zebrapad' })
  await house.settled()
  expect(reply.message?.content).toContain('Alleen Samira Benvoorbeeld leest dit')
  expect(house.cards()).toHaveLength(0)
  const [card] = matters(house)
  if (card === undefined) throw new Error('no direct message')
  expect((await house.world.member(CONTACT).presses(card, 'Toon')).message?.words).toContain('zebrapad')
})

test('where nobody independent is left the form says so before, and what was typed all the same is not kept', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', {}, { channel: '#gaming' })
  expect(JSON.stringify(form.modal?.data)).toContain('Niemand van ons staat daar los van')
  const reply = await lotte.submits(form, { about: 'team', reason: 'other', words: 'zebrapad' })
  expect(reply.message?.content).toContain('We bewaren niets van wat je schreef')
  expect(house.cards()).toHaveLength(0)
  expect(await house.bot().desk.db.staffReport.findMany()).toMatchObject([{ words: null }])
})

test('a link elsewhere, to nothing, or to what somebody cannot see tells nothing and reports nothing', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const staff = await house.world.member('sam').says('#team', 'overleg over zebrapad')
  const { channelId, id } = await house.world.member('milan').says('#algemeen', 'hallo')
  const wrong = 'Dit is geen link naar een bericht op deze server'
  const hidden = 'Dat bericht is er niet, of jij kan het niet zien'
  const cases: readonly (readonly [string, string])[] = [
    ['https://voorbeeld.example/x', wrong],
    ['niets', wrong],
    [`https://discord.com/channels/123456789012345678/${channelId}/${id}`, wrong],
    [linkTo(house, staff), hidden],
    [`https://discord.com/channels/${house.discord.guildId}/${channelId}/123456789012345678`, hidden],
    [`https://discord.com/channels/${house.discord.guildId}/123456789012345678/${id}`, hidden],
  ]
  for (const [link, says] of cases) {
    const reply = await lotte.runs('/meld', { link })
    expect(reply.message?.content, link).toContain(says)
  }
  expect(house.cards()).toHaveLength(0)
  expect(await house.bot().desk.db.reportDraft.count()).toBe(0)
})

test('a link to somebody of the team is about the team', async () => {
  const house = await houseWithContact()
  await accepts(house)
  const message = await house.world.member('sam').says('#algemeen', 'kom eens')
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', { link: linkTo(house, message) })
  await lotte.submits(form, { reason: 'grooming' })
  await house.settled()
  expect(house.cards()).toHaveLength(0)
  expect(matters(house)).toHaveLength(1)
})

test('in a direct message /meld is not offered', async () => {
  const house = await openHouse()
  await house.world.member('lotte').dms('hallo')
  await expect(house.world.member('lotte').runs('/meld', {}, { channel: 'dm' })).rejects.toThrow(
    'cannot be used in a direct message',
  )
})

test('a house without hours promises nobody: reporting is off and says so', async () => {
  const policyFolder = await policyWith({
    file: 'house.yaml',
    from: `  week:
    woensdag: ["13:30-18:00", "19:00-21:30"]
    donderdag: ["16:00-21:00"]
    vrijdag: ["16:00-19:00", "20:00-00:30"]
    zaterdag: ["14:00-18:00", "20:00-01:00"]
    zondag: ["14:00-18:00"]`,
    to: '  week: {}',
  })
  const house = await openHouse({ policyFolder })
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  const off = 'Melden kan hier nog niet: dit huis is nog niet klaar'
  expect((await house.world.member('lotte').reports(message)).message?.content).toContain(off)
  expect((await house.world.member('lotte').runs('/meld')).message?.content).toContain(off)
  expect(house.cards()).toHaveLength(0)
})

test('in a house that works with reports /meld works as well', async () => {
  const house = await openHouse({ policyFolder: await policyWith(REPORTS) })
  const message = await house.world.member('milan').says('#algemeen', 'zebrapad')
  const lotte = house.world.member('lotte')
  const form = await lotte.runs('/meld', { link: linkTo(house, message) })
  await lotte.submits(form, { reason: 'threat' })
  await house.settled()
  expect(cardIn(house).words).toContain('Iemand bedreigt iemand')
})
