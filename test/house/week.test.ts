import { expect, test } from 'vitest'
import { policyWithTeam, readable, until, withTeam } from '../support/duty.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

/** Saturday 25 October 2025, ten minutes before the house opens for the evening; that night the clock goes back. */
const BEGIN = '2025-10-25T17:50:00Z'
const THREAT = 'ik ga u vermoorden'
const PLAN = 'ik spring vanavond van de brug'

/** What the bot said in a channel by itself, cards aside, as it came: when (UTC) and what; also what stood only for a while. */
const chronicle = (house: TestHouse, channel: string) => {
  const seen = new Map<string, string>()
  return {
    look: () => {
      for (const { id, content, embeds, authorId } of house.world.channel(channel).messages()) {
        if (seen.has(id) || authorId !== house.discord.botId || embeds.length > 0) continue
        const at = house.bot().desk.now().toISOString().slice(5, 16).replace('T', ' ')
        seen.set(id, `${at} ${readable(house, content)}`)
      }
    },
    lines: () => [...seen.values()],
  }
}

test('a week of a house: shifts, nights, an illness, a holiday of its own and one of Belgium, and the night of winter time', async () => {
  const policyFolder = await policyWithTeam(BEGIN)
  const house = await openHouse({ at: BEGIN, policyFolder, seed: withTeam, duty: [] })
  const { world } = house
  const team = chronicle(house, '#wachtrij')
  const room = chronicle(house, '#algemeen')
  const look = (): void => {
    team.look()
    room.look()
  }
  const to = (iso: string): Promise<void> => until(house, iso, look)
  const dienst = async (who: string, button: string) => {
    const page = await world.member(who).runs('/dienst')
    const answer = await world.member(who).presses(page, button)
    await house.settled()
    look()
    return answer
  }
  const says = async (who: string, text: string): Promise<void> => {
    await world.member(who).says('#algemeen', text)
    await house.settled()
    look()
  }
  const standing = (): number =>
    world
      .channel('#algemeen')
      .messages()
      .filter((one) => one.authorId === house.discord.botId).length
  const stored = () => house.bot().desk.db.flag.findMany({ orderBy: { createdAt: 'asc' } })

  // Saturday evening. Fatima is there from five past eight and hears of a threat that she left alone for half an hour.
  await to('2025-10-25T18:05:00Z')
  await dienst('fatima', 'Begin mijn dienst')
  await to('2025-10-25T21:50:00Z')
  await says('milan', THREAT)
  await to('2025-10-25T22:30:00Z')
  await world.member('fatima').presses(house.cards()[0] ?? fail(), 'Neem op')
  // One o'clock at night: her shift ends by itself, and what she took waits in the queue.
  await to('2025-10-25T23:30:00Z')
  expect(await stored()).toMatchObject([{ state: 'open', ownerId: null }])
  expect(standing()).toBe(1)

  // The clock goes back. Something acute at three: whoever is on call hears it; in the channel nothing is said.
  await to('2025-10-26T02:00:00Z')
  await says('yara', PLAN)
  expect(standing()).toBe(1)

  // Sunday, two o'clock by the new clock. Jonas takes both, and hands them over to Sam when he goes.
  await to('2025-10-26T13:03:00Z')
  await dienst('sam', 'Begin mijn dienst')
  await dienst('jonas', 'Begin mijn dienst')
  expect(standing()).toBe(0)
  for (const card of house.cards()) await world.member('jonas').presses(card, 'Neem op')
  await to('2025-10-26T15:00:00Z')
  const asked = await dienst('jonas', 'Stop mijn dienst')
  expect(asked.message?.content).toContain('2 meldingen')
  await world.member('jonas').presses(asked, 'Geef door en stop')
  await house.settled()
  const offer = house.cards().find((one) => JSON.stringify(one.components).includes('Neem over')) ?? fail()
  await world.member('sam').presses(offer, 'Neem over')
  await house.settled()
  const sam = world.member('sam').id
  const [first, acute] = await stored()
  expect([first?.ownerId, acute?.ownerId]).toEqual([sam, sam])
  const { desk } = house.bot()
  await desk.flags.act({
    house: (await desk.flags.card(houseOf(first), first?.id ?? ''))?.houseId ?? fail(),
    flagId: acute?.id ?? '',
    actorId: sam,
    act: { type: 'decide', outcome: 'talked' },
  })
  // Friday will be a holiday of the house.
  await world.member('sam').runs('/huis vakantie', { van: '2025-10-31' })

  // Wednesday: in the afternoon Fatima, in the evening nobody. A restart in between loses nothing and says nothing twice.
  await to('2025-10-29T12:35:00Z')
  await dienst('fatima', 'Begin mijn dienst')
  await to('2025-10-29T14:30:00Z')
  await house.stop()
  await house.start()
  await to('2025-10-29T21:00:00Z')
  // Thursday: whoever should come is ill. A threat is brought to nobody, and nobody is pinged twice.
  await to('2025-10-30T16:00:00Z')
  await says('milan', `${THREAT} vandaag nog`)
  // Friday is the holiday, Saturday is All Saints. On Sunday Fatima is there again.
  await to('2025-11-02T13:05:00Z')
  await dienst('fatima', 'Begin mijn dienst')
  await to('2025-11-02T13:40:00Z')

  const none =
    'zouden we open zijn, maar niemand begon zijn dienst. De bot zegt intussen dat we dicht zijn. Wie er is, typt /dienst.'
  expect(team.lines()).toEqual([
    '10-25 22:20 @fatima: een melding (rood) wacht sinds 2025-10-25 21:50 op iemand. […]',
    '10-25 23:00 Het huis is dicht, elke dienst is gestopt. 1 melding staat weer in de wachtrij.',
    '10-26 02:00 @Oproep: een acute melding terwijl het huis dicht is (sinds 2025-10-26 02:00). Is er nu gevaar? Bel zelf 112 of 101. […]',
    '10-26 13:00 Binnengekomen terwijl er niemand was (sinds 2025-10-25 23:00): 1 acuut.\nNog van niemand: […] · […]\nAlles zie je met /wachtrij.',
    '10-26 17:00 Het huis is dicht, elke dienst is gestopt. 1 melding staat weer in de wachtrij.',
    '10-29 12:30 Nog van niemand: […]\nAlles zie je met /wachtrij.',
    // Of its time thirty minutes had passed on Saturday, and ten more before Fatima took it: the next step is twenty away.
    '10-29 12:55 @Achterwacht: niemand van dienst nam deze melding op (rood, sinds 2025-10-25 21:50). Kan de achterwacht kijken? […]',
    '10-29 13:25 @mieke: niemand nam deze melding op, ook de achterwacht niet (rood, sinds 2025-10-25 21:50). […]',
    '10-29 18:00 Nog van niemand: […]\nAlles zie je met /wachtrij.',
    `10-29 18:10 @Achterwacht: sinds 2025-10-29 18:00 ${none}`,
    '10-30 15:00 Nog van niemand: […]\nAlles zie je met /wachtrij.',
    `10-30 15:10 @Achterwacht: sinds 2025-10-30 15:00 ${none}`,
    '11-02 13:00 Binnengekomen terwijl er niemand was (sinds 2025-10-29 17:00): 1 rood.\nNog van niemand: […] · […]\nAlles zie je met /wachtrij.',
    '11-02 13:35 @fatima: een melding (rood) wacht sinds 2025-10-30 16:00 op iemand. […]',
  ])
  expect(room.lines()).toEqual([
    `10-25 23:00 ${closed('vandaag om 14 uur')}`,
    `10-26 17:00 ${closed('woensdag om 13.30 uur')}`,
    `10-29 17:00 ${closed('vandaag om 19 uur')}`,
    `10-29 18:10 ${closed('donderdag om 16 uur')}`,
    `10-29 20:30 ${closed('donderdag om 16 uur')}`,
    `10-30 15:10 ${closed('zondag om 14 uur')}`,
    `10-30 20:00 ${closed('zondag om 14 uur')}`,
  ])
}, 60_000)

const closed = (next: string): string =>
  `We zijn dicht. We zijn er weer ${next}. Nu iemand nodig? Bel 106 of 1813, dag en nacht. Liever typen? /praat toont welke chat open is. Gevaar? Bel 112.`

const fail = (): never => {
  throw new Error('not there')
}
const houseOf = (flag: { readonly houseId: string } | undefined) =>
  (flag?.houseId ?? '') as Parameters<ReturnType<TestHouse['bot']>['desk']['duty']['held']>[0]
