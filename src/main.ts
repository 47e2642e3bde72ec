import { startBot } from './bot.ts'
import { readDotEnv, readEnvironment } from './environment.ts'
import { followAgreements } from './follow-agreements.ts'
import { createLog } from './log.ts'
import { readShare } from './shards.ts'
import { explainFailure } from './start-failure.ts'
import { StartError } from './start-error.ts'

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
  const bot = await startBot({
    token: environment.DISCORD_TOKEN,
    api: environment.DISCORD_API,
    databaseUrl: environment.DATABASE_URL,
    keyFolder: environment.HUISBOT_KEYS,
    policyFolder: environment.HUISBOT_POLICIES,
    share: readShare(environment.HUISBOT_SHARDS, environment.HUISBOT_SHARD),
    log,
    onLost: () => stop(1),
  })
  log.info('the bot is running; Ctrl-C stops it')
  const agreements = followAgreements({ bot, policyFolder: environment.HUISBOT_POLICIES, log })
  const stop = (code: number): void => {
    log.info('stopping')
    agreements.stop()
    bot.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', () => stop(0))
  process.once('SIGTERM', () => stop(0))
  // A service is told so to read its settings again; to a program in a terminal it means that the terminal was closed.
  process.on('SIGHUP', () => (process.stdout.isTTY ? stop(0) : agreements.readAgain()))
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(1)
})
