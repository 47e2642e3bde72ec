import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bot, startBot } from '../bot.ts'
import { houseId } from '../house/id.ts'
import type { Log } from '../log.ts'
import { loadPolicy } from '../policy/load.ts'
import type { Policy } from '../policy/schema.ts'
import { StartError } from '../start-error.ts'
import { type LocalDiscord, type RestRecord, startLocalDiscord } from './local-discord.ts'
import type { ChannelSeed, GuildSeed, MemberSeed } from './seed.ts'

/** The people of the practice house. None of them exists. */
const PEOPLE = {
  youthWorkers: ['sam'],
  moderators: ['fatima', 'jonas'],
  young: ['noor', 'ayoub', 'lotte', 'milan', 'yara'],
} as const

export const YOUNG_PEOPLE: readonly string[] = PEOPLE.young

/** Every member sees where private talks stand; only the bot opens, locks and deletes them. */
const talksChannel = (name: string): ChannelSeed => ({
  name,
  overwrites: [
    { role: '@everyone', deny: ['SendMessages', 'CreatePublicThreads', 'CreatePrivateThreads'] },
    { role: '@bot', allow: ['SendMessages', 'CreatePrivateThreads', 'ManageThreads'] },
  ],
})

/** A server that fits the policy: its channels, its roles, and some people. */
export function seedFor(policy: Policy, extra: readonly string[] = []): GuildSeed {
  const { roles, channels } = policy.house
  const staff = [roles.youthWorker, roles.moderator]
  const people: MemberSeed[] = [
    { name: 'eigenaar', owner: true },
    ...PEOPLE.youthWorkers.map((name) => ({ name, roles: [roles.youthWorker] })),
    ...PEOPLE.moderators.map((name) => ({ name, roles: [roles.moderator] })),
    ...PEOPLE.young.map((name) => ({ name })),
  ]
  const known = new Set(people.map((person) => person.name))
  return {
    name: policy.house.name,
    roles: [
      { name: roles.youthWorker, color: 0x2e_86_ab },
      { name: roles.moderator, color: 0x8e_44_ad },
      ...[roles.backUp, roles.onCall].flatMap((name) =>
        name === undefined ? [] : [{ name, mentionable: true }],
      ),
    ],
    channels: [
      ...Object.entries(policy.channels.channels).map(([name, channel]) => ({
        name,
        ...(channel.purpose === undefined ? {} : { topic: channel.purpose }),
        ...(channel.staff || name === channels.queue ? { type: 'private' as const, readers: staff } : {}),
      })),
      ...(channels.talks === undefined ? [] : [talksChannel(channels.talks)]),
    ],
    members: [...people, ...extra.filter((name) => !known.has(name)).map((name) => ({ name }))],
  }
}

export interface PracticeHouse {
  readonly discord: LocalDiscord
  readonly bot: Bot
  readonly policy: Policy
  /** Resolves when the bot received everything that people said and did all that follows from it. */
  settled(): Promise<void>
  /** Stops the bot, then its Discord, and throws the database away. */
  close(): Promise<void>
}

export interface PracticeOptions {
  readonly policyFolder: string
  readonly log: Log
  readonly clock?: { now(): Date }
  /** Names of more members. */
  readonly members?: readonly string[]
  readonly onRest?: (record: RestRecord) => void
}

/**
 * Opens the practice house: a local Discord on loopback, and the bot, unchanged, logged in to it. Its database and keys
 * live in a folder of their own that goes when the house closes.
 */
export async function openPracticeHouse(options: PracticeOptions): Promise<PracticeHouse> {
  const policy = await loadPolicy(options.policyFolder)
  const discord = await startLocalDiscord({
    seedGuild: seedFor(policy, options.members),
    privilegedIntents: ['MessageContent'],
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.onRest === undefined ? {} : { onRest: options.onRest }),
  })
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-practice-'))
  const closeDiscord = async (): Promise<void> => {
    await discord.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const clock = options.clock
    const bot = await startBot({
      token: discord.token,
      api: discord.api,
      databaseUrl: `file:${join(folder, 'huisbot.db')}`,
      keyFolder: join(folder, 'keys'),
      policyFolder: options.policyFolder,
      log: options.log,
      ...(clock === undefined ? {} : { now: () => clock.now() }),
    })
    // In its opening hours somebody is there, as in a real house; closed, this does nothing.
    for (const name of PEOPLE.youthWorkers) {
      await bot.desk.duty.begin(houseId(discord.guildId), discord.world.member(name).id)
    }
    const close = async (): Promise<void> => {
      await bot.stop()
      await closeDiscord()
    }
    return { discord, bot, policy, close, settled: () => settled(discord, bot) }
  } catch (error) {
    await closeDiscord()
    throw error
  }
}

/** Without any sign of life for this long, something is broken: better said than waited for. */
const STALLED_MS = 30_000

function saidIn(discord: LocalDiscord): number {
  const { world, botId } = discord
  return world.channelNames().reduce(
    (sum, name) =>
      sum +
      world
        .channel(name)
        .messages()
        .filter((message) => message.authorId !== botId).length,
    0,
  )
}

async function settled(discord: LocalDiscord, bot: Bot): Promise<void> {
  const said = saidIn(discord)
  let last = -1
  let since = Date.now()
  while (bot.received() < said) {
    if (bot.received() !== last) {
      last = bot.received()
      since = Date.now()
    } else if (Date.now() - since > STALLED_MS) {
      throw new StartError(
        'stalled',
        `The bot received ${last} of ${said} messages and then nothing more: this is a fault, please report it.`,
      )
    }
    await new Promise<void>((resolve) => void setTimeout(resolve, 5))
  }
  await bot.idle()
}
