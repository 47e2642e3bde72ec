import { expect, test } from 'vitest'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { HOLDS_INSULTS, policyWith } from '../support/policy.ts'
import { INSULT } from '../support/queue.ts'

const EASY = 'Heel eenvoudig'
const BACK = 'Gewone tekst'

interface Button {
  readonly label?: string
  readonly custom_id?: string
}
const rowsOf = (message: MessageHandle | undefined): readonly (readonly Button[])[] =>
  JSON.parse(JSON.stringify(message?.components ?? [])).map((row: { components: Button[] }) => row.components)
const labelsOf = (answer: Reply): readonly (string | undefined)[] =>
  rowsOf(answer.message).flatMap((row) => row.map(({ label }) => label))

/** Discord takes five rows of five, ids of a hundred characters, 2,000 in a message and 4,096 in an embed. */
function fits(answer: Reply, what: string): void {
  const rows = rowsOf(answer.message)
  expect(rows.length, what).toBeLessThanOrEqual(5)
  for (const row of rows) {
    expect(row.length, what).toBeLessThanOrEqual(5)
    for (const { custom_id = '', label = '' } of row) {
      expect(custom_id.length, what).toBeLessThanOrEqual(100)
      expect(label.length, what).toBeLessThanOrEqual(80)
    }
  }
  expect(answer.message?.content.length ?? 0, what).toBeLessThanOrEqual(2_000)
}

/** The answer in its very simple form, in each language, and back; each says something else and fits. */
async function alsoSimple(house: TestHouse, answer: Reply, what: string): Promise<boolean> {
  const noor = house.world.member('noor')
  const whole = answer.message?.words
  fits(answer, what)
  const simple = await noor.presses(answer, EASY)
  const dutch = simple.message?.words
  expect(dutch, what).not.toBe(whole)
  expect((dutch ?? '').split(' ').length, what).toBeLessThan((whole ?? '').split(' ').length)
  fits(simple, what)
  const french = await noor.presses(simple, 'En français')
  expect([whole, dutch], what).not.toContain(french.message?.words)
  // Another language keeps the form.
  expect(labelsOf(french), what).toContain('Texte normal')
  fits(french, what)
  const home = await noor.presses(await noor.presses(french, 'In het Nederlands'), BACK)
  expect(home.message?.words, what).toBe(whole)
  return true
}

test('the notice and what must be passed on have a very simple form beside the languages', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  expect(
    await alsoSimple(house, await noor.presses(await noor.runs('/info'), 'Wie leest mee?'), 'notice'),
  ).toBe(true)
  expect(await alsoSimple(house, await noor.runs('/meldplicht'), 'meldplicht')).toBe(true)
})

test('one’s data, what is deleted and what cannot be reported have one too', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  expect(await alsoSimple(house, await noor.runs('/mijn-gegevens'), 'data')).toBe(true)
  const data = await noor.runs('/mijn-gegevens')
  expect(await alsoSimple(house, await noor.presses(data, 'Wis mijn gegevens'), 'delete')).toBe(true)
  expect(await alsoSimple(house, await noor.runs('/meld', { link: 'geen link' }), 'no link')).toBe(true)
})

test('/praat: the advice and what holds for a talk too; a subject that was chosen stays chosen', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const start = await noor.runs('/praat')
  for (const subject of ['zorgen-om-iemand', 'priveberichten', 'spraakkanaal']) {
    const answer = await noor.chooses(start, { customId: 'praat:subject:nl' }, subject)
    expect(await alsoSimple(house, answer, subject)).toBe(true)
  }
  const simple = await noor.presses(
    await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten'),
    EASY,
  )
  await house.settled()
  const talk = await noor.presses(simple, 'Liever met ons')
  expect(talk.message?.words).toContain('Soms moeten we iets doorgeven.')
  await noor.presses(talk, 'Iemand die er nu is')
  await house.settled()
  // Nothing about how somebody reads is kept: the talk knows its language alone.
  const row = await house.bot().desk.db.talk.findFirstOrThrow()
  expect(row.language).toBe('nl')
})

test('the writer of a message that was held reads why in the very simple form', async () => {
  const house = await openHouse({ policyFolder: await policyWith(HOLDS_INSULTS) })
  const noor = house.world.member('noor')
  await noor.says('#algemeen', INSULT)
  await house.settled()
  expect(await alsoSimple(house, await noor.runs('/tegengehouden'), 'held')).toBe(true)
})

test('the posted notice stays as it is: its button opens an answer of one’s own', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  const before = notice.content
  const simple = await noor.presses(notice, EASY)
  expect(simple.message?.ephemeral).toBe(true)
  expect(simple.message?.words).toContain('Kan het geheim blijven?')
  expect(simple.message?.words).toContain('Dan zeggen we het je eerst.')
  expect(house.world.channel('#welkom').pins()[0]?.content).toBe(before)
  // "Ik heb dit gelezen" works there as well, and thanks.
  const thanks = await noor.presses(simple, 'Ik heb dit gelezen')
  expect(thanks.message?.words).toContain('Bedankt')
  expect(await house.bot().desk.db.noticeRead.count()).toBe(1)
})

test('an answer that is short enough has no such button', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (const command of [
    '/openingsuren',
    '/regels',
    '/bezwaar',
    '/mijn-meldingen',
    '/tegengehouden',
    '/wachtrij',
  ])
    expect(labelsOf(await noor.runs(command)), command).not.toContain(EASY)
})

test('what a button carries that the house does not serve is read as the house speaks', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const simple = await noor.presses(await noor.runs('/meldplicht'), EASY)
  const policyFolder = await policyWith({
    file: 'house.yaml',
    from: 'languages: [nl, en, fr]',
    to: 'languages: [fr, en]',
  })
  await house.stop()
  await house.start({ policyFolder })
  expect((await noor.presses(simple, 'Terug')).message?.words).toContain('Que veux-tu savoir ?')
})
