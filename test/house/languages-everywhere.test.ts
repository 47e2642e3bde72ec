import { expect, test } from 'vitest'
import type { Reply } from '../../src/practice/world.ts'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { HOLDS_INSULTS, policyWith } from '../support/policy.ts'
import { INSULT } from '../support/queue.ts'

/** An answer in Dutch has buttons for the others; each says it otherwise, and the way back says the same again. */
async function speaksAll(house: TestHouse, answer: Reply, what: string, who = 'noor'): Promise<void> {
  const member = house.world.member(who)
  // An answer is live: what it says now is kept before a press changes it.
  const dutch = answer.message?.words
  expect(dutch, what).toMatch(/\b(het|een|niet|je|we|van|en|om|bij|al)\b/i)
  const english = await member.presses(answer, 'In English')
  expect(english.kind, what).toBe('updated')
  const said = english.message?.words
  expect(said, what).not.toBe(dutch)
  const french = await member.presses(english, 'En français')
  expect([dutch, said], what).not.toContain(french.message?.words)
  const back = await member.presses(french, 'In het Nederlands')
  expect(back.message?.words, what).toBe(dutch)
}

test('reports: what is heard at once, followed, withdrawn or not possible can be read in each language', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const said = await house.world.member('milan').says('#gaming', 'goed gespeeld')
  const thanks = await noor.submits(await noor.usesOn(said, 'Meld dit bericht'), { reason: 'bullying' })
  await speaksAll(house, thanks, 'thanks')
  // The button that asks for news is still there, in the language that was chosen.
  const french = await noor.presses(thanks, 'En français')
  const told = await noor.presses(french, 'Préviens-moi quand c’est fini')
  expect(told.message?.words).toMatch(/privé/)
  await speaksAll(
    house,
    await noor.usesOn(await noor.says('#gaming', 'hoi'), 'Meld dit bericht'),
    'own message',
  )
  await speaksAll(house, await noor.runs('/meld', { link: 'geen link' }), 'no link')
  const again = await noor.submits(await noor.usesOn(said, 'Meld dit bericht'), { reason: 'bullying' })
  await speaksAll(house, again, 'reported before')
  const list = await noor.runs('/mijn-meldingen')
  const ref = /"value":"([^"]+)"/.exec(JSON.stringify(list.message?.components))?.[1] ?? ''
  const one = await noor.chooses(list, 'Kies een melding', ref)
  await speaksAll(house, one, 'one report')
  await speaksAll(house, await noor.presses(one, 'Trek in'), 'withdrawn')
})

test('too many reports: the minutes and what was typed stay with the answer in each language', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (let n = 0; n < 5; n += 1)
    await noor.submits(await noor.runs('/meld', {}, { channel: '#gaming' }), { reason: 'spam' })
  const form = await noor.runs('/meld', {}, { channel: '#gaming' })
  const late = await noor.submits(form, { reason: 'spam', words: 'regel een\nregel twee' })
  await speaksAll(house, late, 'too many')
  const english = await noor.presses(late, 'In English')
  expect(english.message?.words).toContain('> regel een\nregel twee')
})

test('one’s data, objections, held messages and the integrity contact', async () => {
  const house = await openHouse({ policyFolder: await policyWith(HOLDS_INSULTS) })
  const noor = house.world.member('noor')
  await noor.says('#algemeen', INSULT)
  await house.settled()
  const data = await noor.runs('/mijn-gegevens')
  await speaksAll(
    house,
    await noor
      .presses(data, 'Neem mee (bestand)')
      .catch(() => noor.presses(data, { customId: 'mijn-gegevens:export:nl' })),
    'export',
  )
  const sure = await noor.presses(data, { customId: 'mijn-gegevens:delete:nl' })
  await speaksAll(house, sure, 'delete')
  await speaksAll(house, await noor.presses(sure, { customId: 'mijn-gegevens:delete-sure:nl' }), 'deleted')
  const form = await noor.presses(data, { customId: 'mijn-gegevens:correct:nl' })
  await speaksAll(house, await noor.submits(form, { words: 'mijn naam klopt niet' }), 'corrected')
  await speaksAll(house, await house.world.member('milan').runs('/tegengehouden'), 'nothing held', 'milan')
  await speaksAll(house, await noor.runs('/tegengehouden'), 'held')
  await speaksAll(house, await noor.runs('/integriteit'), 'integrity contact')
  expect(await house.bot().desk.db.dataNote.count()).toBe(1)
})

test('the choices around a private talk, with what was chosen', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const start = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten')
  const choice = await noor.presses(start, 'Liever met ons')
  await speaksAll(house, choice, 'with us')
  const other = await noor.presses(choice, 'Iemand anders dan …')
  await speaksAll(house, other, 'somebody else')
  const without = await noor.chooses(other, 'Kies iemand van het team', 'sam')
  await speaksAll(house, without, 'without sam')
  const outside = await noor.presses(without, 'Iemand buiten het team')
  await speaksAll(house, outside, 'outside the team')
  // The subject is still known, in every language.
  const back = await noor.presses(outside, 'Terug')
  expect(JSON.stringify(back.message?.components)).toContain('"value":"pesten","default":true')
  const again = await noor.presses(await noor.presses(back, 'Liever met ons'), 'Iemand die er nu is')
  await speaksAll(house, again, 'asked')
  await house.settled()
  const { threadId } = await house.bot().desk.db.talk.findFirstOrThrow()
  const opening = house.world
    .channel(threadId ?? '')
    .messages()
    .find((one) => one.components.length > 0)
  if (opening === undefined) throw new Error('nothing was said in the talk')
  await speaksAll(house, await noor.presses(opening, 'Wie kan meelezen?'), 'who reads along')
  const stop = await noor.presses(opening, 'Gesprek afsluiten')
  await speaksAll(house, stop, 'stop?')
  await speaksAll(house, await noor.presses(stop, 'Ja, sluit af'), 'stopped')
})

test('who may not, or presses what is only for a direct message, hears so kindly in each language, also in one', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  await speaksAll(house, await noor.runs('/wachtrij'), 'not allowed')
  // A button that the bot has for a direct message alone, on a message on the server.
  const channel = `/channels/${house.world.channel('#gaming').id}/messages`
  const button = { type: 2, style: 2, custom_id: 'praat:wipe:nl', label: 'Wis' }
  const components = [{ type: 1, components: [button] }]
  const posted = await asBot(house.discord, 'POST', channel, {
    content: 'x',
    components,
    allowed_mentions: { parse: [] },
  })
  const { id } = posted.json as { id: string }
  const message = house.world
    .channel('#gaming')
    .messages()
    .find((one) => one.id === id)
  if (message === undefined) throw new Error('no message')
  const pressed = await noor.presses(message, 'Wis')
  expect(pressed.message?.words).toContain('alleen in je privéberichten')
  await speaksAll(house, pressed, 'only in a direct message')
  // And what is said in a direct message.
  await noor.dms('hallo')
  await house.world.until(() => house.world.dm('noor').messages().length > 1, { within: 10_000 })
  await house.settled()
  const answer = house.world.dm('noor').messages().at(-1)
  if (answer === undefined) throw new Error('no answer')
  const [wiped] = (await noor.presses(answer, 'Wis deze antwoorden')).followups
  if (wiped === undefined) throw new Error('nothing was said')
  const english = await noor.presses(wiped, 'In English')
  expect(english.message?.words).toContain('The answers of the bot are gone')
})
