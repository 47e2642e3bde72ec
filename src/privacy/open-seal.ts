import { createKeyFolder } from './key-folder.ts'
import { createSeal, type Seal } from './sealed.ts'

/**
 * The seal on a key folder, which is made when it is not there.
 *
 * @param folder - path of the key folder; outside the database and its backups
 * @throws KeyFolderError when keys cannot be written there: better told at the start than at the first message
 */
export const openSeal = async (folder: string): Promise<Seal> => {
  const keys = createKeyFolder(folder)
  await keys.prepare()
  return createSeal(keys)
}
