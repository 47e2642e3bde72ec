import { statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Bot, startBot } from '../../src/bot.ts'
import { commands } from '../../commands/index.ts'
import { type HealthAddress, readHealthAddress } from '../../src/health/address.ts'
import { readBuild } from '../../src/health/build.ts'
import { LABELS, OTHER } from '../../src/health/labels.ts'
import { REASONS, readiness } from '../../src/health/ready.ts'
import { createMetrics } from '../../src/health/metrics.ts'
import { createLog } from '../../src/log.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import { agreementsOf } from '../support/agreements.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'

const PLANTED = 'zebrapad-geheim'

/** Asks as Prometheus would. */
const ask = (
  address: HealthAddress,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const where = 'socket' in address ? { socketPath: address.socket } : address
    const asking = request({ ...where, path, ...options }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => void (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asking.once('error', reject)
    asking.end()
  })

async function measured() {
  const folder = tempFolder()
  let at = Date.parse('2026-11-25T13:00:00Z')
  const now = (): Date => new Date((at += 1))
  const discord = await startLocalDiscord({
    seedGuild: seedFor(await loadPolicy('policies')),
    privilegedIntents: ['MessageContent'],
    clock: { now },
  })
  const address: HealthAddress = { socket: join(folder, 'health.sock') }
  // Left by a bot that was killed.
  writeFileSync(address.socket, '')
  const lines: string[] = []
  const bot: Bot = await startBot({
    token: discord.token,
    api: discord.api,
    databaseUrl: `file:${join(folder, 'huisbot.db')}`,
    keyFolder: join(folder, 'keys'),
    policyFolder: 'policies',
    readAgreements: agreementsOf,
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    now,
    health: { address, build: readBuild('abcdef1234567') },
  })
  onTestFinished(async () => {
    await bot.stop()
    await discord.stop()
  })
  await bot.idle()
  return { bot, discord, address, lines, pass: (ms: number) => void (at += ms) }
}

test('health and metrics of a house: closed labels, no word, no id, no token', async () => {
  const { bot, discord, address, lines, pass } = await measured()
  expect(statSync('socket' in address ? address.socket : '').mode & 0o777).toBe(0o600)
  const { world } = discord
  const milan = world.member('milan')
  const said = await milan.says('#algemeen', `wat zijt gij een kankerlijer ${PLANTED}`)
  await world.member('lotte').says('#algemeen', `ik wil dood ${PLANTED}`)
  await world.until(() => bot.received() === 2)
  await bot.idle()
  await world.member('noor').runs('/praat')
  await milan.runs('/wachtrij', {}, { channel: '#algemeen' })
  const form = await world.member('noor').usesOn(said, 'Meld dit bericht')
  if (form.modal !== undefined)
    await world.member('noor').submits(form, { reason: 'bullying', words: PLANTED })
  await bot.idle()
  pass(10 * 60_000)

  const metrics = await ask(address, '/metrics')
  expect(metrics.status).toBe(200)
  const live = await ask(address, '/health/live')
  expect(JSON.parse(live.text)).toMatchObject({ live: true, commit: 'abcdef123456' })
  const ready = await ask(address, '/health/ready')
  expect([ready.status, JSON.parse(ready.text)]).toMatchObject([
    200,
    { ready: true, reasons: [], storing: 'works' },
  ])

  const value = (start: string): number =>
    Number(
      metrics.text
        .split('\n')
        .find((line) => line.startsWith(start))
        ?.split(' ')
        .at(-1),
    )
  expect(value('huisbot_messages_total{what="received"}')).toBe(2)
  expect(value('huisbot_flags_total{kind="worry",level="rood",source="screening"}')).toBe(1)
  expect(value('huisbot_queue_open{level="rood"}')).toBe(1)
  expect(value('huisbot_queue_oldest_unclaimed_seconds')).toBeGreaterThan(590)
  expect(value('huisbot_commands_total{command="praat",answer="done"}')).toBe(1)
  expect(value('huisbot_commands_total{command="wachtrij",answer="refused"}')).toBe(1)
  expect(value('huisbot_effects_total{effect="card",end="done"}')).toBeGreaterThan(0)
  expect(value('huisbot_rest_answers_total{status="2xx"}')).toBeGreaterThan(5)
  expect(value('huisbot_ready')).toBe(1)

  // Every label of every metric, against the lists; what is of the process itself comes from Node.
  const lists: Readonly<Record<string, readonly string[]>> = {
    ...LABELS,
    command: commands.map(({ payload }) => payload.name),
  }
  const free = /^huisbot_(?:build_info|nodejs_|process_)/
  let looked = 0
  for (const line of metrics.text
    .split('\n')
    .filter((one) => one.startsWith('huisbot_') && !free.test(one))) {
    for (const [, label = '', shown = ''] of line.matchAll(/(\w+)="([^"]*)"/g)) {
      expect([...(lists[label] ?? []), OTHER], `${label} in: ${line}`).toContain(shown)
      looked += 1
    }
  }
  expect(looked).toBeGreaterThan(20)
  const all = [metrics.text, live.text, ready.text, lines.join('')].join('\n')
  for (const secret of [PLANTED, discord.token, 'kankerlijer', 'ik wil dood'])
    expect(all).not.toContain(secret)
  const outside = [metrics.text, live.text, ready.text].join('\n')
  for (const id of [said.id, milan.id, discord.guildId, 'algemeen', 'Milan', 'milan'])
    expect(outside).not.toContain(id)
})

test('a bot that lost Discord, or cannot store, says why it is not ready; while it stops it says that too', async () => {
  const { bot, discord, address } = await measured()
  discord.faults.outage(true)
  discord.world.dropConnections()
  let ready = await ask(address, '/health/ready')
  for (let n = 0; n < 500 && ready.status === 200; n++) ready = await ask(address, '/health/ready')
  expect(ready.status).toBe(503)
  expect(JSON.parse(ready.text)).toMatchObject({ ready: false, reasons: ['not-connected'] })
  expect((await ask(address, '/health/live')).status).toBe(200)
  discord.faults.outage(false)
  expect(await bot.stop()).toEqual([])
  await expect(ask(address, '/health/live')).rejects.toThrow(/ECONNREFUSED|ENOENT/)
})

test('only programs may ask, only by GET, and only what there is', async () => {
  const { address } = await measured()
  expect((await ask(address, '/')).status).toBe(404)
  expect((await ask(address, '/metrics', { method: 'POST' })).status).toBe(405)
  expect((await ask(address, '/metrics', { headers: { origin: 'https://elders.example' } })).status).toBe(403)
  expect((await ask(address, `/${PLANTED}`)).text).not.toContain(PLANTED)
})

test('each reason stands in the closed list, and each is given for what it is about', () => {
  const well = {
    stopping: false,
    connected: true,
    trouble: undefined,
    agreements: true,
    pulseSeconds: 1,
    gauges: { stuck: 0 },
  }
  expect(readiness(well)).toEqual({ ready: true, reasons: [] })
  expect(readiness({ ...well, stopping: true }).reasons).toEqual(['stopping'])
  expect(readiness({ ...well, connected: false }).reasons).toEqual(['not-connected'])
  expect(readiness({ ...well, trouble: 'disk-full' }).reasons).toEqual(['cannot-store'])
  expect(readiness({ ...well, agreements: false }).reasons).toEqual(['agreements-broken'])
  expect(readiness({ ...well, pulseSeconds: 31 }).reasons).toEqual(['pulse-late'])
  expect(readiness({ ...well, gauges: { stuck: 1 } }).reasons).toEqual(['outbox-stuck'])
  expect(readiness({ ...well, gauges: undefined }).reasons).toEqual(['database-silent'])
  expect(new Set(REASONS).size).toBe(REASONS.length)
})

test('what stands in no list is counted as other, whatever somebody makes of it', async () => {
  const metrics = createMetrics({
    build: { version: '1.0.0', commit: undefined },
    commands: ['praat'],
    process: false,
    scrape: async () => ({
      received: 0,
      heard: 0,
      policyVersion: `${PLANTED} met een spatie`,
      gauges: undefined,
      trouble: PLANTED,
      ready: false,
      choresFailing: 0,
    }),
  })
  const { meters } = metrics
  meters.command(PLANTED, 'done')
  meters.flagged({ kind: PLANTED, level: PLANTED, source: PLANTED })
  meters.decided(PLANTED)
  meters.effect(PLANTED, 'done')
  meters.rest(999)
  const { text } = await metrics.page()
  expect(text).not.toContain(PLANTED)
  expect(text).toContain('huisbot_commands_total{command="other",answer="done"} 1')
  // A database that cannot be asked says nothing, not "nothing waits".
  expect(text).toMatch(/huisbot_outbox_pending nan/i)
})

test.each([
  ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
  ['localhost:1', { host: 'localhost', port: 1 }],
  ['/run/huisbot/health.sock', { socket: '/run/huisbot/health.sock' }],
  ['public:0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
] as const)('%s is where health is asked', (text, address) => {
  expect(readHealthAddress(text)).toEqual(address)
})

test.each(['0.0.0.0:9464', '[::]:9464', '192.168.1.5:80', 'huisbot.example:80'])(
  '%s can be reached by others and must be meant',
  (text) => {
    expect(() => readHealthAddress(text)).toThrow(/others can reach.*public:/)
  },
)

test.each(['9464', 'localhost', '127.0.0.1:99999', 'public:/run/x.sock', ''])(
  '"%s" is no address',
  (text) => {
    expect(() => readHealthAddress(text)).toThrow(/not an address/)
  },
)
