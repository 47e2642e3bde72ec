import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { decide, INSULT, policiesWithVolunteers, withVolunteers } from '../support/queue.ts'

test('the figures of a month: small numbers hidden, a chart with its text, pages and a spreadsheet, for the team alone', async () => {
  const house = await openHouse()
  const { world } = house
  const fatima = world.member('fatima')
  for (const more of ['', ' echt', ' zeg', ' ja', ' nee', ' hoor']) {
    await world.member('milan').says('#algemeen', `${INSULT}${more}`)
  }
  await world.member('noor').says('#algemeen', 'ik wil dood')
  await house.settled()
  await decide(house, 'fatima', 'talked')
  const start = await world.member('noor').runs('/praat')
  await world.member('noor').chooses(start, { customId: 'praat:subject:nl' }, 'Pesten')

  const shown = await fatima.runs('cijfers', { periode: 'Deze maand' }, { channel: '#team' })
  expect(shown.message?.ephemeral).toBe(true)
  const embed = shown.message?.embeds[0]
  expect(embed?.title).toBe('Cijfers van 1 november 2026 tot en met 25 november 2026')
  expect(embed?.description).toMatch(/\*\*pesten of schelden\*\*: 6 \((groen|geel) 6\)/)
  // One worry: not said, and not to be worked out from the sum of all.
  expect(embed?.description).toContain('**zorg om de schrijver**: verborgen')
  expect(embed?.description).toContain('**Samen**: verborgen')
  expect(embed?.description).toContain('Wat we niet kunnen weten')
  expect(embed?.image?.url).toBe('attachment://cijfers.png')
  expect(shown.message?.attachments).toMatchObject([
    { filename: 'cijfers.png', description: expect.stringContaining('pesten of schelden: 6') },
  ])

  const times = await fatima.presses(shown, 'Hoe snel')
  expect(times.message?.words).toContain('**Samen**: open uren te weinig')
  expect(times.message?.attachments).toEqual([])
  const ended = await fatima.presses(times, 'Hoe het afliep')
  expect(ended.message?.words).toContain('Automatische maatregelen tegen personen: 0.')
  const referred = await fatima.presses(ended, 'Doorverwezen')
  expect(referred.message?.words).toContain('**JAC**: verborgen')
  const csv = await fatima.presses(referred, 'Als rekenblad (CSV)')
  expect(csv.message?.attachments).toMatchObject([{ filename: 'cijfers-2026-11-01-2026-11-25.csv' }])
  expect(world.messagesSeenBy('jonas', '#team').map(({ id }) => id)).not.toContain(shown.message?.id)
})

test('young people, volunteers and moderators under 18 see no figures; days that cannot be are told', async () => {
  const house = await openHouse({ policyFolder: await policiesWithVolunteers(), seed: withVolunteers })
  const ask = async (who: string, values = {}) =>
    (await house.world.member(who).runs('cijfers', values, { channel: '#algemeen' })).message?.words
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  house.world.admin().setsCommand(
    '/cijfers',
    ['milan', 'kaat'].map((member) => ({ for: { member }, allowed: true })),
  )
  const texts = house.bot().desk.texts()
  const refused = texts.t('error.not-allowed')
  expect([await ask('milan'), await ask('kaat'), await ask('tuur')]).toEqual([refused, refused, refused])
  expect(await ask('jonas', { van: '2026-11-31' })).toBe(texts.t('figures.wrong'))
  expect(await ask('jonas', { van: '2026-11-20', tot: '2026-11-10' })).toBe(texts.t('figures.wrong'))
  expect(await ask('jonas', { van: '2026-11-20' })).toContain('In deze tijd kwam er geen melding binnen.')
})
