import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Examined, examine } from '../../src/discord/doctor/examine.ts'
import { type Finding, worstOf } from '../../src/doctor/finding.ts'
import { report, reportJson } from '../../src/doctor/report.ts'
import { startHealth } from '../../src/health/server.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscordOptions, startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { openHouse } from '../support/house.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'

const NOW = new Date('2026-11-25T13:00:00Z')
const seed = async (): Promise<GuildSeed> => seedFor(await loadPolicy('policies'))

/** Looks at a Discord without a bot that runs on it. */
async function look(
  how: {
    seed?: (seed: GuildSeed) => GuildSeed
    discord?: Partial<LocalDiscordOptions>
    with?: Partial<Examined>
  } = {},
) {
  const folder = tempFolder()
  const plain = await seed()
  const discord = await startLocalDiscord({
    seedGuild: how.seed?.(plain) ?? plain,
    privilegedIntents: ['MessageContent'],
    clock: { now: () => NOW },
    ...how.discord,
  })
  onTestFinished(() => discord.stop())
  const what: Examined = {
    token: discord.token,
    api: discord.api,
    databaseUrl: `file:${join(folder, 'data', 'huisbot.db')}`,
    keyFolder: join(folder, 'keys'),
    policyFolder: 'policies',
    health: undefined,
    node: '20.20.2',
    now: () => NOW,
    ...how.with,
  }
  const { findings, texts } = await examine(what)
  return { findings, texts, folder, discord, text: report(findings, texts) }
}
const faults = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ state }) => state === 'fault').map(({ says }) => says)

test('beside a bot that runs, everything that works is said so, in the language of the house, and nothing is changed', async () => {
  const house = await openHouse()
  const before = house.requests.length
  const { findings, texts } = await examine({
    token: house.discord.token,
    api: house.discord.api,
    databaseUrl: `file:${house.databaseFile}`,
    keyFolder: join(dirname(house.databaseFile), 'keys'),
    policyFolder: 'policies',
    health: undefined,
    node: '20.20.2',
    now: () => NOW,
  })
  expect(faults(findings)).toEqual([])
  expect(worstOf(findings)).toBe('note')
  const text = report(findings, texts)
  expect(text).toContain('in gebruik door een bot die werkt')
  expect(text).toContain('De Message Content Intent staat aan')
  expect(text).toMatch(/let op +9 hulplijnen zijn al lang niet nagekeken/)
  expect(text).toContain('De sleutelmap')
  expect(text).toContain('staat in de map van de databank')
  expect(
    house.requests.slice(before).every(({ method }) => method === 'GET'),
    'it only asks',
  ).toBe(true)
  const json = JSON.parse(reportJson(findings, texts)) as { worst: string; findings: { code: string }[] }
  expect(json.worst).toBe('note')
  expect(json.findings.map(({ code }) => code)).toContain('token.ok')
  expect(text + JSON.stringify(json)).not.toContain(house.discord.token)
})

test('a token that is refused, a Discord that is away, and no token are told apart', async () => {
  const refused = await look({ with: { token: 'MTIz.geheim-token.niet' } })
  expect(faults(refused.findings)).toEqual(['doctor.token.refused'])
  expect(refused.text).not.toContain('geheim-token')
  expect((await look({ with: { token: undefined } })).text).toContain('Er is geen DISCORD_TOKEN')
  const away = await look({ with: { api: 'http://127.0.0.1:9/api' } })
  expect(faults(away.findings)).toEqual(['doctor.token.offline'])
})

test('what the agreements ask and the server has not is told for each channel, with what to do', async () => {
  const { findings, text } = await look({
    discord: { privilegedIntents: [] },
    seed: (plain) => ({
      ...plain,
      channels: plain.channels
        .filter(({ name }) => name !== 'welkom')
        .map((channel) => {
          if (channel.name === 'wachtrij')
            return { ...channel, overwrites: [{ role: '@bot', deny: ['SendMessages'] }] }
          if (channel.name === 'gaming')
            return { ...channel, overwrites: [{ role: '@bot', deny: ['ViewChannel'] }] }
          return channel
        }),
    }),
  })
  expect(faults(findings)).toEqual(
    expect.arrayContaining(['doctor.intents.off', 'doctor.set-up.missing', 'doctor.channels.hidden']),
  )
  expect(text).toContain('Het kanaal welkom staat in policies/house.yaml, maar bestaat niet')
  expect(text).toContain('In #wachtrij mist de bot een recht: SendMessages')
  expect(text).toContain('leest er dus niet: #gaming')
  expect(text).toContain('Zo werkt de bot niet of niet helemaal')
})

test('a broken folder of agreements, an old Node, a clock that is off and a foreign database are told', async () => {
  const folder = tempFolder()
  const policies = join(folder, 'policies')
  mkdirSync(policies)
  writeFileSync(join(policies, 'house.yaml'), 'name: [')
  const database = join(folder, 'huisbot.db')
  writeFileSync(database, 'dit is een brief en geen databank '.repeat(50))
  const { findings, text } = await look({
    with: {
      policyFolder: policies,
      databaseUrl: `file:${database}`,
      node: '18.19.1',
      now: () => new Date(NOW.getTime() + 60 * 60_000),
    },
  })
  expect(faults(findings)).toEqual(
    expect.arrayContaining([
      'doctor.node.old',
      'doctor.policy.fault',
      'doctor.database.fault',
      'doctor.clock.wrong',
    ]),
  )
  expect(text).toContain('verschilt 60 minuten')
  expect(text).toContain('house.yaml')
})

test('a key folder that others can enter, and keys that are damaged, are told', async () => {
  const keyFolder = join(tempFolder(), 'keys')
  mkdirSync(keyFolder, { mode: 0o755 })
  chmodSync(keyFolder, 0o755)
  writeFileSync(join(keyFolder, '2026-12-01.key'), 'kort', { mode: 0o600 })
  const { findings, text } = await look({ with: { keyFolder } })
  expect(faults(findings)).toEqual(['doctor.keys.open', 'doctor.keys.damaged'])
  expect(text).toContain('chmod 700')
})

test('a bot that runs and is not well is told by its reasons; a server that nobody named is a fault', async () => {
  const health = await startHealth({
    address: { host: '127.0.0.1', port: 0 },
    build: { version: '0.0.0', commit: undefined },
    metrics: { page: () => Promise.reject(new Error('not asked')) },
    ready: async () => ({ ready: false, reasons: ['cannot-store', 'outbox-stuck'] }),
    onError: () => undefined,
  })
  onTestFinished(() => health.stop())
  const port = Number(new URL(health.at).port)
  const { text } = await look({ with: { health: { host: '127.0.0.1', port } } })
  expect(text).toContain('De bot werkt, maar niet goed: cannot-store, outbox-stuck')
})
