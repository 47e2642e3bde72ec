import type { TestHouse } from '../house.ts'
import type { MessageHandle } from '../../../src/practice/world.ts'
import type { PageWindow } from './page-window.ts'

/** Who has a window, and the role of the team that they begin with. */
const PEOPLE = {
  noor: undefined,
  amir: undefined,
  sam: 'Jeugdwerker',
  lena: 'Moderator',
  samira: undefined,
} as const
export type Person = keyof typeof PEOPLE
export const people = Object.keys(PEOPLE) as readonly Person[]
const OPEN = ['algemeen', 'gaming'] as const
/** What nobody minds, what a rule minds, and what worries. */
const PHRASES = ['gg allemaal', 'ge zijt een kankerlijer', 'ik wil dood', 'wie speelt er mee?'] as const

interface Said {
  readonly place: string
  readonly by: string
  readonly handle: MessageHandle
  word: string
  stands: boolean
}

/**
 * What the rules of the house say about who may ever read which word, kept apart from the program that is held against
 * it: nothing here asks the local Discord what somebody sees.
 */
export function createRules() {
  const team = new Map<Person, string | undefined>(Object.entries(PEOPLE) as [Person, string | undefined][])
  const shut = new Set<string>()
  const threads = new Map<string, Set<Person>>()
  const allowed = new Map<string, Set<Person>>()
  const said: Said[] = []
  let count = 0

  const sees = (who: Person, place: string): boolean => {
    if (place === 'team') return team.get(who) !== undefined
    if (place.startsWith('dm:')) return place === `dm:${who}`
    const inside = threads.get(place)
    if (inside !== undefined) return inside.has(who) && sees(who, 'algemeen')
    return !shut.has(`${place} ${who}`)
  }
  const allow = (word: string, ...who: readonly Person[]): void => {
    const there = allowed.get(word) ?? new Set()
    for (const one of who) there.add(one)
    allowed.set(word, there)
  }
  return {
    team,
    shut,
    threads,
    said,
    sees,
    allow,
    word: () => `geplant${String((count += 1)).padStart(5, '0')}woord`,
    words: () => [...allowed.keys()],
    mayRead: (word: string, who: Person) => allowed.get(word)?.has(who) === true,
    /** Whoever sees a place now may read what stands there now; what they could read once, they may know. */
    look() {
      for (const one of said) {
        if (one.stands) allow(one.word, ...people.filter((who) => sees(who, one.place)))
      }
    },
  }
}

export type Rules = ReturnType<typeof createRules>

export interface Step {
  readonly act: keyof typeof acts
  readonly a: number
  readonly b: number
  readonly c: number
}

export interface Evening {
  readonly house: TestHouse
  readonly windows: ReadonlyMap<Person, PageWindow>
  readonly rules: Rules
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const person = (n: number): Person => people[n % people.length] ?? 'noor'
const windowOf = ({ windows }: Evening, who: Person): PageWindow => {
  const window = windows.get(who)
  if (window === undefined) throw new Error(`no window of ${who}`)
  return window
}
const places = ({ rules }: Evening): readonly string[] => [...OPEN, 'team', ...rules.threads.keys()]
/** The id of a place, whoever asks. */
const idOf = ({ house }: Evening, place: string): string =>
  /^\d+$/.test(place) ? place : house.world.channel(place).id

/** Everything that somebody does in the evening. Each first tells the rules what follows from it. */
export const acts = {
  async say(evening: Evening, { a, b, c }: Step) {
    const { rules, house } = evening
    const [who, place] = [person(a), pick(places(evening), b) ?? 'algemeen']
    const word = rules.word()
    if (rules.sees(who, place)) rules.allow(word, ...people.filter((one) => rules.sees(one, place)))
    else rules.allow(word)
    const channel = idOf(evening, place)
    const text = `${word} ${pick(PHRASES, c)}`
    const answer = await windowOf(evening, who).wish({ do: 'say', channel, text })
    if (answer.ok !== rules.sees(who, place))
      throw new Error(`${who} ${answer.ok ? 'could write' : 'could not write'} in ${place}`)
    const handle = house.world.channel(channel).lastMessage()
    if (answer.ok && handle?.content === text) rules.said.push({ place, by: who, handle, word, stands: true })
  },
  async edit(evening: Evening, { a, c }: Step) {
    const { rules } = evening
    const one = pick(
      rules.said.filter(({ stands, handle }) => stands && !handle.deleted),
      a,
    )
    const who = people.find((name) => name === one?.by)
    if (one === undefined || who === undefined || !rules.sees(who, one.place)) return
    const word = rules.word()
    rules.allow(word, ...people.filter((name) => rules.sees(name, one.place)))
    const text = `${word} ${pick(PHRASES, c)}`
    await windowOf(evening, who).wish({ do: 'edit', message: one.handle.id, text })
    one.word = word
  },
  async remove(evening: Evening, { a, b }: Step) {
    const one = pick(evening.rules.said, a)
    if (one === undefined) return
    // Also what is not one's own: that is refused, and stays.
    await windowOf(evening, person(b)).wish({ do: 'delete', message: one.handle.id })
    one.stands = !one.handle.deleted
  },
  async react(evening: Evening, { a, b }: Step) {
    const one = pick(evening.rules.said, a)
    if (one !== undefined)
      await windowOf(evening, person(b)).wish({ do: 'react', message: one.handle.id, emoji: '👍' })
  },
  async writeToBot(evening: Evening, { a, c }: Step) {
    const { rules, house } = evening
    const who = person(a)
    const word = rules.word()
    rules.allow(word, who)
    await windowOf(evening, who).wish({ do: 'dm', text: `${word} ${pick(PHRASES, c)}` })
    const handle = house.world
      .dm(who)
      .messages()
      .findLast(({ content }) => content.includes(word))
    if (handle !== undefined) rules.said.push({ place: `dm:${who}`, by: who, handle, word, stands: true })
  },
  openThread({ rules, house }: Evening, { a }: Step) {
    const who = person(a)
    if (!rules.sees(who, 'algemeen') || rules.threads.size > 4) return
    const id = house.world.member(who).opensThread('#algemeen', `Onder ons ${rules.threads.size}`)
    rules.threads.set(id, new Set([who]))
  },
  bring({ rules, house }: Evening, { a, b }: Step) {
    const [id, inside] = pick([...rules.threads], a) ?? []
    const who = person(b)
    const by = [...(inside ?? [])].find((one) => rules.sees(one, 'algemeen'))
    if (id === undefined || by === undefined || !rules.sees(who, 'algemeen')) return
    house.world.member(by).brings(id, who)
    inside?.add(who)
  },
  leave({ rules, house }: Evening, { a, b }: Step) {
    const [id, inside] = pick([...rules.threads], a) ?? []
    if (id === undefined) return
    house.world.member(person(b)).leavesThread(id)
    inside?.delete(person(b))
  },
  role({ rules, house }: Evening, { a }: Step) {
    const who = a % 2 === 0 ? 'amir' : 'lena'
    const role = PEOPLE[who] ?? 'Jeugdwerker'
    const has = rules.team.get(who) !== undefined
    if (has) house.world.admin().takesRole(who, role)
    else house.world.admin().givesRole(who, role)
    rules.team.set(who, has ? undefined : role)
  },
  shut({ rules, house }: Evening, { a, b }: Step) {
    const [who, place] = [person(a), pick(OPEN, b) ?? 'gaming']
    const key = `${place} ${who}`
    if (rules.shut.delete(key)) house.world.admin().clears(place, { member: who })
    else {
      house.world.admin().sets(place, { member: who }, { deny: ['ViewChannel'] })
      rules.shut.add(key)
    }
  },
  async report(evening: Evening, { a, b }: Step) {
    const { rules } = evening
    const one = pick(rules.said, a)
    const who = person(b)
    if (one === undefined) return
    const window = windowOf(evening, who)
    const opened = await window.wish({
      do: 'use-on',
      message: one.handle.id,
      command: 'Meld dit bericht',
    })
    if (!opened.ok || opened.done !== 'answered' || opened.form === undefined) return
    const note = rules.word()
    rules.allow(note, who)
    // About something in a private talk no words are asked for.
    const asked = JSON.stringify(opened.form.data).includes('"custom_id":"words"')
    const values = { reason: 'bullying', ...(asked ? { words: `${note} dit deed mij pijn` } : {}) }
    const sent = await window.wish({ do: 'submit', form: opened.form.form, values })
    if (!sent.ok) throw new Error(`${who} could not report: ${sent.why}`)
  },
  /** *Toon*: the bot shows somebody of the team, alone, what was said and noted, with some lines around it. */
  async toon(evening: Evening, { a, b }: Step) {
    const { rules, house } = evening
    const card = pick(house.cards(), a)
    const who = person(b)
    const customId = /wachtrij:show:[^"]+/.exec(JSON.stringify(card?.components))?.[0]
    if (card === undefined || customId === undefined) return
    if (rules.team.get(who) !== undefined) {
      const direct = rules.said.filter(({ place }) => place.startsWith('dm:'))
      const mine = new Set(direct.map(({ word }) => word))
      for (const word of rules.words()) if (!mine.has(word)) rules.allow(word, who)
    }
    await windowOf(evening, who).wish({ do: 'press', message: card.id, customId })
  },
  /** Somebody asks for what is not theirs, by its number. */
  async pry(evening: Evening, { a, b, c }: Step) {
    const { rules, house } = evening
    const window = windowOf(evening, person(a))
    const one = pick(rules.said, b)
    const message = one?.handle.id ?? '1'
    const channel =
      pick(
        [
          ...places(evening).map((place) => idOf(evening, place)),
          ...rules.said.map((each) => each.handle.channelId),
          house.world.channel('wachtrij').id,
        ],
        b,
      ) ?? '1'
    const wishes = [
      { do: 'open', channel },
      { do: 'older', channel, before: '9'.repeat(19) },
      { do: 'pins', channel },
      { do: 'look', message },
      { do: 'press', message, customId: 'x' },
      { do: 'use-on', message, command: 'Waarom dit bericht?' },
      { do: 'typing', channel },
      { do: 'run', channel, command: 'mijn-gegevens', values: {} },
      { do: 'run', channel, command: 'wachtrij', values: {} },
    ] as const
    await window.wish(wishes[c % wishes.length] ?? wishes[0])
  },
} satisfies Record<string, (evening: Evening, step: Step) => Promise<void> | void>
