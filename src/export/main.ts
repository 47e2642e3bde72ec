import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { z } from 'zod'
import { copyDatabase } from '../backup/backup.ts'
import { sealCopy } from '../backup/database-copy.ts'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import { databaseFile } from '../storage/address.ts'
import { readJson } from '../storage/json.ts'
import { connectionTo, isPostgresAddress } from '../storage/postgres/address.ts'
import { openSqlite } from '../storage/statements.ts'
import { exportHouse } from './export.ts'
import { type HouseId, houseId } from '../house/id.ts'
import { type Settings, settingsSchema } from '../house/settings.ts'

const USAGE = `npm run agreements -- export --house SERVER_ID --to FOLDER

Writes the whole policy folder of a house to FOLDER (which must not be there yet), with what was set in Discord written
into its files: house.yaml, and notice.yaml where the notice has a new version. Also while the bot runs; it changes nothing.`

const rowSchema = z.object({ settings: z.string() })
const SQL = 'SELECT "settings" FROM "HouseSettings" WHERE "houseId" ='

async function rowIn(databaseUrl: string, house: HouseId): Promise<unknown> {
  if (isPostgresAddress(databaseUrl)) {
    const client = new Client(connectionTo(databaseUrl, 'agreements'))
    await client.connect()
    try {
      return (await client.query(`${SQL} $1`, [house])).rows[0]
    } finally {
      await client.end()
    }
  }
  // The bot lets nobody in beside it; of a copy it is no matter who reads it.
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-agreements-'))
  try {
    const copy = join(folder, 'copy.db')
    await copyDatabase(databaseFile(databaseUrl), copy)
    sealCopy(copy)
    const db = openSqlite(copy, { readonly: true, fileMustExist: true })
    try {
      return db.prepare(`${SQL} ?`).get(house)
    } finally {
      db.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function settingsIn(databaseUrl: string, house: HouseId): Promise<Settings> {
  const row = await rowIn(databaseUrl, house)
  if (row === undefined) return {}
  return readJson(settingsSchema, rowSchema.parse(row).settings, 'settings of a house')
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { house: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`)
  const { house, to } = values
  const wrong = positionals.length !== 1 || positionals[0] !== 'export' || to === undefined
  if (wrong || house === undefined || !/^\d{17,20}$/.test(house)) throw new StartError('usage', USAGE)
  readDotEnv()
  const environment = readEnvironment(process.env)
  const id = houseId(house)
  const settings = await settingsIn(environment.DATABASE_URL, id)
  const { version } = await exportHouse(environment.HUISBOT_POLICIES, id, settings, to)
  const set = Object.keys(settings)
  process.stdout.write(
    `${to}: version ${version}${set.length === 0 ? '; nothing was set in Discord' : `; written into it: ${set.join(', ')}`}\n`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
