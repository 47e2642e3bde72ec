// A PostgreSQL server for tests, from npm, in a process of its own that watches over it: when whoever started it is gone,
// also without having said so, its standard input ends, and the server stops and its data goes.
// Usage: node server.mjs PORT PASSWORD [durable]. Writes one line once the server takes connections.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFor } from './binaries.mjs'

const [port, password, durable] = process.argv.slice(2)
const said = []
// The server refuses to run as root.
const isRoot = process.getuid?.() === 0
const { EmbeddedPostgres, forget } = await packageFor({ isRoot })
const server = new EmbeddedPostgres({
  databaseDir: mkdtempSync(join(tmpdir(), 'huisbot-postgres-')),
  port: Number(port),
  user: 'huisbot',
  password,
  persistent: false,
  createPostgresUser: isRoot,
  // Few rounds for the password: each connection would else count four thousand.
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync', '--set', 'scram_iterations=1'],
  postgresFlags: [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    // After so long the server looks whether some wait for each other; by itself a second, which tests would spend waiting.
    '-c',
    'deadlock_timeout=50ms',
    ...(durable === 'durable'
      ? []
      : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
  ],
  onLog: (line) => void said.push(line),
  onError: (line) => void said.push(line),
})

let stopping
const stop = () =>
  (stopping ??= server.stop().finally(() => {
    forget()
    process.exit(0)
  }))
process.stdin.on('end', stop).on('error', stop).resume()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

try {
  await server.initialise()
  await server.start()
  process.stdout.write('ready\n')
} catch (error) {
  forget()
  process.stderr.write(`PostgreSQL for the tests did not start: ${String(error)}\n${said.join('')}\n`)
  process.exit(1)
}
