import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A house that does not close in this time is ended. */
const CLOSING_MS = 5_000

/** The practice house as a program of its own, that can be started anew as often as somebody saves a file. */
export interface HouseProcess {
  /** Closes the house that is open and opens one from what is built now. Answers its address, or nothing when it ended. */
  open(): Promise<string | undefined>
  close(): Promise<void>
}

interface HouseOptions {
  /** The project, built. */
  readonly root: string
  /** A free one when absent; each house takes the port of the first, so that a window finds it again. */
  readonly port?: string
  readonly policyFolder: string
}

export function houseProcess({ root, port: asked = '0', policyFolder }: HouseOptions): HouseProcess {
  let port = asked
  let running: ChildProcess | undefined
  const close = async (): Promise<void> => {
    const ending = running
    running = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill('SIGTERM')
    const late = setTimeout(() => ending.kill('SIGKILL'), CLOSING_MS)
    await ended
    clearTimeout(late)
  }
  return {
    close,
    async open() {
      await close()
      const program = ['--enable-source-maps', 'dist/src/practice/main.js', '--for-developers']
      const child = spawn(process.execPath, [...program, '--port', port, '--policies', policyFolder], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      running = child
      return new Promise((resolve, reject) => {
        child.once('message', ({ open }: { readonly open: string }) => {
          port = new URL(open).port
          resolve(open)
        })
        child.once('exit', () => resolve(undefined))
        child.once('error', reject)
      })
    },
  }
}
