import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'

/**
 * Loaded into the program before anything else, to let it die at a signal as of a fault in its own code: an error that
 * nobody catches, whose message, cause and fields hold what somebody wrote.
 */
const DIES_AT_A_SIGNAL = `data:text/javascript,${encodeURIComponent(`
  const wrote = process.env.PLANTED_IN_ERROR
  const fault = () => {
    const cause = Object.assign(new Error('cause: ' + wrote), { requestBody: { content: wrote } })
    return Object.assign(new TypeError('cannot read ' + wrote, { cause }), { words: wrote, row: [wrote] })
  }
  process.on('SIGUSR2', () => { throw fault() })
  process.on('SIGWINCH', () => void Promise.reject(fault()))
  const { existsSync } = await import('node:fs')
  const at = process.env.FAULT_ONCE_THERE_IS
  if (at) setInterval(() => { if (existsSync(at)) throw fault() }, 1)
`)}`

export interface ProgramOptions {
  /** The file that `npm start` runs. */
  readonly main: string
  readonly env: Readonly<Record<string, string>>
  /** What it writes on standard output and standard error is added here. */
  readonly outFile: string
  /** What somebody wrote, for the error of which it dies. */
  readonly planted: string
  /** It dies of it as soon as this file is there, which it makes while it starts. */
  readonly faultOnceThereIs?: string
}

export interface Program {
  /** Resolves when it says that it runs. */
  readonly runs: Promise<void>
  /** The exit code, once it ended; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** @returns the exit code, null when a signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts the bot as its own process, as `npm start` does. */
export function startProgram({ main, env, outFile, planted, faultOnceThereIs }: ProgramOptions): Program {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', DIES_AT_A_SIGNAL, main],
    {
      env: {
        ...env,
        PATH: process.env['PATH'],
        PLANTED_IN_ERROR: planted,
        FAULT_ONCE_THERE_IS: faultOnceThereIs ?? '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = once(child, 'close') as Promise<[number | null]>
  let said = ''
  const runs = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        appendFileSync(outFile, part)
        said += part.toString('utf8')
        if (said.includes('the bot is running')) resolve()
      })
    void ended.then(([code]) => reject(new Error(`it ended (${code}): ${said.slice(-2_000)}`)))
  })
  runs.catch(() => undefined)
  return {
    runs,
    ended: ended.then(([code]) => code),
    async end(signal) {
      child.kill(signal)
      return (await ended)[0]
    },
  }
}
