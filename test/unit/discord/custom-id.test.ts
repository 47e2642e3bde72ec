import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { customId, readCustomId, UnwritableId } from '../../../src/discord/custom-id.ts'

const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/)

test('an id that was written is read back as it was', () => {
  fc.assert(
    fc.property(part, part, fc.array(part, { maxLength: 3 }), (command, action, args) => {
      expect(readCustomId(customId(command, action, ...args))).toEqual({ command, action, args })
    }),
  )
})

test('whatever Discord hands back, reading never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (id) => {
      expect(() => readCustomId(id)).not.toThrow()
    }),
  )
})

test.each(['', 'praat', ':', 'praat:', 'praat:a b', 'x'.repeat(101), 'praat:subject:💥'])(
  'an id that we never wrote (%j) is not ours',
  (id) => expect(readCustomId(id)).toBeUndefined(),
)

test('an id that is too long for Discord is a bug, told at once', () => {
  expect(() => customId('praat', 'subject', 'x'.repeat(64), 'y'.repeat(64))).toThrow(UnwritableId)
})
