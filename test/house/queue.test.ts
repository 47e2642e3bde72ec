import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { acts, CRY, decide, flagged, INSULT, THREAT } from '../support/queue.ts'

test('two moderators press Neem op: one has it, the other hears politely who', async () => {
  const { house, card, fatima, jonas } = await flagged(INSULT)
  const [first, second] = await Promise.all([fatima.presses(card, 'Neem op'), jonas.presses(card, 'Neem op')])
  const kinds = [first.kind, second.kind].sort()
  expect(kinds).toEqual(['message', 'updated'])
  const loser = first.kind === 'message' ? first : second
  expect(loser.message?.ephemeral).toBe(true)
  expect(loser.message?.content).toMatch(/<@\d+> heeft dit al opgenomen/)
  expect(await acts(house)).toEqual(['raised', 'claimed'])
})

test('a press answers with the card as it now is', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  await fatima.presses(card, 'Neem op')
  expect(card.words).toContain(`Opgenomen door <@${fatima.id}>`)
  await fatima.presses(card, 'Geef vrij')
  expect(card.words).toContain('Nog van niemand')
  expect(await acts(house)).toEqual(['raised', 'claimed', 'released'])
})

test('Toon shows the words to one person, and is written in the audit before', async () => {
  const { house, card, fatima } = await flagged(CRY, 'lotte')
  const shown = await fatima.presses(card, 'Toon')
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain(CRY)
  expect(house.world.messagesSeenBy('jonas', '#wachtrij').map((one) => one.id)).not.toContain(
    shown.message?.id,
  )
  expect(await acts(house)).toEqual(['raised', 'shown'])
})

test('Beslis closes the flag with an outcome and a reason that a person chose', async () => {
  const { house, card } = await flagged(THREAT)
  const done = await decide(house, 'fatima', 'talked', { reason: 'hurts' })
  expect(done.message?.content).toContain('Genoteerd: Gepraat.')
  expect(card.words).toContain('Afgesloten')
  expect(card.words).toContain('Gepraat')
  expect(card.words).toContain('Reden: Het kwetst iemand')
})

test('what a decider writes with it is sealed, shown to colleagues behind Toon, and gone with the rest', async () => {
  const { house, card, jonas } = await flagged(THREAT)
  await decide(house, 'fatima', 'talked', { words: 'zebrapad-notitie' })
  const note = await house.bot().desk.db.flagNote.findFirstOrThrow()
  expect(note.words).toMatch(/^h1\./)
  expect(card.words).not.toContain('zebrapad')
  expect((await jonas.presses(card, 'Toon')).message?.words).toContain('zebrapad-notitie')
  await house.pass((house.policy.house.retention.closedFlagDays + 2) * 24 * 60)
  expect((await jonas.presses(card, 'Toon')).message?.words).not.toContain('zebrapad')
})

test('"geen probleem" for a red flag waits for a second person, who must be another one', async () => {
  const { house, card } = await flagged(CRY, 'lotte')
  const first = await decide(house, 'fatima', 'no-problem')
  expect(first.message?.content).toContain('Wacht op een tweede persoon')
  expect(card.words).toContain('Dit vraagt een tweede persoon')
  const again = await decide(house, 'fatima', 'no-problem')
  expect(again.message?.content).toContain('Een tweede persoon moet het bevestigen')
  expect((await house.bot().desk.db.flag.findFirst())?.state).toBe('awaiting')
  await decide(house, 'jonas', 'no-problem')
  expect((await house.bot().desk.db.flag.findFirst())?.state).toBe('closed')
})

test('passing on never waits: one person does it at once, also when a colleague took the flag', async () => {
  const { house, card, jonas } = await flagged(CRY, 'lotte')
  await jonas.presses(card, 'Neem op')
  await decide(house, 'fatima', 'passed-on')
  const flag = await house.bot().desk.db.flag.findFirst()
  expect(flag?.state).toBe('closed')
  expect(flag?.outcome).toBe('passed-on')
})

test('a removal that a person decided takes the message away, once', async () => {
  const { house, message } = await flagged(INSULT)
  await decide(house, 'fatima', 'removed')
  expect(message.deleted).toBe(true)
  const deletes = house.requests.filter((request) => request.method === 'DELETE')
  expect(deletes).toHaveLength(1)
})

test('nobody decides about their own message', async () => {
  const { house } = await flagged(INSULT, 'fatima')
  const reply = await decide(house, 'fatima', 'no-problem')
  expect(reply.message?.content).toContain('Een collega beslist')
  expect((await house.bot().desk.db.flag.findFirst())?.state).toBe('open')
})

test('somebody without a role of the team cannot press, whatever they can see', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'wachtrij'
          ? { ...channel, readers: [...(channel.readers ?? []), '@everyone'] }
          : channel,
      ),
    }),
  })
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  const reply = await house.world.member('yara').presses(card, 'Toon')
  expect(reply.message?.words).toBe('Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.')
  expect(await acts(house)).toEqual(['raised'])
  expect((await house.world.member('yara').runs('/wachtrij')).message?.words).toBe(
    'Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.',
  )
})

test('/wachtrij lists what waits, the heaviest first, and says when nothing does', async () => {
  const house = await openHouse()
  const fatima = house.world.member('fatima')
  expect((await fatima.runs('/wachtrij')).message?.words).toContain('De wachtrij is leeg.')
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  const words = (await fatima.runs('/wachtrij')).message?.words ?? ''
  expect(words.indexOf('rood')).toBeGreaterThan(-1)
  expect(words.indexOf('rood')).toBeLessThan(words.indexOf('groen'))
})

test('a card that somebody deleted comes back with its state', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  await fatima.presses(card, 'Neem op')
  await house.world.member('eigenaar').deletes(card)
  await house.world.until(() => house.cards().length === 1 && house.cards()[0]?.id !== card.id)
  expect(house.cards()[0]?.words).toContain(`Opgenomen door <@${fatima.id}>`)
})

test('when the time of the words is over, Toon says so, and the database and keys no longer hold them', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  await decide(house, 'fatima', 'talked')
  await house.pass((house.policy.house.retention.closedFlagDays + 2) * 24 * 60)
  const shown = await fatima.presses(card, 'Toon')
  expect(shown.message?.words).toContain('De tekst is gewist')
  expect((await house.bot().desk.db.flag.findFirst())?.words).toBeNull()
})

test('a card that somebody deleted while the bot was away comes back when it starts', async () => {
  const { house, card } = await flagged(INSULT)
  await house.stop()
  await house.world.member('eigenaar').deletes(card)
  expect(house.cards()).toHaveLength(0)
  await house.start()
  await house.settled()
  expect(house.cards()).toHaveLength(1)
})
