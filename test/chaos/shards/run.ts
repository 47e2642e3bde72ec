import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { loadPolicy } from '../../../src/policy/load.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { startPostgres } from '../../support/postgres/server.ts'
import { type BotProcess, createBotProcess } from '../bot-process.ts'
import { createCrowd } from '../crowd.ts'
import type { Stored } from '../found.ts'
import { createLedger, type Ledger } from '../ledger.ts'
import { hurriedPolicies } from '../policies.ts'
import { judge, type Verdict } from '../verdict.ts'
import { readStoredOn, watchTimersOn } from './stored.ts'
import { openTown, type Town } from './town.ts'

export interface ShardsOptions {
  readonly houses: number
  readonly seed: number
  /** How long people talk between two things that happen to the processes, in seconds. */
  readonly seconds: number
  readonly folder: string
  readonly policyFolder: string
  readonly write: (line: string) => void
}

export interface ShardsResult {
  readonly verdict: Verdict
  readonly ledger: Ledger
  readonly notices: number
  /** How often a process ended by itself. */
  readonly exits: number
  readonly said: number
  readonly fired: Readonly<Record<string, number>>
  readonly requests: number
  readonly invalid: number
  readonly pending: number
  /** Where the messages stand for which no row stands. */
  readonly orphansIn: readonly string[]
  /** How long it took until each house was served by a process again, in milliseconds, by what had happened. */
  readonly backAfterMs: Readonly<Record<string, number>>
}

/** Two processes begin their sessions five seconds apart, and a busy machine starts them slowly. */
const STARTS_WITHIN = 180_000
/** Nothing was asked of Discord for this long: all that there was to do is done. */
const QUIET_MS = 6_000
const SETTLE_WITHIN = 180_000
const MOST_ROUNDS = 5
const LATE_MS = 5_000

/**
 * The bot as two processes on one PostgreSQL, each with its own houses, under people who talk, report and decide in all
 * of them: one is killed and started again, then the other, then four processes take over while the two are being
 * stopped. In the end nothing that anybody did may be lost, and nothing may be there twice.
 */
export async function runShards(options: ShardsOptions): Promise<ShardsResult> {
  const { folder, houses, seed, write } = options
  const policyFolder = await hurriedPolicies(options.policyFolder, join(folder, 'policies'))
  const policy = await loadPolicy(policyFolder)
  const server = await startPostgres({ durable: true })
  await server.ready
  const town = await openTown(policy, houses)
  const processOf = (shard: string, total: number): BotProcess =>
    createBotProcess({
      api: town.discord.api,
      token: town.discord.token,
      databaseUrl: server.url,
      keyFolder: join(folder, 'keys'),
      policyFolder,
      logFile: join(folder, `bot-${shard}-of-${total}.log`),
      more: { HUISBOT_SHARDS: String(total), HUISBOT_SHARD: shard },
    })
  const two = ['0', '1'].map((shard) => processOf(shard, 2))
  const four = ['0', '1', '2', '3'].map((shard) => processOf(shard, 4))
  const all = [...two, ...four]
  const ledger = createLedger()
  const screening = compileScreening(policy)
  const crowds = town.worlds.map((world, index) =>
    createCrowd({ world, policy, ledger, seed: seed + 1_000 * index, screening }),
  )
  const backAfterMs: Record<string, number> = {}
  const said = (): number => crowds.reduce((sum, crowd) => sum + crowd.said(), 0)
  const tell = (what: string): void =>
    write(`${what}: ${said()} said, ${ledger.mustBeFlagged().size} to be flagged`)
  const back = async (what: string, sessions: number): Promise<void> => {
    const begun = performance.now()
    await town.discord.world.until(() => town.sessions() === sessions, { within: STARTS_WITHIN, what })
    backAfterMs[what] = Math.round(performance.now() - begun)
  }
  const talk = (): Promise<void> => wait(options.seconds * 1_000)
  try {
    for (const one of two) one.start()
    await everybodyThere(town, two, server.url)
    // Together about as many things happen as in one house of the run with one process.
    for (const crowd of crowds) crowd.pace(houses)
    const talking = Promise.all(crowds.map((crowd) => crowd.begin()))
    talking.catch(() => undefined)
    await talk()
    for (const [shard, one] of two.entries()) {
      await one.kill()
      tell(`process ${shard} of 2 killed`)
      ledger.nextLife()
      await wait(500)
      one.start()
      await back(`process ${shard} of 2 killed`, 2)
      await talk()
    }
    // Shard 0 of two goes first: for a while nobody serves its houses. The other one stays until all four are there: for
    // a while two processes serve the same houses.
    ledger.nextLife()
    const stopping = two[0]?.stop()
    for (const one of four) one.start()
    await stopping
    await back('from 2 to 4', 5)
    tell('four of 4 and one of 2 together')
    await talk()
    await two[1]?.stop()
    ledger.nextLife()
    await talk()
    await four[2]?.kill()
    tell('process 2 of 4 killed')
    await wait(500)
    four[2]?.start()
    await back('process 2 of 4 killed', 4)
    await talk()
    for (const crowd of crowds) crowd.end()
    await talking
    tell('everybody is silent')
    const stored = await settle(town, four, server.url, folder)
    const standing = town.standing()
    const verdict = judge(ledger, stored, standing)
    return {
      verdict,
      orphansIn: verdict.faults.orphans.map((id) => `${id} ${town.placeOf(id) ?? 'nowhere'}`),
      ledger,
      notices: standing.notices,
      exits: all.reduce((sum, one) => sum + one.exits, 0),
      said: said(),
      fired: stored.timers.fired,
      requests: town.requests(),
      invalid: town.invalid(),
      pending: stored.pending,
      backAfterMs,
    }
  } finally {
    for (const crowd of crowds) crowd.end()
    for (const one of all) await one.kill()
    await town.discord.stop()
    await server.stop()
  }
}

/** What is said before the bot first came is not its to read: everybody begins once it is in every house. */
async function everybodyThere(town: Town, processes: readonly BotProcess[], url: string): Promise<void> {
  const { world } = town.discord
  await world.until(() => town.open() === town.worlds.length, {
    within: STARTS_WITHIN,
    what: 'a notice in every house',
  })
  await world.until(() => world.commands().some(({ name }) => name === 'dienst'), { within: 30_000 })
  for (const one of town.worlds) {
    const sam = one.member('sam')
    await sam.presses(await sam.runs('/dienst'), 'Begin mijn dienst')
  }
  for (const one of processes) await one.stop()
  await watchTimersOn(url)
  for (const one of processes) one.start()
  await world.until(() => town.sessions() === processes.length, { within: STARTS_WITHIN, what: 'sessions' })
  await wait(5_000)
}

/** Lets the processes finish. Backed-off effects and timers that fall due later get their time. */
async function settle(
  town: Town,
  processes: readonly BotProcess[],
  url: string,
  folder: string,
): Promise<Stored> {
  for (let round = 1; ; round += 1) {
    await town.discord.world.until(() => town.sessions() === processes.length, { within: STARTS_WITHIN })
    const begun = Date.now()
    while (Date.now() - Math.max(town.lastAsked(), begun) < QUIET_MS && Date.now() - begun < SETTLE_WITHIN)
      await wait(200)
    for (const one of processes) await one.stop()
    const stored = await readStoredOn(url, folder, Date.now() - LATE_MS)
    if ((stored.pending === 0 && stored.timers.missed.length === 0) || round === MOST_ROUNDS) return stored
    for (const one of processes) one.start()
    // What failed again and again is tried again within a minute.
    await wait(round * 15_000)
  }
}
