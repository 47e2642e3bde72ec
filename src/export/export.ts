import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { FILES } from '../policy/folder.ts'
import { loadPolicy } from '../policy/load.ts'
import { StartError } from '../start-error.ts'
import { folderOf, HOUSES, housesIn } from '../house/folders.ts'
import type { HouseId } from '../house/id.ts'
import { type Settings, withSettings } from '../house/settings.ts'

type Block = Readonly<Record<string, unknown>>
const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Blocks of which a house can set one line and leave the others; any other is written whole. */
const IN_PARTS = new Set(['roles', 'channels', 'contacts', 'retention'])

/**
 * The text of a policy file with what a house set in it; what stands beside it stays, comments too.
 *
 * @param set - by key; null takes a line away
 */
export function writtenIn(text: string, set: Block): string {
  const document = parseDocument(text)
  const put = (path: readonly string[], value: unknown): void => {
    if (value === undefined) return
    if (value === null) return void document.deleteIn(path)
    const [block = ''] = path
    if (path.length === 1 && IN_PARTS.has(block) && isBlock(value)) {
      for (const [key, inside] of Object.entries(value)) put([block, key], inside)
      return
    }
    const node = document.createNode(value)
    // What is a list or a few words stands on one line, as in the examples; longer things each on their own.
    if (isMap(node) && path.length > 1) node.flow = true
    document.setIn(path, node)
  }
  for (const [key, value] of Object.entries(set)) put([key], value)
  return document.toString({ lineWidth: 0 })
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function rewrite(file: string, set: Block): Promise<void> {
  if (Object.keys(set).length === 0) return
  await writeFile(file, writtenIn(await readFile(file, 'utf8'), set))
}

/**
 * Writes the whole policy folder of a house, with what it set in Discord written into its files, so that they mean the
 * same by themselves.
 *
 * @param to - a folder that is not there yet
 * @throws StartError when there is one; PolicyError when the agreements cannot stand
 */
export async function exportHouse(
  policyFolder: string,
  house: HouseId,
  settings: Settings,
  to: string,
): Promise<{ readonly version: string }> {
  const target = resolve(to)
  if (await isThere(target))
    throw new StartError(
      'usage',
      `There is something at ${target} already: give a folder that is not there yet.`,
    )
  const { houses } = await housesIn(policyFolder)
  const from = folderOf(policyFolder, houses.includes(house) ? house : undefined)
  const wanted = withSettings(await loadPolicy(from), settings)
  const others = resolve(from, HOUSES)
  // Made elsewhere, and put there whole: it may become a folder that a bot watches, within the one that it is copied from.
  const draft = await mkdtemp(join(tmpdir(), 'huisbot-export-'))
  try {
    await cp(from, draft, { recursive: true, dereference: true, filter: (one) => resolve(one) !== others })
    const { notice, ...ofHouse } = settings
    await rewrite(join(draft, FILES.house), ofHouse)
    if (notice !== undefined && wanted.notice.version === notice.version)
      await rewrite(join(draft, FILES.notice), { since: null, news: null, ...notice })
    const { version } = await loadPolicy(draft)
    await cp(draft, target, { recursive: true })
    return { version }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
