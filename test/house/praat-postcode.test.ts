import { expect, test } from 'vitest'
import type { Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { everythingKept } from '../support/kept.ts'
import { policyWith } from '../support/policy.ts'

/** A place that exists in no Belgium, for the JAC: the first line with places by region. */
const PLACES = {
  file: 'helplines.yaml',
  from: '    regional: true\n',
  to: `    regional: true
    places:
      - name: JAC Proefstad
        postcodes: ["9850-9859"]
        address: Proefstraat 1
        web: https://proefstad.example
        source: een test
        verifiedOn: 2026-11-20
`,
}
const BUTTON = 'Vul je postcode in (hoeft niet)'
const TYPED = 'B-9853 Wippelgemzebra'
const POSTCODE = /(?<!\d)9853(?!\d)/

const asked = async (house: TestHouse, options: { channel?: string } = {}): Promise<Reply> => {
  const noor = house.world.member('noor')
  return noor.chooses(await noor.runs('/praat', {}, options), { customId: 'praat:subject:nl' }, 'slecht')
}

test('a postcode names the place that serves it, is used once and stands nowhere afterwards', async () => {
  const house = await openHouse({ policyFolder: await policyWith(PLACES) })
  const noor = house.world.member('noor')
  const answer = await asked(house)
  const before = answer.message?.words ?? ''
  const form = await noor.presses(answer, BUTTON)
  expect(JSON.stringify(form.modal?.data)).toContain('houden ze niet bij')
  const near = await noor.submits(form, { postcode: TYPED })
  expect(near.kind).toBe('updated')
  expect(near.message?.words).toContain('Bij jouw postcode hoort **JAC Proefstad**, Proefstraat 1.')
  expect(near.message?.words).toContain('Begin hier: JAC.')
  expect(JSON.stringify(near.message?.components)).not.toMatch(POSTCODE)
  // The next choice begins without it, and asks again.
  const called = await noor.presses(near, 'Liever bellen')
  expect(called.message?.words).not.toContain('Proefstad')
  expect((await noor.presses(called, 'Liever bellen')).message?.words).toBe(before)
  await house.settled()
  const sent = JSON.stringify(house.requests)
  const kept = await everythingKept(house)
  for (const [where, text] of [
    ['sent to Discord', sent],
    ['kept', kept],
  ] as const) {
    expect(text, where).not.toMatch(POSTCODE)
    expect(text, where).not.toContain('Wippelgemzebra')
  }
})

test('what is no postcode, and one that no place is known for, get a kind sentence and lose nothing of the answer', async () => {
  const house = await openHouse({ policyFolder: await policyWith(PLACES) })
  const noor = house.world.member('noor')
  const answer = await asked(house)
  const before = (answer.message?.words ?? '').split('\n').filter((line) => !line.includes('per regio'))
  const bad = await noor.submits(await noor.presses(answer, BUTTON), { postcode: 'ergens' })
  expect(bad.message?.words).toContain('Dat lijkt geen Belgische postcode')
  for (const line of before) expect(bad.message?.words).toContain(line)
  const elsewhere = await noor.submits(await noor.presses(bad, BUTTON), { postcode: '1000' })
  expect(elsewhere.message?.words).toContain('We weten niet welke plek van JAC bij jou hoort.')
  for (const line of before) expect(elsewhere.message?.words).toContain(line)
  const empty = await noor.submits(await noor.presses(elsewhere, BUTTON), {})
  for (const line of before) expect(empty.message?.words).toContain(line)
  // In another language the form and the answer are in it.
  const english = await noor.presses(empty, 'In English')
  const form = await noor.presses(english, 'Give your postcode (you don’t have to)')
  expect(form.modal?.title).toBe('A place near you')
  const near = await noor.submits(form, { postcode: '9850' })
  expect(near.message?.words).toContain('The place for your postcode is **JAC Proefstad**')
})

test('it works in a direct message with the bot as well', async () => {
  const house = await openHouse({ policyFolder: await policyWith(PLACES) })
  const noor = house.world.member('noor')
  const form = await noor.presses(await asked(house, { channel: 'dm' }), BUTTON)
  const near = await noor.submits(form, { postcode: '9853' })
  expect(near.message?.words).toContain('**JAC Proefstad**')
  expect(JSON.stringify(near.message?.components)).toContain('praat:wipe')
})

test('where no line has places nobody is asked for one', async () => {
  const house = await openHouse()
  expect(JSON.stringify((await asked(house)).message?.components)).not.toContain('postcode')
})
