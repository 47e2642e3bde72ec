import { expect, test } from 'vitest'
import { notesForStaff } from '../../../src/house/notes.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { copyOfPolicy, problemsOf } from './world.ts'

const PLACE =
  '{ name: Plek, postcodes: [9000, "9010-9099"], address: Straat 1, source: proef, verifiedOn: 2026-11-20 }'

const withPlace = async (place: string) => {
  const policy = await copyOfPolicy()
  await policy.change(
    'helplines.yaml',
    '    regional: true\n',
    `    regional: true\n    places: [${place}]\n`,
  )
  return policy
}

test('a place is read, also when somebody forgot the quotes of a postcode', async () => {
  const { helplines } = await loadPolicy((await withPlace(PLACE)).folder)
  expect(helplines.find(({ id }) => id === 'jac')?.places).toMatchObject([
    { name: 'Plek', postcodes: ['9000', '9010-9099'] },
  ])
})

test.each([
  ['a postcode that is none', PLACE.replace('9000,', '900,'), /postcode van vier cijfers/],
  ['a range turned round', PLACE.replace('9010-9099', '9099-9010'), /"9099-9010" loopt achteruit/],
  ['no source', PLACE.replace('source: proef, ', ''), /"source" ontbreekt/],
  ['no date of the check', PLACE.replace(', verifiedOn: 2026-11-20', ''), /"verifiedOn" ontbreekt/],
  ['nowhere to go', PLACE.replace('address: Straat 1, ', ''), /geen address, geen phone en geen web/],
  ['a key that nobody reads', PLACE.replace('address', 'adress'), /Bedoelde je "address"/],
  [
    'hours that cannot be',
    PLACE.replace(
      'address: Straat 1',
      'phone: { number: "09", hours: { week: { maandag: ["10:00-10:00"] }, holidays: closed } }',
    ),
    /begint en eindigt op hetzelfde moment/,
  ],
])('%s is refused, with what to do', async (_what, place, says) => {
  const problems = await problemsOf((await withPlace(place)).folder)
  expect(problems.map(({ message }) => message).join('\n')).toMatch(says)
})

test('no place is shipped: there is no checked data, and none is made up', async () => {
  const { helplines } = await loadPolicy((await copyOfPolicy()).folder)
  expect(helplines.filter(({ places }) => places !== undefined)).toEqual([])
})

test('a place that nobody checked for half a year is told to the team by its name', async () => {
  const policy = await loadPolicy((await withPlace(PLACE.replace('2026-11-20', '2025-01-01'))).folder)
  const fresh = policy.helplines.map((line) => ({ ...line, verifiedOn: '2026-11-01' }))
  const [note] = notesForStaff({ ...policy, helplines: fresh }, createTexts('nl'), new Date('2026-11-24'))
  expect(note).toContain('policies/helplines.yaml: Plek.')
})
