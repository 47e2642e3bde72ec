import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One room that uses another: `isTypeOnly` when it knows no more than its types, so that nothing of it runs. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

export interface Rooms {
  readonly rooms: readonly string[]
  readonly arrows: readonly Arrow[]
}

/** The files of src/ itself that use rooms, and those that every room may use. */
export const START = 'start'
export const GROUND = 'ground'

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm

interface Import {
  readonly to: string
  readonly isTypeOnly: boolean
}

const importsOf = (root: string, file: string): readonly Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, type, path = '']) => ({
    to: relative(root, resolve(root, dirname(file), path))
      .split(sep)
      .join('/'),
    isTypeOnly: type !== undefined,
  }))

const sourcesIn = (root: string): readonly string[] =>
  ['src', 'commands']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('src/generated/'))
    .toSorted()

const isOfSrc = (file: string): boolean => /^src\/[^/]+$/.test(file)

/** Which rooms there are and which use which, read from the imports of every source file. */
export function readRooms(root: string): Rooms {
  const files = sourcesIn(root)
  const imports = new Map(files.map((file) => [file, importsOf(root, file)]))
  // A file of src/ itself that runs nothing of any room lies under all of them.
  const ground = new Set(files.filter(isOfSrc))
  const reaches = (to: string): boolean => !isOfSrc(to) || (files.includes(to) && !ground.has(to))
  for (let before = -1; before !== ground.size; ) {
    before = ground.size
    for (const file of ground) {
      if (imports.get(file)?.some(({ to, isTypeOnly }) => !isTypeOnly && reaches(to)) === true)
        ground.delete(file)
    }
  }
  const roomOf = (file: string): string | undefined => {
    if (file.startsWith('src/generated/')) return undefined
    if (isOfSrc(file)) return ground.has(file) ? GROUND : START
    const [first = '', second = ''] = file.split('/')
    if (first === 'commands') return first
    return first === 'src' ? second : undefined
  }
  const arrows = new Map<string, Arrow>()
  for (const [file, all] of imports) {
    const from = roomOf(file)
    for (const { to: path, isTypeOnly } of all) {
      const to = roomOf(path)
      if (from === undefined || to === undefined || from === to) continue
      const key = `${from} ${to}`
      const known = arrows.get(key)
      arrows.set(key, { from, to, isTypeOnly: isTypeOnly && known?.isTypeOnly !== false })
    }
  }
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined))
  const byName = (a: Arrow, b: Arrow): number => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`)
  return { rooms: [...rooms].toSorted(), arrows: [...arrows.values()].toSorted(byName) }
}
