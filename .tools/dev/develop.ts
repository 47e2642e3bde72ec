import { spawn } from 'node:child_process'
import { join, delimiter } from 'node:path'
import type { HouseProcess } from './house-process.ts'
import { type Step, STEPS, stepsFor } from './steps.ts'
import { watchFolders } from './watch.ts'

/** Where a change can ask for something to be made again. */
const FOLDERS = ['src', 'commands', 'prisma']

export interface Developing {
  readonly root: string
  readonly house: HouseProcess
  readonly write: (line: string) => void
}

/** Makes one thing again; what the step has to say (a wrong type, with its line) goes to the terminal. */
async function make(root: string, step: Step): Promise<boolean> {
  const [program, ...args] = STEPS[step]
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  // On Windows tsc is a script, which only a shell starts. Nothing in a step comes from outside.
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/**
 * Keeps a practice house open that is the project as it stands on disk. A change that cannot be built leaves the house
 * as it was, and says what is wrong.
 *
 * @returns what ends the watching and closes the house
 */
export async function develop({ root, house, write }: Developing): Promise<{ stop(): Promise<void> }> {
  const waiting = new Set<string>()
  let working: Promise<void> | undefined
  const stopped = new AbortController()

  const renew = async (paths: readonly string[]): Promise<void> => {
    const steps = stepsFor(paths)
    if (steps.length === 0) return
    const since = performance.now()
    const shown = paths.length > 3 ? `${paths.length} files` : paths.join(', ')
    for (const step of steps) {
      if (!(await make(root, step))) return write(`${shown}: cannot be built. The house stays as it was.`)
    }
    if (stopped.signal.aborted) return
    const built = seconds(since)
    const opened = await house.open()
    if (!stopped.signal.aborted && opened === undefined)
      write(`${shown}: the house does not open. Mend it and save again.`)
    if (opened !== undefined) write(`${shown}: built in ${built} s, open again after ${seconds(since)} s`)
  }
  const work = async (): Promise<void> => {
    while (waiting.size > 0 && !stopped.signal.aborted) {
      const paths = [...waiting]
      waiting.clear()
      await renew(paths)
    }
    working = undefined
  }
  const url = await house.open()
  if (url !== undefined)
    write(`Open this in your browser: ${url}\nSave a file, and it is there. Ctrl-C ends it.`)
  const watching = watchFolders(root, FOLDERS, (paths) => {
    for (const path of paths) waiting.add(path)
    working ??= work()
  })
  return {
    async stop() {
      stopped.abort()
      watching.stop()
      await house.close()
      await working
      await house.close()
    },
  }
}
