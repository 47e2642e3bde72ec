import { z } from 'zod'
import { OUTCOMES_OF } from '../queue/outcomes.ts'
import { REPORT_REASONS } from '../queue/report-reasons.ts'
import { LEVELS } from '../screening/kinds.ts'
import { line, slug, WEEKDAYS } from './schema-parts.ts'

/**
 * policies/lessons/*.yaml: what the practice house plays. A lesson plays young people who do not exist, waits for what
 * the team really does, and afterwards lays what was done beside what the house agreed. There is no score in it, and no
 * place for one.
 */

/** Somebody of the cast, or a message of the lesson, as the other steps name it. */
const ref = slug.max(30)
const hint = line(300)
const minutes = z.int().min(1).max(1_440)

/** Whom the lesson plays. Real people of the practice house are never in a cast: they are played by the team. */
export const PARTS = ['young', 'youth-worker', 'moderator'] as const
export type Part = (typeof PARTS)[number]

/** What an agreement may ask of the time. `target`: the time of `targetMinutes` for its level, while the house is open. */
const within = z.union([minutes, z.literal('target')]).optional()
/** From when `within` counts: the message, or the first opening since it. */
const from = z.enum(['message', 'opening']).optional()
const timed = { within, from }
const outcome = z.enum(OUTCOMES_OF.conduct)

/** What the house can be asked beside what happened. */
export const AGREED = ['reads', 'on-call', 'back-up', 'integrity', 'talks'] as const
export type Agreed = (typeof AGREED)[number]

/** Something that the records of the house show, or do not. Each is read from rows and messages, never from clicks. */
export const factSchema = z.discriminatedUnion('see', [
  /** The message is in the queue. */
  z.strictObject({ see: z.literal('flagged'), of: ref }),
  /** Somebody of the team has it, or had it. */
  z.strictObject({ see: z.literal('taken'), of: ref, ...timed }),
  /** Somebody pressed *Toon*. */
  z.strictObject({ see: z.literal('shown'), of: ref, ...timed }),
  /** Its level, as it is now. */
  z.strictObject({ see: z.literal('level'), of: ref, is: z.array(z.enum(LEVELS)).min(1).max(4) }),
  /** Somebody answered a question that helps to decide. */
  z.strictObject({ see: z.literal('answered'), of: ref, ...timed }),
  /** It is closed; with `outcome` only if it ended so. */
  z.strictObject({
    see: z.literal('decided'),
    of: ref,
    outcome: z.array(outcome).min(1).max(8).optional(),
    ...timed,
  }),
  /** A second person looked: before it was closed, or afterwards. */
  z.strictObject({ see: z.literal('second'), of: ref, ...timed }),
  /** The writer was told what was decided. */
  z.strictObject({ see: z.literal('told'), of: ref }),
  /** Pause, kick or ban. */
  z.strictObject({ see: z.literal('measured'), of: ref }),
  /** The message is gone from its channel, by a decision or by hand. */
  z.strictObject({ see: z.literal('removed'), of: ref, ...timed }),
  /** Somebody of the team spoke: in a channel, or in the private talk of somebody of the cast. */
  z.strictObject({
    see: z.literal('spoke'),
    in: line(100).optional(),
    with: ref.optional(),
    after: ref.optional(),
    ...timed,
  }),
  /** Somebody of the team came into a private talk with somebody of the cast. */
  z.strictObject({ see: z.literal('talk'), with: ref, ...timed }),
  /** Somebody of the team sent a line to somebody of the cast (*Verwijs door*). */
  z.strictObject({ see: z.literal('line'), to: ref, ...timed }),
  /** The channel was slowed or shut. */
  z.strictObject({ see: z.literal('limited'), in: line(100) }),
  /** Somebody began duty. */
  z.strictObject({ see: z.literal('duty'), ...timed }),
  /** The integrity contact looked at the report, or closed it. */
  z.strictObject({ see: z.literal('matter-raised'), of: ref }),
  z.strictObject({ see: z.literal('matter-shown'), of: ref, ...timed }),
  z.strictObject({ see: z.literal('matter-closed'), of: ref, ...timed }),
  /** The on-call role was called. */
  z.strictObject({ see: z.literal('on-call-told'), of: ref }),
  /** The bot itself said something in a channel, after a message. */
  z.strictObject({ see: z.literal('bot-spoke'), in: line(100), after: ref }),
  /** The team did anything at all about a message of the lesson. */
  z.strictObject({ see: z.literal('anything') }),
  /** The team did nothing for so long. */
  z.strictObject({ see: z.literal('quiet'), minutes }),
  /** What the house agreed or has. */
  z.strictObject({ see: z.literal('agreed'), what: z.enum(AGREED) }),
])
export type Fact = z.infer<typeof factSchema>

/** One is enough. */
const anyOf = z.array(factSchema).min(1).max(6)

/** Where a house that only reads reports gets to know of a message: who of the cast reports it, and why. */
const reportedBy = z.strictObject({ who: ref, reason: z.enum(REPORT_REASONS) })

/** What the rules of the house make of a text; `npm run policy` tries it. */
export const FLAGS = ['nothing', ...LEVELS] as const

const step = {
  says: z.strictObject({
    do: z.literal('says'),
    who: ref,
    /** A channel, or `talk`: the private talk of that person. */
    in: line(100),
    text: line(1_000),
    /** Its name for other steps. */
    as: ref.optional(),
    replyTo: ref.optional(),
    flags: z.enum(FLAGS).optional(),
    reportedBy: reportedBy.optional(),
  }),
  edits: z.strictObject({ do: z.literal('edits'), message: ref, text: line(1_000) }),
  deletes: z.strictObject({ do: z.literal('deletes'), message: ref }),
  reacts: z.strictObject({ do: z.literal('reacts'), who: ref, to: ref, emoji: line(20) }),
  reports: z.strictObject({
    do: z.literal('reports'),
    who: ref,
    of: ref,
    reason: z.enum(REPORT_REASONS),
    words: line(500).optional(),
  }),
  /** Types a command; what comes of it is pressed and chosen in by the steps after it. */
  runs: z.strictObject({
    do: z.literal('runs'),
    who: ref,
    command: slug.max(32),
    in: line(100),
    values: z.record(slug, line(200)).optional(),
  }),
  presses: z.strictObject({ do: z.literal('presses'), who: ref, button: line(80) }),
  chooses: z.strictObject({ do: z.literal('chooses'), who: ref, choice: line(100) }),
  /** Time of the house goes by. */
  passes: z.strictObject({
    do: z.literal('passes'),
    minutes: minutes.optional(),
    until: z.enum(['opening', 'closing']).optional(),
  }),
  /** Waits until one of these is so, or so many minutes of the house are over, or the team says that they are done. */
  waits: z.strictObject({ do: z.literal('waits'), for: anyOf, hint, minutes: minutes.optional() }),
  /** Waits until the team says that they looked. */
  looks: z.strictObject({ do: z.literal('looks'), hint }),
  ends: z.strictObject({ do: z.literal('ends') }),
} as const

const plainSteps = [
  step.says,
  step.edits,
  step.deletes,
  step.reacts,
  step.reports,
  step.runs,
  step.presses,
  step.chooses,
  step.passes,
  step.waits,
  step.looks,
  step.ends,
] as const
const plainStepSchema = z.discriminatedUnion('do', [...plainSteps])
export type PlainStep = z.infer<typeof plainStepSchema>
const arm = z.array(plainStepSchema).max(20)

/** "Als … dan". Not inside itself: who reads a lesson must see at a glance what it does. */
const ifSchema = z.strictObject({
  do: z.literal('if'),
  sees: anyOf,
  steps: arm.min(1),
  otherwise: arm.optional(),
})
export const lessonStepSchema = z.discriminatedUnion('do', [...plainSteps, ifSchema])
export type LessonStep = z.infer<typeof lessonStepSchema>

/** What the cast does when something happens, whenever it happens: once. */
const reactionSchema = z.strictObject({
  when: anyOf,
  steps: z
    .array(z.discriminatedUnion('do', [step.says, step.edits, step.deletes, step.reacts]))
    .min(1)
    .max(10),
})

/**
 * What the house agreed about this case, and how its records show it. `done`: it was done as agreed when one of these is
 * seen (in time, where `within` stands). `unless`: it was done as agreed unless one of these is seen.
 */
export const agreementSchema = z
  .strictObject({
    says: line(300),
    why: line(500),
    /** `seed:990`, `domain §2.2`, or a file of these agreements. */
    source: line(120),
    done: anyOf.optional(),
    unless: anyOf.optional(),
    /** Only where one of these is so. */
    if: anyOf.optional(),
  })
  .refine(({ done, unless }) => (done === undefined) !== (unless === undefined), {
    path: ['done'],
    message: 'done-or-unless',
  })
export type AgreementRule = z.infer<typeof agreementSchema>

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock')

export const lessonSchema = z.strictObject({
  title: line(100),
  /** For the team, before it begins. */
  intro: line(800),
  /** Whom the team needs. */
  asks: line(200),
  /** About how long it takes, with talking about it. */
  minutes: z.int().min(5).max(120),
  /** Its place on the shelf. */
  order: z.int().min(1).max(1_000).default(500),
  /** When it plays: now where that fits, else at the next moment that does. */
  at: z.strictObject({
    house: z.enum(['open', 'closed']),
    time: clock.optional(),
    day: z.enum(WEEKDAYS).optional(),
  }),
  cast: z.record(ref, z.enum(PARTS)),
  steps: z.array(lessonStepSchema).min(1).max(60),
  reactions: z.array(reactionSchema).max(20).default([]),
  agreements: z.array(agreementSchema).min(1).max(15),
  /** To talk about with the team. */
  talkAbout: z.array(line(300)).min(1).max(10),
})
export type LessonFile = z.infer<typeof lessonSchema>
/** A lesson; its id is the name of its file. */
export type Lesson = LessonFile & { readonly id: string }
