import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answered, networkFor, sectionsFor, startersFor } from '../../../src/deciding/guide.ts'
import { contactsFor } from '../../../src/deciding/contacts.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { questionsSchema } from '../../../src/policy/schema-questions.ts'
import { GROUNDS, GROUNDS_OF } from '../../../src/queue/pass-on.ts'
import { CATEGORIES, LEVELS } from '../../../src/screening/kinds.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { copyOfPolicy, problemsOf } from '../policy/world.ts'

const policy = await loadPolicy('policies')
const { questions } = policy
const idsOf = (category: (typeof CATEGORIES)[number], level: (typeof LEVELS)[number]): readonly string[] =>
  sectionsFor(questions, { category, level }).flatMap((section) => section.questions.map(({ id }) => id))

test('green asks nothing; from yellow up "did you talk" and "what protects" are the first two questions of every category', () => {
  for (const category of CATEGORIES) {
    expect(sectionsFor(questions, { category, level: 'groen' })).toEqual([])
    for (const level of ['geel', 'rood', 'acuut'] as const) {
      expect(idsOf(category, level).slice(0, 2), `${category} ${level}`).toEqual(['gepraat', 'beschermt'])
    }
  }
})

test('Sensoa’s six criteria are asked for what is sexual, and for nothing else', () => {
  const six = ['toestemming', 'vrijwilligheid', 'gelijkwaardigheid', 'ontwikkeling', 'past-context', 'impact']
  for (const category of CATEGORIES) {
    const asked = idsOf(category, 'acuut').filter((id) => six.includes(id))
    expect(asked, category).toEqual(category === 'sexual' ? six : [])
  }
})

test('whoever is worried about a writer is not asked about ideology or hostility', () => {
  expect(idsOf('distress', 'acuut')).not.toContain('ideologie')
  expect(idsOf('distress', 'acuut')).not.toContain('vijandig')
  expect(idsOf('recruitment', 'geel')).toContain('ideologie')
})

test('what is heavier asks no less than what is lighter, and who may act is asked from red up', () => {
  for (const category of CATEGORIES) {
    for (const [index, level] of LEVELS.slice(1).entries())
      expect(idsOf(category, level)).toEqual(
        expect.arrayContaining([...idsOf(category, LEVELS[index] ?? 'groen')]),
      )
    expect(idsOf(category, 'geel')).not.toContain('bevoegd')
    expect(idsOf(category, 'rood')).toContain('bevoegd')
  }
})

test('no question asks for religion, origin or a diagnosis, and every question says where it comes from', () => {
  for (const question of questions.sections.flatMap((section) => section.questions)) {
    const words = JSON.stringify([question.ask, question.hint])
    expect(words).not.toMatch(/geloof|religi|afkomst|origin|diagno|autis|adhd|psychos/i)
    expect(question.source).toMatch(/seed:\d+|sensoa\.be|domein §/)
  }
})

test('each part fits in one form of Discord, in every language', () => {
  for (const { note, questions: asked } of questions.sections)
    expect(asked.length + (note === undefined ? 0 : 1)).toBeLessThanOrEqual(5)
  const tooMany = {
    sections: [
      {
        id: 'x',
        label: { nl: 'x' },
        note: { nl: 'x' },
        questions: Array.from({ length: 5 }, (_, index) => ({
          id: `q${index}`,
          ask: { nl: 'x' },
          source: 'x',
        })),
      },
    ],
  }
  expect(questionsSchema.safeParse(tooMany).success).toBe(false)
})

test('how far somebody is counts questions, and there is nothing to add up in an answer', () => {
  const [first] = sectionsFor(questions, { category: 'hate', level: 'geel' })
  expect(
    answered(
      first?.questions ?? [],
      new Map([
        ['gepraat', 'ja'],
        ['elders', 'x'],
      ]),
    ),
  ).toBe(1)
})

test('sentences to begin with fit the category, and are in the words of the house', () => {
  const distress = startersFor(questions, 'distress', 'nl')
  expect(distress.some((sentence) => sentence.includes('zelfdoding'))).toBe(true)
  expect(startersFor(questions, 'spam', 'nl').some((sentence) => sentence.includes('zelfdoding'))).toBe(false)
  for (const category of CATEGORIES) expect(startersFor(questions, category, 'fr').length).toBeGreaterThan(0)
  // The report is quoted nowhere: what workers said there is theirs.
  const shipped = readFileSync('policies/questions.yaml', 'utf8')
  expect(shipped).not.toMatch(/hoe jij wil dat de wereld|intrigeert jullie|op deze manier daarnaar kijkt/i)
})

test('to whom something can be passed on: 112 and 101 first, those of the house and the lines of the category, somebody else last', () => {
  const texts = createTexts('nl')
  const ids = contactsFor(policy, 'harassment', texts).map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['112', '101'])
  expect(ids).toContain('clb')
  expect(ids).not.toContain('wijkpolitie')
  expect(ids.at(-1)).toBe('other')
  expect(new Set(ids).size).toBe(ids.length)
  expect(networkFor(policy.house, 'threat').map(({ id }) => id)).toContain('wijkpolitie')
})

test('the grounds depend on what kind of organisation it is: only an official must, only who is bound to silence may speak', () => {
  expect(GROUNDS_OF.vzw).not.toContain('official')
  expect(GROUNDS_OF.vzw).not.toContain('may-speak')
  expect(GROUNDS_OF.ambtenaar).toContain('official')
  expect(GROUNDS_OF.zorg).not.toContain('official')
  for (const language of ['nl', 'en', 'fr'] as const)
    for (const ground of GROUNDS)
      expect(createTexts(language).t(`pass-on.ground.${ground}.option`)).not.toMatch(/\d|art\./i)
})

test('a house may do without questions; a line that is not there and an id twice are told with their place', async () => {
  const without = await copyOfPolicy()
  await without.remove('questions.yaml')
  expect((await loadPolicy(without.folder)).questions.sections).toEqual([])

  const wrong = await copyOfPolicy()
  await wrong.change('questions.yaml', 'spam', 'spam').catch(() => undefined)
  await wrong.change('questions.yaml', 'drugs: [druglijn, caw]', 'drugs: [druglijnn, caw]')
  await wrong.change('questions.yaml', '- id: context', '- id: gepraat')
  const told = (await problemsOf(wrong.folder)).map(({ message }) => message)
  expect(told.join('\n')).toContain('Bedoelde je "druglijn"?')
  expect(told.join('\n')).toContain('"gepraat" staat er twee keer')
})
