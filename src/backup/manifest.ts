import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupError } from './backup-error.ts'

/** What stands in each backup, by these names. */
export const MANIFEST = 'backup.json'
export const DATABASE = 'huisbot.db'
export const POLICIES = 'policies'

const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** From this moment on, what happened may not be in it. */
  takenAt: z.iso.datetime(),
  version: z.string().max(100),
  commit: z.string().max(100).nullable(),
  database: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
  }),
})
export type Manifest = z.infer<typeof manifestSchema>

/** `huisbot-20261124T140312.123Z`: sorts by time, and no file system minds it. */
export const folderNameOf = (takenAt: Date): string =>
  `huisbot-${takenAt.toISOString().replaceAll(/[-:]/g, '')}`
const FOLDER = /^huisbot-\d{8}T\d{6}\.\d{3}Z$/

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** The manifest of a backup; undefined where there is none. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  let text: string
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8')
  } catch {
    return undefined
  }
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new BackupError('backup-damaged', folder, error)
  }
}

/** The backups that are whole in a folder, the newest first. */
export async function backupsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => FOLDER.test(name))
    .toSorted()
    .toReversed()
  const whole: string[] = []
  for (const name of names)
    if ((await readManifest(join(folder, name)).catch(() => undefined)) !== undefined)
      whole.push(join(folder, name))
  return whole
}
