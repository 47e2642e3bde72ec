import { parseArgs } from 'node:util'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { readBuild } from '../health/build.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import { makeBackup } from './backup.ts'

const USAGE = `npm run backup -- --to FOLDER [--keep N] [--keys-to OTHER_FOLDER]

Makes a backup of the database and the agreements in a folder of its own in FOLDER, also while the bot runs.
  --keep N        keep the N newest backups in FOLDER and remove the others
  --keys-to DIR   also copy the keys of sealed words, to DIR. Whoever has a backup and its keys can read what people
                  wrote: keep DIR on another disk, for as few people as possible, and copy it nowhere else. Each time
                  the keys that were destroyed since go from DIR as well; a copy that you make of DIR keeps open what
                  should be forgotten. Without the keys a backup brings everything back but the words.`

const write = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      keep: { type: 'string' },
      'keys-to': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help === true) return write(USAGE)
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (values.to === undefined || (keep !== undefined && !(Number.isInteger(keep) && keep >= 1)))
    throw new StartError('usage', USAGE)
  readDotEnv()
  const environment = readEnvironment(process.env)
  const keysTo = values['keys-to']
  const done = await makeBackup({
    databaseUrl: environment.DATABASE_URL,
    policyFolder: environment.HUISBOT_POLICIES,
    keyFolder: environment.HUISBOT_KEYS,
    to: values.to,
    ...(keep === undefined ? {} : { keep }),
    ...(keysTo === undefined ? {} : { keysTo }),
    build: readBuild(environment.HUISBOT_COMMIT),
    now: new Date(),
  })
  write(
    `${done.folder}: ${(done.bytes / 1_048_576).toFixed(1)} MB, checked${done.running ? '; the bot went on' : ''}`,
  )
  if (done.pruned.length > 0) write(`${done.pruned.length} older removed`)
  if (done.keys === undefined)
    write('The keys are not in it: put back without them, what people wrote stays shut.')
  else write(`${done.keys} keys stand in the other folder. Whoever has both can read what people wrote.`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
