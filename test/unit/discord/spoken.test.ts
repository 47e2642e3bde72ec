import { expect, test } from 'vitest'
import { readCustomId } from '../../../src/discord/custom-id.ts'
import { spoken, spokenAgain } from '../../../src/discord/spoken.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { CATALOGUES, createTexts } from '../../../src/texts/texts.ts'
import { SHIPPED } from '../policy/world.ts'

const desk = async () => ({
  policy: await loadPolicy(SHIPPED),
  texts: (language?: 'nl' | 'en' | 'fr') => createTexts(language ?? 'nl'),
})
const idsIn = (said: ReturnType<typeof spoken>): readonly string[] =>
  [...JSON.stringify(said.components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = '']) => id)

test('a text and its values come back in another language from the id of a button', async () => {
  const here = await desk()
  const said = spoken(here, 'nl', 'data.delete.done', { count: 3 })
  const [english = ''] = idsIn(said)
  const again = spokenAgain(here, readCustomId(english)?.args ?? [])
  expect(again?.content).toBe(createTexts('en').t('data.delete.done', { count: 3 }))
  expect(again?.allowedMentions).toEqual({ parse: [] })
})

test('what was never written so says nothing: no such text, values that it does not ask for, or too few', async () => {
  const here = await desk()
  for (const args of [
    [],
    ['en'],
    ['en', 'no_such_text'],
    ['en', 'data_delete_done'],
    ['en', 'held_none', 'count', '3'],
    ['en', '__proto__'],
  ])
    expect(spokenAgain(here, args), args.join(':')).toBeUndefined()
})

test('no name of a text holds an underscore, by which its dots are written in an id', () => {
  expect(Object.keys(CATALOGUES.nl).filter((key) => key.includes('_'))).toEqual([])
})

test('words and names are no values of such an answer: they do not fit in an id', async () => {
  const here = await desk()
  expect(() => spoken(here, 'nl', 'report.thanks.contact', { name: 'Samira Benvoorbeeld' })).toThrow(
    /custom|regex|pattern|match/i,
  )
})
