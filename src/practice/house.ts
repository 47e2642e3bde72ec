import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bot, startBot } from '../bot.ts'
import { houseId } from '../house/id.ts'
import type { Log } from '../log.ts'
import { readAgreements } from '../agreements.ts'
import type { Policy } from '../policy/schema.ts'
import { StartError } from '../start-error.ts'
import { type LocalDiscord, type RestRecord, startLocalDiscord } from './local-discord.ts'
import { contactIn, membersFor, PEOPLE, withContact } from './house-people.ts'
import { createPracticeClock, type PracticeClock } from './practice-clock.ts'
import type { ChannelSeed, GuildSeed } from './seed.ts'

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
  return {
    name: policy.house.name,
    roles: [
      // As such roles have on most servers; Discord shows them the commands of the team by it.
      { name: roles.youthWorker, color: 0x2e_86_ab, permissions: ['ModerateMembers'] },
      { name: roles.moderator, color: 0x8e_44_ad, permissions: ['ModerateMembers'] },
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
    members: membersFor(policy, extra),
  }
}

export interface PracticeHouse {
  readonly discord: LocalDiscord
  readonly bot: Bot
  readonly policy: Policy
  /** The time of the bot and of its Discord. */
  readonly clock: PracticeClock
  /** The name of the integrity contact's account. */
  readonly contact: string
  /** Resolves when the bot received everything that people said and did all that follows from it. */
  settled(): Promise<void>
  /** Stops the bot, then its Discord, and throws the database away. */
  close(): Promise<void>
}

export interface PracticeOptions {
  readonly policyFolder: string
  readonly log: Log
  /** The real time when absent. */
  readonly clock?: PracticeClock
  /** Names of more members. */
  readonly members?: readonly string[]
  readonly onRest?: (record: RestRecord) => void
  /** Reads and compiles the agreements; handed in by who opens many houses with the same ones. */
  readonly readAgreements?: typeof readAgreements
}

/**
 * Opens the practice house: a local Discord on loopback, and the bot, unchanged, logged in to it. Its database and keys
 * live in a folder of their own that goes when the house closes.
 */
export async function openPracticeHouse(options: PracticeOptions): Promise<PracticeHouse> {
  const clock = options.clock ?? createPracticeClock()
  const read = options.readAgreements ?? readAgreements
  const first = await read(options.policyFolder)
  const discord = await startLocalDiscord({
    seedGuild: seedFor(first.policy, options.members),
    privilegedIntents: ['MessageContent'],
    clock,
    ...(options.onRest === undefined ? {} : { onRest: options.onRest }),
  })
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-practice-'))
  const closeDiscord = async (): Promise<void> => {
    await discord.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const contact = discord.world.member(contactIn(first.policy).name)
    let unread: typeof first | undefined = first
    const bot = await startBot({
      token: discord.token,
      api: discord.api,
      databaseUrl: `file:${join(folder, 'huisbot.db')}`,
      keyFolder: join(folder, 'keys'),
      policyFolder: options.policyFolder,
      async readAgreements(from) {
        const agreements = unread ?? (await read(from))
        unread = undefined
        return { ...agreements, policy: withContact(agreements.policy, contact.id) }
      },
      log: options.log,
      now: () => clock.now(),
    })
    // As in a house that is set up: the contact said yes to direct messages of the bot, and can take it back.
    await bot.desk.consents.give(houseId(discord.guildId), contact.id)
    // In its opening hours somebody is there, as in a real house; closed, this does nothing.
    for (const name of PEOPLE.youthWorkers) {
      await bot.desk.duty.begin(houseId(discord.guildId), discord.world.member(name).id)
    }
    const close = async (): Promise<void> => {
      await bot.stop()
      await closeDiscord()
    }
    return {
      discord,
      bot,
      // As they are now: the bot may read them again.
      get policy() {
        return bot.desk.of(houseId(discord.guildId)).policy
      },
      clock,
      contact: contact.name,
      close,
      settled: () => settled(discord, bot),
    }
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
