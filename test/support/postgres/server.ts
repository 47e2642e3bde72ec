import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/** A PostgreSQL server on this machine, empty, gone when it is stopped or whoever started it dies. */
export interface PostgresServer {
  /** The address of the database that is always there. */
  readonly url: string
  /** Resolves when it takes connections. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

/** Found upwards, so that it is the same file from the source and from dist/. */
const script = (): string => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'test/support/postgres/server.mjs')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) throw new Error('test/support/postgres/server.mjs is not there')
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/**
 * Starts a server; it is not waited for.
 *
 * @param options.durable - writes to the disk as in earnest; without it a crash of the machine may lose what was written
 */
export const startPostgres = async (
  options: { readonly durable?: boolean } = {},
): Promise<PostgresServer> => {
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const child = spawn(
    process.execPath,
    [script(), String(port), password, options.durable === true ? 'durable' : 'quick'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const gone = once(child, 'exit')
  const ready = (async () => {
    await Promise.race([
      once(child.stdout, 'data'),
      gone.then(() => {
        throw new Error('PostgreSQL for the tests did not start')
      }),
    ])
  })()
  ready.catch(() => undefined)
  return {
    url: `postgresql://huisbot:${password}@127.0.0.1:${port}/postgres`,
    ready,
    async stop() {
      child.stdin.end()
      await gone
    },
  }
}
