import { randomUUID } from 'node:crypto'
import { type Control, controlSocketOf, startControl } from './backup/control.ts'
import { type Bot, startBot } from './bot.ts'
import { isDiscordItself, readDotEnv, readEnvironment } from './environment.ts'
import { followAgreements } from './follow-agreements.ts'
import { readHealthAddress } from './health/address.ts'
import { readBuild } from './health/build.ts'
import { createLog, type Log } from './log.ts'
import { EXIT, type Run, runUntilStopped } from './run-until-stopped.ts'
import { lastGoodFolder } from './safe-agreements.ts'
import { readShare } from './shards.ts'
import { explainFailure } from './start-failure.ts'
import { StartError } from './start-error.ts'
import { databaseFile } from './storage/address.ts'

/** Where `npm run backup` asks a bot that runs for a copy of its database. */
async function openControl(
  databaseUrl: string,
  { copyDatabase }: Bot,
  log: Log,
): Promise<Control | undefined> {
  if (copyDatabase === undefined || !databaseUrl.startsWith('file:')) return undefined
  const onError = (error: unknown): void => log.error({ err: error }, 'the database could not be copied')
  const path = controlSocketOf(databaseFile(databaseUrl))
  const control = await startControl(path, copyDatabase, onError).catch(onError)
  if (control === undefined) log.warn('backups need a bot that is stopped: there is no place for the socket')
  return control ?? undefined
}

async function main(): Promise<void> {
  readDotEnv()
  const environment = readEnvironment(process.env)
  if (environment.DISCORD_TOKEN === undefined) {
    throw new StartError(
      'no-token',
      'There is no DISCORD_TOKEN: copy .env.example to .env and put your bot token there (README, "On real Discord"), or run `npm run practice` to try the bot without Discord.',
    )
  }
  const log = createLog(environment.LOG_LEVEL)
  const { HUISBOT_HEALTH: health } = environment
  // While it starts it already reads what people wrote: an error then must not be told by Node, with its message.
  const early = (error: unknown): void => {
    log.fatal({ err: error, bug: randomUUID().slice(0, 8) }, 'a fault that nobody caught')
    process.exit(EXIT.fault)
  }
  process.on('uncaughtException', early)
  process.on('unhandledRejection', early)
  // Discord can close the connection for good while the bot is still starting.
  let lost = false
  let run: Run | undefined
  const bot = await startBot({
    token: environment.DISCORD_TOKEN,
    api: environment.DISCORD_API,
    databaseUrl: environment.DATABASE_URL,
    keyFolder: environment.HUISBOT_KEYS,
    keysLost: environment.HUISBOT_KEYS_LOST === 'yes',
    policyFolder: environment.HUISBOT_POLICIES,
    refusesExample: isDiscordItself(environment.DISCORD_API),
    lastGoodFolder: lastGoodFolder(environment.DATABASE_URL),
    share: readShare(environment.HUISBOT_SHARDS, environment.HUISBOT_SHARD),
    ...(health === undefined
      ? {}
      : { health: { address: readHealthAddress(health), build: readBuild(environment.HUISBOT_COMMIT) } }),
    stopMs: environment.HUISBOT_STOP_SECONDS * 1_000,
    log,
    onLost() {
      lost = true
      run?.end(EXIT.closed)
    },
  })
  log.info('the bot is running; Ctrl-C stops it')
  const control = await openControl(environment.DATABASE_URL, bot, log)
  const agreements = followAgreements({ bot, policyFolder: environment.HUISBOT_POLICIES, log })
  run = runUntilStopped({
    log,
    process,
    newId: randomUUID,
    async stop() {
      agreements.stop()
      await control?.stop()
      return bot.stop()
    },
  })
  process.off('uncaughtException', early)
  process.off('unhandledRejection', early)
  const ends = run
  if (lost) ends.end(EXIT.closed)
  // A service is told so to read its settings again; to a program in a terminal it means that the terminal was closed.
  process.on('SIGHUP', () => (process.stdout.isTTY ? ends.end(EXIT.stopped) : agreements.readAgain()))
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(EXIT.notStarted)
})
