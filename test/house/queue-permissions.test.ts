import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import {
  acts,
  cardIn,
  CRY,
  decide,
  flagged,
  flagOf,
  INSULT,
  policiesWithVolunteers,
  THREAT,
  withPowers,
  withVolunteers,
} from '../support/queue.ts'

const NOT_ALLOWED = 'Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.'
const openToVolunteers = async () =>
  openHouse({ policyFolder: await policiesWithVolunteers(), seed: withVolunteers })

test('a volunteer, and a moderator under 18, sees conduct in /wachtrij and nothing else, and opens its card there', async () => {
  const house = await openToVolunteers()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('ayoub').says('#algemeen', THREAT)
  await house.settled()
  for (const name of ['kaat', 'tuur']) {
    const list = await house.world.member(name).runs('/wachtrij')
    expect(list.message?.words).toContain('pesten of schelden')
    expect(list.message?.words).not.toMatch(/zorg om de schrijver|bedreiging|iets seksueels/)
    expect(list.message?.words).toContain('1 bericht.')
    expect(JSON.stringify(list.message?.components)).not.toMatch(/distress|threat|grooming/)
  }
  expect((await house.world.member('fatima').runs('/wachtrij')).message?.words).toContain('3 berichten.')
})

test('a volunteer takes and decides conduct from the list; the card of the team shows it', async () => {
  const house = await openToVolunteers()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const kaat = house.world.member('kaat')
  const list = await kaat.runs('/wachtrij')
  const flag = await flagOf(house)
  const card = await kaat.chooses(list, 'Open een kaart', flag.id)
  expect(card.message?.ephemeral).toBe(true)
  await kaat.presses(card, 'Neem op')
  await house.settled()
  expect(cardIn(house).words).toContain(`Opgenomen door <@${kaat.id}>`)
  await decide(house, 'kaat', 'talked', { card })
  expect(cardIn(house).words).toContain('Gepraat')
})

test('whatever a volunteer can press, the bot refuses a worry and harm, also on a card in plain sight', async () => {
  const house = await openHouse({
    policyFolder: await policiesWithVolunteers(),
    seed: (seed) => {
      const given = withVolunteers(seed)
      return {
        ...given,
        channels: given.channels.map((channel) =>
          channel.name === 'wachtrij'
            ? { ...channel, readers: [...(channel.readers ?? []), 'Vrijwilliger'] }
            : channel,
        ),
      }
    },
  })
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  for (const name of ['kaat', 'tuur']) {
    for (const button of ['Neem op', 'Toon', 'Beslis', 'Geef door', 'Niveau']) {
      const reply = await house.world.member(name).presses(cardIn(house), button)
      expect(reply.message?.words, `${name} ${button}`).toBe(NOT_ALLOWED)
      expect(reply.message?.ephemeral).toBe(true)
    }
  }
  expect(await acts(house)).toEqual(['raised'])
})

test('a volunteer has no measure against anybody, and does not see the choice', async () => {
  const house = await openToVolunteers()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const kaat = house.world.member('kaat')
  const card = await kaat.chooses(await kaat.runs('/wachtrij'), 'Open een kaart', (await flagOf(house)).id)
  expect((await kaat.presses(card, 'Maak veilig')).message?.words).toBe(NOT_ALLOWED)
  const options = await kaat.presses(card, 'Beslis')
  expect(JSON.stringify(options.message?.components)).not.toMatch(/made-safe|passed-on/)
})

test('a role that somebody loses counts at the next press, also halfway a form', async () => {
  const { house, card, fatima } = await flagged(THREAT)
  const options = await fatima.presses(card, 'Beslis')
  const form = await fatima.chooses(options, 'Kies een uitkomst', 'talked')
  house.world.admin().takesRole('fatima', 'Moderator')
  const refused = await fatima.submits(form, { reason: 'rule', words: '' })
  expect(refused.message?.words).toBe(NOT_ALLOWED)
  expect((await fatima.runs('/wachtrij')).message?.words).toBe(NOT_ALLOWED)
  expect((await flagOf(house)).state).toBe('open')
})

test('the owner of the server, who has every right on Discord, is nobody here without a role of the team', async () => {
  const { house, card } = await flagged(CRY, 'lotte')
  const owner = house.world.member('eigenaar')
  expect((await owner.presses(card, 'Toon')).message?.words).toBe(NOT_ALLOWED)
  expect((await owner.runs('/wachtrij')).message?.words).toBe(NOT_ALLOWED)
})

test('Discord’s own settings of a command give nothing: who is let in there is still refused', async () => {
  const { house } = await flagged(INSULT)
  house.world.admin().setsCommand('/wachtrij', [{ for: { role: '@everyone' }, allowed: true }])
  expect((await house.world.member('yara').runs('/wachtrij')).message?.words).toBe(NOT_ALLOWED)
})

test('a flag of another house is not there: its id finds nothing, whatever button carries it', async () => {
  const { house, card, fatima } = await flagged(INSULT, 'milan', { seed: withPowers })
  const { db } = house.bot().desk
  await db.flag.updateMany({ data: { houseId: '900000000000000009' } })
  for (const button of ['Neem op', 'Toon', 'Beslis', 'Geef door', 'Niveau', 'Maak veilig']) {
    const reply = await fatima.presses(card, button)
    expect(reply.message?.content, button).toBe('Dit staat niet meer in de wachtrij.')
  }
  expect((await fatima.runs('/wachtrij')).message?.words).toContain('De wachtrij is leeg.')
  expect(await db.flag.findFirst()).toMatchObject({ state: 'open', ownerId: null })
  expect(await acts(house)).toEqual(['raised'])
})

test('the team is told as long as volunteers can see the channel of the queue, at the start and when a permission changes', async () => {
  const house = await openToVolunteers()
  const told = (): string =>
    house.world
      .channel('#wachtrij')
      .messages()
      .map(({ content }) => content)
      .join()
  expect(told()).toBe('')
  house.world.admin().sets('#wachtrij', { role: 'Vrijwilliger' }, { allow: ['ViewChannel'] })
  await house.world.until(() => told().includes('De rol Vrijwilliger ziet #wachtrij.'))
  await house.stop()
  await house.start()
  expect(told().match(/De rol Vrijwilliger ziet/g)).toHaveLength(1)
  const info = await house.world.member('sam').runs('/info')
  expect(info.message?.words).toContain('De rol Vrijwilliger ziet #wachtrij.')
  house.world.admin().sets('#wachtrij', { role: 'Vrijwilliger' }, { deny: ['ViewChannel'] })
  await house.world.until(() => told() === '')
  expect(house.cards()).toEqual([])
})
