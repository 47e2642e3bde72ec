import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { ownRule } from '../support/own-rule.ts'
import { policyWith, REPORTS } from '../support/policy.ts'
import { acts } from '../support/queue.ts'

const RULE = ownRule('zebra', ['terms: [zebrapadmonster]', 'notWhen: [zebrapadmonster van plastic]'])

test('/waarom tells the team what was read, what was found, what did not count and under which version, and keeps nothing', async () => {
  const house = await openHouse({ policyFolder: await policyWith(RULE) })
  const fatima = house.world.member('fatima')
  const before = await house.bot().desk.db.auditLine.count()
  const tekst = 'Gij Zebrapadmonster! Een zebrapadmonster van plastic.'
  const reply = await fatima.runs('waarom', { tekst, kanaal: 'algemeen' }, { channel: '#team' })
  const words = reply.message?.words ?? ''
  expect(reply.message?.ephemeral).toBe(true)
  expect(words).toContain(`Versie van de afspraken: ${house.bot().desk.screening.version}`)
  expect(words).toContain('Kanaal: algemeen (staat in channels.yaml)')
  expect(words).toContain('Gelezen als: gij zebrapadmonster een zebrapadmonster van plastic')
  expect(words).toContain('zebra (bedreiging, schade aan iemand anders, rood)')
  expect(words).toContain('reden: Een zin van de proef.')
  expect(words).toContain('gevonden: "zebrapadmonster" (term: zebrapadmonster)')
  expect(words).toContain('want er staat "zebrapadmonster van plastic" (notWhen)')
  expect(words).toContain('Besluit: schade aan iemand anders, bedreiging, rood: een mens kijkt ernaar.')
  expect(await house.bot().desk.db.auditLine.count()).toBe(before)
  expect(house.log.join('\n')).not.toContain('ebrapadmonster')
  const here = await fatima.runs('waarom', { tekst: 'dag allemaal' }, { channel: '#team' })
  expect(here.message?.words).toContain('De gewone afspraken gelden.')
  expect(here.message?.words).toContain('Besluit: niets.')
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  house.world.admin().setsCommand('/waarom', [{ for: { member: 'milan' }, allowed: true }])
  const refused = await house.world.member('milan').runs('waarom', { tekst }, { channel: '#algemeen' })
  expect(refused.message?.words).not.toContain('zebra')
})

test('what does not fit is cut, and said to be', async () => {
  const house = await openHouse({ policyFolder: await policyWith(RULE) })
  const tekst = '*zebrapadmonster* '.repeat(220).trim()
  const reply = await house.world.member('fatima').runs('waarom', { tekst }, { channel: '#algemeen' })
  expect(reply.message?.embeds[0]?.description?.length).toBeLessThanOrEqual(4_096)
  expect(reply.message?.words).toContain('zebra (bedreiging')
})

test('a house that does not read along explains a message all the same, and says that the bot does not screen', async () => {
  const house = await openHouse({ policyFolder: await policyWith(RULE, REPORTS) })
  const said = await house.world.member('milan').says('#algemeen', 'gij zebrapadmonster daar')
  await house.settled()
  expect(house.cards()).toEqual([])
  const reply = await house.world.member('jonas').usesOn(said, 'Waarom dit bericht')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.words).toContain('Dit huis leest niet zelf mee.')
  expect(reply.message?.words).toContain('gevonden: "zebrapadmonster"')
  expect(said.deleted).toBe(false)
  const secret = await house.world.member('fatima').says('#team', 'een zebrapadmonster gezien')
  const staff = await house.world.member('jonas').usesOn(secret, 'Waarom dit bericht')
  expect(staff.message?.words).toContain('Hier leest de bot nooit mee')
  expect(staff.message?.words).not.toContain('zebrapad')
})

test('under Toon the team can ask why, which is written down as Toon is', async () => {
  const house = await openHouse({ policyFolder: await policyWith(RULE) })
  await house.world.member('milan').says('#algemeen', 'gij zebrapadmonster daar')
  await house.settled()
  const [card] = house.cards()
  const fatima = house.world.member('fatima')
  const before = await acts(house)
  const shown = card && (await fatima.presses(card, 'Toon'))
  const why = shown?.message && (await fatima.presses(shown.message, 'Waarom?'))
  expect(why?.message?.ephemeral).toBe(true)
  expect(why?.message?.words).toContain('gevonden: "zebrapadmonster"')
  expect(await acts(house)).toEqual([...before, 'shown', 'shown'])
})
