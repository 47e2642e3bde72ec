import { expect, test } from 'vitest'
import { EXIT } from '../../src/run-until-stopped.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'
import { formsOf, seek } from '../words/forms.ts'
import { round } from '../words/run.ts'

test('a secret is found in every form in which it could stand somewhere, and what is not there is not', () => {
  const secret = 'zebra-luif "knor" é'
  const find = seek(new Map([['the secret', secret]]))
  for (const { name, bytes } of formsOf(secret))
    expect(find(Buffer.concat([Buffer.from('voor '), bytes, Buffer.from(' na')])), name).not.toEqual([])
  for (const before of ['', 'x', 'xy', 'xyz'])
    for (const encoding of ['base64', 'base64url', 'hex'] as const)
      expect(find(Buffer.from(Buffer.from(`${before}${secret}zz`).toString(encoding))), encoding).not.toEqual(
        [],
      )
  expect(find(Buffer.from(JSON.stringify({ log: `iets ${secret}` })))).not.toEqual([])
  expect(find(Buffer.from('zebra-luif knor'))).toEqual([])
})

test('nothing that people write, and no token, is in any file, backup, log, error or metric, also after a kill and a crash', async () => {
  const { found, open, sealed, exits, looksWell, planted, tokens } = await round({
    folder: tempFolder(),
    policyFolder: 'policies',
    main: 'dist/src/main.js',
    seed: 1,
    faults: ['thrown'],
  })
  expect(found).toEqual([])
  expect(open).toEqual([])
  // It was all taken in: an evening of which nothing is kept would prove nothing.
  expect(sealed).toMatchObject({ DataNote: 1, LegalHold: 1, Objection: 1, ReportDraft: 1, StaffReport: 1 })
  for (const table of ['Flag', 'FlagNote', 'Report']) expect(sealed[table], table).toBeGreaterThanOrEqual(2)
  expect(exits).toEqual([EXIT.fault])
  expect([looksWell, planted > 25, tokens > 20]).toEqual([true, true, true])
}, 120_000)
