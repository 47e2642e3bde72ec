import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DETECTOR_NAMES, DETECTORS } from '../../../../src/screening/detectors/index.ts'

const PIECES =
  '04|70|12|+32|0032|(0)|.|-|/| |1-ABC-2|BE68|straat|Markt | bus |rue |de |Loi|9000 Gent|discord|.gg/|https://|www.|.be|' +
  '@|[|)|\ud83d|０|\u200b|\u20e3|½|e\u0301|nummerplaat'
const piece = fc.oneof(fc.constantFrom(...PIECES.split('|')), fc.string({ unit: 'binary', maxLength: 8 }))
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test.each(DETECTOR_NAMES)('@%s finds places in order, inside any text, without an error', (name) => {
  fc.assert(
    fc.property(text, (said) => {
      let last = 0
      for (const { start, end } of DETECTORS[name](said)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(said.length)
        last = end
      }
    }),
    { numRuns: 300 },
  )
})

/** Texts that would make a search that tries again and again slow. */
const HOSTILE = [
  '0470 ',
  '0 ',
  '00',
  '+3204',
  'BE12 ',
  'be1',
  'A a ',
  'Kerkstraat ',
  'rue de ',
  'a.',
  'a.be/',
  'https://',
  '.gg/',
  'discord .',
  '1-ABC-',
  '85.07.',
  '０',
  '0\u200b',
  '12 Kerkstraat 12 bus ',
]

test.each(DETECTOR_NAMES)('@%s costs no more for each letter of a longer hostile text', (name) => {
  for (const unit of HOSTILE) {
    const time = (length: number): number => {
      const said = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
      let best = Infinity
      for (let run = 0; run < 4; run++) {
        const from = performance.now()
        DETECTORS[name](said)
        best = Math.min(best, performance.now() - from)
      }
      return best
    }
    time(4_000)
    // Eight times as long: a quadratic search takes sixty-four times as long.
    expect(time(32_000), unit).toBeLessThan(Math.max(30 * time(4_000), 40))
  }
})
