import { watch as watchFiles } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUSES, housesIn } from '../house/folders.ts'
import { isOurs, POLICY_FOLDERS } from './folder.ts'

/** Starts a wait, and gives a way to end it; tests hand in one of their own. */
type After = (ms: number, run: () => void) => () => void

export interface WatchOptions {
  /** The files are others than before, and nobody has written in them for a moment. */
  readonly changed: () => void
  readonly after?: After
}

const realAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/** An editor writes a file in pieces, and somebody saves two files that belong together. */
const QUIET_MS = 1_000
/** Not every disk tells of its changes: a folder that comes from another machine is looked at. */
const LOOK_MS = 15_000

/** Those of the folder for all houses, and of each house with one of its own. */
async function foldersOf(folder: string): Promise<readonly string[]> {
  const { houses } = await housesIn(folder)
  const inside = houses.flatMap((house) => POLICY_FOLDERS.map((name) => join(HOUSES, house, name)))
  return [...POLICY_FOLDERS, HOUSES, ...inside]
}

/**
 * What tells one state of a folder from another: its policy files, their sizes and when they were written. What editors
 * put beside them does not count.
 */
async function stateOf(folder: string, names: readonly string[]): Promise<string> {
  const parts = await Promise.all(
    names.map(async (name) => {
      const inside = join(folder, name)
      const files = (await readdir(inside).catch(() => [])).filter(isOurs).sort()
      const lines = await Promise.all(
        files.map(async (file) => {
          const about = await stat(join(inside, file)).catch(() => undefined)
          return `${name}/${file} ${about?.size ?? '-'} ${about?.mtimeMs ?? '-'} ${about?.ino ?? '-'}`
        }),
      )
      return lines.join('\n')
    }),
  )
  return parts.join('\n')
}

/**
 * Hears when somebody changed the agreements: by what the disk tells, and by looking now and then where it tells nothing.
 * Says so once for each change, when it has been quiet for a second.
 */
export function watchPolicyFolder(
  folder: string,
  { changed, after = realAfter }: WatchOptions,
): { look(): Promise<void>; stop(): void } {
  const watched = new Map<string, () => void>()
  let stopped = false
  let cancelLook: (() => void) | undefined
  let cancelQuiet: (() => void) | undefined
  /** The state that was told last, and that of the last look. */
  let told: string | undefined
  let seen: string | undefined

  const quiet = (): void => {
    cancelQuiet?.()
    if (!stopped) cancelQuiet = after(QUIET_MS, () => void look())
  }
  const listen = (names: readonly string[]): void => {
    for (const name of names) {
      if (stopped || watched.has(name)) continue
      try {
        const watcher = watchFiles(join(folder, name), { persistent: false }, (_event, file) => {
          if (file === null || isOurs(file) || names.includes(file) || name === HOUSES) quiet()
        })
        const end = (): void => {
          watched.delete(name)
          watcher.close()
        }
        // The folder is gone, or the machine has no room for more watches: looking now and then remains.
        watcher.on('error', end)
        watched.set(name, end)
      } catch {
        // No such folder (yet).
      }
    }
  }
  const look = async (): Promise<void> => {
    const names = await foldersOf(folder)
    listen(names)
    const state = await stateOf(folder, names)
    if (stopped) return
    const still = seen === state
    seen = state
    if (told === undefined) told = state
    if (state === told) return
    if (!still) return quiet()
    told = state
    changed()
  }
  const lookNowAndThen = (): void => {
    if (!stopped) cancelLook = after(LOOK_MS, () => void look().finally(lookNowAndThen))
  }
  void look().finally(lookNowAndThen)

  return {
    look,
    stop() {
      stopped = true
      cancelLook?.()
      cancelQuiet?.()
      for (const end of watched.values()) end()
    },
  }
}
