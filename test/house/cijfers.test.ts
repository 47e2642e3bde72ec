import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { openHouse } from '../support/house.ts'
import { decide, INSULT } from '../support/queue.ts'

test('the figures of a period: small numbers hidden, a chart with its text, a spreadsheet, and for the team alone', async () => {
  const house = await openHouse()
  const { world } = house
  const fatima = world.member('fatima')
  // One of each of six writers, so that they are six flags; one person decides about the first.
  for (const [at, text] of [INSULT, `${INSULT} echt`, `nu ${INSULT}`, `gij ${INSULT}`, `ja ${INSULT}`, `zeg ${INSULT}`].entries()) {
    await world.member('milan').says('#algemeen', `${text} ${'!'.repeat(at)}`)
  }
  await house.settled()
  const { desk } = house.bot()
  const id = houseId(house.discord.guildId)
  expect(await desk.flags.count(id)).toBe(6)
  await decide(house, 'fatima', 'no-problem')
  const start = await world.member('yara').uses('praat')
  await world.member('yara').chooses(start, 'Kies een onderwerp', 'pesten')

  const shown = await fatima.uses('cijfers', { periode: 'month' })
  expect(shown.message?.ephemeral).toBe(true)
  const embed = shown.message?.embeds[0]
  expect(embed?.title).toContain('1 november 2026 tot en met 25 november 2026')
  expect(embed?.description).toContain('**Samen**: 6')
  expect(embed?.description).toContain('Wat we niet kunnen weten')
  console.log(embed?.description, shown.message)
})
