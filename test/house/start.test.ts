import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscordOptions, startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'

const temp = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'huisbot-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the bot against a Discord that is not as it should be, and gives back what it says. */
async function refusal(how: {
  seed?: (seed: GuildSeed) => GuildSeed
  discord?: Partial<LocalDiscordOptions>
  token?: string
  databaseUrl?: string
}): Promise<string> {
  const seed = seedFor(await loadPolicy('policies'))
  const discord = await startLocalDiscord({ seedGuild: how.seed?.(seed) ?? seed, ...how.discord })
  onTestFinished(() => discord.stop())
  const folder = temp()
  const started = startBot({
    token: how.token ?? discord.token,
    api: discord.api,
    databaseUrl: how.databaseUrl ?? `file:${join(folder, 'huisbot.db')}`,
    keyFolder: join(folder, 'keys'),
    policyFolder: 'policies',
    log: createLog('silent'),
  })
  const error: unknown = await started.then(
    (bot) => bot.stop().then(() => new Error('it started')),
    (failure: unknown) => failure,
  )
  return error instanceof Error ? error.message : String(error)
}

/** Runs the built program as a person would. */
function run(main: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('dist/src', main), ...args], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status, stdout, stderr }
}

test('an intent that is not switched on is named, with the two ways out', async () => {
  expect(await refusal({ discord: { privilegedIntents: [] } })).toMatch(
    /Message Content intent.*Developer Portal.*way: reports/,
  )
})

test('a token that Discord does not know is named, and never printed', async () => {
  const sentence = await refusal({ token: 'MTIz.not-a-token.at-all' })
  expect(sentence).toMatch(/does not accept this token/)
  expect(sentence).not.toContain('not-a-token')
})

test('a database that cannot be opened is named, and left as it is', async () => {
  const file = join(temp(), 'huisbot.db')
  writeFileSync(file, 'this is not a database, but somebody may need it '.repeat(40))
  const sentence = await refusal({ databaseUrl: `file:${file}` })
  expect(sentence).toMatch(/database/i)
})

test('without a token the program says so, and names the practice house', () => {
  const { status, stderr } = run('main.js', [], { DISCORD_TOKEN: '' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/no DISCORD_TOKEN.*npm run practice/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a setting that is wrong is named, and its value is not', () => {
  const { status, stderr } = run('main.js', [], { DISCORD_TOKEN: 'x', LOG_LEVEL: 'geheimwoord' })
  expect(status).toBe(1)
  expect(stderr).toContain('LOG_LEVEL')
  expect(stderr).not.toContain('geheimwoord')
})

test('a broken policy file is told with its file and line', () => {
  const folder = temp()
  writeFileSync(join(folder, 'house.yaml'), 'name: [')
  const { status, stderr } = run('main.js', [], { DISCORD_TOKEN: 'x', HUISBOT_POLICIES: folder })
  expect(status).toBe(1)
  expect(stderr).toMatch(/house\.yaml/)
})

test.each([
  ['a file that is not there', 'nergens.jsonl', /no file nergens\.jsonl/],
  ['a file that is not text', process.execPath, /not text/],
])('replay says what is wrong with %s, and ends', (_what, file, says) => {
  const { status, stderr } = run('practice/main.js', ['--replay', file])
  expect(status).toBe(1)
  expect(stderr).toMatch(says)
})

test('replay names the line of a chat log that is not a message, and not its words', () => {
  const file = join(temp(), 'log.jsonl')
  writeFileSync(file, '{"text":"hallo"}\n{"tekst":"geheimwoord"}\n')
  const { status, stderr } = run('practice/main.js', ['--replay', file])
  expect(status).toBe(1)
  expect(stderr).toContain('Line 2 of')
  expect(stderr).not.toContain('geheimwoord')
})

test('replay counts what was heard, refused and flagged, and writes it as JSON', () => {
  const folder = temp()
  const [file, json, log] = ['log.txt', 'out.json', 'requests.jsonl'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(file, ['hallo allemaal', 'x'.repeat(2_001), '', 'ik wil dood'].join('\n'))
  const { status, stdout } = run('practice/main.js', ['--replay', file, '--json', json, '--log', log])
  expect(status).toBe(0)
  expect(stdout).toMatch(/messages heard +2 \(1 more were refused by Discord\)/)
  const result: unknown = JSON.parse(spawnSync('cat', [json], { encoding: 'utf8' }).stdout)
  expect(result).toMatchObject({ heard: 2, blocked: 1, flags: { distress: 1 }, offers: 1, cards: 1 })
})
