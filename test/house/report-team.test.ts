import { readFileSync } from 'node:fs'
import { acceptHere } from '../../src/discord/reports/contact-in-direct.ts'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import {
  accepts,
  CONTACT,
  directMessages,
  everySaid,
  houseWithContact,
  matters,
  newestReport,
  report,
} from '../support/reports.ts'

const SAID = 'zebrapad, kom eens alleen praten'
const NOTE = 'hij doet dat vaker, paraplu'

/** Lotte reports a message of Jonas, who is a moderator. */
async function aboutJonas(house: TestHouse, who = 'lotte', reason = 'grooming', words = NOTE) {
  const message = await house.world.member('jonas').says('#algemeen', SAID)
  return { message, ...(await report(house, who, message, reason, words)) }
}
async function accepted(options: Parameters<typeof houseWithContact>[0] = {}) {
  const house = await houseWithContact(options)
  await accepts(house)
  return house
}
const matterOf = (house: TestHouse) => house.bot().desk.db.staffMatter.findFirstOrThrow()

test('a report about the team comes to the contact in a direct message, and to no channel of the server', async () => {
  const house = await accepted()
  const before = everySaid(house)
  const { form, reply } = await aboutJonas(house)
  expect(JSON.stringify(form.modal?.data)).toContain(
    'Alleen Samira Benvoorbeeld leest het, niet het team. We vertellen niet wie het meldde.',
  )
  expect(reply.message?.content).toContain('Alleen Samira Benvoorbeeld leest dit, niet het team')
  expect(house.cards()).toHaveLength(0)
  // Nothing was said anywhere in the server but the message itself, and no flag was made.
  expect(everySaid(house).replace(SAID, '').trim().split('\n').length).toBe(
    before.trim().split('\n').length + 1,
  )
  expect(await house.bot().desk.db.flag.count()).toBe(0)
  expect((await house.world.member('fatima').runs('/wachtrij')).message?.words).toContain(
    'De wachtrij is leeg',
  )
  const [card] = matters(house)
  expect(card?.words).toContain('Iemand vraagt rare dingen')
  expect(card?.words).toContain('Het team ziet het niet')
})

test('the direct message holds no words and no names; Toon shows them to the contact alone', async () => {
  const house = await accepted()
  await aboutJonas(house)
  const [card] = matters(house)
  if (card === undefined) throw new Error('no direct message')
  const drawn = `${card.words} ${JSON.stringify(card.components)}`
  for (const secret of [
    'zebrapad',
    'paraplu',
    house.world.member('jonas').id,
    house.world.member('lotte').id,
  ])
    expect(drawn).not.toContain(secret)
  const shown = await house.world.member(CONTACT).presses(card, 'Toon')
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain(SAID)
  expect(shown.message?.words).toContain(NOTE)
  expect(shown.message?.words).toContain(house.world.member('jonas').id)
  expect(shown.message?.words).not.toContain(house.world.member('lotte').id)
  const acts = await house.bot().desk.db.auditLine.findMany({
    where: { act: { startsWith: 'matter-' } },
    orderBy: { id: 'asc' },
  })
  expect(acts.map(({ act }) => act)).toEqual(['matter-raised', 'matter-shown'])
})

test('only the contact can look and decide, whoever sends the ids', async () => {
  const house = await accepted()
  await aboutJonas(house)
  const { id } = await matterOf(house)
  const { matters: desk } = house.bot().desk
  for (const who of ['jonas', 'sam', 'eigenaar', 'lotte']) {
    const person = house.world.member(who).id
    expect(await desk.show(id, person), who).toBeUndefined()
    expect(await desk.decide(id, person, 'no-problem'), who).toBe(false)
  }
  expect(await matterOf(house)).toMatchObject({ state: 'open' })
})

test('the contact closes it, and the reporter hears no more than that', async () => {
  const house = await accepted()
  const { reply } = await aboutJonas(house)
  const lotte = house.world.member('lotte')
  await lotte.presses(reply, 'Laat me weten als het klaar is')
  const [card] = matters(house)
  if (card === undefined) throw new Error('no direct message')
  const samira = house.world.member(CONTACT)
  const menu = await samira.presses(card, 'Beslis')
  const done = await samira.chooses(menu, 'Kies een uitkomst', 'measure')
  await house.settled()
  expect(done.message?.content).toContain('Genoteerd')
  expect(card.words).toContain('Afgesloten: Het bestuur of de werkgever nam een maatregel')
  await house.pass(2)
  expect(directMessages(house, 'lotte').map((one) => one.content)).toEqual(['Er is nieuws: /mijn-meldingen'])
  const list = (await lotte.runs('/mijn-meldingen')).message?.words ?? ''
  expect(list).toContain('Afgesloten. De contactpersoon keek ernaar.')
  expect(list).not.toMatch(/maatregel|jonas/i)
})

test('two reports of one message are one matter; it opens again when it is not over', async () => {
  const house = await accepted()
  const { message } = await aboutJonas(house)
  await report(house, 'yara', message, 'worried')
  expect(matters(house)).toHaveLength(1)
  expect(matters(house)[0]?.words).toContain('2 personen meldden dit')
  const samira = house.world.member(CONTACT)
  const { id } = await matterOf(house)
  await house.bot().desk.matters.decide(id, samira.id, 'talked')
  await house.settled()
  expect(matters(house)[0]?.words).toContain('Afgesloten: Gepraat')
  const lotte = house.world.member('lotte')
  await lotte.presses(await newestReport(house, 'lotte'), 'Het gaat nog niet goed')
  await house.settled()
  expect(matters(house)).toHaveLength(1)
  expect(matters(house)[0]?.words).toContain('Nog open')
})

test('a report about the team can be taken back before anybody looked', async () => {
  const house = await accepted()
  await aboutJonas(house)
  const lotte = house.world.member('lotte')
  const done = await lotte.presses(await newestReport(house, 'lotte'), 'Trek in')
  await house.settled()
  expect(done.message?.content).toContain('ingetrokken en afgesloten')
  expect(matters(house)[0]?.words).toContain('Ingetrokken door wie het meldde')
})

test('nobody is written to who did not say yes: the report is closed with that reason, and nothing is kept of it', async () => {
  const house = await houseWithContact()
  const message = await house.world.member('jonas').says('#algemeen', SAID)
  const reply = await house.world.member('lotte').reports(message)
  await house.settled()
  // No form: nothing is typed that nobody will read.
  expect(reply.kind).toBe('message')
  expect(reply.message?.content).toContain('Niemand van ons staat daar los van')
  expect(reply.message?.content).toContain('Samira Benvoorbeeld: integriteit@praktijkhuis.example')
  expect(directMessages(house, CONTACT)).toEqual([])
  expect(await matterOf(house)).toMatchObject({
    state: 'closed',
    outcome: 'nobody-independent',
    words: null,
    authorId: null,
    contactId: null,
  })
  expect(house.cards()).toHaveLength(0)
  const list = await house.world.member('lotte').runs('/mijn-meldingen')
  expect(list.message?.words).toContain('Niemand van ons staat daar los van')
})

test('the shipped house names no account of a contact, so it says so', async () => {
  const house = await openHouse()
  const message = await house.world.member('sam').says('#algemeen', SAID)
  const reply = await house.world.member('lotte').reports(message)
  expect(reply.message?.content).toContain('Niemand van ons staat daar los van')
  expect((await house.world.member('lotte').runs('/integriteit')).message?.content).toMatch(
    /Met <\/meld:\d+> kan dat hier niet/,
  )
})

test('what is about the contact goes to an address outside, and never to the contact', async () => {
  const house = await accepted({ outside: true })
  const message = await house.world.member(CONTACT).says('#algemeen', SAID)
  const reply = await house.world.member('lotte').reports(message)
  await house.settled()
  expect(reply.message?.content).toContain('Buiten vzw: buiten@voorbeeld.example')
  expect(reply.message?.content).not.toContain('integriteit@')
  expect(matters(house)).toEqual([])
})

test('without an address outside the house the contact is not named for what is about the contact', async () => {
  const house = await accepted()
  const message = await house.world.member(CONTACT).says('#algemeen', SAID)
  const reply = await house.world.member('lotte').reports(message)
  expect(reply.message?.content).toContain('iemand buiten dit huis')
  expect(reply.message?.content).not.toContain('integriteit@')
})

test('what is about the owner of the server counts as about the team, and names an address as well', async () => {
  const house = await accepted({ outside: true })
  const message = await house.world.member('eigenaar').says('#algemeen', SAID)
  const { form } = await report(house, 'lotte', message, 'bullying')
  expect(JSON.stringify(form.modal?.data)).toContain('Buiten vzw: buiten@voorbeeld.example')
  expect(matters(house)).toHaveLength(1)
})

test('the contact does not handle what the contact reported', async () => {
  const house = await accepted()
  const message = await house.world.member('jonas').says('#algemeen', SAID)
  const reply = await house.world.member(CONTACT).reports(message)
  expect(reply.message?.content).toContain('Niemand van ons staat daar los van')
  expect(matters(house)).toEqual([])
})

test('a worry about somebody of the team does not come before the team either', async () => {
  const house = await accepted()
  await aboutJonas(house, 'lotte', 'worried')
  expect(house.cards()).toHaveLength(0)
  expect(matters(house)).toHaveLength(1)
})

test('when Discord does not say whose message it is nothing is guessed', async () => {
  const house = await accepted()
  const message = await house.world.member('jonas').says('#algemeen', SAID)
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    routes: (method, path) => method === 'GET' && path === '/guilds/{guild}/members/{user}',
  })
  const reply = await house.world.member('lotte').reports(message)
  await house.settled()
  expect(reply.message?.content).toContain('Er is nog niets gemeld')
  expect(house.cards()).toHaveLength(0)
  expect(matters(house)).toHaveLength(0)
})

test('who says no gets nothing more, and can still close what was open', async () => {
  const house = await accepted()
  await aboutJonas(house)
  const samira = house.world.member(CONTACT)
  const stopped = await samira.presses(await samira.runs('/integriteit'), 'Nee, stop ermee')
  expect(stopped.message?.content).toContain('kan je nog afsluiten: 1')
  const again = await house.world.member('sam').says('#algemeen', 'nog iets')
  const reply = await house.world.member('yara').reports(again)
  expect(reply.message?.content).toContain('Niemand van ons staat daar los van')
  await house.settled()
  expect(matters(house)).toHaveLength(1)
  // What is open can still be closed by who has it.
  const [card] = matters(house)
  if (card === undefined) throw new Error('no direct message')
  expect((await samira.presses(card, 'Toon')).message?.words).toContain(SAID)
})

test('the contact can say yes in a direct message that they start themselves; nobody else is asked there, or can', async () => {
  const house = await houseWithContact()
  const { world } = house
  const answers = (who: string) =>
    world
      .dm(who)
      .messages()
      .filter(({ authorId }) => authorId === house.discord.botId)
  const answered = async (who: string) => {
    await world.member(who).dms('hallo')
    await world.until(() => answers(who).length > 0, { within: 10_000 })
    return answers(who)[0] as NonNullable<ReturnType<typeof answers>[0]>
  }
  const noor = await answered('noor')
  expect(noor.words).not.toContain('contactpersoon')
  expect(JSON.stringify(noor.components)).not.toContain('integriteit:')
  const samira = await answered(CONTACT)
  expect(samira.words).toContain('Ik ben een bot.')
  expect(samira.words).toContain('Jij staat in de afspraken als contactpersoon')
  // Somebody else's press, with the id of the button made up; and the contact's, for a house that is none.
  const desk = house.bot().desk
  const told: string[] = []
  const pressBy = (who: string, id: string) =>
    acceptHere(
      {
        user: { id: world.member(who).id },
        update: async ({ content }: { content: string }) => void told.push(content),
      } as never,
      [id],
      { desk, count: async () => undefined },
    )
  await pressBy('noor', house.discord.guildId)
  await pressBy(CONTACT, '123456789012345678')
  expect(told).toEqual(['Dit is niet (meer) aan jou.', 'Dit is niet (meer) aan jou.'])
  expect(await desk.db.integrityConsent.count()).toBe(0)

  const yes = await world.member(CONTACT).presses(samira, 'Ja, voor Het Praktijkhuis')
  expect(yes.message?.words).toContain('Goed. De bot schrijft je in een privébericht.')
  await house.settled()
  await aboutJonas(house)
  expect(matters(house)).toHaveLength(1)
  expect(house.cards()).toHaveLength(0)
})

test('only the person whom the agreements name is asked, and can say yes', async () => {
  const house = await houseWithContact()
  const jonas = await house.world.member('jonas').runs('/integriteit')
  expect(JSON.stringify(jonas.message?.components)).not.toMatch(/integriteit:(accept|stop)/)
  expect(jonas.message?.content).toContain('Ga naar Samira Benvoorbeeld')
  const samira = await house.world.member(CONTACT).runs('/integriteit')
  expect(samira.message?.content).toContain('Jij staat in de afspraken als contactpersoon')
  await accepts(house)
  expect(directMessages(house, CONTACT).map((one) => one.content)).toEqual([
    'Hier komen meldingen over iemand van het team van Het Praktijkhuis. Stoppen kan met /integriteit op de server.',
  ])
})

test('a matter survives a restart, and closed direct messages lose nothing', async () => {
  const house = await accepted({
    seed: (seed) => ({
      ...seed,
      members: seed.members.map((one) => (one.name === CONTACT ? { ...one, takesDms: false } : one)),
    }),
  })
  await aboutJonas(house)
  await house.stop()
  await house.start()
  await house.settled()
  expect(await matterOf(house)).toMatchObject({ state: 'open' })
  expect(await house.bot().desk.outbox.pending()).toBeGreaterThanOrEqual(1)
  // The reporter is not left waiting without another way.
  const one = await newestReport(house, 'lotte')
  expect(one.message?.words).toContain('integriteit@praktijkhuis.example')
})

test('no planted word about the team stands in the log or, open, in the database', async () => {
  const house = await accepted()
  await aboutJonas(house)
  await house.stop()
  const bytes = readFileSync(house.databaseFile).toString('latin1')
  for (const word of ['zebrapad', 'paraplu']) {
    expect(bytes).not.toContain(word)
    expect(house.log.join('\n')).not.toContain(word)
  }
})

test('who says no before the message was sent does not get it after all', async () => {
  const house = await accepted()
  const before = directMessages(house, CONTACT).length
  house.discord.faults.rest({
    seed: 3,
    status5xx: 1,
    routes: (method, path) => method === 'POST' && path === '/users/@me/channels',
  })
  await aboutJonas(house)
  const samira = house.world.member(CONTACT)
  await samira.presses(await samira.runs('/integriteit'), 'Nee, stop ermee')
  house.discord.faults.rest()
  await house.pass(5)
  await house.settled()
  expect(directMessages(house, CONTACT)).toHaveLength(before)
  expect(await matterOf(house)).toMatchObject({ state: 'open' })
})
