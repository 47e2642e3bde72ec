import { randomUUID } from 'node:crypto'
import { startBot } from './bot.ts'
import { readDotEnv, readEnvironment } from './environment.ts'
import { followAgreements } from './follow-agreements.ts'
import { readHealthAddress } from './health/address.ts'
import { readBuild } from './health/build.ts'
import { createLog } from './log.ts'
import { EXIT, type Run, runUntilStopped } from './run-until-stopped.ts'
import { lastGoodFolder } from './safe-agreements.ts'
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
  const { HUISBOT_HEALTH: health } = environment
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
  const agreements = followAgreements({ bot, policyFolder: environment.HUISBOT_POLICIES, log })
  const { end } = (run = runUntilStopped({
    log,
    process,
    newId: randomUUID,
    stop() {
      agreements.stop()
      return bot.stop()
    },
  }))
  if (lost) end(EXIT.closed)
  // A service is told so to read its settings again; to a program in a terminal it means that the terminal was closed.
  process.on('SIGHUP', () => (process.stdout.isTTY ? end(EXIT.stopped) : agreements.readAgain()))
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(EXIT.notStarted)
})
