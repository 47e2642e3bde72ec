import { isOpen, nextOpening, openingOf } from '../../duty/opening.ts'
import type { Fact, Lesson, LessonStep, PlainStep } from '../../policy/schema-lessons.ts'
import type { Cast } from './cast.ts'
import { anySeen } from './facts.ts'
import { createHearing, hoursOf, type LessonHouse } from './house.ts'
import { readRecords } from './read-records.ts'
import type { Records } from './records.ts'
import { Refused } from '../world.ts'
import { type CastStep, perform, type Stage } from './steps.ts'

export interface PlayDeps {
  readonly house: LessonHouse
  readonly lesson: Lesson
  readonly cast: Cast
  readonly startedAt: Date
  readonly typing: (text: string) => Promise<void>
  /** Lets the time of the house go by until then, with all that falls due on the way. */
  readonly moveTo: (to: Date) => Promise<void>
  /** Something shows differently now. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

/** A lesson that is being played. */
export interface Play {
  readonly phase: () => 'playing' | 'waiting' | 'over'
  readonly waitsFor: () => string | undefined
  /** What could not be played, in Dutch. */
  readonly notPlayed: () => readonly string[]
  /** Plays on as far as it goes: to the first thing that it waits for, or to its end. */
  readonly begin: () => void
  /** Looks at what the house knows now; goes on when what it waits for is so. */
  readonly look: () => Promise<void>
  /** The team says that they are done with what is waited for. */
  readonly next: () => Promise<void>
  readonly records: () => Promise<Records>
  /** Resolves when it waits, or is over. */
  readonly rests: () => Promise<void>
  /** Stops, and takes what it said away. */
  readonly stop: () => Promise<void>
}

class Stopped extends Error {}
class Ended extends Error {}

interface Wait {
  readonly facts: readonly Fact[]
  readonly hint: string
  readonly since: Date
  readonly until: number
  readonly go: () => void
}

const MINUTE_MS = 60_000
/** After an opening, so that everything that falls due at that moment was done. */
const AFTER_MS = 30_000

/** Plays one lesson: as the people in it on Discord, and waiting for what the team really does. */
export function createPlay(deps: PlayDeps): Play {
  const { house, lesson, cast, startedAt, changed } = deps
  const stage: Stage = {
    house,
    cast,
    said: new Map(),
    others: [],
    takenAway: new Set(),
    answers: new Map(),
    typing: deps.typing,
  }
  const heard = createHearing(house)
  const reacted = new Set<number>()
  const notPlayed: string[] = []
  let wait: Wait | undefined
  let stopped = false
  let over = false
  let running: Promise<void> = Promise.resolve()
  let reacting: Promise<void> = Promise.resolve()
  const resting = new Set<() => void>()

  const records = (): Promise<Records> => readRecords(house, { ...stage, startedAt, cast: cast.ids })
  const now = (): Date => house.bot.desk.now()
  const holds = async (facts: readonly Fact[], since: Date): Promise<boolean> =>
    anySeen(facts, { records: await records(), since }) !== undefined
  const rest = (): void => {
    for (const resolve of resting) resolve()
    resting.clear()
    changed()
  }

  /** What cannot be done any more, because of what the team did, is left out: the lesson goes on. */
  const does = async (step: CastStep): Promise<void> => {
    if (stopped) throw new Stopped()
    try {
      await perform(stage, step)
    } catch (error) {
      if (stopped) throw new Stopped()
      notPlayed.push(whyNot(step, error))
    }
    if (stopped) throw new Stopped()
  }

  const waits = async (facts: readonly Fact[], hint: string, minutes?: number): Promise<void> => {
    await heard()
    // Whoever stopped it meanwhile found no wait to end.
    if (stopped) throw new Stopped()
    const since = now()
    await new Promise<void>((go) => {
      wait = {
        facts,
        hint,
        since,
        until: minutes === undefined ? Infinity : Number(since) + minutes * MINUTE_MS,
        go: () => {
          // At once, so that nobody who looks meanwhile believes that it still waits.
          wait = undefined
          go()
        },
      }
      rest()
      void look()
    })
    changed()
    if (stopped) throw new Stopped()
    // What was decided is done on Discord before anybody says something about it.
    await heard()
  }

  const passes = async ({ minutes, until }: Extract<PlainStep, { do: 'passes' }>): Promise<void> => {
    await heard()
    const hours = hoursOf(house)
    const from = now()
    if (minutes !== undefined) await deps.moveTo(new Date(Number(from) + minutes * MINUTE_MS))
    else if (until === 'opening' && !isOpen(hours, from)) {
      const opens = nextOpening(hours, from)
      if (opens !== undefined) await deps.moveTo(new Date(Number(opens) + AFTER_MS))
    } else if (until === 'closing') {
      const closes = openingOf(hours, from)?.until
      if (closes !== undefined) await deps.moveTo(new Date(Number(closes) + AFTER_MS))
    }
  }

  const plays = async (steps: readonly LessonStep[]): Promise<void> => {
    for (const step of steps) {
      if (stopped) throw new Stopped()
      if (step.do === 'ends') throw new Ended()
      if (step.do === 'if') {
        await heard()
        await plays((await holds(step.sees, startedAt)) ? step.steps : (step.otherwise ?? []))
      } else if (step.do === 'waits') await waits(step.for, step.hint, step.minutes)
      else if (step.do === 'looks') await waits([], step.hint)
      else if (step.do === 'passes') await passes(step)
      else await does(step)
    }
  }

  /** What the cast does of its own when something happens: each once, one after the other. */
  const reacts = async (known: Records): Promise<void> => {
    for (const [index, { when, steps }] of lesson.reactions.entries()) {
      if (reacted.has(index) || anySeen(when, { records: known, since: startedAt }) === undefined) continue
      reacted.add(index)
      for (const step of steps) await does(step)
    }
  }

  let looking: Promise<void> | undefined
  let lookAgain = false
  const lookOnce = async (): Promise<void> => {
    if (stopped || over) return
    const waiting = wait
    if (waiting === undefined && reacted.size === lesson.reactions.length) return
    const known = await records()
    if (stopped || over) return
    reacting = reacting
      .then(() => reacts(known))
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) deps.failed(error)
      })
    await reacting
    if (waiting === undefined || wait !== waiting) return
    const done =
      known.now.getTime() >= waiting.until ||
      anySeen(waiting.facts, { records: known, since: waiting.since }) !== undefined
    if (done) waiting.go()
  }
  /** One look at a time: what changes meanwhile is looked at once more, however much it was. */
  const look = (): Promise<void> => {
    if (looking !== undefined) {
      lookAgain = true
      return looking
    }
    looking = (async () => {
      do {
        lookAgain = false
        await lookOnce()
      } while (lookAgain)
    })()
      .catch(deps.failed)
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    phase: () => (over ? 'over' : wait === undefined ? 'playing' : 'waiting'),
    waitsFor: () => wait?.hint,
    notPlayed: () => notPlayed,
    begin() {
      running = plays(lesson.steps)
        .catch((error: unknown) => {
          if (!(error instanceof Ended) && !(error instanceof Stopped)) deps.failed(error)
        })
        .then(async () => {
          if (!stopped) await heard()
          over = true
          return rest()
        })
    },
    look,
    async next() {
      wait?.go()
    },
    records,
    rests: () =>
      over || wait !== undefined ? Promise.resolve() : new Promise((resolve) => void resting.add(resolve)),
    async stop() {
      stopped = true
      wait?.go()
      await running
      await reacting
      await cast.leave([...stage.said.values(), ...stage.others])
    },
  }
}

const nameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Why something could not be played, for the team: most often because of what they did, and then that is no fault. */
function whyNot(step: CastStep, error: unknown): string {
  const who = 'who' in step ? nameOf(step.who) : 'De les'
  if (error instanceof Refused) return `${who}: Discord liet dit niet (meer) toe`
  const why = error instanceof Error ? error.message : ''
  // Whoever is no member any more is not found: the message of the local Discord says so in English.
  return `${who}: ${why.startsWith('There is no member') || why === '' ? 'is niet meer in het huis' : why}`
}
