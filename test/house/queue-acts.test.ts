import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { openHouse } from '../support/house.ts'
import { acts, cardIn, CRY, decide, flagOf, flagged, handIn, INSULT, THREAT } from '../support/queue.ts'

const threatened = () => flagged(THREAT)

test('Geef door hands it to a colleague, who may put it down again', async () => {
  const { house, card, fatima, jonas } = await flagged(INSULT)
  await fatima.presses(card, 'Neem op')
  const who = await fatima.presses(card, 'Geef door')
  const done = await fatima.chooses(who, 'Kies een collega', 'jonas')
  expect(done.message?.content).toContain(`Doorgegeven aan <@${jonas.id}>`)
  await house.settled()
  expect(card.words).toContain(`Opgenomen door <@${jonas.id}>`)
  await jonas.presses(card, 'Geef vrij')
  expect(card.words).toContain('Nog van niemand')
  expect(await acts(house)).toEqual(['raised', 'claimed', 'passed', 'received', 'released'])
  // Who gave it and who received it, each in a line that forgets its own id.
  const named = await house.bot().desk.db.auditLine.findMany({
    where: { act: { in: ['passed', 'received'] } },
    orderBy: { id: 'asc' },
  })
  expect(named.map(({ act, actorId }) => [act, actorId])).toEqual([
    ['passed', fatima.id],
    ['received', jonas.id],
  ])
})

test('it is not handed to a young person, the writer, or a bot; and nobody learns that a colleague reported it', async () => {
  const { house, card, message, fatima, jonas } = await flagged(INSULT)
  const report = await jonas.reports(message)
  await jonas.submits(report, { reason: 'bullying', words: '' })
  await house.settled()
  const who = await fatima.presses(card, 'Geef door')
  for (const name of ['yara', 'milan', 'jonas']) {
    const refused = await fatima.chooses(who, 'Kies een collega', name)
    expect(refused.message?.content).toBe(
      'Die collega kan dit niet opnemen. Kies iemand anders van het team.',
    )
    if (refused.message?.components.length === 0) break
  }
  expect((await flagOf(house)).ownerId).toBeNull()
})

test('anybody who may decide changes the level; the card shows it', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const levels = await fatima.presses(card, 'Niveau')
  const done = await fatima.chooses(levels, 'Verander het niveau', 'acuut')
  expect(done.message?.content).toBe('Het niveau is nu acuut.')
  await house.settled()
  expect(card.words).toContain('acuut: pesten of schelden')
  expect(card.words).toContain('Bel zelf 112 of 101')
})

test('a level that somebody chose on an old picture is refused', async () => {
  const { house, card, fatima, jonas } = await flagged(INSULT)
  const old = await fatima.presses(card, 'Niveau')
  await jonas.presses(card, 'Neem op')
  const refused = await fatima.chooses(old, 'Verander het niveau', 'rood')
  expect(refused.message?.content).toContain('Dit is intussen veranderd')
  expect((await flagOf(house)).level).toBe('groen')
})

test('removing a threat is first answered with: report it to Discord, keep the evidence; a second press removes', async () => {
  const { house, card, message, fatima } = await threatened()
  const options = await fatima.presses(card, 'Beslis')
  const warned = await fatima.chooses(options, 'Kies een uitkomst', 'removed')
  expect(warned.kind).toBe('updated')
  expect(warned.message?.content).toContain('Eerst melden bij Discord, bewijs bewaren.')
  expect(message.deleted).toBe(false)
  expect((await flagOf(house)).state).toBe('open')
  const form = await fatima.presses(warned, 'Toch weghalen')
  await handIn(house, 'fatima', form, { reason: 'unlawful' })
  expect(message.deleted).toBe(true)
})

test('the core itself refuses to remove evidence without that second press', async () => {
  const { house, message, fatima } = await threatened()
  const flag = await flagOf(house)
  const result = await house.bot().desk.flags.act({
    house: houseId(flag.houseId),
    flagId: flag.id,
    actorId: fatima.id,
    act: { type: 'decide', outcome: 'removed', reason: 'rule' },
  })
  expect(result).toMatchObject({ ok: false, refusal: 'evidence-first' })
  await house.settled()
  expect(message.deleted).toBe(false)
})

test('an insult is no evidence: one press removes it', async () => {
  const { house, message } = await flagged(INSULT)
  await decide(house, 'fatima', 'removed')
  expect(message.deleted).toBe(true)
})

test('a closing is undone within a minute, by whoever may decide, and not after it', async () => {
  const { house, card, jonas } = await flagged(INSULT)
  await decide(house, 'fatima', 'talked')
  await jonas.presses(card, 'Maak ongedaan')
  expect(card.words).toContain('Opgenomen door')
  expect(await acts(house)).toEqual(['raised', 'closed', 'undone'])
  await decide(house, 'fatima', 'talked')
  await house.pass(2)
  expect(JSON.stringify(card.components)).not.toContain('Maak ongedaan')
  expect((await flagOf(house)).state).toBe('closed')
})

test('undoing gives the words their time as an open flag back', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const before = (await flagOf(house)).deleteAfter
  await decide(house, 'fatima', 'talked')
  expect((await flagOf(house)).deleteAfter.getTime()).toBeLessThan(before.getTime())
  await fatima.presses(card, 'Maak ongedaan')
  expect((await flagOf(house)).deleteAfter.getTime()).toBeGreaterThan(before.getTime() - 60_000)
  expect((await fatima.presses(card, 'Toon')).message?.words).toContain(INSULT)
})

test('undoing a removal says that the message itself stays gone', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  await decide(house, 'fatima', 'removed')
  const undone = await fatima.presses(card, 'Maak ongedaan')
  await house.settled()
  expect(undone.kind).toBe('updated')
  expect(house.world.messagesSeenBy('fatima', '#wachtrij').at(-1)?.content).toContain(
    'Het bericht zelf is weg en komt niet terug',
  )
  expect(await acts(house)).toContain('undone')
})

test('passing on an acute matter is done by one person, and looked at by a second in the next opening', async () => {
  const { house, card, fatima, jonas } = await flagged(CRY, 'lotte')
  const levels = await fatima.presses(card, 'Niveau')
  await fatima.chooses(levels, 'Verander het niveau', 'acuut')
  await house.settled()
  await decide(house, 'fatima', 'passed-on', { reason: 'danger' })
  expect(card.words).toContain('Afgesloten')
  expect(card.words).toContain(`<@${fatima.id}> deed dit alleen. Een tweede persoon kijkt het na`)
  expect((await fatima.presses(card, 'Bevestig')).message?.content).toContain('Een tweede persoon')
  await jonas.presses(card, 'Bevestig')
  expect(card.words).not.toContain('deed dit alleen')
  expect(await acts(house)).toEqual(['raised', 'level', 'closed', 'confirmed'])
})

test('passing on what is not acute needs nobody afterwards', async () => {
  const { house, card } = await flagged(CRY, 'lotte')
  await decide(house, 'fatima', 'passed-on')
  expect(card.words).not.toContain('deed dit alleen')
  expect((await flagOf(house)).firstById).toBeNull()
})

test('when nobody looked by the end of the next opening, the card and the audit say so; it can still be confirmed', async () => {
  const { house, card, fatima, jonas } = await flagged(CRY, 'lotte')
  await fatima.chooses(await fatima.presses(card, 'Niveau'), 'Verander het niveau', 'acuut')
  await decide(house, 'fatima', 'passed-on')
  const due = (await flagOf(house)).confirmDueAt
  // Wednesday 14.00: the next opening is that of the evening, 19.00 to 21.30 (Brussels).
  expect(due?.toISOString()).toBe('2026-11-25T20:30:00.000Z')
  await house.pass(8 * 60)
  expect(card.words).toContain('Niemand keek het op tijd na')
  expect(await acts(house)).toContain('overdue')
  await jonas.presses(card, 'Bevestig')
  expect(card.words).not.toContain('Niemand keek het op tijd na')
})

test('Toon shows what stood before it in the channel, text only and shortened, the message itself first', async () => {
  const house = await openHouse()
  const yara = house.world.member('yara')
  await yara.says('#algemeen', 'hallo allemaal')
  await yara.says('#algemeen', 'x'.repeat(700))
  await yara.says('#algemeen', '', { files: [{ name: 'geheim.png', size: 10, type: 'image/png' }] })
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const shown = (await house.world.member('fatima').presses(cardIn(house), 'Toon')).message
  const words = shown?.words ?? ''
  expect(words.indexOf(INSULT)).toBeLessThan(words.indexOf('hallo allemaal'))
  expect(words).toContain(`${'x'.repeat(299)}…`)
  expect(words).not.toContain('x'.repeat(301))
  expect(words).toContain('(geen tekst)')
  expect(JSON.stringify(shown?.embeds)).not.toContain('geheim.png')
  expect(shown?.ephemeral).toBe(true)
})

test('context that does not fit comes page by page, each page written down', async () => {
  const house = await openHouse()
  const yara = house.world.member('yara')
  for (let line = 1; line <= 12; line += 1) await yara.says('#algemeen', `regel ${line} ${'z'.repeat(400)}`)
  await house.world.member('milan').says('#algemeen', `${INSULT} ${'en nog iets '.repeat(120)}`)
  await house.settled()
  const fatima = house.world.member('fatima')
  const shown = await fatima.presses(cardIn(house), 'Toon')
  expect(shown.message?.words).toContain('Bladzijde 1 van 2')
  expect(shown.message?.words).not.toContain('regel 12')
  const later = await fatima.presses(shown, 'Volgende')
  expect(later.message?.words).toContain('regel 12')
  expect(later.message?.words).not.toContain('regel 2 ')
  expect((await acts(house)).filter((act) => act === 'shown')).toHaveLength(2)
})

test('the words disappear from the screen after ten minutes', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const shown = await fatima.presses(card, 'Toon')
  await house.settled()
  const seen = () =>
    house.world.messagesSeenBy('fatima', '#wachtrij').some(({ id }) => id === shown.message?.id)
  expect(seen()).toBe(true)
  await house.pass(9)
  expect(seen()).toBe(true)
  await house.pass(1.5)
  expect(seen()).toBe(false)
})

test('Toon shows words that were edited away', async () => {
  const { house, card, message, fatima } = await flagged(INSULT)
  await house.world.member('milan').edits(message, `${CRY} sorry`)
  await house.settled()
  const words = (await fatima.presses(card, 'Toon')).message?.words ?? ''
  expect(words.indexOf(CRY)).toBeLessThan(words.indexOf('Dit stond er eerst'))
  expect(words.indexOf('Dit stond er eerst')).toBeLessThan(words.indexOf(INSULT))
})

test('Toon shows no context of a channel that the bot never reads, also when a message there was reported', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: [
        ...seed.channels,
        {
          name: 'besloten',
          type: 'private',
          readers: ['Jeugdwerker'],
          overwrites: [
            { member: 'lotte', allow: ['ViewChannel'] },
            { member: 'milan', allow: ['ViewChannel'] },
          ],
        },
      ],
    }),
  })
  const milan = house.world.member('milan')
  await milan.says('#besloten', 'zebrapad in vertrouwen')
  const message = await milan.says('#besloten', 'dit meldt lotte')
  const lotte = house.world.member('lotte')
  await lotte.submits(await lotte.reports(message), { reason: 'bullying', words: '' })
  await house.settled()
  const shown = await house.world.member('fatima').presses(cardIn(house), 'Toon')
  expect(shown.message?.words).toContain('dit meldt lotte')
  expect(shown.message?.words).not.toContain('zebrapad')
})
