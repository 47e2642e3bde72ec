import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { ownRule } from '../support/own-rule.ts'
import { policyWith } from '../support/policy.ts'
import { policiesWithVolunteers, withVolunteers } from '../support/queue.ts'

const TRIAL = ownRule('zebra', ['proef: true', 'terms: [zebrapadmonster]'])
const DAY = 24 * 60

test('a rule on trial flags nothing: it is counted, and the team looks at examples, fetched from Discord at that moment', async () => {
  const house = await openHouse({ policyFolder: await policyWith(TRIAL) })
  const { db } = house.bot().desk
  const milan = house.world.member('milan')
  const first = await milan.says('#algemeen', 'gij zebrapadmonster nummer een')
  await milan.says('#gaming', 'nog een zebrapadmonster gevonden')
  await milan.says('#algemeen', 'gewoon een berichtje zonder iets')
  await house.settled()
  await house.pass(1)
  expect(await db.flag.count()).toBe(0)
  expect(house.cards()).toEqual([])

  const fatima = house.world.member('fatima')
  const summary = await fatima.runs('huis proef', {}, { channel: '#team' })
  expect(summary.message?.ephemeral).toBe(true)
  expect(summary.message?.words).toMatch(/zebra.+1 dag: 2 berichten van de 3 \(66,67\s?%\)\. Niveau: rood\./s)

  const ask = () => fatima.chooses(summary.message as never, 'Toon voorbeelden van een regel', 'zebra')
  const shown = await ask()
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain('> gij zebrapadmonster nummer een')
  expect(shown.message?.words).toContain('> nog een zebrapadmonster gevonden')
  expect(shown.message?.words).not.toMatch(new RegExp(`milan|${milan.id}`, 'i'))
  await milan.deletes(first)
  await house.settled()
  const again = await ask()
  expect(again.message?.words).not.toContain('nummer een')
  expect(again.message?.words).toContain('Dit bericht staat niet meer op Discord.')
  const lines = await db.auditLine.findMany({ where: { act: 'trial-shown' } })
  expect(lines.map(({ act, actorId, codes }) => ({ act, actorId, codes }))).toEqual([
    { act: 'trial-shown', actorId: fatima.id, codes: '{"rule":"zebra"}' },
    { act: 'trial-shown', actorId: fatima.id, codes: '{"rule":"zebra"}' },
  ])

  // What stands on the screen goes after ten minutes, where the messages stood after a week; the figures stay.
  const seen = () => house.world.messagesSeenBy('fatima', '#team').map(({ id }) => id)
  expect(seen()).toContain(again.message?.id)
  await house.settled()
  await house.pass(11)
  expect(seen()).not.toContain(again.message?.id)
  await house.pass(8 * DAY)
  expect(await db.trialSample.count()).toBe(0)
  const later = await fatima.runs('huis proef', {}, { channel: '#team' })
  expect(later.message?.words).toContain('2 berichten van de 3')
})

test('only grown-ups of the team see rules on trial; without one it says how to try a rule', async () => {
  const house = await openHouse({ policyFolder: await policiesWithVolunteers(), seed: withVolunteers })
  const ask = async (who: string) =>
    (await house.world.member(who).runs('huis proef', {}, { channel: '#algemeen' })).message?.words
  const allowed = house.bot().desk.texts().t('error.not-allowed')
  expect([await ask('milan'), await ask('kaat'), await ask('tuur')]).toEqual([allowed, allowed, allowed])
  expect(await ask('fatima')).toContain('Er is geen regel op proef.')
})
