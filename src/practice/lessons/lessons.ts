import { lessonMoment } from '../../policy/lesson-moment.ts'
import { loadLessons, type Lessons as Loaded } from '../../policy/load-lessons.ts'
import { type Problem, tell } from '../../policy/problem.ts'
import type { Lesson } from '../../policy/schema-lessons.ts'
import type { Log } from '../../log.ts'
import { StartError } from '../../start-error.ts'
import { castIn } from './cast.ts'
import { compare } from './compare.ts'
import { hoursOf, type LessonHouse } from './house.ts'
import { createPlay, type Play } from './play.ts'
import { timelineOf } from './timeline.ts'
import type { LessonCard, LessonView } from './view.ts'
import { momentInWords } from './words.ts'

export interface LessonsDeps {
  readonly house: LessonHouse
  /** The folder of the agreements; the lessons stand in its folder `lessons`. */
  readonly policyFolder: string
  /**
   * Lets the time of the house go by until then, with all that falls due on the way. In a lesson nobody begins duty by
   * itself at an opening: that is for the team.
   */
  readonly moveTo: (to: Date, how: { readonly inLesson: boolean }) => Promise<void>
  readonly log: Log
  /** How long somebody of the cast takes to type a text. A few seconds when absent. */
  readonly typing?: (text: string) => Promise<void>
  /** Calls again and again, for what changes without a trace on Discord; ends with what it gives. Each second when absent. */
  readonly every?: (run: () => void) => () => void
}

/** The lessons of a practice house: a shelf, and the one that is being played. */
export interface Lessons {
  /** The shelf, in order; a file with a fault in it stands there with what is wrong. */
  cards(): readonly LessonCard[]
  now(): LessonView | undefined
  /**
   * Begins a lesson, after stopping the one that was played: sets the clock, lets its people in and plays. Resolves once
   * it has begun.
   *
   * @throws StartError when there is no such lesson, or no moment in this house at which it could play
   */
  start(id: string): Promise<void>
  /** The team is done with what is waited for. */
  next(): Promise<void>
  /** Ends the lesson, takes what it said away and lets its people go. */
  stop(): Promise<void>
  onChange(listener: () => void): () => void
  /** Looks at once at what the house knows now. */
  look(): Promise<void>
  /** Resolves when the lesson waits for the team, or is over. */
  rests(): Promise<void>
  /** Reads the files again. */
  reread(): Promise<void>
}

/** Equal messages are counted as one within ten minutes: what a lesson says must not be counted with what it said before. */
const APART_MS = 11 * 60_000
const everySecond = (run: () => void): (() => void) => {
  const timer = setInterval(run, 1_000)
  timer.unref()
  return () => clearInterval(timer)
}
/** As long as reading it takes, within what one waits for gladly. */
const asPeopleType = (text: string): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.min(2_500, 600 + text.length * 18)))

interface Now {
  readonly lesson: Lesson
  readonly play: Play
  readonly ends: readonly (() => void)[]
  /** What shows afterwards; worked out again after each change, since somebody may still do something. */
  afterwards?: Pick<LessonView, 'done' | 'agreements' | 'talkAbout'>
}

/** Opens the shelf of lessons of a practice house. */
export async function createLessons(deps: LessonsDeps): Promise<Lessons> {
  const { house, log } = deps
  const { world } = house.discord
  const listeners = new Set<() => void>()
  const played = new Set<string>()
  let loaded: Loaded = await loadLessons(deps.policyFolder)
  let now: Now | undefined
  let saidUntil = 0
  /** One thing after the other: two windows may press at the same moment. */
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = queue.then(job)
    queue = done.catch(() => undefined)
    return done
  }
  const changed = (): void => {
    for (const listener of listeners) listener()
  }

  /** Lays what was done beside the agreements, once the lesson is over and whenever something is done after that. */
  const lookBack = async (one: Now): Promise<void> => {
    const records = await one.play.records()
    const after = {
      done: timelineOf(records),
      agreements: compare(one.lesson, records),
      talkAbout: one.lesson.talkAbout,
    }
    if (now !== one || JSON.stringify(after) === JSON.stringify(one.afterwards)) return
    one.afterwards = after
    changed()
  }
  const look = async (): Promise<void> => {
    const one = now
    if (one === undefined) return
    await one.play.look()
    if (one.play.phase() === 'over') await lookBack(one)
  }

  const stop = async (): Promise<void> => {
    const one = now
    if (one === undefined) return
    for (const end of one.ends) end()
    now = undefined
    await one.play.stop()
    saidUntil = house.bot.desk.now().getTime()
    changed()
  }

  const start = async (id: string): Promise<void> => {
    loaded = await loadLessons(deps.policyFolder)
    const lesson = loaded.lessons.find((one) => one.lesson.id === id)?.lesson
    if (lesson === undefined)
      throw new StartError('lesson-unknown', `Er is geen les "${id}" die gespeeld kan worden.`)
    await stop()
    const from = new Date(
      Math.max(house.bot.desk.now().getTime(), saidUntil === 0 ? 0 : saidUntil + APART_MS),
    )
    const moment = lessonMoment(lesson.at, hoursOf(house), from)
    if (moment === undefined)
      throw new StartError(
        'lesson-moment',
        `De uren van dit huis hebben geen moment voor de les "${lesson.title}".`,
      )
    if (moment.getTime() > house.bot.desk.now().getTime()) await deps.moveTo(moment, { inLesson: false })
    let asked = false
    const soon = (): void => {
      if (asked) return
      asked = true
      setImmediate(() => {
        asked = false
        look().catch((error: unknown) =>
          log.error({ err: error, lesson: id }, 'a lesson could not be looked at'),
        )
      })
    }
    const play = createPlay({
      house,
      lesson,
      cast: castIn(house, lesson),
      startedAt: house.bot.desk.now(),
      typing: deps.typing ?? asPeopleType,
      moveTo: (to) => deps.moveTo(to, { inLesson: true }),
      changed() {
        changed()
        soon()
      },
      failed: (error) => log.error({ err: error, lesson: id }, 'a lesson could not go on'),
    })
    now = { lesson, play, ends: [world.onChange(soon), (deps.every ?? everySecond)(soon)] }
    played.add(id)
    play.begin()
    changed()
  }

  return {
    cards: () => [
      ...loaded.lessons.map(({ lesson }) => cardOf(lesson, played.has(lesson.id))),
      ...brokenCards(loaded.problems),
    ],
    now: () => (now === undefined ? undefined : viewOf(now)),
    start: (id) => inTurn(() => start(id)),
    async next() {
      await now?.play.next()
    },
    stop: () => inTurn(stop),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    look,
    async rests() {
      for (let one = now; one !== undefined; one = now) {
        await one.play.rests()
        // What it waits for may be so already: then it goes on at once.
        await look()
        if (one.play.phase() !== 'playing') return
      }
    },
    reread: () =>
      inTurn(async () => {
        loaded = await loadLessons(deps.policyFolder)
        changed()
      }),
  }
}

const cardOf = ({ id, title, intro, asks, minutes, at }: Lesson, done: boolean): LessonCard => {
  const moment = momentInWords(at)
  return { id, title, intro, asks, minutes, ...(moment === undefined ? {} : { at: moment }), done }
}

/** A file with a fault in it is on the shelf too, so that whoever wrote it sees where it stands. */
function brokenCards(problems: readonly Problem[]): readonly LessonCard[] {
  const byFile = new Map<string, string[]>()
  for (const problem of problems)
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), tell(problem)])
  return [...byFile].map(([file, lines]) => ({
    id: file,
    title: file,
    intro: '',
    asks: '',
    minutes: 0,
    done: false,
    problems: lines,
  }))
}

function viewOf({ lesson, play, afterwards }: Now): LessonView {
  const { id, title, intro } = lesson
  const phase = play.phase()
  const waitsFor = play.waitsFor()
  const notPlayed = play.notPlayed()
  return {
    id,
    title,
    intro,
    phase:
      phase === 'over' && afterwards !== undefined
        ? 'afterwards'
        : phase === 'waiting'
          ? 'waiting'
          : 'playing',
    ...(waitsFor === undefined ? {} : { waitsFor }),
    done: [],
    ...(phase === 'over' ? afterwards : undefined),
    ...(notPlayed.length === 0 ? {} : { notPlayed }),
  }
}
