import type {
  APIActionRowComponent,
  APIModalInteractionResponseCallbackData,
  APITextInputComponent,
} from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import {
  countsOf,
  faultsIn,
  fieldsOf,
  handedIn,
  presetOf,
} from '../../../../src/practice/page/interactions/form-values.ts'
import type { FieldPart } from '../../../../src/practice/page/interactions/parts.ts'

const choices = [
  { label: 'Een', value: '1', default: true },
  { label: 'Twee', value: '2' },
  { label: 'Drie', value: '3' },
]

const form = (...parts: readonly FieldPart[]): APIModalInteractionResponseCallbackData =>
  ({
    custom_id: 'x',
    title: 'Formulier',
    components: [
      { type: 10, content: 'Wie dit leest' },
      ...parts.map((component, index) => ({ type: 18, label: `Vraag ${index}`, component })),
    ],
  }) as unknown as APIModalInteractionResponseCallbackData

const text: FieldPart = { type: 4, custom_id: 'words', style: 2, min_length: 3, max_length: 5 }
const reason: FieldPart = { type: 3, custom_id: 'reason', options: choices, min_values: 1, max_values: 2 }

test('every kind of field is found under its words, in the newer and in the older kind of form', () => {
  const older: APIActionRowComponent<APITextInputComponent> = {
    type: 1,
    components: [{ type: 4, custom_id: 'old', style: 1, label: 'Oud' }],
  }
  const both = form(text)
  const fields = fieldsOf({ ...both, components: [...both.components, older] })
  expect(fields.map(({ label, part }) => [label, part.custom_id])).toEqual([
    ['Vraag 0', 'words'],
    ['Oud', 'old'],
  ])
})

test('a form that was not touched is handed in as it was opened', () => {
  const fields = fieldsOf(
    form(
      { ...text, value: 'zelf' },
      reason,
      { type: 23, custom_id: 'sure', default: true },
      { type: 5, custom_id: 'who', default_values: [{ id: '42' }] },
      { type: 19, custom_id: 'file', required: false },
    ),
  )
  // A file is never among it: none can be sent here.
  expect(handedIn(fields, {})).toEqual({ words: 'zelf', reason: ['1'], sure: true, who: ['42'] })
  expect(handedIn(fields, { reason: [], sure: false })).toEqual({
    words: 'zelf',
    reason: [],
    sure: false,
    who: ['42'],
  })
})

test('in a form everything must be filled in until it says otherwise', () => {
  const open = { reason: [], words: '' }
  expect([...faultsIn(fieldsOf(form(text, reason)), open).keys()]).toEqual(['words', 'reason'])
  const free = fieldsOf(form({ ...text, required: false }, { ...reason, required: false }))
  expect(faultsIn(free, open).size).toBe(0)
})

test('too short, too long, too few and too many are each said with their bound', () => {
  const fields = fieldsOf(form(text, { ...reason, min_values: 2 }))
  expect([...faultsIn(fields, { words: 'ab', reason: ['1'] }).values()]).toEqual([
    { why: 'short', bound: 3 },
    { why: 'few', bound: 2 },
  ])
  expect([...faultsIn(fields, { words: '😀😀😀😀😀😀', reason: ['1', '2', '3'] }).values()]).toEqual([
    { why: 'long', bound: 5 },
    { why: 'many', bound: 2 },
  ])
  expect(faultsIn(fields, { words: '😀😀😀😀😀', reason: ['1', '2'] }).size).toBe(0)
})

test('a group takes as many as it says: one of radio buttons, all of checkboxes', () => {
  expect(countsOf({ type: 21, custom_id: 'r', options: choices })).toEqual({ least: 1, most: 1 })
  expect(countsOf({ type: 22, custom_id: 'c', options: choices, required: false })).toEqual({
    least: 1,
    most: 3,
  })
  expect(presetOf({ type: 21, custom_id: 'r', options: choices })).toEqual(['1'])
})

test('a form that must have a file cannot be sent, and says so at that field', () => {
  const fields = fieldsOf(form({ type: 19, custom_id: 'file' }))
  expect([...faultsIn(fields, {})]).toEqual([['file', { why: 'upload' }]])
})
