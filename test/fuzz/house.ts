import { createLog } from '../../src/log.ts'
import { openPracticeHouse, type PracticeHouse } from '../../src/practice/house.ts'
import type { RestRecord } from '../../src/practice/local-discord.ts'
import { replyTo } from '../../src/practice/people/reply.ts'
import { createPracticeClock } from '../../src/practice/practice-clock.ts'
import { Refused } from '../../src/practice/world.ts'
import type { StoredMessage } from '../../src/practice/state/model.ts'
import { createRandom } from '../chaos/random.ts'
import { mentionsIn } from '../support/mentions.ts'
import { idsIn, type Random, trick } from './forge.ts'
import { type Forged, forgedCommand, forgedForm, forgedPress, forgedTyping, type From } from './forged.ts'
import type { Target } from './target.ts'

/** A Wednesday on which the house is open. */
const OPEN = new Date('2025-10-22T14:00:00+02:00')
/** After so many cases a new house: what was said and shown in the old one only slows the search for ids. */
const PER_HOUSE = 4_000
/** So many at a time: people who press the same thing at the same moment. */
const AT_ONCE = 4
const IDS_EVERY = 100
const MOST_FAULTS = 20

interface Watched {
  readonly house: PracticeHouse
  /** What went wrong since the last look: ids and reasons, never words. */
  faults(): readonly string[]
  close(): Promise<void>
}

async function openWatched(policyFolder: string): Promise<Watched> {
  const faults: string[] = []
  const requests: RestRecord[] = []
  const log = createLog('error', { write: (line: string) => void faults.push(line.trim()) })
  const onUnhandled = (error: unknown): void =>
    void faults.push(`unhandled: ${error instanceof Error ? (error.stack ?? error.name) : typeof error}`)
  process.on('unhandledRejection', onUnhandled)
  process.on('uncaughtException', onUnhandled)
  const clock = createPracticeClock(OPEN)
  const house = await openPracticeHouse({
    policyFolder,
    log,
    clock,
    onRest: (request) => void requests.push(request),
  })
  return {
    house,
    faults() {
      const mentions = mentionsIn(requests.splice(0), {
        channelId: house.discord.world.channel(house.policy.house.channels.queue).id,
        ids: staffIds(house),
      })
      return [...faults.splice(0), ...mentions.map((one) => `mentions: ${one}`)]
    },
    async close() {
      process.off('unhandledRejection', onUnhandled)
      process.off('uncaughtException', onUnhandled)
      await house.close()
    },
  }
}

/** Whom the one reminder may name: the team, and the roles for back-up and on call. */
function staffIds({ discord, policy }: PracticeHouse): ReadonlySet<string> {
  const { backUp, moderator, onCall, youthWorker } = policy.house.roles
  return new Set(
    [backUp, moderator, onCall, youthWorker].flatMap((name) => {
      const role = name === undefined ? undefined : discord.world.role(name)
      return role === undefined ? [] : [role.id, ...role.memberIds]
    }),
  )
}

/** Everything that stands on Discord now, also what was shown to one person alone. */
function messagesIn({ discord: { hub } }: PracticeHouse): readonly StoredMessage[] {
  const open = [...hub.channels.values()].flatMap(({ messages }) => messages.before(undefined, 30))
  return [...open, ...[...hub.ephemerals.values()].slice(-60)]
}

function somebody(house: PracticeHouse, messages: readonly StoredMessage[], random: Random): From {
  const { hub, guildId } = house.discord
  const members = [...(hub.guilds.get(guildId)?.members.keys() ?? [])].filter((id) => id !== hub.app.botId)
  const userId = random.pick(members)
  const message = messages.length === 0 || random.next() < 0.1 ? undefined : random.pick(messages)
  const place = message === undefined ? undefined : hub.channels.get(message.channelId)
  // Discord sends nothing from a talk of somebody else with the bot.
  const theirs = place?.recipientId === undefined || place.recipientId === userId ? place : undefined
  const channel = theirs ?? hub.channels.get(random.pick(hub.guilds.get(guildId)?.channelIds ?? []))
  if (channel === undefined) throw new Error('a house without channels')
  return { userId, channel, message: theirs === undefined ? undefined : message }
}

/** Things that happen meanwhile: somebody says something, loses a role, removes a message; time passes. */
async function life(house: PracticeHouse, random: Random): Promise<void> {
  const { world } = house.discord
  const rule = random.pick(house.policy.rules)
  const young = world.member(random.pick(['noor', 'ayoub', 'lotte', 'milan', 'yara']))
  const channel = random.pick(['#algemeen', '#gaming', '#muziek'])
  try {
    switch (random.below(10)) {
      case 0:
        house.clock.ahead(random.below(30) * 60_000)
        return await house.bot.tick()
      case 1: {
        const last = world.channel(random.pick(['algemeen', 'gaming'])).lastMessage()
        if (last !== undefined) world.admin().deletes(last)
        return
      }
      case 2:
        return void (await young.dms(trick(random) || 'hallo'))
      case 3: {
        const { moderator, youthWorker } = house.policy.house.roles
        const who = random.pick(['fatima', 'jonas', 'sam'])
        const role = who === 'sam' ? youthWorker : moderator
        return random.next() < 0.5 ? world.admin().takesRole(who, role) : world.admin().givesRole(who, role)
      }
      default:
        return void (await young.says(
          channel,
          random.next() < 0.6 ? random.pick(rule.mustHit) : `${trick(random)}.`,
        ))
    }
  } catch (error) {
    // What Discord itself would not take.
    if (!(error instanceof Refused)) throw error
  }
}

/** What is wrong with how one was answered; undefined when nothing is. */
function wrongWith(house: PracticeHouse, { interaction, what }: Forged): string | undefined {
  const { answer, ephemeral, failed, guildId } = interaction
  if (failed) return `not answered: ${what}`
  const isShown = answer === 'message' || answer === 'deferred'
  return isShown && guildId === house.discord.guildId && !ephemeral
    ? `answered for everybody to see: ${what}`
    : undefined
}

async function someForged(
  house: PracticeHouse,
  ids: readonly string[],
  random: Random,
): Promise<readonly string[]> {
  const { hub } = house.discord
  const messages = messagesIn(house)
  const begun: Forged[] = []
  for (let n = 0; n < AT_ONCE; n++) {
    const from = somebody(house, messages, random)
    const one = ((): Forged | undefined => {
      const dice = random.next()
      if (dice < 0.55) return forgedPress(hub, from, ids, random)
      if (dice < 0.75) return forgedForm(hub, from, ids, random)
      if (dice < 0.95) return forgedCommand(hub, from, random)
      return forgedTyping(hub, from, random)
    })()
    if (one !== undefined) begun.push(one)
  }
  await Promise.all(begun.map(({ interaction }) => Promise.race([replyTo(hub, interaction), wait(4_000)])))
  return begun.flatMap((one) => wrongWith(house, one) ?? [])
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref())

async function inOneHouse(policyFolder: string, cases: number, random: Random): Promise<void> {
  const watched = await openWatched(policyFolder)
  const { house } = watched
  const found: string[] = []
  try {
    let ids: readonly string[] = []
    for (let done = 0; done < cases; done += AT_ONCE) {
      if (done % IDS_EVERY === 0) {
        for (let n = 0; n < 3; n++) await life(house, random)
        await house.bot.idle()
        ids = idsIn(house.discord.hub)
      }
      const wrong = await someForged(house, ids, random)
      found.push(...wrong, ...watched.faults())
      // One fault often hides another: some are told together.
      if (found.length >= MOST_FAULTS) break
    }
    await house.bot.idle()
    found.push(...watched.faults())
    if (found.length > 0)
      throw new Error(`${found.length} faults:\n${found.slice(0, MOST_FAULTS).join('\n')}`)
  } finally {
    await watched.close()
  }
}

/**
 * Commands, presses, choices and forms that no app would send, by everybody at once, to the real bot: forged and exchanged
 * ids, flags of others, messages that are gone, tricks in every field. Nothing is an error of the bot, nobody is named,
 * and every answer is for one person.
 */
export const interactionsTarget = (policyFolder: string): Target => ({
  name: 'interactions with the bot',
  share: 2,
  async run(cases, seed) {
    for (let done = 0; done < cases; done += PER_HOUSE) {
      try {
        await inOneHouse(policyFolder, Math.min(PER_HOUSE, cases - done), createRandom(seed + done))
      } catch (error) {
        throw new Error(`seed ${seed + done}`, { cause: error })
      }
    }
  },
})
