import { expect, test } from 'vitest'
import { notesForStaff } from '../../../src/house/notes.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { SHIPPED } from '../policy/world.ts'

const texts = createTexts('nl')

test('a house whose help lines were checked lately, in all its languages, has nothing to mend', async () => {
  const policy = await loadPolicy(SHIPPED)
  const checked = policy.helplines.map((helpline) => ({ ...helpline, verifiedOn: '2026-11-01' }))
  expect(notesForStaff({ ...policy, helplines: checked }, texts, new Date('2026-11-24'))).toEqual([])
})

test('help lines that nobody checked for half a year are named', async () => {
  const policy = await loadPolicy(SHIPPED)
  const helplines = policy.helplines.map((helpline, index) => ({
    ...helpline,
    verifiedOn: index < 2 ? '2026-01-01' : '2026-11-01',
  }))
  const [note, ...others] = notesForStaff({ ...policy, helplines }, texts, new Date('2026-11-24'))
  expect(others).toEqual([])
  expect(note).toContain('2 hulplijnen zijn')
  expect(note).toContain(`${helplines[0]?.name}, ${helplines[1]?.name}`)
})

test('a language that stays off is named', async () => {
  const policy = await loadPolicy(SHIPPED)
  const off = { ...policy, helplines: [], languagesOff: [{ language: 'fr' as const, missing: ['x'] }] }
  expect(notesForStaff(off, texts, new Date('2026-11-24'))).toEqual([
    'De taal Frans blijft uit: er ontbreken teksten. Typ `npm run policy` om te zien welke.',
  ])
})
