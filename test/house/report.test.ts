import { expect, test } from 'vitest'
import type { MessageHandle } from '../../src/practice/world.ts'
import { openHouse, WEDNESDAY_NIGHT } from '../support/house.ts'

type House = Awaited<ReturnType<typeof openHouse>>

/** Reports a message as somebody would: menu, form, send. */
async function report(house: House, who: string, message: MessageHandle, reason: string, words = '') {
  const member = house.world.member(who)
  const form = await member.reports(message)
  const reply = await member.submits(form, { reason, ...(words === '' ? {} : { words }) })
  await house.settled()
  return { form, reply }
}

test('a reported message comes into the same queue, and the reporter hears who looks', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'kom eens alleen naar het park')
  const { form, reply } = await report(house, 'lotte', message, 'grooming')
  expect(form.modal?.title).toBe('Meld dit bericht')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.content).toContain('Een jeugdwerker kijkt ernaar')
  expect(house.cards()).toHaveLength(1)
  expect(house.cards()[0]?.words).toContain('1 persoon meldde dit')
})

test('the form says beforehand who will read the report', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zomaar iets')
  const form = await house.world.member('lotte').reports(message)
  expect(JSON.stringify(form.modal?.data)).toContain(
    'We vertellen niet wie het meldde. Soms kan iemand het raden.',
  )
})

test('two reports of one message are one flag with two reporters, and the card names neither', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  await report(house, 'lotte', message, 'bullying')
  await report(house, 'yara', message, 'worried')
  expect(house.cards()).toHaveLength(1)
  const card = house.cards()[0]
  expect(card?.words).toContain('2 personen meldden dit')
  expect(card?.words).not.toContain(house.world.member('lotte').id)
  expect(card?.words).not.toContain(house.world.member('yara').id)
})

test('a report out of worry makes the flag a worry, which can never end in a removal', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'laat maar, het maakt toch niet uit')
  await report(house, 'lotte', message, 'worried')
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  const options = await house.world.member('fatima').presses(card, 'Beslis')
  expect(JSON.stringify(options.message?.components)).not.toMatch(/removed|reminded/)
})

test('the reported words can be shown although the message is gone by then', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const message = await milan.says('#algemeen', 'dit wil ik straks wissen')
  await report(house, 'lotte', message, 'sexual', 'hij stuurde dit ook naar mij')
  await milan.deletes(message)
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  const shown = await house.world.member('fatima').presses(card, 'Toon')
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain('dit wil ik straks wissen')
  expect(shown.message?.words).toContain('hij stuurde dit ook naar mij')
})

test('a report survives a restart between the menu and the form', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'ik weet waar ge woont')
  const form = await house.world.member('lotte').reports(message)
  await house.stop()
  await house.start()
  const reply = await house.world.member('lotte').submits(form, { reason: 'threat' })
  await house.settled()
  expect(reply.message?.content).toContain('Bedankt om dit te melden')
  expect(house.cards()).toHaveLength(1)
})

test('a form that stood open for more than half an hour asks to report again, and keeps nothing', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  const form = await house.world.member('lotte').reports(message)
  await house.pass(31)
  const reply = await house.world.member('lotte').submits(form, { reason: 'threat' })
  expect(reply.message?.content).toContain('stond te lang open')
  expect(house.cards()).toHaveLength(0)
})

test('when the house is closed the reporter hears when somebody looks, and who can be called now', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const message = await house.world.member('milan').says('#algemeen', 'ik weet waar ge woont')
  const { reply } = await report(house, 'lotte', message, 'threat')
  expect(reply.message?.content).toMatch(/We zijn er weer vandaag om 13.30 uur.*106.*112/)
})

test('one does not report oneself, the bot, or what the team says in its own channel', async () => {
  const house = await openHouse()
  const own = await house.world.member('milan').says('#algemeen', 'oeps')
  expect((await house.world.member('milan').reports(own)).message?.content).toContain('je eigen bericht')
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  expect((await house.world.member('milan').reports(notice)).message?.content).toContain('van een bot')
  const staff = await house.world.member('sam').says('#team', 'overleg')
  expect((await house.world.member('fatima').reports(staff)).message?.content).toContain('team')
})
