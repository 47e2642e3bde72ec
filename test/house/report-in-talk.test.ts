import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { askedTalk, cardOf } from '../support/talks.ts'

const SAID = 'dit zegt sam tegen noor, paarsezebrafluit'

test('what is reported in a private talk is a link and a reason: no word of the talk is kept, and the form says so', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  // Somebody who is not of the team was brought in by the owner of the server; what they say can be reported.
  house.world.member('eigenaar').brings(thread, 'milan')
  const message = await house.world.member('milan').says(thread, SAID)
  const form = await noor.usesOn(message, 'Meld dit bericht', { channel: thread })
  const shown = JSON.stringify(form.modal?.data)
  expect(shown).toContain('Daarvan bewaren we nooit woorden')
  expect(shown).not.toContain('"custom_id":"words"')
  const thanks = await noor.submits(form, { reason: 'bullying' })
  expect(thanks.message?.words).toContain('Bedankt om dit te melden.')
  // The same without pointing at a message.
  const other = await noor.runs('/meld', {}, { channel: thread })
  expect(JSON.stringify(other.modal?.data)).toContain('Daarvan bewaren we nooit woorden')
  await noor.submits(other, { reason: 'other' })
  await house.settled()
  const { db } = house.bot().desk
  const flags = await db.flag.findMany({ orderBy: { createdAt: 'asc' } })
  expect(flags).toMatchObject([
    { messageId: message.id, channelId: thread, words: null, source: 'report' },
    { messageId: null, channelId: thread, words: null, source: 'report' },
  ])
  expect(await db.report.findMany()).toMatchObject([{ words: null }, { words: null }])
  expect(await db.reportDraft.findMany({ where: { words: { not: null } } })).toEqual([])
  // Toon has nothing to show, and reads nothing around it.
  const read = house.requests.length
  const card = house.cards().find(({ words }) => words.includes('1 persoon meldde dit'))
  if (card === undefined) throw new Error('no card')
  const toon = await house.world.member('fatima').presses(card, { customId: `wachtrij:show:${flags[0]?.id}` })
  expect(toon.message?.words).not.toContain('paarsezebrafluit')
  expect(house.requests.slice(read).filter(({ path }) => path.includes(`${thread}/messages`))).toEqual([])
  await house.stop()
  expect(readFileSync(house.databaseFile).includes('paarsezebrafluit')).toBe(false)
  expect(house.log.join()).not.toContain('paarsezebrafluit')
})
