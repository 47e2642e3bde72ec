// Generates the database client. Prisma's CLI wants to download its migration engine before any command, also
// before `generate`, which does not use it; naming any existing file switches that download off, so that an
// install works on a machine that reaches only a package registry. For this one command alone: `prisma migrate`
// must still get the real engine.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const prisma = fileURLToPath(import.meta.resolve('prisma/build/index.js'))
const run = spawnSync(
  process.execPath,
  [prisma, 'generate', '--schema', 'prisma/schema.prisma', ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    encoding: 'utf8',
  },
)
if (run.status !== 0) {
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`)
  process.exit(run.status ?? 1)
}
