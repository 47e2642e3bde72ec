import { spawn } from 'node:child_process'
import { join, delimiter } from 'node:path'
import type { HouseProcess } from './house-process.ts'
import { CHECK, STEPS, stepsFor } from './steps.ts'
import { watchFolders } from './watch.ts'

/** Where a change can ask for something to be made again. */
const FOLDERS = ['src', 'commands', 'prisma']

export interface Developing {
  readonly root: string
  readonly house: HouseProcess
  readonly write: (line: string) => void
}

/** Runs a step; what it has to say (a mistake, with its line) goes to the terminal. False too when it was broken off. */
async function run(root: string, step: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const [program = '', ...args] = step
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  // On Windows tsc is a script, which only a shell starts. Nothing in a step comes from outside.
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
    ...(signal === undefined ? {} : { signal }),
  })
  return new Promise((resolve, reject) => {
    child.once('error', (error) => (signal?.aborted === true ? resolve(false) : reject(error)))
    child.once('exit', (code) => resolve(code === 0))
  })
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/**
 * Keeps a practice house open that is the project as it stands on disk. A change that cannot be built leaves the house
 * as it was, and says what is wrong; a type that is wrong is said once the house is open.
 *
 * @returns what ends the watching and closes the house
 */
export async function develop({ root, house, write }: Developing): Promise<{ stop(): Promise<void> }> {
  const waiting = new Set<string>()
  let working: Promise<void> | undefined
  const stopped = new AbortController()

  /** Builds what changed and opens the house anew; true when it is open. */
  const renew = async (paths: readonly string[]): Promise<boolean> => {
    const since = performance.now()
    const shown = paths.length > 3 ? `${paths.length} files` : paths.join(', ')
    for (const step of stepsFor(paths)) {
      if (await run(root, STEPS[step])) continue
      write(`${shown}: cannot be built. The house stays as it was.`)
      return false
    }
    const built = seconds(since)
    const opened = stopped.signal.aborted ? undefined : await house.open()
    if (stopped.signal.aborted) return false
    write(
      opened === undefined
        ? `${shown}: the house does not open. Mend it and save again.`
        : `${shown}: built in ${built} s, open again after ${seconds(since)} s`,
    )
    return opened !== undefined
  }
  /** Breaks off when somebody saves again: then other types count. */
  let checking = new AbortController()
  const check = async (): Promise<void> => {
    checking = new AbortController()
    const { signal } = checking
    if (!(await run(root, CHECK, signal)) && !signal.aborted)
      write('A type is wrong (above). The house runs with it; npm test would not.')
  }
  const work = async (): Promise<void> => {
    while (waiting.size > 0 && !stopped.signal.aborted) {
      const paths = [...waiting]
      waiting.clear()
      const isOpen = await renew(paths)
      if (isOpen && waiting.size === 0 && stepsFor(paths).includes('compile')) await check()
    }
    working = undefined
  }
  const url = await house.open()
  if (url !== undefined)
    write(`Open this in your browser: ${url}\nSave a file, and it is there. Ctrl-C ends it.`)
  const watching = watchFolders(root, FOLDERS, (paths) => {
    if (stepsFor(paths).length === 0) return
    for (const path of paths) waiting.add(path)
    checking.abort()
    working ??= work()
  })
  return {
    async stop() {
      stopped.abort()
      checking.abort()
      watching.stop()
      await house.close()
      await working
      await house.close()
    },
  }
}
