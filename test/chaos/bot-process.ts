import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface BotSettings {
  readonly token: string
  readonly api: string
  readonly databaseUrl: string
  readonly keyFolder: string
  readonly policyFolder: string
  /** Where it writes its log; what it says about errors is looked at afterwards. */
  readonly logFile: string
  /** More settings, by their name in the environment. */
  readonly more?: Readonly<Record<string, string>>
}

/** The bot as its own process, exactly as `npm start` runs it, that can be killed without warning. */
export interface BotProcess {
  start(): void
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
  /** SIGTERM, and waits. @returns the exit code */
  stop(): Promise<number | null>
  readonly running: boolean
  /** How often it ended by itself, which nobody asked for, and was started again as a service manager would. */
  readonly exits: number
}

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))
/** A service manager waits a little before it starts again what ended. */
const AGAIN_AFTER_MS = 500

export function createBotProcess(settings: BotSettings): BotProcess {
  let child: ChildProcess | undefined
  let again: NodeJS.Timeout | undefined
  let exits = 0
  const running = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null
  const start = (): void => {
    const log = openSync(settings.logFile, 'a')
    const started = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      env: {
        ...process.env,
        DISCORD_TOKEN: settings.token,
        DISCORD_API: settings.api,
        DATABASE_URL: settings.databaseUrl,
        HUISBOT_KEYS: settings.keyFolder,
        HUISBOT_POLICIES: settings.policyFolder,
        LOG_LEVEL: 'warn',
        ...settings.more,
      },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    child = started
    started.once('exit', () => {
      if (child !== started) return
      exits += 1
      again = setTimeout(start, AGAIN_AFTER_MS)
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    clearTimeout(again)
    const ended = child
    child = undefined
    if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null)
      return ended?.exitCode ?? null
    ended.kill(signal)
    await once(ended, 'exit')
    return ended.exitCode
  }
  return {
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    get running() {
      return running()
    },
    get exits() {
      return exits
    },
  }
}
