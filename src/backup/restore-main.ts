import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import { markRestored, restoreBackup } from './restore.ts'

const USAGE = `npm run restore -- --from FOLDER [--replace] [--policies]
       npm run restore -- --mark MOMENT

Puts a backup back (or the newest one in FOLDER). The bot must be stopped.
  --replace    put it in the place of the database that is there, which is moved aside
  --policies   put the agreements back as well; those that are there are moved aside
  --mark MOMENT
               a database that was put back with other tools (pg_restore) is of this moment: 2026-11-24T14:03:12Z`

const write = (line: string): void => void process.stdout.write(`${line}\n`)

const momentSchema = z.iso.datetime()

async function mark(databaseUrl: string, text: string): Promise<void> {
  const moment = momentSchema.safeParse(text)
  if (!moment.success) throw new StartError('usage', USAGE)
  await markRestored(databaseUrl, new Date(moment.data))
  write(
    'Start the bot: it looks for its own messages before it posts, and tells the team from when its database is.',
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      replace: { type: 'boolean', default: false },
      policies: { type: 'boolean', default: false },
      mark: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help === true) return write(USAGE)
  if ((values.from === undefined) === (values.mark === undefined)) throw new StartError('usage', USAGE)
  readDotEnv()
  const environment = readEnvironment(process.env)
  if (values.mark !== undefined) return mark(environment.DATABASE_URL, values.mark)
  if (values.from === undefined) return
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
