import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface BotSettings {
  readonly token: string
  readonly api: string
  readonly databaseUrl: string
  readonly keyFolder: string
  readonly policyFolder: string
}

/** The bot as its own process, exactly as `npm start` runs it, that can be killed without warning. */
export interface BotProcess {
  start(): void
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>
  /** SIGTERM, and waits. @returns the exit code */
  stop(): Promise<number | null>
  readonly running: boolean
}

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))

export function createBotProcess(settings: BotSettings): BotProcess {
  let child: ChildProcess | undefined
  const gone = async (): Promise<number | null> => {
    if (child === undefined) return null
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const code = child.exitCode
    child = undefined
    return code
  }
  return {
    start() {
      child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
        env: {
          ...process.env,
          DISCORD_TOKEN: settings.token,
          DISCORD_API: settings.api,
          DATABASE_URL: settings.databaseUrl,
          HUISBOT_KEYS: settings.keyFolder,
          HUISBOT_POLICIES: settings.policyFolder,
          LOG_LEVEL: 'error',
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    },
    async kill() {
      child?.kill('SIGKILL')
      await gone()
    },
    async stop() {
      child?.kill('SIGTERM')
      return gone()
    },
    get running() {
      return child !== undefined && child.exitCode === null && child.signalCode === null
    },
  }
}
