import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Bot, startBot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { hurriedPolicies } from '../chaos/policies.ts'
import { watchMemory } from './memory.ts'
import type { Order, Report, Waits } from './orders.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    joins: { type: 'string', default: '500' },
    json: { type: 'string' },
    policies: { type: 'string', default: 'policies' },
  },
})
const messages = Number(values.messages)
const joins = Number(values.joins)
if (!Number.isSafeInteger(messages) || messages < 100 || !Number.isSafeInteger(joins) || joins < 2) {
  process.stderr.write(
    'Usage: npm run test:flood -- [--messages 100000] [--joins 500] [--json FILE] [--policies FOLDER]\n',
  )
  process.exit(2)
}
/** One in a hundred worries. */
const WORRYING = Math.floor(messages / 100)
const ANSWER_WITHIN_MS = 1_000
const MOST_MB = 512
const SETTLE_MS = 300_000

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
const folder = await mkdtemp(join(tmpdir(), 'huisbot-flood-'))
const policyFolder = await hurriedPolicies(values.policies, join(folder, 'policies'))
const discord = fork(fileURLToPath(new URL('./discord.js', import.meta.url)), [policyFolder])
const order = (what: Order): void => void discord.send(what)
/** What it reported and nobody waited for yet. */
const reports: Report[] = []
async function report<K extends Report['is']>(is: K): Promise<Extract<Report, { is: K }>> {
  for (;;) {
    const found = reports.findIndex((one) => one.is === is)
    const [one] = found < 0 ? [] : reports.splice(found, 1)
    if (one !== undefined) return one as Extract<Report, { is: K }>
    if (discord.exitCode !== null) throw new Error('the local Discord is gone')
    await wait(10)
  }
}
discord.on('message', (one: Report) => void reports.push(one))
const look = (): Promise<Extract<Report, { is: 'seen' }>> => {
  order({ do: 'look' })
  return report('seen')
}

/** Message id → how many flags it has, its own or one with which it is counted. */
async function flagsOf({ desk: { db } }: Bot): Promise<ReadonlyMap<string, number>> {
  const select = { messageId: true } as const
  const rows = [...(await db.flag.findMany({ select })), ...(await db.flagMessage.findMany({ select }))]
  const counts = new Map<string, number>()
  for (const { messageId } of rows)
    if (messageId !== null) counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
  return counts
}

/** Waits until every message has its flag, and the bot did what there was to do. */
async function settled(bot: Bot, wanted: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const until = performance.now() + SETTLE_MS
  const { db } = bot.desk
  for (;;) {
    const flags = await flagsOf(bot)
    const unposted = await db.outboxTarget.count({ where: { kind: 'card', nextTry: { not: null } } })
    if ((wanted.every((id) => flags.has(id)) && unposted === 0) || performance.now() > until) return flags
    await wait(250)
  }
}

const msOf = (nanoseconds: number): number => Math.round(nanoseconds / 1e6)
const at = (numbers: readonly number[], share: number): number =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? Number.NaN)
const waitsOf = ({ answered, unanswered }: Waits) => ({
  asked: answered.length + unanswered,
  unanswered,
  p50: at(answered, 0.5),
  p99: at(answered, 0.99),
  most: at(answered, 1),
})
const heldAgainst = (wanted: readonly string[], flags: ReadonlyMap<string, number>) => ({
  lost: wanted.filter((id) => !flags.has(id)).length,
  doubled: [...flags.values()].filter((count) => count > 1).length,
})

const { api, token } = await report('ready')
const bot = await startBot({
  token,
  api,
  databaseUrl: `file:${join(folder, 'huisbot.db')}`,
  keyFolder: join(folder, 'keys'),
  policyFolder,
  log: createLog('error'),
})
await bot.idle()
await wait(3_000)
const calm = waitsOf((await look()).praat)
const memory = watchMemory()
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

const begun = performance.now()
order({ do: 'flood', messages, worrying: WORRYING })
const flooded = await report('flooded')
while (bot.heard() < messages && performance.now() - begun < SETTLE_MS) await wait(20)
const heardMs = performance.now() - begun
write(`${bot.heard()} messages heard in ${(heardMs / 1_000).toFixed(1)} s`)
const afterFlood = await settled(bot, flooded.flagged)
const storedMs = performance.now() - begun
const seen = await look()
const inFlood = waitsOf(seen.praat)
const flags = await bot.desk.db.flag.count()
write(`${afterFlood.size} of ${flooded.flagged.length} flagged after ${(storedMs / 1_000).toFixed(1)} s`)

const raidBegun = performance.now()
order({ do: 'raid', joins })
const raided = await report('raided')
const afterRaid = await settled(bot, raided.said)
const raidMs = performance.now() - raidBegun
const raidSeen = await look()
const inRaid = waitsOf(raidSeen.praat)
order({ do: 'remove' })
const removed = await report('removed')
delay.disable()
const used = await memory.end()
const counted = await bot.desk.db.auditLine.count({ where: { act: 'counted' } })

const figures = {
  messages,
  sentPerSecond: Math.round((messages / flooded.ms) * 1_000),
  heardPerSecond: Math.round((messages / heardMs) * 1_000),
  worrying: flooded.flagged.length,
  flags,
  ...heldAgainst(flooded.flagged, afterFlood),
  secondsUntilStored: Number((storedMs / 1_000).toFixed(1)),
  cards: seen.queue.cards,
  digests: seen.queue.digests,
  invalidRequests: raidSeen.invalid,
  praat: { before: calm, flood: inFlood, raid: inRaid },
  memoryMb: used,
  eventLoopMs: { p50: msOf(delay.percentile(50)), p99: msOf(delay.percentile(99)), most: msOf(delay.max) },
  raid: {
    joins,
    seconds: Number((raidMs / 1_000).toFixed(1)),
    flags: (await bot.desk.db.flag.count()) - flags,
    cards: raidSeen.queue.cards - seen.queue.cards,
    ...heldAgainst(raided.said, afterRaid),
    counted,
    traceable: removed.traced.length,
    notRemoved: removed.left,
    secondsUntilRemoved: Number((removed.ms / 1_000).toFixed(1)),
  },
}
await bot.stop()
order({ do: 'stop' })
await rm(folder, { recursive: true, force: true })

for (const [name, value] of Object.entries(figures)) write(`${name.padEnd(20)} ${JSON.stringify(value)}`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)

const { raid } = figures
/** What must hold, in the words of whoever reads that it did not. */
const broken = [
  ...(figures.lost > 0 || raid.lost > 0 ? ['messages were lost'] : []),
  ...(figures.doubled > 0 || raid.doubled > 0 ? ['messages have two flags'] : []),
  ...(seen.queue.cards > WORRYING / 2 ? ['a flood gave a card for each message'] : []),
  ...([inFlood, inRaid].some(({ most, unanswered }) => unanswered > 0 || most > ANSWER_WITHIN_MS)
    ? ['/praat was not answered within a second']
    : []),
  ...(used.peak > MOST_MB ? [`more than ${MOST_MB} MB`] : []),
  ...(raid.flags !== 1 || raid.cards !== 1 ? ['the raid is not one card'] : []),
  ...(raid.traceable < joins ? ['messages of the raid cannot be found from its card'] : []),
  ...(raid.notRemoved > 0 ? ['messages of the raid still stand'] : []),
]
for (const why of broken) write(`NOT: ${why}`)
process.exit(broken.length === 0 ? 0 : 1)
