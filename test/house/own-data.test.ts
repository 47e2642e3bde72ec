import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { cardIn, decide, flagged, INSULT } from '../support/queue.ts'
import { report } from '../support/reports.ts'

const DAY = 24 * 60
const page = async (house: TestHouse, who: string) => {
  const reply = await house.world.member(who).runs('/mijn-gegevens')
  expect(reply.message?.ephemeral).toBe(true)
  return reply
}
const always = 'Misschien is er zoiets, misschien niet: dat zeggen we aan iedereen'

test('who was never in anything reads that nothing is kept, and the sentence that everybody reads', async () => {
  const house = await openHouse()
  const { message } = await page(house, 'noor')
  expect(message?.words).toContain('We bewaren hier niets met jouw naam')
  expect(message?.words).toContain(always)
  expect(message?.words).toContain('Van /praat bewaren we niets over jou')
})

test('what somebody still looks into is not shown; once it is decided it is, with until when', async () => {
  const { house } = await flagged(INSULT)
  expect((await page(house, 'milan')).message?.words).toContain('We bewaren hier niets met jouw naam')
  await decide(house, 'fatima', 'talked')
  const { message } = await page(house, 'milan')
  expect(message?.words).toMatch(/Berichten van jou waar iemand naar keek: 1\. Het laatste wissen we op /)
  expect(message?.words).toContain('14 dagen na het afsluiten')
  expect(message?.words).not.toMatch(/fatima/i)
})

test('the export is one JSON file, for the asker alone, with their words and nobody else', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zebrapad op het plein')
  await report(house, 'lotte', message, 'bullying', 'paraplu in de regen')
  await decide(house, 'fatima', 'talked')
  const reply = await house.world.member('lotte').presses(await page(house, 'lotte'), 'Download (JSON)')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.attachments).toMatchObject([{ filename: 'mijn-gegevens.json' }])
  const { desk } = house.bot()
  const { houseId } = await desk.db.flag.findFirstOrThrow()
  const read = async (who: string) =>
    JSON.stringify(
      await desk.ownData.read(houseId as Parameters<typeof desk.ownData.read>[0], house.world.member(who).id),
    )
  expect(await read('lotte')).toContain('paraplu in de regen')
  expect(await read('lotte')).not.toContain('zebrapad')
  expect(await read('milan')).toContain('zebrapad op het plein')
  expect(await read('milan')).not.toMatch(new RegExp(`paraplu|${house.world.member('lotte').id}|bullying`))
})

test('deleting takes the name and the words, also from the card, and says what stays and why', async () => {
  const { house, card } = await flagged(INSULT)
  await decide(house, 'fatima', 'talked')
  const milan = house.world.member('milan')
  expect(card.words).toContain(milan.id)
  const asked = await milan.presses(await page(house, 'milan'), 'Wis mijn gegevens')
  expect(asked.message?.content).toContain('Dit blijft nog, en waarom')
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toMatchObject({ authorId: milan.id })
  const done = await milan.presses(asked, 'Ja, wis het nu')
  await house.settled()
  expect(done.message?.content).toContain('Gewist: 1')
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toMatchObject({ authorId: null, words: null })
  expect(card.words).not.toContain(milan.id)
  expect(card.words).toContain('Gepraat')
  expect((await page(house, 'milan')).message?.words).toContain('We bewaren hier niets met jouw naam')
})

test('deleting never touches what is open, and tells nobody whether there is such a thing', async () => {
  const { house } = await flagged(INSULT)
  const erase = async (who: string) => {
    const member = house.world.member(who)
    const asked = await member.presses(await page(house, who), 'Wis mijn gegevens')
    return (await member.presses(asked, 'Ja, wis het nu')).message?.content
  }
  const before = await house.bot().desk.db.flag.findFirstOrThrow()
  expect(await erase('milan')).toBe(await erase('noor'))
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toEqual(before)
})

test('leaving the server changes nothing that is open', async () => {
  const { house } = await flagged(INSULT)
  const before = await house.bot().desk.db.flag.findFirstOrThrow()
  house.world.admin().kicks('milan')
  await house.settled()
  await house.pass(60)
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toMatchObject({
    state: 'open',
    authorId: before.authorId,
    deleteAfter: before.deleteAfter,
  })
})

test('a note about what is not right comes to the youth workers, sealed, and its writer sees that it was read', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const form = await milan.presses(await page(house, 'milan'), 'Verbeter iets')
  expect(JSON.stringify(form.modal?.data)).toContain('Alleen de jeugdwerkers lezen dit')
  const sent = await milan.submits(form, { words: 'dat bericht was een grap, zebrapad' })
  await house.settled()
  expect(sent.message?.content).toContain('Een jeugdwerker kijkt ernaar')
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  expect(`${card.words}${JSON.stringify(card.components)}`).not.toMatch(new RegExp(`zebrapad|${milan.id}`))
  expect((await page(house, 'milan')).message?.words).toContain('nog niet gelezen')
  // A moderator is no youth worker: these words are not for them.
  const refused = await house.world.member('fatima').presses(card, 'Toon')
  expect(refused.message?.words).not.toContain('zebrapad')
  const sam = house.world.member('sam')
  const shown = await sam.presses(card, 'Toon')
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain('dat bericht was een grap, zebrapad')
  await sam.presses(card, 'Gelezen')
  expect(card.words).toContain(`Gelezen door <@${sam.id}>`)
  expect((await page(house, 'milan')).message?.words).toMatch(/: gelezen/)
  await house.stop()
  expect(readFileSync(house.databaseFile).toString('latin1')).not.toContain('zebrapad')
})

test('a note that its writer deletes, or whose time is over, leaves no words behind', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const write = async () => {
    const form = await milan.presses(await page(house, 'milan'), 'Verbeter iets')
    await milan.submits(form, { words: 'zebrapad' })
    await house.settled()
  }
  await write()
  const [card] = house.cards()
  const asked = await milan.presses(await page(house, 'milan'), 'Wis mijn gegevens')
  await milan.presses(asked, 'Ja, wis het nu')
  await house.settled()
  expect(card?.words).toContain('Deze opmerking is er niet meer')
  expect(card?.components).toEqual([])
  await write()
  await house.pass((house.policy.house.retention.openFlagDays + 1) * DAY)
  expect(await house.bot().desk.db.dataNote.count()).toBe(0)
  expect(house.cards()[1]?.words).toContain('Deze opmerking is er niet meer')
})

test('a card names nobody any more once it is forgotten who was in it: it goes from the channel', async () => {
  const { house, card } = await flagged(INSULT)
  await decide(house, 'fatima', 'talked')
  await house.pass((house.policy.house.retention.auditIdsDays + 1) * DAY)
  await house.settled()
  expect(card.deleted).toBe(true)
  expect(house.cards()).toEqual([])
  expect(await house.bot().desk.db.flag.findFirstOrThrow()).toMatchObject({ authorId: null, state: 'closed' })
})

test('a youth worker keeps something longer for the law, and stops it; nobody else can', async () => {
  const { house, card, message } = await flagged(INSULT)
  await decide(house, 'fatima', 'talked')
  const sam = house.world.member('sam')
  expect((await house.world.member('fatima').runs('/bewaring')).message?.content).toContain('Dit kan alleen')
  expect((await sam.runs('/bewaring')).message?.content).toContain('Er wordt niets langer bewaard')
  expect((await sam.runs('/bewaring', { wat: 'XXXXX' })).message?.content).toContain('Dit is niet gevonden')
  const link = `https://discord.com/channels/${house.discord.guildId}/${message.channelId}/${message.id}`
  const form = await sam.runs('/bewaring', { wat: link })
  const bad = await sam.submits(form, { name: 'politie', why: 'klacht', until: '2026-02-30' })
  expect(bad.message?.content).toContain('Schrijf de einddatum als')
  const done = await sam.submits(await sam.runs('/bewaring', { wat: link }), {
    name: 'politie Leuven',
    why: 'klacht van een ouder',
    until: '2027-06-30',
  })
  expect(done.message?.content).toContain('wordt bewaard tot en met 2027-06-30')
  // What is held is not shown to its writer and outlives its day.
  expect((await page(house, 'milan')).message?.words).toContain('We bewaren hier niets met jouw naam')
  await house.pass(30 * DAY)
  expect((await sam.presses(card, 'Toon')).message?.words).toContain(INSULT)
  const list = await sam.runs('/bewaring')
  expect(list.message?.words).toContain('politie Leuven. Reden: klacht van een ouder')
  const [holdId = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(list.message?.components)) ?? []
  await sam.chooses(list, 'Stop een bewaring', holdId)
  await house.pass(20)
  expect((await sam.presses(card, 'Toon')).message?.words).not.toContain(INSULT)
})

test('a code on a card finds it for /bewaring', async () => {
  const { house } = await flagged(INSULT)
  const view = await house
    .bot()
    .desk.flags.list((await house.bot().desk.db.flag.findFirstOrThrow()).houseId as never, { limit: 1 })
  const form = await house.world.member('sam').runs('/bewaring', { wat: view[0]?.code.toLowerCase() ?? '' })
  expect(form.modal?.title).toBe('Langer bewaren voor de wet')
  expect(cardIn(house)).toBeDefined()
})

test('an English client gets the language of the house, and a button for each other one, kept for that answer', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (const [command, dutch, english] of [
    ['/mijn-gegevens', 'Jouw gegevens', 'Your data'],
    ['/mijn-meldingen', 'Je hebt geen meldingen', 'You have no reports'],
    ['/bezwaar', 'Bezwaar', 'Objection'],
  ] as const) {
    const reply = await noor.runs(command, {}, { locale: 'en-US' })
    expect(reply.message?.words, command).toContain(dutch)
    const other = await noor.presses(reply, 'In English')
    expect(other.kind, command).toBe('updated')
    expect(other.message?.words, command).toContain(english)
    expect((await noor.runs(command, {}, { locale: 'en-US' })).message?.words, command).toContain(dutch)
  }
  const data = await noor.presses(await noor.runs('/mijn-gegevens'), 'In English')
  expect((await noor.presses(data, 'Delete my data')).message?.content).toContain(
    'This stays for now, and why',
  )
})

test('/info leads to both', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const hub = await noor.runs('/info')
  expect((await noor.presses(hub, 'Mijn gegevens')).message?.words).toContain('Jouw gegevens')
  expect((await noor.presses(hub, 'Mijn meldingen')).message?.words).toContain('Je hebt geen meldingen')
})
