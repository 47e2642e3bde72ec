import { join } from 'node:path'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscord, startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { World } from '../../src/practice/world.ts'
import { type BotProcess, createBotProcess } from './bot-process.ts'
import { createCrowd } from './crowd.ts'
import { readStored, type Stored, withFile } from './found.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { hurriedPolicies } from './policies.ts'
import { createRandom, type Random } from './random.ts'
import { standingOn } from './standing.ts'
import { watchTimers } from './timers.ts'
import { HEARTBEAT_MS, makeTrouble } from './trouble.ts'
import { judge, type Verdict } from './verdict.ts'

export interface ChaosOptions {
  readonly kills: number
  readonly seed: number
  readonly faults: boolean
  readonly folder: string
  readonly policyFolder: string
  readonly write: (line: string) => void
}

export interface ChaosResult {
  readonly verdict: Verdict
  readonly ledger: Ledger
  readonly notices: number
  /** How often the bot ended by itself. */
  readonly exits: number
  readonly people: Readonly<Record<string, number>>
  readonly team: Readonly<Record<string, number>>
  readonly fired: Readonly<Record<string, number>>
  readonly trouble: Readonly<Record<string, number>>
  readonly requests: number
  /** Requests that Discord counts against a bot, in the worst ten minutes. */
  readonly invalid: number
  /** Targets of the outbox that were never done. */
  readonly pending: number
}

/**
 * Everything is told in the time that a bot needs to start here: on a busy machine that is long, and a life in which
 * nobody comes to press anything proves nothing.
 */
const USUAL_START_MS = 1_000
/** So much slower at most: a run must come to its end. */
const SLOWEST = 4
/** How long a bot lives, from when it is connected, before it is killed; and how long it stays away (milliseconds). */
const LIFE_MS = 2_000
/** Some lives end while the bot still starts, connects or reads back. */
const SHORT = { share: 0.4, ms: 1_000 }
const CONNECTS_WITHIN = 180_000
const AWAY = { least: 0, more: 400 }
/** Nothing was asked of Discord for this long: the bot has done what there was to do. */
const QUIET_FOR = 5_000
const SETTLE_WITHIN = 120_000
const MOST_ROUNDS = 5
/** A timer is looked for once a second, and a busy machine is late. */
const LATE_MS = 5_000

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/**
 * The bot as its own process under people who talk, report and decide, killed without warning again and again. In the
 * end nothing that anybody did may be lost, and nothing may be there twice.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { folder, seed, write } = options
  const policyFolder = await hurriedPolicies(options.policyFolder, join(folder, 'policies'))
  const policy = await loadPolicy(policyFolder)
  const asked = { last: Date.now(), all: 0, invalid: 0 }
  const discord = await startLocalDiscord({
    seedGuild: seedFor(policy),
    privilegedIntents: ['MessageContent'],
    heartbeat: options.faults ? { every: HEARTBEAT_MS } : {},
    sessionStarts: { total: 100_000 },
    onRest() {
      asked.last = Date.now()
      asked.all += 1
      asked.invalid = Math.max(asked.invalid, discord.invalidRequests())
    },
  })
  const file = join(folder, 'huisbot.db')
  const bot = createBotProcess({
    api: discord.api,
    token: discord.token,
    databaseUrl: `file:${file}`,
    keyFolder: join(folder, 'keys'),
    policyFolder,
    logFile: join(folder, 'bot.log'),
  })
  const ledger = createLedger()
  const crowd = createCrowd({ world: discord.world, policy, ledger, seed })
  const random = createRandom(seed + 1)
  try {
    await open(bot, discord, file)
    const trouble = options.faults ? makeTrouble(discord, seed, createRandom(seed + 2)) : undefined
    const talking = crowd.begin()
    for (let kill = 1; kill <= options.kills; kill++) {
      trouble?.nextLife()
      crowd.pace(await live(discord, random, crowd.pace()))
      await bot.kill()
      await wait(AWAY.least + random.below(AWAY.more))
      ledger.nextLife()
      bot.start()
      if (kill % 10 === 0 || kill === options.kills)
        write(`kill ${kill}: ${crowd.said()} said, ${ledger.mustBeFlagged().size} to be flagged`)
    }
    crowd.end()
    await talking
    trouble?.end()
    const stored = await settle(bot, discord.world, () => asked.last, file)
    const standing = standingOn(discord, policy)
    return {
      verdict: judge(ledger, stored, standing),
      ledger,
      notices: standing.notices,
      exits: bot.exits,
      ...crowd.counts(),
      fired: stored.timers.fired,
      trouble: trouble?.counts() ?? {},
      requests: asked.all,
      invalid: asked.invalid,
      pending: stored.pending,
    }
  } finally {
    await bot.kill()
    await discord.stop()
  }
}

/** Lets the bot live for a while; answers by how much slower than usual it started. */
async function live({ world }: LocalDiscord, random: Random, pace: number): Promise<number> {
  const [isShort, long] = [random.next() < SHORT.share, random.next()]
  if (isShort) {
    await wait(long * SHORT.ms * pace)
    return pace
  }
  const begun = performance.now()
  await connected(world)
  const next = paceOf(performance.now() - begun)
  await wait(long * LIFE_MS * next)
  return next
}

const paceOf = (startMs: number): number => Math.min(SLOWEST, Math.max(1, startMs / USUAL_START_MS))

const connected = (world: World): Promise<void> =>
  world.until(() => world.bots() > 0, { within: CONNECTS_WITHIN, what: 'a connected bot' })

/**
 * What is said before the bot first came is not its to read; the stream begins when it surely is there, somebody is on
 * duty, and the database writes down what fires.
 */
async function open(bot: BotProcess, discord: LocalDiscord, file: string): Promise<void> {
  const { world } = discord
  bot.start()
  await world.until(() => world.channel('#welkom').pins().length === 1, {
    within: 30_000,
    what: 'the first notice',
  })
  await world.until(() => world.commands().some(({ name }) => name === 'dienst'), { within: 30_000 })
  const sam = world.member('sam')
  await sam.presses(await sam.runs('/dienst'), 'Begin mijn dienst')
  await bot.stop()
  withFile(file, watchTimers)
  bot.start()
  await connected(world)
  await wait(3_000)
}

/** Lets the bot finish. Backed-off effects and timers that fall due later get their time. */
async function settle(bot: BotProcess, world: World, lastAsked: () => number, file: string): Promise<Stored> {
  for (let round = 1; ; round += 1) {
    await connected(world)
    const until = Date.now() + SETTLE_WITHIN
    const begun = Date.now()
    while (Date.now() - Math.max(lastAsked(), begun) < QUIET_FOR && Date.now() < until) await wait(200)
    await bot.stop()
    const stored = readStored(file, Date.now() - LATE_MS)
    if ((stored.pending === 0 && stored.timers.missed.length === 0) || round === MOST_ROUNDS) return stored
    bot.start()
    // What failed again and again is tried again within a minute.
    await wait(round * 15_000)
  }
}
