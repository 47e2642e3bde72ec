import { parseArgs } from 'node:util'
import { StorageError } from './errors.ts'
import { move } from './move.ts'
import { MoveError } from './move-error.ts'
import { isPostgresAddress } from './postgres/address.ts'

const USAGE =
  'Usage: npm run move -- --from file:data/huisbot.db --to postgresql://user:password@host/database'
const write = (line: string): void => void process.stdout.write(`${line}\n`)

const addresses = (): { from: string; to: string } | undefined => {
  try {
    const { from, to } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } }).values
    return from?.startsWith('file:') === true && to !== undefined && isPostgresAddress(to)
      ? { from, to }
      : undefined
  } catch {
    return undefined
  }
}

async function main(): Promise<number> {
  const given = addresses()
  if (given === undefined) {
    process.stderr.write(`${USAGE}\nStop the bot first. The old database is only read.\n`)
    return 2
  }
  const moved = await move({
    ...given,
    onTable: ({ table, rows, digest }) =>
      write(`${table.padEnd(20)} ${String(rows).padStart(9)} rows  ${digest}`),
  })
  const rows = moved.reduce((sum, one) => sum + one.rows, 0)
  write(`\nMoved ${rows} rows in ${moved.length} tables; read back, every table is the same on both sides.`)
  write('What to do next:')
  write('1. Set DATABASE_URL to the new address, in .env or in the environment. Leave HUISBOT_KEYS as it is.')
  write('2. Start the bot and look at /huis status.')
  write(
    '3. Back up the new database from now on; keep the old file for some days, then remove it and its backups.',
  )
  return 0
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof StorageError || error instanceof MoveError
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
