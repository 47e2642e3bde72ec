import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, writeCsv } from '../../../src/statistics/csv.ts'

/** Reads it back as a spreadsheet does: quotes, semicolons, line ends. */
const readBack = (csv: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 1; at < csv.length; at += 1) {
    const sign = csv[at]
    if (quoted && sign === '"' && csv[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ';') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && csv[at + 1] === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
      at += 1
    } else cell += sign
  }
  return rows.slice(0, -1)
}

const nasty = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '"', ';', '', '\n', '＝'), fc.string())
  .map(([first, rest]) => first + rest)

test('no cell of text begins as a formula, whatever stands in it, and what is read back is what was written', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(nasty, fc.nat(1_000_000))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const back = readBack(writeCsv(rows))
      expect(back.length).toBe(rows.length)
      for (const [r, row] of rows.entries())
        for (const [c, written] of row.entries()) {
          const read = back[r]?.[c] ?? ''
          expect(read).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/)
          const text = String(written).trim()
          expect([text, `'${text}`]).toContain(read)
        }
    }),
  )
})

test('semicolons, a mark of UTF-8 at the front, and line ends of Windows', () => {
  expect(
    writeCsv([
      ['Wat', 'Waarde'],
      ['haat; en "meer"', 12],
    ]),
  ).toBe('\uFEFFWat;Waarde\r\n"haat; en ""meer""";12\r\n')
})
