// Generates the clients of both databases from the one schema, at the same time. Prisma's CLI wants to download its
// migration engine before any command, also before `generate`, which does not use it; naming any existing file switches
// that download off, so that an install works on a machine that reaches only a package registry. For this one command
// alone: `prisma migrate` must still get the real engine.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const prisma = fileURLToPath(import.meta.resolve('prisma/build/index.js'))

/** A client of Prisma speaks one database, so the schema is rendered for the other one. Never edit what comes out. */
const renderForPostgres = () => {
  const rendered = readFileSync(new URL('prisma/schema.prisma', root), 'utf8')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../src/generated/sqlite"', '"../../src/generated/postgresql"')
  mkdirSync(new URL('prisma/postgresql/', root), { recursive: true })
  writeFileSync(
    new URL('prisma/postgresql/schema.prisma', root),
    `// Rendered from ../schema.prisma by ../generate.mjs.\n${rendered}`,
  )
  return 'prisma/postgresql/schema.prisma'
}

/** @returns the exit code; what was printed is shown only when it went wrong */
const generate = (schema) =>
  new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [prisma, 'generate', '--schema', schema, ...process.argv.slice(2)], {
      cwd: fileURLToPath(root),
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    })
    let said = ''
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => (said += part))
    run.once('error', reject)
    run.once('close', (code) => {
      if (code !== 0) process.stderr.write(said)
      resolve(code ?? 1)
    })
  })

/** What the clients are made from: nearly everything builds first, and the tables change seldom. */
const stampOf = () => {
  const hash = createHash('sha256')
  for (const file of ['prisma/schema.prisma', 'prisma/generate.mjs', 'package-lock.json']) {
    hash.update(readFileSync(new URL(file, root))).update('\0')
  }
  return hash.digest('hex')
}
const generated = new URL('src/generated/', root)
const stampFile = new URL('prisma-stamp.txt', generated)
const standing = () =>
  ['sqlite', 'postgresql'].every((name) => existsSync(new URL(`${name}/client.ts`, generated))) &&
  existsSync(new URL('prisma/postgresql/schema.prisma', root)) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stampOf()

const asked = process.argv.length > 2
if (asked || !standing()) {
  rmSync(stampFile, { force: true })
  const codes = await Promise.all([generate('prisma/schema.prisma'), generate(renderForPostgres())])
  process.exitCode = Math.max(...codes)
  if (!asked && process.exitCode === 0) writeFileSync(stampFile, stampOf())
}
