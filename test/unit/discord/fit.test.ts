import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fit } from '../../../src/discord/fit.ts'

test('what fits is left as it is; what does not is cut after a whole line, and said to be', () => {
  expect(fit(['een', 'twee'], 'Ingekort.', 20)).toBe('een\ntwee')
  expect(fit(['een', 'twee', 'drie', 'vier'], 'Ingekort.', 18)).toBe('een\ntwee\ndrie\nvier')
  expect(fit(['een', 'twee', 'drie', 'vijf!'], 'Ingekort.', 18)).toBe('een\ntwee\nIngekort.')
  expect(fit(['x'.repeat(50)], 'Ingekort.', 20)).toBe('Ingekort.')
})

test('it never is longer than what fits, and never leaves something out in silence', () => {
  const lines = fc.array(fc.stringMatching(/^[a-z]{0,30}$/), { maxLength: 20 })
  fc.assert(
    fc.property(lines, fc.integer({ min: 20, max: 200 }), (said, most) => {
      const fitted = fit(said, 'Ingekort.', most)
      expect(fitted.length).toBeLessThanOrEqual(most)
      expect(fitted === said.join('\n') || fitted.endsWith('Ingekort.')).toBe(true)
    }),
  )
})
