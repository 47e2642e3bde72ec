/** A lesson on the shelf. */
export interface LessonCard {
  readonly id: string
  readonly title: string
  /** What the team reads before it begins. */
  readonly intro: string
  /** Whom the team needs: "een moderator", "iemand van dienst". */
  readonly asks: string
  /** About how long it takes, with talking about it. */
  readonly minutes: number
  /** At which time of the house it plays, such as "zaterdag, 23:40"; absent: now. */
  readonly at?: string
  readonly done: boolean
  /** Why it cannot be played: what is wrong in its file, a line each. The rest of the card is then about the file. */
  readonly problems?: readonly string[]
}

/** One thing that the agreements of the house say about this case, and why (seed:N or domain § as source). */
export interface Agreement {
  readonly says: string
  readonly why: string
  readonly source: string
}

/** One thing that was done, as the house recorded it: who, what, after how long. Never a mark or a score. */
export interface DoneStep {
  readonly who: string
  readonly what: string
  /** Seconds of the house's time since the lesson began. */
  readonly afterSeconds: number
}

/** The lesson that is being played. */
export interface LessonView {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly phase: 'playing' | 'waiting' | 'afterwards'
  /** What is waited for, in a sentence: "Kijk in de wachtrij en beslis." */
  readonly waitsFor?: string
  /** Only afterwards: until then what one person did is not for the others. */
  readonly done: readonly DoneStep[]
  /** Only afterwards. */
  readonly agreements?: readonly {
    readonly agreement: Agreement
    readonly seen: 'done' | 'otherwise' | 'not-seen'
    /** What of it the house recorded, such as "na 4 minuten, door Sam". */
    readonly recorded?: string
  }[]
  readonly talkAbout?: readonly string[]
  /** Something in the lesson could not be played, such as a person whom the team had put out. */
  readonly notPlayed?: readonly string[]
}
