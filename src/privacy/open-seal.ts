import { createTrouble, type Trouble } from '../storage/trouble.ts'
import { createKeyFolder, type KeyFolder, KeyFolderError } from './key-folder.ts'
import { createSeal, type Seal } from './sealed.ts'

/** The seal of a house, with what is known of its keys. */
export interface Keys {
  readonly seal: Seal
  readonly folder: KeyFolder
  /** Whether keys can be read and made, as far as was seen. Without them nothing is stored, in clear or otherwise. */
  readonly trouble: Trouble
}

/**
 * The seal on a key folder, which is made when it is not there, and a watch over that folder.
 *
 * @param path - the key folder; outside the database and its backups
 * @throws KeyFolderError when keys cannot be written there: better told at the start than at the first message
 */
export const openKeys = async (path: string): Promise<Keys> => {
  const folder = createKeyFolder(path)
  await folder.prepare()
  const trouble = createTrouble(
    (error) => (error instanceof KeyFolderError ? 'keys' : undefined),
    () => folder.prepare(),
  )
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      trouble.note(error)
      throw error
    }
  }
  const seal = createSeal({
    ...folder,
    keyOf: (name) => watched(folder.keyOf(name)),
    find: (name) => watched(folder.find(name)),
  })
  return { seal, folder, trouble }
}

/** {@link openKeys} for whoever only seals and opens. */
export const openSeal = async (path: string): Promise<Seal> => (await openKeys(path)).seal
