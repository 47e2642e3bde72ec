import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Agreements, readAgreements } from '../../src/agreements.ts'

const known = new Map<string, Promise<Agreements>>()

async function digestOf(folder: string): Promise<string> {
  const digest = createHash('sha256')
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  for (const file of files.sort()) digest.update(file.slice(folder.length)).update(await readFile(file))
  return digest.digest('hex')
}

/**
 * The agreements of a folder. Equal ones are read once for all houses of a test run: they are never changed, and every
 * house would otherwise compile thousands of terms again.
 */
export async function agreementsOf(folder: string): Promise<Agreements> {
  // A folder that is not there is told of as any other that cannot stand.
  const digest = await digestOf(folder).catch(() => undefined)
  if (digest === undefined) return readAgreements(folder)
  const read = known.get(digest) ?? readAgreements(folder)
  known.set(digest, read)
  // A broken policy is told of its own folder each time.
  read.catch(() => known.delete(digest))
  return read
}
