import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readersOf } from '../../../src/reports/readers.ts'

const person = fc.constantFrom('owner', 'contact', 'worker', 'noor')

test('a report about the team is read by one person who is not part of it, or by nobody', () => {
  fc.assert(
    fc.property(
      fc.record({
        aboutId: fc.option(person, { nil: undefined }),
        reporterId: person,
        contactId: fc.constantFrom(undefined, 'contact', 'owner'),
      }),
      ({ aboutId, ...rest }) => {
        const readers = readersOf({
          team: true,
          ownerId: 'owner',
          ...rest,
          ...(aboutId === undefined ? {} : { aboutId }),
        })
        expect(readers.by).not.toBe('team')
        if (readers.by !== 'contact') return
        expect(readers.contactId).toBe(rest.contactId)
        expect([aboutId, rest.reporterId]).not.toContain(readers.contactId)
        // About the owner, or about who knows whom, an address outside stands beside it.
        expect(readers.outside).toBe(aboutId === undefined || aboutId === 'owner')
      },
    ),
  )
})

test('any other report is for the team', () => {
  expect(
    readersOf({ team: false, aboutId: 'noor', reporterId: 'sam', ownerId: 'owner', contactId: 'contact' }),
  ).toEqual({ by: 'team' })
})
