import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import { manyGuilds } from '../../src/practice/seed.ts'

/**
 * How fast the local Discord is by itself: messages a second to one discord.js client, and the time in which a bot of
 * 2,500 guilds is greeted. It runs in a process of its own, so that it and the client each have a core.
 */
const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    guilds: { type: 'string', default: '0' },
  },
})
const MESSAGES = values.quick ? 60_000 : 200_000
const ROUNDS = values.quick ? 3 : 7
const GUILDS = 2_500

type Order =
  | { readonly do: 'flood'; readonly messages: number }
  | { readonly do: 'processor' }
  | { readonly do: 'stop' }
interface Ready {
  readonly api: string
  readonly token: string
  readonly guilds: number
}

/** The local Discord, on orders of the process that measures. */
async function serve(more: number): Promise<void> {
  const discord = await startLocalDiscord({ guilds: manyGuilds(more) })
  const noor = discord.world.member('noor')
  const talk = async (messages: number): Promise<void> => {
    for (let n = 0; n < messages; n++)
      await noor.says('#algemeen', 'hey iedereen, wie doet er straks mee met een potje?')
  }
  process.on('message', (order: Order) => {
    if (order.do === 'flood') void talk(order.messages)
    else if (order.do === 'processor') process.send?.(processorTime())
    else void discord.stop().then(() => process.exit(0))
  })
  process.send?.({ api: discord.api, token: discord.token, guilds: discord.guildIds.length } satisfies Ready)
}

/** Microseconds of processor that this process has used, collecting garbage included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function open(
  more: number,
): Promise<{ child: ChildProcess; ready: Ready; order: (what: Order) => void }> {
  const child = fork(fileURLToPath(import.meta.url), ['--serve', '--guilds', String(more)])
  const [ready] = (await once(child, 'message')) as [Ready]
  return { child, ready, order: (what) => void child.send(what) }
}

/** A client that keeps no messages: what is measured is how fast they come. */
const clientFor = (api: string): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  })

async function login(client: Client, token: string): Promise<void> {
  const ready = once(client, Events.ClientReady)
  await client.login(token)
  await ready
}

interface Flood {
  /** Messages a second, from the first word of the flood to the last message that arrived. */
  readonly rate: number
  /** Microseconds of processor for each message, of the local Discord and of the client: these hold on a busy machine. */
  readonly discord: number
  readonly client: number
}

async function flood(): Promise<Flood> {
  const { child, ready, order } = await open(0)
  const client = clientFor(ready.api)
  const all = new Promise<void>((resolve) => {
    let received = 0
    client.on(Events.MessageCreate, () => {
      received += 1
      if (received === MESSAGES) resolve()
    })
  })
  await login(client, ready.token)
  const used = async (): Promise<number> => {
    order({ do: 'processor' })
    const [time] = (await once(child, 'message')) as [number]
    return time
  }
  const before = [await used(), processorTime()] as const
  const begun = performance.now()
  order({ do: 'flood', messages: MESSAGES })
  await all
  const seconds = (performance.now() - begun) / 1_000
  const own = processorTime() - before[1]
  const theirs = (await used()) - before[0]
  await client.destroy()
  order({ do: 'stop' })
  await once(child, 'exit')
  return { rate: MESSAGES / seconds, discord: theirs / MESSAGES, client: own / MESSAGES }
}

/** Milliseconds from logging in to `clientReady`, with every guild there. */
async function greeting(): Promise<number> {
  const { child, ready, order } = await open(GUILDS - 1)
  const client = clientFor(ready.api)
  const begun = performance.now()
  await login(client, ready.token)
  const took = performance.now() - begun
  if (client.guilds.cache.filter((guild) => guild.available).size !== GUILDS)
    throw new Error('guilds are missing')
  await client.destroy()
  order({ do: 'stop' })
  await once(child, 'exit')
  return took
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const write = (line: string): void => void process.stdout.write(`${line}\n`)

async function measure(): Promise<void> {
  const floods: Flood[] = []
  const greetings: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    floods.push(await flood())
    greetings.push(await greeting())
  }
  const rates = floods.map((one) => one.rate)
  write(
    `rounds ${ROUNDS}, Node ${process.versions.node}, ${availableParallelism()} cores, local Discord in a process of its own`,
  )
  write(
    `${MESSAGES} messages to one discord.js client    ${Math.round(middle(rates))} a second (slowest round ${Math.round(Math.min(...rates))})`,
  )
  write(
    `processor for each message                  local Discord ${middle(floods.map((one) => one.discord)).toFixed(1)} µs, client ${middle(floods.map((one) => one.client)).toFixed(1)} µs (the slower decides on free cores)`,
  )
  write(
    `${GUILDS} guilds, login to ready                ${Math.round(middle(greetings))} ms (slowest round ${Math.round(Math.max(...greetings))} ms)`,
  )
}

if (values.serve) await serve(Number(values.guilds))
else await measure()
