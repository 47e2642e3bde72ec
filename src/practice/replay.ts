import { nextOpening, isOpen } from '../duty/opening.ts'
import type { Log } from '../log.ts'
import { loadPolicy } from '../policy/load.ts'
import type { Policy } from '../policy/schema.ts'
import { StartError } from '../start-error.ts'
import { type ChatLine, readChatLog } from './chat-log.ts'
import { openPracticeHouse, type PracticeHouse, YOUNG_PEOPLE } from './house.ts'
import type { RestRecord } from './local-discord.ts'
import { createPracticeClock, type PracticeClock } from './practice-clock.ts'
import { type Tally, tally } from './tally.ts'
import { Refused } from './world.ts'

export interface ReplayOptions {
  readonly file: string
  readonly channel: string
  readonly policyFolder: string
  readonly log: Log
  readonly onRest?: (record: RestRecord) => void
  readonly onProgress?: (said: number, of: number) => void
}

/** What became of the lines of a chat log. heard + blocked = lines. */
export interface ReplayResult extends Tally {
  readonly heard: number
  readonly blocked: number
  readonly seconds: number
}

const MINUTE_MS = 60_000
/** Lines said before the connection gets a turn: enough to keep it full, few enough to show progress. */
const AT_ONCE = 200
/** Replay plays in an open house, so that it shows the same at any hour: what happens when somebody is there. */
function openingTime(policy: Policy): Date {
  const now = new Date()
  if (isOpen(policy.house.hours, now)) return now
  const next = nextOpening(policy.house.hours, now)
  return next === undefined ? now : new Date(next.getTime() + MINUTE_MS)
}

function checkChannels(lines: readonly ChatLine[], channel: string, policy: Policy): void {
  const known = policy.channels.channels
  for (const name of new Set([channel, ...lines.flatMap((line) => line.channel ?? [])])) {
    if (name.replace(/^#/, '') in known) continue
    throw new StartError(
      'replay-channel',
      `The practice house has no channel "${name}": choose one of ${Object.keys(known).join(', ')}.`,
    )
  }
}

async function sayAll(
  house: PracticeHouse,
  lines: readonly ChatLine[],
  options: ReplayOptions,
): Promise<{ said: number; blocked: number }> {
  let blocked = 0
  for (const [index, line] of lines.entries()) {
    const author = line.author ?? YOUNG_PEOPLE[index % YOUNG_PEOPLE.length] ?? 'noor'
    try {
      await house.discord.world.member(author).says(line.channel ?? options.channel, line.text)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      blocked++
    }
    if (index % AT_ONCE === AT_ONCE - 1) {
      options.onProgress?.(index + 1, lines.length)
      await new Promise<void>((resolve) => void setImmediate(resolve))
    }
  }
  options.onProgress?.(lines.length, lines.length)
  return { said: lines.length - blocked, blocked }
}

/** Lets the target times pass, so that what follows from nobody taking a flag shows too. */
async function letTimePass(house: PracticeHouse, clock: PracticeClock): Promise<void> {
  clock.ahead(
    (Math.max(...Object.values(house.policy.house.targetMinutes).filter((minutes) => minutes <= 240)) + 1) *
      MINUTE_MS,
  )
  await house.bot.tick()
}

/**
 * Lets the members of the practice house say the lines of a chat log, waits until the house has done everything that
 * follows, and counts it.
 *
 * @throws StartError when the file or a channel in it cannot be used
 */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const lines = await readChatLog(options.file)
  const policy = await loadPolicy(options.policyFolder)
  checkChannels(lines, options.channel, policy)
  const clock = createPracticeClock(openingTime(policy))
  const house = await openPracticeHouse({
    policyFolder: options.policyFolder,
    log: options.log,
    clock,
    members: [...new Set(lines.flatMap((line) => line.author ?? []))],
    ...(options.onRest === undefined ? {} : { onRest: options.onRest }),
  })
  try {
    await house.bot.idle()
    const begun = performance.now()
    const { said, blocked } = await sayAll(house, lines, options)
    await house.settled()
    const seconds = (performance.now() - begun) / 1_000
    await letTimePass(house, clock)
    return { heard: said, blocked, ...(await tally(house)), seconds }
  } finally {
    await house.close()
  }
}
