import { parseArgs } from 'node:util'
import { readDotEnv, readEnvironment } from '../environment.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import { applicationIdOf, BASE, inviteLink, POWERS } from './invite.ts'

function applicationId(): string {
  const { values } = parseArgs({ options: { app: { type: 'string' } } })
  readDotEnv()
  const token = readEnvironment(process.env).DISCORD_TOKEN
  const id = values.app ?? (token === undefined ? undefined : applicationIdOf(token))
  if (id !== undefined && /^\d{17,20}$/.test(id)) return id
  throw new StartError(
    'no-application',
    'Which application? Put DISCORD_TOKEN in .env, or write: npm run invite -- --app APPLICATION_ID (Developer Portal > General Information).',
  )
}

const write = (line: string): void => void process.stdout.write(`${line}\n`)

function main(): void {
  const id = applicationId()
  write(`Base (${BASE.join(', ')}):\n  ${inviteLink(id)}\n`)
  write('Each optional power apart; open one of these instead if you want what it is for:')
  for (const { permissions, purpose } of POWERS) {
    write(`${permissions.join(', ')}: ${purpose}\n  ${inviteLink(id, [...BASE, ...permissions])}`)
  }
  write(
    "\nMore than one? Give the bot's role the others in Server Settings > Roles; do not give it Administrator.",
  )
}

try {
  main()
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
