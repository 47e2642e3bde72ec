import { CATEGORIES, type Category, type Kind, KINDS_OF } from '../screening/kinds.ts'

/**
 * Who may do what, in one table: the checks at run time, docs/who-may-what.md and the tests all come from it.
 * Being owner or administrator of the server is no role here: it makes nobody staff.
 */

/** The roles of a house. `volunteer` is also for moderators under 18; `member` is everybody else. */
export const ROLES = ['youthWorker', 'moderator', 'volunteer', 'member'] as const
export type Role = (typeof ROLES)[number]

const EVERYBODY = ROLES
const TEAM = ['youthWorker', 'moderator', 'volunteer'] as const
const ADULTS = ['youthWorker', 'moderator'] as const
const WORKERS = ['youthWorker'] as const

interface Allowed {
  readonly roles: readonly Role[]
  /** What it is, for the documentation. */
  readonly what: string
}

/** Every act. What is not in here, nobody may; a command, button, select or form without its act does not compile. */
export const ACTS = {
  'info.read': { roles: EVERYBODY, what: 'Read about the house: notice, rules, hours, what is passed on' },
  'notice.acknowledge': { roles: EVERYBODY, what: 'Say "Ik heb dit gelezen"' },
  'praat.use': { roles: EVERYBODY, what: 'See where to talk (`/praat`)' },
  'report.make': { roles: EVERYBODY, what: 'Report a message or tell a worry (_Meld dit bericht_, `/meld`)' },
  'report.follow': { roles: EVERYBODY, what: 'See, withdraw or reopen one’s own reports' },
  'data.own': { roles: EVERYBODY, what: 'See, export, correct or delete one’s own data' },
  'objection.make': { roles: EVERYBODY, what: 'Object to a decision about one’s own message' },
  'held.own': { roles: EVERYBODY, what: 'Learn about, post or take back one’s own held message' },

  'talk.ask': { roles: EVERYBODY, what: 'Ask for a private talk with the team ("Liever met ons")' },
  'talk.close': { roles: EVERYBODY, what: 'Close a private talk that one is in' },
  'talk.come': { roles: WORKERS, what: 'Come into a private talk (_Ik kom_)' },
  'talk.follow': { roles: WORKERS, what: 'Say when somebody asks how it goes, and tick it off' },

  'queue.list': { roles: TEAM, what: 'See what waits (`/wachtrij`)' },
  'queue.show': { roles: TEAM, what: 'Read the words of a message (_Toon_); each time is written down' },
  'queue.claim': { roles: TEAM, what: 'Take a message on (_Neem op_)' },
  'queue.pass': { roles: TEAM, what: 'Hand it to a colleague (_Geef door_)' },
  'queue.release': { roles: TEAM, what: 'Put it down (_Geef vrij_); no reason is asked' },
  'queue.level': { roles: TEAM, what: 'Change the level' },
  'queue.decide': { roles: TEAM, what: 'Close it with an outcome (_Beslis_)' },
  'queue.guide': { roles: TEAM, what: 'See and answer the questions that help, tips to begin, whom to call' },
  'queue.undo': { roles: TEAM, what: 'Undo a closing within a minute' },
  'queue.remove': { roles: TEAM, what: 'Remove the message' },
  'queue.put-back': { roles: TEAM, what: 'Give a held message back' },
  'queue.pass-on': { roles: ADULTS, what: 'Record that it was passed on (112 or 101, meldplicht)' },
  'queue.print': { roles: ADULTS, what: 'Make a report of what was passed on' },
  'queue.tell': { roles: ADULTS, what: 'Tell the writer what was decided, in a private talk' },
  'queue.pause': { roles: ADULTS, what: 'Pause the writer (a time-out of at most 28 days)' },
  'queue.kick': { roles: ADULTS, what: 'Put the writer out of the server' },
  'queue.ban': { roles: ADULTS, what: 'Ban the writer' },
  'queue.confirm': { roles: ADULTS, what: 'Confirm or undo, as the second person, what protects somebody' },

  'line.send': {
    roles: ADULTS,
    what: 'Send the writer of a message one line, in a private thread (_Verwijs door_)',
  },

  'channel.limit': {
    roles: ADULTS,
    what: 'Slow or shut a channel for a while (`/kanaal`, _Kanaal_ on a card)',
  },

  'duty.keep': {
    roles: ADULTS,
    what: 'Begin and end duty, and offer what one has to a colleague (`/dienst`)',
  },
  'duty.accept': {
    roles: ADULTS,
    what: 'Take over what a colleague hands over; private talks only youth workers',
  },

  'rules.explain': {
    roles: ADULTS,
    what: 'See what the rules find in a text and why (`/waarom`, _Waarom dit bericht_)',
  },
  'rules.trial': {
    roles: ADULTS,
    what: 'See what rules on trial would have done (`/huis proef`); looking at examples is written down',
  },

  'figures.read': { roles: ADULTS, what: 'See the figures of the team (`/cijfers`)' },
  'drill.start': { roles: WORKERS, what: 'Put exercises in the queue and clear them (`/oefening`)' },

  'data.notes': { roles: WORKERS, what: 'Read what somebody wrote about their own data' },
  'data.hold': { roles: WORKERS, what: 'Keep something longer for the law, with name, reason and end date' },
  'house.hours': { roles: WORKERS, what: 'Close the house for a holiday (`/huis vakantie`)' },
  'house.end': {
    roles: ADULTS,
    what: 'End the house on a day (`/huis sluiten`); only the one whom the agreements name as responsible',
  },
  'house.set-up': {
    roles: WORKERS,
    what: 'Set the house up and see how it stands (`/huis opzet`, `/huis status`); as long as it has no role of youth workers, whoever may manage the server on Discord',
  },
  'house.manage': { roles: WORKERS, what: 'See how the house is set up and what is wrong' },
} as const satisfies Record<string, Allowed>
export type Act = keyof typeof ACTS

/**
 * Who may see a flag of each category, for each kind that the category can be of: volunteers and minors see conduct,
 * never a worry about somebody or harm to somebody (design, issue "the core in depth" 5 and 8, a safeguard).
 */
export const SIGHT = {
  hate: { harm: ADULTS },
  threat: { harm: ADULTS },
  harassment: { conduct: TEAM, harm: ADULTS },
  distress: { worry: ADULTS },
  sexual: { harm: ADULTS },
  grooming: { harm: ADULTS },
  'personal-data': { harm: ADULTS },
  recruitment: { harm: ADULTS },
  drugs: { conduct: TEAM, worry: ADULTS },
  spam: { conduct: TEAM },
} as const satisfies {
  readonly [C in Category]: Readonly<Record<(typeof KINDS_OF)[C][number], readonly Role[]>>
}

/** What a flag is about, as far as it decides who may see it. */
export interface About {
  readonly category: Category
  readonly kind: Kind
}

/**
 * The roles that count. Who has the volunteer role sees what a volunteer sees, also as a moderator: that is how a
 * moderator under 18 is kept from what is not for them, whatever else somebody forgot to take away.
 */
export const rolesThatCount = (roles: readonly Role[]): readonly Role[] =>
  roles.includes('volunteer') && !roles.includes('youthWorker')
    ? roles.filter((role) => role !== 'moderator')
    : roles

const sightOf = ({ category, kind }: About): readonly Role[] => {
  const ofCategory: Partial<Record<Kind, readonly Role[]>> = SIGHT[category]
  // A combination that no rule makes is shown to those who may see everything, and lost to nobody.
  return ofCategory[kind] ?? ADULTS
}

/**
 * Whether somebody with these roles may do this.
 *
 * @param about - the flag that it is done to, where there is one: what one may not see, one may not touch
 */
export const may = (roles: readonly Role[], act: Act, about?: About): boolean => {
  const counting = rolesThatCount(roles)
  const has = (allowed: readonly Role[]): boolean => counting.some((role) => allowed.includes(role))
  return has(ACTS[act].roles) && (about === undefined || has(sightOf(about)))
}

/** The combinations of category and kind that somebody with these roles may see, for a query. */
export const visibleTo = (roles: readonly Role[]): readonly About[] =>
  CATEGORIES.flatMap((category) =>
    KINDS_OF[category].flatMap((kind) => {
      const about: About = { category, kind }
      return may(roles, 'queue.list', about) ? [about] : []
    }),
  )

/** Whether somebody belongs to the team at all. */
export const isTeam = (roles: readonly Role[]): boolean => may(roles, 'queue.list')
