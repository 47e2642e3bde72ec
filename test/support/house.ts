import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Bot, startBot } from '../../src/bot.ts'
import { houseId } from '../../src/house/id.ts'
import { createLog } from '../../src/log.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscord, type RestRecord, startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import type { MessageHandle, World } from '../../src/practice/world.ts'
import { isPostgresAddress } from '../../src/storage/postgres/address.ts'
import { agreementsOf } from './agreements.ts'
import { type MayBeReminded, mentionsIn } from './mentions.ts'
import { overhear } from './overheard.ts'
import { emptied, rowsOf } from './postgres/database.ts'
import { createSpecCheck } from './practice/spec-check.ts'
import { databaseFor } from './storage/temp-storage.ts'

/** A Wednesday afternoon on which the practice house is open (Brussels: 14.00). */
export const WEDNESDAY_AFTERNOON = '2026-11-25T13:00:00Z'
/** The same night, when nobody is there (Brussels: 3.00). */
export const WEDNESDAY_NIGHT = '2026-11-25T02:00:00Z'

export interface TestHouse {
  readonly discord: LocalDiscord
  readonly world: World
  readonly policy: Policy
  readonly requests: readonly RestRecord[]
  /** The log of the bot, line by line. */
  readonly log: readonly string[]
  readonly databaseFile: string
  /** The bot that runs now. */
  bot(): Bot
  /** Lets time pass for the bot and for Discord, and lets what fell due happen. */
  pass(minutes: number): Promise<void>
  /** Resolves when the bot received what people said and did all that follows. */
  settled(): Promise<void>
  /** The cards in the queue, oldest first. */
  cards(): readonly MessageHandle[]
  stop(): Promise<void>
  /** `safely`: as the program starts, which goes on with the last good agreements, or without rules. */
  start(options?: {
    policyFolder?: string
    forget?: boolean
    keysLost?: boolean
    safely?: boolean
  }): Promise<void>
}

export interface TestHouseOptions {
  /** As a bot on real Discord, which tells nobody what the example says. */
  readonly refusesExample?: boolean
  /** What the clock shows, ISO. */
  readonly at?: string
  readonly policyFolder?: string
  readonly seed?: (seed: GuildSeed) => GuildSeed
  /** Who begins duty before the test does anything; sam, unless it is told otherwise. Nobody in a house that is closed. */
  readonly duty?: readonly string[]
  /** The clocks of the machine of the bot, when they are not those of Discord: as in life, none of them is believed blindly. */
  readonly machine?: { readonly wall: (real: Date) => Date; readonly monotonic: (real: Date) => number }
  /** Hears that Discord closed the connection for good. */
  readonly onLost?: (why: Error) => void
}

/**
 * The bot, unchanged, in a house on a local Discord, with a real database; everything that passes between them is held
 * against Discord's published description, and a test with one violation fails.
 */
export async function openHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-test-'))
  const policyFolder = options.policyFolder ?? 'policies'
  const { policy } = await agreementsOf(policyFolder)
  const databaseUrl = await databaseFor(join(folder, 'huisbot.db'))
  const check = await createSpecCheck()
  const requests: RestRecord[] = []
  const lines: string[] = []
  let at = Date.parse(options.at ?? WEDNESDAY_AFTERNOON)
  const { machine } = options
  const seed = seedFor(policy)
  // Each look at the clock is a little later than the one before, as in life; nothing waits for it.
  const now = (): Date => new Date((at += 1))
  const discord = await startLocalDiscord({
    seedGuild: options.seed?.(seed) ?? seed,
    privilegedIntents: ['MessageContent'],
    clock: { now },
    onRest(record) {
      requests.push(record)
      check.onRest(record)
    },
    onDispatch: check.onDispatch,
  })
  const overheard = overhear(discord.world)
  const { world } = overheard
  const audit: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  let running: Bot | undefined
  let earlier = 0

  const peopleSaid = (): number =>
    world.channelNames().reduce(
      (sum, name) =>
        sum +
        world
          .channel(name)
          .messages()
          .filter((one) => one.authorId !== discord.botId).length,
      0,
    )
  const start = async (
    how: { policyFolder?: string; forget?: boolean; keysLost?: boolean; safely?: boolean } = {},
  ): Promise<void> => {
    if (how.forget === true) {
      if (isPostgresAddress(databaseUrl)) await emptied(databaseUrl)
      else await rm(join(folder, 'huisbot.db'), { force: true })
    }
    earlier = peopleSaid()
    running = await startBot({
      token: discord.token,
      api: discord.api,
      databaseUrl,
      keyFolder: join(folder, 'keys'),
      policyFolder: how.policyFolder ?? policyFolder,
      readAgreements: agreementsOf,
      ...(options.refusesExample === true ? { refusesExample: true } : {}),
      ...(how.safely === true ? { lastGoodFolder: join(folder, 'last-good') } : {}),
      ...(how.keysLost === undefined ? {} : { keysLost: how.keysLost }),
      log,
      now: machine === undefined ? now : () => machine.wall(now()),
      ...(machine === undefined ? {} : { monotonic: () => machine.monotonic(new Date(at)) }),
      ...(options.onLost === undefined ? {} : { onLost: options.onLost }),
    })
    await running.idle()
    const house = houseId(discord.guildId)
    for (const name of options.duty ?? ['sam']) await running.desk.duty.begin(house, world.member(name).id)
    await running.idle()
  }
  /** Named staff: the only ones whom the reminder may ping. */
  const reminded = (): MayBeReminded => {
    const { roles, contacts, channels } = policy.house
    const { responsible } = contacts
    return {
      // In a house without a channel for the queue nobody is reminded.
      channelId: world.channelNames().includes(channels.queue) ? world.channel(channels.queue).id : '',
      ids: new Set([
        ...[roles.youthWorker, roles.moderator].flatMap((name) => world.role(name)?.memberIds ?? []),
        ...[roles.backUp, roles.onCall].flatMap((name) => (name && world.role(name)?.id) ?? []),
        ...(responsible?.discordId === undefined ? [] : [responsible.discordId]),
      ]),
    }
  }
  const bot = (): Bot => {
    if (running === undefined) throw new Error('the bot is not running')
    return running
  }
  const stop = async (): Promise<void> => {
    if (running === undefined) return
    const written = await running.desk.db.auditLine.findMany()
    audit.push(...written.map((line) => JSON.stringify(line)))
    await running.stop()
    running = undefined
  }
  /** What every test of a house asks for as well, whatever it is about. */
  const promises = (database: string): void => {
    expect(mentionsIn(requests, reminded()), 'messages that do not forbid every mention').toEqual([])
    expect(overheard.foundIn(lines.join('\n')), 'words of people in the log').toEqual([])
    expect(overheard.foundIn(audit.join('\n')), 'words of people in the audit').toEqual([])
    expect(overheard.messagesIn(database), 'messages of people, readable in the database').toEqual([])
  }
  onTestFinished(async () => {
    await stop()
    await discord.stop()
    const database = isPostgresAddress(databaseUrl) ? await rowsOf(databaseUrl) : bytesOf(folder)
    await rm(folder, { recursive: true, force: true })
    expect(check.violations()).toEqual([])
    expect(world.unknownRoutes).toEqual([])
    promises(database)
  })
  await start()

  const settled = async (): Promise<void> => {
    // What was deleted meanwhile makes the count of what stands smaller than that of what was received: enough is enough.
    await received(bot(), peopleSaid() - earlier)
    await bot().idle()
  }
  return {
    discord,
    world,
    policy,
    requests,
    log: lines,
    databaseFile: join(folder, 'huisbot.db'),
    bot,
    settled,
    async pass(minutes) {
      at += minutes * 60_000
      await bot().tick()
    },
    cards: () =>
      world
        .channel(policy.house.channels.queue)
        .messages()
        .filter((one) => one.embeds.length > 0),
    stop,
    start,
  }
}

async function received(bot: Bot, wanted: number): Promise<void> {
  const until = Date.now() + 10_000
  while (bot.received() < wanted) {
    if (Date.now() > until) throw new Error(`the bot received ${bot.received()} of ${wanted} messages`)
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}

/** The database and what SQLite keeps beside it, as text. */
function bytesOf(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
