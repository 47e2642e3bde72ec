/**
 * What people did on the local Discord, and what must follow from it. Ids only: a run that fails prints the life story
 * of what was lost, and no story needs anybody's words.
 */

/** Something that happened, in order. */
export interface Event {
  /** Milliseconds since the run began. */
  readonly ms: number
  /** Which life of the bot it was: it begins at 1, and each start after a kill is one more. */
  readonly life: number
  readonly what: string
  /** A message, a flag or a person. */
  readonly id: string
  readonly by?: string
}

/** An act that Discord showed as done to the person who did it: it may never be lost again. */
export interface Confirmed {
  readonly flagId: string
  readonly actorId: string
  /** Any of these lines in the audit says that it was done. */
  readonly acts: readonly string[]
}

/** What is known of one message. */
interface About {
  worries: boolean
  worriedOnce: boolean
  deleted: boolean
  reportTried: boolean
  /** Who reported it and was told that it was heard. */
  readonly heardFrom: Set<string>
}

export interface Ledger {
  /** What the message says now: whether its channel's rules find something in it. */
  says(messageId: string, worries: boolean): void
  deleted(messageId: string): void
  reportTried(messageId: string): void
  reportHeard(messageId: string, reporterId: string): void
  confirmed(act: Confirmed): void
  /** A talk of which the bot said that it comes. */
  talkAsked(askerId: string): void
  note(what: string, id: string, by?: string): void
  nextLife(): void
  readonly life: number
  /** Messages that must have a flag. */
  mustBeFlagged(): ReadonlySet<string>
  /** Messages that may have one: what they said when they worried is gone, and nobody knows whether the bot saw it. */
  mayBeFlagged(): ReadonlySet<string>
  reports(): readonly { readonly messageId: string; readonly reporterId: string }[]
  readonly confirmedActs: readonly Confirmed[]
  readonly askedTalks: ReadonlySet<string>
  /** Everything that happened to one thing. */
  storyOf(id: string): readonly Event[]
}

/** Begins an empty ledger. */
export function createLedger(now: () => number = () => performance.now()): Ledger {
  const begun = now()
  const messages = new Map<string, About>()
  const acts: Confirmed[] = []
  const talks = new Set<string>()
  const events: Event[] = []
  let life = 1
  const about = (id: string): About => {
    const known = messages.get(id)
    if (known !== undefined) return known
    const fresh = {
      worries: false,
      worriedOnce: false,
      deleted: false,
      reportTried: false,
      heardFrom: new Set<string>(),
    }
    messages.set(id, fresh)
    return fresh
  }
  const must = ({ worries, deleted, heardFrom }: About): boolean =>
    heardFrom.size > 0 || (worries && !deleted)
  const which = (fits: (one: About) => boolean): Set<string> =>
    new Set([...messages].flatMap(([id, one]) => (fits(one) ? [id] : [])))
  return {
    says(id, worries) {
      const one = about(id)
      one.worries = worries
      one.worriedOnce ||= worries
    },
    deleted: (id) => void (about(id).deleted = true),
    reportTried: (id) => void (about(id).reportTried = true),
    reportHeard: (id, reporterId) => void about(id).heardFrom.add(reporterId),
    confirmed: (act) => void acts.push(act),
    talkAsked: (askerId) => void talks.add(askerId),
    note: (what, id, by) =>
      void events.push({
        ms: Math.round(now() - begun),
        life,
        what,
        id,
        ...(by === undefined ? {} : { by }),
      }),
    nextLife: () => void (life += 1),
    get life() {
      return life
    },
    mustBeFlagged: () => which(must),
    mayBeFlagged: () => which((one) => !must(one) && (one.worriedOnce || one.reportTried)),
    reports: () =>
      [...messages].flatMap(([messageId, { heardFrom }]) =>
        [...heardFrom].map((reporterId) => ({ messageId, reporterId })),
      ),
    confirmedActs: acts,
    askedTalks: talks,
    storyOf: (id) => events.filter((event) => event.id === id),
  }
}
