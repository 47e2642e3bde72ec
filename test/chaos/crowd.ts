import type { Policy } from '../../src/policy/schema.ts'
import type { World } from '../../src/practice/world.ts'
import { compileScreening, type Screening } from '../../src/screening/compile.ts'
import { createTexts } from '../../src/texts/texts.ts'
import type { Ledger } from './ledger.ts'
import { createRandom } from './random.ts'
import { createTeam } from './team.ts'
import { createTalkers } from './young-people.ts'

/** Slow enough that a flood (more than twenty cards at once, which become one digest) stays the exception. */
const BETWEEN_STEPS = 120
const BETWEEN_PRESSES = 150
/** At most so many things at once: whoever presses waits three seconds for a bot that is away. */
const AT_ONCE = 10

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
const beginning = (said: string): string => said.slice(0, 20)

export interface Crowd {
  /** Resolves when everybody stopped. @throws what a step failed with */
  begin(): Promise<void>
  end(): void
  /** How much slower than usual everybody is; told, it is so from now on. */
  pace(slower?: number): number
  said(): number
  /** What they did, by what. */
  counts(): {
    readonly people: Readonly<Record<string, number>>
    readonly team: Readonly<Record<string, number>>
  }
}

/** Everybody in the house, each with their own numbers, so that one does not move the others. */
export function createCrowd(deps: {
  world: World
  policy: Policy
  ledger: Ledger
  seed: number
  /** What the policy makes of a sentence; compiled here when absent. */
  screening?: Screening
}): Crowd {
  const { world, policy, ledger, seed } = deps
  const texts = createTexts('nl')
  const young = createTalkers({
    world,
    ledger,
    screening: deps.screening ?? compileScreening(policy),
    random: createRandom(seed + 10),
    sentences: policy.rules.flatMap((rule) => rule.mustHit),
    heard: {
      report: beginning(texts.t('report.thanks')),
      alreadyReported: beginning(texts.t('report.already')),
      talk: beginning(texts.t('talk.asked', { channel: '' })),
    },
  })
  const team = createTeam({
    world,
    ledger,
    random: createRandom(seed + 20),
    queueChannel: policy.house.channels.queue,
    talksChannel: policy.house.channels.talks ?? '',
    said: {
      decided: texts.t('queue.decide.done', { outcome: '' }).slice(0, 9),
      level: texts.t('queue.level.done', { level: '' }).slice(0, 15),
    },
  })
  const stream = { on: true, pace: 1 }
  const random = createRandom(seed + 30)
  /** Goes on without waiting for an answer, as long as not too many wait. */
  const keepGoing = async (step: () => Promise<void>, pause: number): Promise<void> => {
    const underWay = new Set<Promise<void>>()
    const failed: unknown[] = []
    while (stream.on && failed.length === 0) {
      if (underWay.size < AT_ONCE) {
        const one: Promise<void> = step()
          .catch((error: unknown) => void failed.push(error))
          .finally(() => underWay.delete(one))
        underWay.add(one)
      }
      await wait(random.below(pause * 2) * stream.pace)
    }
    await Promise.all(underWay)
    if (failed.length > 0) throw failed[0]
  }
  return {
    async begin() {
      await Promise.all([
        keepGoing(() => young.step(), BETWEEN_STEPS),
        keepGoing(() => team.step(), BETWEEN_PRESSES),
      ])
    },
    end: () => void (stream.on = false),
    pace: (slower) => (stream.pace = slower ?? stream.pace),
    said: () => young.counts['said'] ?? 0,
    counts: () => ({ people: young.counts, team: team.counts }),
  }
}
