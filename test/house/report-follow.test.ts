import { expect, test } from 'vitest'
import { openHouse, type TestHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { cardIn, decide } from '../support/queue.ts'
import { directMessages, newestReport, report } from '../support/reports.ts'

async function reported(reason = 'bullying', words = '') {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  const sent = await report(house, 'lotte', message, reason, words)
  return { house, message, lotte: house.world.member('lotte'), ...sent }
}
const rows = (house: TestHouse) => house.bot().desk.db.report.findMany({ orderBy: { createdAt: 'asc' } })

test('the form says whether somebody is there now', async () => {
  const open = await reported()
  expect(JSON.stringify(open.form.modal?.data)).toContain('Er is nu iemand van ons, tot 18 uur')
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const message = await house.world.member('milan').says('#algemeen', 'zomaar iets')
  const form = await house.world.member('lotte').reports(message)
  expect(JSON.stringify(form.modal?.data)).toMatch(/Nu is er niemand van ons\. We zijn er weer vandaag/)
})

test('worry stands first in the list, and nobody needs to type', async () => {
  const { form, reply } = await reported('worried')
  expect(JSON.stringify(form.modal?.data)).toMatch(/"options":\[\{[^}]*"value":"worried"/)
  expect(reply.message?.content).toContain('Bedankt om dit te melden')
})

test('a reporter sees that it was received, then that somebody looked, and not what happened to whom', async () => {
  const { house, lotte } = await reported()
  const list = async () => (await lotte.runs('/mijn-meldingen')).message
  expect((await list())?.ephemeral).toBe(true)
  expect((await list())?.words).toContain('Iemand pest iemand. Ontvangen.')
  await house.world.member('fatima').presses(cardIn(house), 'Neem op')
  expect((await list())?.words).toContain('Ontvangen.')
  await decide(house, 'fatima', 'removed')
  const after = (await list())?.words ?? ''
  expect(after).toContain('Afgesloten. Iemand van het team keek ernaar.')
  expect(after).not.toMatch(/weggehaald|fatima|milan|\d{17}/i)
})

test('nobody sees the reports of somebody else', async () => {
  const { house } = await reported()
  const yara = await house.world.member('yara').runs('/mijn-meldingen')
  expect(yara.message?.content).toContain('Je hebt geen meldingen')
})

test('who asked for it there and then gets one direct message without content, after the minute to undo', async () => {
  const { house, lotte, reply } = await reported()
  const asked = await lotte.presses(reply, 'Laat me weten als het klaar is')
  expect(asked.message?.content).toContain('één privébericht')
  await decide(house, 'fatima', 'talked')
  expect(directMessages(house, 'lotte')).toEqual([])
  await house.pass(2)
  expect(directMessages(house, 'lotte').map((one) => one.content)).toEqual(['Er is nieuws: /mijn-meldingen'])
  // Once asked is once told.
  await house.pass(30)
  await lotte.presses(await newestReport(house, 'lotte'), 'Het gaat nog niet goed')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(directMessages(house, 'lotte')).toHaveLength(1)
})

test('who asks again hears again, as a new message', async () => {
  const { house, lotte, reply } = await reported()
  await lotte.presses(reply, 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  await lotte.presses(await newestReport(house, 'lotte'), 'Het gaat nog niet goed')
  await lotte.presses(await newestReport(house, 'lotte'), 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(directMessages(house, 'lotte')).toHaveLength(2)
})

test('of two reporters only the one who asked is written to', async () => {
  const { house, lotte, reply, message } = await reported()
  await report(house, 'yara', message, 'worried')
  await lotte.presses(reply, 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(directMessages(house, 'lotte')).toHaveLength(1)
  expect(directMessages(house, 'yara')).toEqual([])
})

test('nobody who did not ask is ever written to, and neither is who changed their mind', async () => {
  const { house, lotte, reply, message } = await reported()
  await report(house, 'yara', message, 'worried')
  await lotte.presses(reply, 'Laat me weten als het klaar is')
  const off = await lotte.presses(await newestReport(house, 'lotte'), 'Laat het me niet weten')
  expect(off.message?.content).toContain('stuurt je daar niets over')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(directMessages(house, 'lotte')).toEqual([])
  expect(directMessages(house, 'yara')).toEqual([])
})

test('when direct messages are closed the news stands in /mijn-meldingen, and nothing is tried again', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      members: seed.members.map((one) => (one.name === 'lotte' ? { ...one, takesDms: false } : one)),
    }),
  })
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  const { reply } = await report(house, 'lotte', message, 'bullying')
  await house.world.member('lotte').presses(reply, 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(await house.bot().desk.outbox.pending()).toBe(0)
  const list = await house.world.member('lotte').runs('/mijn-meldingen')
  expect(list.message?.words).toContain('Afgesloten')
})

test('the bot forgets within a day whom it wrote to', async () => {
  const { house, lotte, reply } = await reported()
  await lotte.presses(reply, 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  const sent = () => house.bot().desk.db.outboxTarget.count({ where: { kind: 'news' } })
  expect(await sent()).toBe(1)
  await house.pass(25 * 60)
  expect(await sent()).toBe(0)
})

test('a report that nobody looked at yet can be taken back, and goes with what was written', async () => {
  const { house, lotte } = await reported('bullying', 'hij bedoelt mij')
  const done = await lotte.presses(await newestReport(house, 'lotte'), 'Trek in')
  await house.settled()
  expect(done.message?.content).toContain('ingetrokken en afgesloten')
  expect(cardIn(house).words).toContain('Ingetrokken door wie het meldde')
  expect(await rows(house)).toMatchObject([{ words: null }])
  expect((await lotte.runs('/mijn-meldingen')).message?.words).toContain('Door jou ingetrokken')
})

test('what others reported stays, and so does what a person took or looked at', async () => {
  const first = await reported()
  await report(first.house, 'yara', first.message, 'worried')
  const stays = await first.lotte.presses(await newestReport(first.house, 'lotte'), 'Trek in')
  await first.house.settled()
  expect(stays.message?.content).toContain('kan toch nog bij het team blijven')
  expect(cardIn(first.house).words).toContain('1 persoon meldde dit')
  expect(cardIn(first.house).words).toContain('Nog van niemand')

  const second = await reported('threat', 'hij bedoelt mij')
  await second.house.world.member('fatima').presses(cardIn(second.house), 'Toon')
  await second.lotte.presses(await newestReport(second.house, 'lotte'), 'Trek in')
  await second.house.settled()
  expect(cardIn(second.house).words).toContain('Nog van niemand')
  // Somebody may have been made to take it back: what was said when it was looked at is still there.
  expect((await rows(second.house))[0]?.words).toMatch(/^h1\./)
})

test('who reported something and took it back still never decides about it', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  await report(house, 'jonas', message, 'bullying')
  await report(house, 'yara', message, 'bullying')
  await house.world.member('jonas').presses(await newestReport(house, 'jonas'), 'Trek in')
  const reply = await house.world.member('jonas').presses(cardIn(house), 'Neem op')
  expect(reply.message?.content).toContain('Jij meldde dit bericht')
})

test('"het gaat nog niet goed" opens the same flag again, and says when somebody looks', async () => {
  const { house, lotte } = await reported()
  await decide(house, 'fatima', 'talked')
  const again = await lotte.presses(await newestReport(house, 'lotte'), 'Het gaat nog niet goed')
  await house.settled()
  expect(again.message?.content).toContain('Iemand kijkt er opnieuw naar. Er is nu iemand van ons')
  expect(house.cards()).toHaveLength(1)
  expect(cardIn(house).words).toContain('Nog van niemand')
  // The same person may look again: only an objection asks for another.
  await house.world.member('fatima').presses(cardIn(house), 'Neem op')
  expect(cardIn(house).words).toContain('Opgenomen door')
})

test('a report that was taken back can be made again', async () => {
  const { house, lotte, message } = await reported()
  await lotte.presses(await newestReport(house, 'lotte'), 'Trek in')
  const { reply } = await report(house, 'lotte', message, 'bullying')
  expect(reply.message?.content).toContain('Bedankt om dit te melden')
  expect(cardIn(house).words).toContain('Nog van niemand')
  expect(cardIn(house).words).toContain('1 persoon meldde dit')
})

test('buttons of an older answer say politely that it changed', async () => {
  const { house, lotte } = await reported()
  const old = await newestReport(house, 'lotte')
  await decide(house, 'fatima', 'talked')
  const reply = await lotte.presses(old, 'Laat me weten als het klaar is')
  expect(reply.message?.content).toContain('Dit is intussen veranderd')
})

test('nobody touches the report of somebody else with a button that was passed on', async () => {
  const { house } = await reported()
  const [row] = await rows(house)
  const { ownReports } = house.bot().desk
  const { id: yara } = house.world.member('yara')
  const flag = await house.bot().desk.db.flag.findFirstOrThrow()
  const houseId = flag.houseId as Parameters<typeof ownReports.list>[0]
  const ref = `f_${row?.id ?? ''}`
  expect(await ownReports.withdraw(houseId, ref, yara)).toBe('gone')
  expect(await ownReports.again(houseId, ref, yara)).toBe(false)
  expect(await ownReports.tell(houseId, ref, yara, true)).toBe(false)
  expect(await ownReports.tell(houseId, `${ref}' OR 1=1`, yara, true)).toBe(false)
})

test('after five reports in ten minutes a sixth waits kindly, and gets its words back', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  for (let nth = 0; nth < 5; nth += 1)
    await report(house, 'lotte', await milan.says('#algemeen', `reclame ${nth}`), 'spam')
  const { reply } = await report(
    house,
    'lotte',
    await milan.says('#algemeen', 'nog reclame'),
    'spam',
    'dit is er ook een',
  )
  expect(reply.message?.content).toMatch(/Je meldde net al veel.*over \d+ minuten.*dit is er ook een/s)
  expect(await rows(house)).toHaveLength(5)
  // Danger and worry never wait.
  for (const reason of ['worried', 'threat', 'grooming', 'sexual']) {
    const heavy = await report(house, 'lotte', await milan.says('#algemeen', `erg ${reason}`), reason)
    expect(heavy.reply.message?.content, reason).toContain('Bedankt om dit te melden')
  }
  // Somebody else is not held up by it, and later it is over.
  const other = await report(house, 'yara', await milan.says('#algemeen', 'spam spam'), 'spam')
  expect(other.reply.message?.content).toContain('Bedankt')
  await house.pass(11)
  const later = await report(house, 'lotte', await milan.says('#algemeen', 'weer reclame'), 'spam')
  expect(later.reply.message?.content).toContain('Bedankt')
})
