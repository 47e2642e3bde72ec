import { z } from 'zod'
import { ATTACHMENT_KINDS } from '../screening/attachments.ts'
import { CATEGORIES, CONSEQUENCES, KINDS_OF, LEVELS } from '../screening/kinds.ts'
import type { Helpline, Subject } from './schema-help.ts'
import type { DrillsPolicy } from './schema-drills.ts'
import type { QuestionsPolicy } from './schema-questions.ts'
import {
  isoDate,
  LANGUAGES,
  type Language,
  line,
  MOST_LANGUAGES,
  openingHoursSchema,
  perLanguage,
  perWording,
  signed,
  slug,
} from './schema-parts.ts'

export {
  type Helpline,
  helplineSchema,
  helplinesSchema,
  type Place,
  placeSchema,
  type Subject,
  subjectSchema,
  subjectsSchema,
} from './schema-help.ts'
export {
  LANGUAGES,
  type Language,
  type OpeningHours,
  openingHoursSchema,
  slug,
  WEEKDAYS,
} from './schema-parts.ts'

/** The shape of every policy file. Strict: a key that nobody reads is an error, because a typo must not pass as agreement. */

const minutes = z.int().min(1).max(10_080)
const days = z.int().min(1).max(366)

/** When a rule with `hold` keeps a message back. */
const holdSchema = z.strictObject({
  /** `open`: only while the house is open, so that somebody can look. `always`: also when it is closed. */
  when: z.enum(['open', 'always']).default('open'),
  /**
   * Whether Discord's own filters block what such a rule names, where the bot reads only reports. They do it day and
   * night, cannot put anything back, and do not see that the same message asks for help.
   */
  byDiscord: z.boolean().default(false),
})

/** Discord's own word lists, of which the bot makes filters that only tell. */
export const PRESETS = ['profanity', 'sexual', 'slurs'] as const
export type Preset = (typeof PRESETS)[number]
const automodSchema = z.strictObject({ presets: z.array(z.enum(PRESETS)).max(3) })

/** Who looks when, and what young people read about it. */
const dutySchema = z.strictObject({
  /** Minutes after the opening without anybody on duty, after which the back-up is told and the bot says closed. */
  unmannedMinutes: z.int().min(1).max(120).default(10),
  /** After how many times its target time a flag that nobody took is told to whom. */
  ladder: z
    .strictObject({
      backUp: z.int().min(2).max(20).default(2),
      responsible: z.int().min(2).max(30).default(3),
    })
    .default({ backUp: 2, responsible: 3 }),
  /** Whether young people read in /openingsuren who is there now. */
  tellWho: z.boolean().default(false),
})

/** `off`: each card at once. Else the cards of groen and geel come together: each full hour, or at each opening. */
export const QUIET = ['off', 'hour', 'opening'] as const
export type Quiet = (typeof QUIET)[number]
const queueSchema = z.strictObject({ quiet: z.enum(QUIET).default('off') })

const talksSchema = z.strictObject({
  /** Two of the team join every private talk. */
  twoWorkers: z.boolean().default(false),
  /** Days after its end on which the thread is deleted. */
  deleteAfterDays: z.int().min(1).max(60).default(14),
})

export const houseSchema = z.strictObject({
  name: line(60),
  organisation: z.strictObject({
    kind: z.enum(['ambtenaar', 'vzw', 'zorg']),
    name: line(100),
    signedOff: signed,
  }),
  /** The first is the language of the house. */
  languages: z.array(z.enum(LANGUAGES)).min(1).max(MOST_LANGUAGES),
  /** `reports`: the bot reads nothing by itself. `full`: it reads every message; asks for a name and a date. */
  reading: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('reports') }),
    z.strictObject({ way: z.literal('full'), decided: signed }),
  ]),
  hours: openingHoursSchema,
  /** The postcode of the house: whoever gives none in `/praat` reads of places there what is near the house. */
  region: z
    .string()
    .regex(/^[1-9]\d{3}$/, 'region')
    .optional(),
  /** Names (or ids) of Discord roles. */
  roles: z.strictObject({
    youthWorker: line(100),
    moderator: line(100),
    /** Volunteers, and moderators under 18: they see conduct, never a worry or harm. */
    volunteer: line(100).optional(),
    /** Told when nobody on duty takes a flag, or nobody begins duty at all. */
    backUp: line(100).optional(),
    /** Told of acute flags while the house is closed. */
    onCall: line(100).optional(),
  }),
  /** Names (or ids) of Discord channels. */
  channels: z.strictObject({
    notice: z.array(line(100)).min(1).max(10),
    queue: line(100),
    /** Where Discord's own filters tell the bot what they saw. Nobody but the bot may see it: names and words stand there. */
    automodAlerts: line(100).optional(),
    /** Under which private talks stand; every member sees it. Without it "Liever met ons" is off. */
    talks: line(100).optional(),
    /** Where the bot says at closing time, each time in the same words, that nobody is there. */
    closing: z.array(line(100)).min(1).max(5).optional(),
  }),
  duty: dutySchema.default({ unmannedMinutes: 10, ladder: { backUp: 2, responsible: 3 }, tellWho: false }),
  queue: queueSchema.default({ quiet: 'off' }),
  hold: holdSchema.default({ when: 'open', byDiscord: false }),
  automod: automodSchema.default({ presets: ['slurs', 'sexual'] }),
  talks: talksSchema.default({ twoWorkers: false, deleteAfterDays: 14 }),
  contacts: z.strictObject({
    integrity: z.strictObject({
      name: line(100),
      contact: line(200),
      /** The account of that person on Discord, in quotes. Only once that person said yes does the bot write to it. */
      discordId: z
        .string()
        .regex(/^\d{17,20}$/, 'discordId')
        .optional(),
    }),
    /** Those whom a worker can call about a message, or pass it on to: a service, the police of the quarter, a partner. */
    network: z
      .array(
        z.strictObject({
          id: slug,
          name: line(60),
          contact: line(200),
          for: z.array(z.enum(CATEGORIES)).min(1).optional(),
        }),
      )
      .max(20)
      .optional(),
    /** With whom somebody of the team can talk about what was heavy to see. */
    debrief: z.strictObject({ name: line(100), contact: line(200) }).optional(),
    /** Somebody outside the house, for what is about the integrity contact or the owner of the server. */
    outside: z.strictObject({ name: line(100), contact: line(200) }).optional(),
    /** Who answers for the house: the last step of the ladder, and the only one who can end it. */
    responsible: z
      .strictObject({
        name: line(100),
        discordId: z
          .string()
          .regex(/^\d{17,20}$/, 'discordId')
          .optional(),
      })
      .optional(),
  }),
  /** Answers "Vertellen jullie het aan mijn ouders?"; the house must think about it. */
  parents: perWording(400),
  notice: z
    .strictObject({
      /** Whoever reads the notice gets this role; on Discord the house lets only that role write. */
      requireBeforePosting: z.strictObject({ role: line(100) }).optional(),
    })
    .optional(),
  /** Minutes, while the house is open, within which somebody takes a flag of that level. */
  targetMinutes: z.strictObject({ groen: minutes, geel: minutes, rood: minutes, acuut: minutes }),
  retention: z.strictObject({
    /** Days that the words of an open flag are kept at most. */
    openFlagDays: days,
    /** Days that they are kept after closing. */
    closedFlagDays: days,
    /** Days that the audit remembers who and which flag. */
    auditIdsDays: z.int().min(30).max(1_830),
    /** Where one kind of matter is kept shorter or longer. */
    perCategory: z
      .partialRecord(
        z.enum(CATEGORIES),
        z.strictObject({ openFlagDays: days.optional(), closedFlagDays: days.optional() }),
      )
      .optional(),
  }),
})
export type HousePolicy = z.infer<typeof houseSchema>

/**
 * How soon a category's rules apply in a channel. A cry for help is heard everywhere: `off` is refused for a
 * category of worry, and no channel makes a rule of worry wait beyond `normal`.
 */
export const STRICTNESS = ['off', 'soft', 'normal', 'strict'] as const
export type Strictness = (typeof STRICTNESS)[number]

/** For whom a channel is. The bot knows nobody's age and checks nothing: it only says so. */
const age = z.int().min(13).max(99)
const ageSchema = z.strictObject({ from: age.optional(), until: age.optional() })
export type AgeNorm = z.infer<typeof ageSchema>

const channelShape = {
  purpose: line(200),
  norms: z.array(line(200)).max(12),
  strictness: z.partialRecord(z.enum(CATEGORIES), z.enum(STRICTNESS)),
  /** Sayings that are ordinary here ("ik maak u kapot" in a game), with the category that they do not count for. */
  usual: z.array(z.strictObject({ says: line(100), about: z.enum(CATEGORIES) })).max(200),
}
const domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'domain')
/** What may hang on a message; only kinds and domains, never what is in it. `flag`: a person looks. */
const carriedShape = {
  attachments: z.partialRecord(z.enum(ATTACHMENT_KINDS), z.enum(['allow', 'flag'])),
  links: z.strictObject({
    /** `staff-only`: links of the team are fine, a person looks at those of others. */
    rule: z.enum(['allow', 'flag', 'staff-only']).default('allow'),
    /** Domains (with everything under them) that are always fine. */
    allowed: z.array(domain).max(500).default([]),
    /** Domains that a person always looks at. */
    blocked: z.array(domain).max(500).default([]),
  }),
}
/** Links and attachments of who joined only a short while ago: the first thing that a scammer posts. */
const newcomersShape = {
  /** How many hours after joining somebody is new. */
  hours: z.int().min(1).max(720),
  links: z.enum(['allow', 'flag']),
  attachments: z.enum(['allow', 'flag']),
}
export const channelsSchema = z.strictObject({
  defaults: z.strictObject({
    ...channelShape,
    attachments: carriedShape.attachments.default({}),
    links: carriedShape.links.default({ rule: 'allow', allowed: [], blocked: [] }),
    newcomers: z
      .strictObject({
        hours: newcomersShape.hours.default(24),
        links: newcomersShape.links.default('allow'),
        attachments: newcomersShape.attachments.default('allow'),
      })
      .default({ hours: 24, links: 'allow', attachments: 'allow' }),
  }),
  channels: z.record(
    line(100),
    z
      .strictObject({ staff: z.boolean().default(false), age: ageSchema.optional() })
      .extend(z.object({ ...channelShape, ...carriedShape }).partial().shape)
      .extend({ newcomers: z.strictObject(newcomersShape).partial().optional() })
      .strict(),
  ),
})
export type ChannelsPolicy = z.infer<typeof channelsSchema>

const sentences = z.array(line(500)).min(1).max(400)
const term = line(200)

const ruleBase = {
  id: slug,
  /** A sentence for the moderators: why this is brought to them. */
  why: perLanguage(200),
  level: z.enum(LEVELS),
  /** The strictness of the channel from which this rule applies. */
  from: z.enum(['soft', 'normal', 'strict']).default('normal'),
  /** What the rule looks for, in the language of terms (docs/screening.md): words, {lists}, gaps, and what is near. */
  terms: z.array(term).min(1).max(2_000),
  /** Sayings in which a term does not count, because they share a word with it ("ik ga dood van het lachen"). */
  notWhen: z.array(term).max(500).default([]),
  /** Sayings that make a term not count when they stand anywhere in its sentence: quoting, news, a game. */
  notInSentence: z.array(term).max(500).default([]),
  /** On trial: what it finds is counted and nothing follows. */
  proef: z.boolean().optional(),
  mustHit: sentences,
  mustNotHit: sentences,
}
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ruleBase,
    kind: z.literal('conduct'),
    may: z.array(z.enum(CONSEQUENCES.conduct)).min(1),
  }),
  z.strictObject({ ...ruleBase, kind: z.literal('worry'), may: z.array(z.enum(CONSEQUENCES.worry)).min(1) }),
  z.strictObject({ ...ruleBase, kind: z.literal('harm'), may: z.array(z.enum(CONSEQUENCES.harm)).min(1) }),
])
/** A rule within its file, before the category of the file is added. */
export type RuleEntry = z.infer<typeof ruleSchema>

export const ruleFileSchema = z
  .strictObject({ category: z.enum(CATEGORIES), rules: z.array(ruleSchema).min(1).max(100) })
  .superRefine((file, ctx) => {
    const allowed: readonly string[] = KINDS_OF[file.category]
    for (const [index, rule] of file.rules.entries()) {
      if (!allowed.includes(rule.kind)) {
        ctx.addIssue({ code: 'custom', path: ['rules', index, 'kind'], params: { allowed }, message: 'kind' })
      }
    }
  })
export type RuleFile = z.infer<typeof ruleFileSchema>

/** Lists of words that terms name as {name}. */
export const wordsFileSchema = z.strictObject({
  lists: z.record(
    slug,
    z.strictObject({
      words: z.array(term).min(1).max(5_000),
      /** Also found misspelt: two letters swapped, an inner letter missing, an asterisk for a letter. */
      misspelt: z.boolean().default(false),
    }),
  ),
})
export type WordsFile = z.infer<typeof wordsFileSchema>

/** The sentence about what may have to be passed on, for each kind of organisation and language. A gap turns the language off. */
export const noticeSchema = z.strictObject({
  /** Raised by the house when the substance changes: then the notice asks again who read it. */
  version: z.int().min(1),
  /** Since when that version holds; must be there from the second version on. */
  since: isoDate.optional(),
  /** What is new in it, in one sentence. */
  news: perLanguage(150).optional(),
  meldplicht: z.strictObject({ ambtenaar: perWording(400), vzw: perWording(400), zorg: perWording(400) }),
})
export type NoticePolicy = z.infer<typeof noticeSchema>

/** A rule as the screening uses it. */
export type Rule = RuleEntry & { readonly category: RuleFile['category'] }

/** The agreements of a house, checked. `version` is a digest of all of it: the same text is the same version. */
export interface Policy {
  readonly version: string
  readonly house: HousePolicy
  readonly channels: ChannelsPolicy
  readonly rules: readonly Rule[]
  /** The lists of words of all files, by name. */
  readonly words: WordsFile['lists']
  readonly helplines: readonly Helpline[]
  readonly subjects: readonly Subject[]
  /** What helps a worker to decide. */
  readonly questions: QuestionsPolicy
  /** What the team practises with. */
  readonly drills: DrillsPolicy
  readonly notice: NoticePolicy
  /** Texts that the house words in its own way: key of the text → wording, for each language. */
  readonly texts: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>
  /** Languages that the house wants and that stay off, because texts are missing; they are not in `house.languages`. */
  readonly languagesOff?: readonly LanguageOff[]
  /** The bot is on real Discord: the agreements of the house that is shipped may not be told to anybody there. */
  readonly refusesExample?: true
}

/** A language that stays off, and the places in the policy where its texts are missing. */
export interface LanguageOff {
  readonly language: Language
  readonly missing: readonly string[]
}
