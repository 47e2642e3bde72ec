import { parseArgs } from 'node:util'
import { examine } from '../discord/doctor/examine.ts'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { readHealthAddress } from '../health/address.ts'
import { explainFailure } from '../start-failure.ts'
import { worstOf } from './finding.ts'
import { report, reportJson } from './report.ts'

const USAGE = `npm run doctor [-- --json]

Looks at everything that the bot needs (settings, agreements, token, intents, servers, permissions, database, keys,
clock, the bot that runs) and says what to do about what is not right. It changes nothing.
Exit code 0: all is well, or there is only something to look at. 1: something does not work.`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`)
  readDotEnv()
  const environment = readEnvironment(process.env)
  const { HUISBOT_HEALTH: health } = environment
  const { findings, texts } = await examine({
    token: environment.DISCORD_TOKEN,
    api: environment.DISCORD_API,
    databaseUrl: environment.DATABASE_URL,
    keyFolder: environment.HUISBOT_KEYS,
    policyFolder: environment.HUISBOT_POLICIES,
    health: health === undefined ? undefined : readHealthAddress(health),
    node: process.versions.node,
    now: () => new Date(),
  })
  process.stdout.write(`${values.json ? reportJson(findings, texts) : report(findings, texts)}\n`)
  process.exitCode = worstOf(findings) === 'fault' ? 1 : 0
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
