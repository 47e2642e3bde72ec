import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/run-until-stopped.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'
import { formsOf, seek } from '../words/forms.ts'
import { startProgram } from '../words/program.ts'
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

test('a fault while it starts, when it already reads what people wrote, is told by its kind and place alone', async () => {
  const folder = tempFolder()
  const outFile = join(folder, 'out')
  const planted = 'geplantezebraluif'
  const { ended } = startProgram({
    main: 'dist/src/main.js',
    env: {
      DISCORD_TOKEN: 'no-token-at-all',
      DISCORD_API: 'http://127.0.0.1:9',
      DATABASE_URL: `file:${join(folder, 'huisbot.db')}`,
      HUISBOT_KEYS: join(folder, 'keys'),
    },
    outFile,
    planted,
    faultOnceThereIs: join(folder, 'huisbot.db'),
  })
  expect(await ended).toBe(EXIT.fault)
  const said = readFileSync(outFile, 'utf8')
  expect(said).toContain('a fault that nobody caught')
  expect(seek(new Map([['what somebody wrote', planted]]))(Buffer.from(said))).toEqual([])
}, 60_000)
