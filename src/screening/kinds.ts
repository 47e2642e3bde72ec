/**
 * What a message can be about, and what may follow from it by itself. The safeguards of the house stand here as
 * types: a consequence that is not in this table cannot be written in a rule, a policy file or the executor.
 * No list holds a measure against a person (time-out, kick, ban, warning, deletion): only a person takes those.
 */

/** The weight that a rule proposes and a person sets. The names are those that the team uses. */
export const LEVELS = ['groen', 'geel', 'rood', 'acuut'] as const
export type Level = (typeof LEVELS)[number]

/**
 * `conduct`: the behaviour of the writer. `worry`: about the writer, who is never answered with a measure.
 * `harm`: harm to somebody else, who must not be left alone with a reminder to the writer.
 */
export const KINDS = ['conduct', 'worry', 'harm'] as const
export type Kind = (typeof KINDS)[number]

/**
 * What a rule of each kind may do by itself. `hold` keeps a message back until a person looked, and is the one thing
 * here that touches a message; it is not in the list of a worry, so nobody who asks for help is ever made silent.
 */
export const CONSEQUENCES = {
  conduct: ['flag', 'remind', 'hold'],
  worry: ['flag', 'offer'],
  harm: ['flag', 'hold'],
} as const satisfies Record<Kind, readonly string[]>
export type ConsequenceOf<K extends Kind> = (typeof CONSEQUENCES)[K][number]
export type Consequence = ConsequenceOf<Kind>

export const CATEGORIES = [
  'hate',
  'threat',
  'harassment',
  'distress',
  'sexual',
  'grooming',
  'personal-data',
  'recruitment',
  'drugs',
  'spam',
] as const
export type Category = (typeof CATEGORIES)[number]

/** The kinds that a category can be of. Most have one; insult and bullying, dealing and using are told apart by rule. */
export const KINDS_OF = {
  hate: ['harm'],
  threat: ['harm'],
  harassment: ['conduct', 'harm'],
  distress: ['worry'],
  sexual: ['harm'],
  grooming: ['harm'],
  'personal-data': ['harm'],
  recruitment: ['harm'],
  drugs: ['conduct', 'worry'],
  spam: ['conduct'],
} as const satisfies Record<Category, readonly Kind[]>

/** The heavier of two levels. */
export const heavier = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b)
