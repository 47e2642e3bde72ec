import { watch } from 'node:fs'
import { join, sep } from 'node:path'

/** An editor writes a file in pieces, and `git switch` changes many. */
const QUIET_MS = 60

/**
 * Hears which files change in some folders, and tells them together when it has been quiet for a moment.
 *
 * @param root - the project; paths are told from here, with `/`
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  changed: (paths: readonly string[]) => void,
): { stop(): void } {
  const heard = new Set<string>()
  let quiet: NodeJS.Timeout | undefined
  const tell = (): void => {
    const paths = [...heard]
    heard.clear()
    changed(paths)
  }
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file === null) return
      heard.add(`${folder}/${file.split(sep).join('/')}`)
      clearTimeout(quiet)
      quiet = setTimeout(tell, QUIET_MS)
    }),
  )
  return {
    stop() {
      clearTimeout(quiet)
      for (const watcher of watchers) watcher.close()
    },
  }
}
