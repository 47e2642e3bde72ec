import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Problem } from '../policy/problem.ts'
import { type HouseId, houseId } from './id.ts'

/** Where, in the folder for all houses, those stand that have agreements of their own: each in a whole policy folder. */
export const HOUSES = 'houses'

/** The folder with the agreements of a house that has its own; without one the folder for all. */
export const folderOf = (policyFolder: string, house?: HouseId): string =>
  house === undefined ? policyFolder : join(policyFolder, HOUSES, house)

const isServer = (name: string): boolean => /^\d{17,20}$/.test(name)
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** The houses with a folder of their own, and what stands between them that is none. */
export async function housesIn(
  policyFolder: string,
): Promise<{ readonly houses: readonly HouseId[]; readonly problems: readonly Problem[] }> {
  const names = await readdir(join(policyFolder, HOUSES)).catch(() => [])
  const houses: HouseId[] = []
  const problems: Problem[] = []
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const folder = await isFolder(join(policyFolder, HOUSES, name))
    if (folder && isServer(name)) houses.push(houseId(name))
    // A note beside the folders is left alone, as everywhere else.
    else if (folder || /\.ya?ml$/i.test(name))
      problems.push({
        file: `${basename(resolve(policyFolder))}/${HOUSES}/${name}`,
        message:
          'Hier staat per huis een map, met als naam het nummer van de server op Discord (17 tot 20 cijfers). Dit lees ik niet.',
      })
  }
  return { houses, problems }
}
