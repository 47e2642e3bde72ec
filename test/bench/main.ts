import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Client, Events } from 'discord.js'
import { startBot } from '../../src/bot.ts'
import { intentsFor } from '../../src/discord/client.ts'
import { createLog } from '../../src/log.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import type { Order, Report } from './discord-process.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const MESSAGES = values.quick ? 20_000 : 100_000
const ROUNDS = values.quick ? 3 : 7
const CARDS = values.quick ? 40 : 200

const discord = fork(fileURLToPath(new URL('./discord-process.js', import.meta.url)))
const order = (what: Order): void => void discord.send(what)
const report = async <K extends Report['is']>(is: K): Promise<Extract<Report, { is: K }>> => {
  for (;;) {
    const [message] = (await once(discord, 'message')) as [Report]
    if (message.is === is) return message as Extract<Report, { is: K }>
  }
}

/** Messages a second from the first to the last that arrived. */
async function flood(received: () => number): Promise<number> {
  const before = received()
  const begun = performance.now()
  order({ do: 'flood', messages: MESSAGES })
  while (received() - before < MESSAGES) await new Promise<void>((resolve) => void setImmediate(resolve))
  return MESSAGES / ((performance.now() - begun) / 1_000)
}

async function bareClient(api: string, token: string): Promise<number> {
  const client = new Client({ intents: intentsFor('full'), rest: { api } })
  let received = 0
  client.on(Events.MessageCreate, () => void received++)
  const ready = once(client, Events.ClientReady)
  await client.login(token)
  await ready
  const rate = await flood(() => received)
  await client.destroy()
  return rate
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const at = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ??
  Number.NaN

const folder = await mkdtemp(join(tmpdir(), 'huisbot-bench-'))
try {
  const { api, token } = await report('ready')
  const policy = await loadPolicy('policies')
  const bare: number[] = []
  const bot: number[] = []
  const cards: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await bareClient(api, token))
    const house = await startBot({
      token,
      api,
      databaseUrl: `file:${join(folder, `round-${round}.db`)}`,
      keyFolder: join(folder, 'keys'),
      policyFolder: 'policies',
      log: createLog('error'),
    })
    await house.idle()
    bot.push(await flood(() => house.received()))
    const worrying = policy.rules.flatMap((rule) => (rule.kind === 'harm' ? rule.mustHit : []))
    for (let n = 0; n < CARDS / ROUNDS; n++) {
      order({ do: 'flag', text: worrying[n % worrying.length] ?? '' })
      cards.push((await report('card')).ms)
    }
    await house.stop()
  }
  write(
    `rounds ${ROUNDS}, ${MESSAGES} messages each, Node ${process.versions.node}; the local Discord in a process of its own`,
  )
  write(`bare discord.js client       ${Math.round(median(bare))} messages a second received`)
  write(`Huisbot                      ${Math.round(median(bot))} messages a second received and screened`)
  write(
    `ratio Huisbot / bare         ${median(bot.map((rate, round) => rate / (bare[round] ?? Number.NaN))).toFixed(2)} (median of the rounds, pair by pair)`,
  )
  write(
    `message → card (${cards.length})         p50 ${at(cards, 0.5).toFixed(1)} ms, p95 ${at(cards, 0.95).toFixed(1)} ms, most ${Math.max(...cards).toFixed(1)} ms`,
  )
} finally {
  order({ do: 'stop' })
  await rm(folder, { recursive: true, force: true })
}
