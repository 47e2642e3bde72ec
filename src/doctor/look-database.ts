import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Client } from 'pg'
import { controlSocketOf, isAnswered } from '../backup/control.ts'
import { isOpenElsewhere } from '../backup/database-copy.ts'
import { databaseFile } from '../storage/address.ts'
import { StorageError, storageErrorOf } from '../storage/errors.ts'
import { checkOurs, migrationsFolder } from '../storage/migrate.ts'
import { calledIn, connectionTo, isPostgresAddress } from '../storage/postgres/address.ts'
import { openSqlite } from '../storage/statements.ts'
import { type Finding, finding } from './finding.ts'

const MB = 1024 * 1024
/** Less free room than this and the bot stops storing soon; less than the other and somebody should look. */
const FAULT_BYTES = 50 * MB
const NOTE_BYTES = 500 * MB

const megabytes = (bytes: number): string => (bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)

/** Looks at a database that nobody has open, from the first page to the last, without writing. */
function lookInside(file: string): Finding {
  const db = openSqlite(file, { readonly: true, fileMustExist: true })
  try {
    checkOurs(db, file, migrationsFolder())
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new StorageError('damaged', file)
    return finding('database', 'ok', 'doctor.database.ok', { file, size: megabytes(statSync(file).size) })
  } finally {
    db.close()
  }
}

async function lookAtFile(url: string): Promise<readonly Finding[]> {
  const file = databaseFile(url)
  if (!existsSync(file)) return [finding('database', 'note', 'doctor.database.none', { file })]
  const running = (await isAnswered(controlSocketOf(file))) || (await isOpenElsewhere(file))
  // The bot that has it open checked it at its start, and lets nobody else in.
  if (running)
    return [
      finding('database', 'ok', 'doctor.database.running', { file, size: megabytes(statSync(file).size) }),
    ]
  try {
    return [lookInside(file)]
  } catch (error) {
    const known = storageErrorOf(error, file)
    if (!(known instanceof StorageError)) throw error
    return [finding('database', 'fault', 'doctor.database.fault', { why: known.message })]
  }
}

async function lookAtServer(url: string): Promise<readonly Finding[]> {
  const at = calledIn(url)
  const client = new Client(connectionTo(url, 'doctor'))
  try {
    await client.connect()
    const { rows } = await client.query<{ size: string }>(
      'SELECT pg_database_size(current_database()) AS size',
    )
    return [
      finding('database', 'ok', 'doctor.database.server', {
        file: at,
        size: megabytes(Number(rows[0]?.size)),
      }),
    ]
  } catch {
    return [finding('database', 'fault', 'doctor.database.server-fault', { file: at })]
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Free room where the database lies; a folder that is still to be made lies where its parent does. */
async function lookAtDisk(url: string): Promise<readonly Finding[]> {
  let folder = dirname(databaseFile(url))
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const values = { free: megabytes(free) }
  if (free < FAULT_BYTES) return [finding('disk', 'fault', 'doctor.disk.full', values)]
  return [
    finding(
      'disk',
      free < NOTE_BYTES ? 'note' : 'ok',
      free < NOTE_BYTES ? 'doctor.disk.little' : 'doctor.disk.ok',
      values,
    ),
  ]
}

/** The database and the room for it. */
export const lookAtDatabase = async (url: string): Promise<readonly Finding[]> =>
  isPostgresAddress(url) ? lookAtServer(url) : [...(await lookAtFile(url)), ...(await lookAtDisk(url))]
