import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'

/** Words that stand nowhere else, so that finding them anywhere is a leak. */
const PLANTED = 'paarsezebrafluit'
const PLANTED_NOTE = 'groeneolifanttrom'

test('what people write stands in no log, no card and nowhere readable on the disk', async () => {
  const house = await openHouse()
  const lotte = house.world.member('lotte')
  const message = await lotte.says('#algemeen', `ik wil dood ${PLANTED}`)
  const form = await house.world.member('milan').reports(message)
  await house.world.member('milan').submits(form, { reason: 'worried', words: PLANTED_NOTE })
  await house.settled()
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  await house.world.member('fatima').presses(card, 'Toon')
  await house.world.member('fatima').presses(card, 'Neem op')
  await house.settled()

  expect(house.world.transcript('#wachtrij')).not.toContain(PLANTED)
  for (const planted of [PLANTED, PLANTED_NOTE]) {
    expect(house.log.join('\n')).not.toContain(planted)
    for (const file of readdirSync(dirname(house.databaseFile), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const bytes = readFileSync(join(file.parentPath, file.name))
      expect(bytes.includes(planted), `${planted} in ${file.name}`).toBe(false)
    }
  }
})

test('an error of Discord leaves its request, and so its words, out of the log', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'gaming'
          ? { ...channel, overwrites: [{ role: '@bot', deny: ['SendMessages'] }] }
          : channel,
      ),
    }),
  })
  await house.world.member('milan').says('#gaming', `vuile kankerhoer ${PLANTED}`)
  await house.settled()
  await house.pass(10)
  expect(house.log.join('\n')).not.toContain(PLANTED)
})
