import { parseArgs } from 'node:util'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import { restoreBackup } from './restore.ts'

const USAGE = `npm run restore -- --from FOLDER [--replace] [--policies]

Puts a backup back (or the newest one in FOLDER). The bot must be stopped.
  --replace    put it in the place of the database that is there, which is moved aside
  --policies   put the agreements back as well; those that are there are moved aside`

const write = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      replace: { type: 'boolean', default: false },
      policies: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help === true) return write(USAGE)
  if (values.from === undefined) throw new StartError('usage', USAGE)
  readDotEnv()
  const environment = readEnvironment(process.env)
  const { backup, takenAt, database, aside, policiesAside } = await restoreBackup({
    databaseUrl: environment.DATABASE_URL,
    policyFolder: environment.HUISBOT_POLICIES,
    from: values.from,
    replace: values.replace,
    policies: values.policies,
    now: new Date(),
  })
  write(`${backup} (of ${takenAt.toISOString()}) stands at ${database}`)
  if (aside !== undefined) write(`The database that was there: ${aside}. Remove it once all is well.`)
  if (policiesAside !== undefined) write(`The agreements that were there: ${policiesAside}`)
  write('Start the bot: it reads back what was said since, and tells the team from when it is.')
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
