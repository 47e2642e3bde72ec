import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StorageError } from './errors.ts'

/**
 * The absolute path of the database file that a `file:` address names. `file:./data/x.db` counts from the folder in
 * which the bot was started, as people expect from other tools; `file:///srv/x.db` is absolute.
 *
 * @throws StorageError `address` for anything else, without repeating it: it may hold a password
 */
export const databaseFile = (url: string): string => {
  if (!url.startsWith('file:')) {
    const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(url)?.[1]
    throw new StorageError('address', scheme === undefined ? 'in DATABASE_URL' : `"${scheme}:…"`)
  }
  if (url.startsWith('file://')) {
    try {
      return fileURLToPath(new URL(url))
    } catch (error) {
      throw new StorageError('address', '"file://…"', error)
    }
  }
  const path = url.slice('file:'.length).replace(/\?.*$/, '')
  if (path === '' || path === ':memory:') throw new StorageError('address', `"file:${path}"`)
  return resolve(path)
}
