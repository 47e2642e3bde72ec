import { join } from 'node:path'
import type { Policy } from '../../src/policy/schema.ts'
import { seedFor, YOUNG_PEOPLE } from '../../src/practice/house.ts'
import { type LocalDiscord, startLocalDiscord } from '../../src/practice/local-discord.ts'
import { compileScreening } from '../../src/screening/compile.ts'
import { type BotProcess, createBotProcess } from './bot-process.ts'
import { createRandom } from './random.ts'
import { judge, readFlags, type Verdict } from './verdict.ts'

export interface ChaosOptions {
  readonly kills: number
  readonly seed: number
  readonly folder: string
  readonly policyFolder: string
  readonly policy: Policy
  readonly write: (line: string) => void
}

export interface ChaosResult {
  readonly verdict: Verdict
  readonly said: number
  readonly presses: number
  readonly unanswered: number
  readonly notices: number
}

const CHANNELS = ['algemeen', 'gaming', 'huiswerk', 'muziek'] as const
const MODERATORS = ['fatima', 'jonas', 'sam'] as const
const PRESSES = ['Neem op', 'Geef vrij', 'Toon'] as const
/** How long a bot lives before it is killed, and how long it stays away (milliseconds). */
const LIFE = { least: 1_200, more: 2_600 }
const AWAY = { least: 0, more: 400 }
/** Slow enough that a flood (more than twenty cards at once, which become one digest) stays the exception. */
const PAUSE_BETWEEN_MESSAGES = 50
/** Nothing was asked of Discord for this long: the bot has done what there was to do. */
const QUIET_FOR = 5_000
const SETTLE_WITHIN = 120_000

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
const CARD_ID = /"wachtrij:show:([0-9a-f-]{36})"/

/** Every card that stands in the queue: flag id → how many. */
function cardsOn(discord: LocalDiscord, policy: Policy): Map<string, number> {
  const cards = new Map<string, number>()
  for (const message of discord.world.channel(policy.house.channels.queue).messages()) {
    const id = CARD_ID.exec(JSON.stringify(message.components))?.[1]
    if (id !== undefined) cards.set(id, (cards.get(id) ?? 0) + 1)
  }
  return cards
}

/**
 * The bot as its own process under a stream of messages and presses, killed without warning again and again. In the end
 * every message that should be flagged must have one flag and one card.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { folder, policy, policyFolder } = options
  const random = createRandom(options.seed)
  const screening = compileScreening(policy)
  const asked = { last: Date.now() }
  const discord = await startLocalDiscord({
    seedGuild: seedFor(policy),
    privilegedIntents: ['MessageContent'],
    onRest: () => void (asked.last = Date.now()),
  })
  const { world } = discord
  const database = join(folder, 'huisbot.db')
  const bot = createBotProcess({
    ...discord,
    databaseUrl: `file:${database}`,
    keyFolder: join(folder, 'keys'),
    policyFolder,
  })
  const sentences = policy.rules.flatMap((rule) => rule.mustHit)
  const expected = new Set<string>()
  const counts = { said: 0, presses: 0, unanswered: 0 }
  const stream = { on: true }

  const sayOne = async (): Promise<void> => {
    const channel = random.pick(CHANNELS)
    // Numbered, so that no two are equal: equal messages are one flag with a count, which is tested elsewhere.
    const text =
      random.next() < 0.2
        ? `${counts.said} ${random.pick(sentences)}`
        : `gewoon berichtje nummer ${counts.said}`
    const message = await world.member(random.pick(YOUNG_PEOPLE)).says(`#${channel}`, text)
    counts.said++
    if (screening.read({ text, channel }).kind !== 'nothing') expected.add(message.id)
  }
  const pressOne = async (): Promise<void> => {
    const cards = world
      .channel(policy.house.channels.queue)
      .messages()
      .filter((message) => message.embeds.length > 0)
    if (cards.length === 0) return
    counts.presses++
    try {
      const reply = await world
        .member(random.pick(MODERATORS))
        .presses(random.pick(cards), random.pick(PRESSES))
      if (reply.kind === 'failed') counts.unanswered++
    } catch {
      // That button is not on the card now: a person would not find it either.
    }
  }
  const talk = async (): Promise<void> => {
    const pressing = new Set<Promise<void>>()
    while (stream.on) {
      await sayOne()
      if (random.next() < 0.15) {
        const press: Promise<void> = pressOne().finally(() => pressing.delete(press))
        pressing.add(press)
      }
      await wait(random.below(PAUSE_BETWEEN_MESSAGES * 2))
    }
    await Promise.all(pressing)
  }

  try {
    bot.start()
    await world.until(() => world.channel('#welkom').pins().length === 1, {
      within: 20_000,
      what: 'the first notice',
    })
    await firstCursor(bot, discord)
    const talking = talk()
    for (let kill = 1; kill <= options.kills; kill++) {
      await wait(LIFE.least + random.below(LIFE.more))
      await bot.kill()
      await wait(AWAY.least + random.below(AWAY.more))
      bot.start()
      options.write(
        `kill ${kill}: ${counts.said} said, ${expected.size} to be flagged, ${cardsOn(discord, policy).size} cards stand`,
      )
    }
    stream.on = false
    await talking
    await quiet(() => asked.last)
    await bot.stop()
    const found = { ...readFlags(database), cards: cardsOn(discord, policy) }
    const notices = world.channel('#welkom').pins().length
    return { verdict: judge(expected, found), ...counts, notices }
  } finally {
    await bot.kill()
    await discord.stop()
  }
}

/** Waits until the bot has asked nothing of Discord for a while: what is late or doubled has come by then. */
async function quiet(lastAsked: () => number): Promise<void> {
  const until = Date.now() + SETTLE_WITHIN
  while (Date.now() - lastAsked() < QUIET_FOR && Date.now() < until) await wait(200)
}

/**
 * What is said before the bot first came to a channel is not its to read; the stream begins when it surely is there. One
 * flagged message that gets its card shows that it is.
 */
async function firstCursor(bot: BotProcess, discord: LocalDiscord): Promise<void> {
  await discord.world.until(() => bot.running && discord.world.bots() > 0, {
    within: 20_000,
    what: 'a connected bot',
  })
  await wait(1_500)
}
