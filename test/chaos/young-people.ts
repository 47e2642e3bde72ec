import { YOUNG_PEOPLE } from '../../src/practice/house.ts'
import { type MessageHandle, Refused, type World } from '../../src/practice/world.ts'
import type { Screening } from '../../src/screening/compile.ts'
import { optionsIn } from './buttons.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import { words } from './words.ts'

export interface Talkers {
  /** One thing that somebody does: mostly saying something, now and then more. */
  step(): Promise<void>
  readonly counts: Readonly<Record<string, number>>
}

export interface TalkersDeps {
  readonly world: World
  readonly screening: Screening
  readonly ledger: Ledger
  readonly random: Random
  /** Sentences that the agreements say must be found. */
  readonly sentences: readonly string[]
  /** The beginnings of what the bot says when it was heard. */
  readonly heard: { readonly report: string; readonly alreadyReported: string; readonly talk: string }
}

const CHANNELS = ['algemeen', 'gaming', 'huiswerk', 'muziek'] as const
/** Share of messages that worry. */
const WORRYING = 0.2
/** So long ago at most something was said that is edited, reported or taken away: nobody scrolls back further. */
const LATELY_MS = 15_000

interface Recent {
  readonly handle: MessageHandle
  readonly by: string
  readonly channel: string
  readonly at: number
}

/** What young people do in the house: they talk, correct themselves, take things back, report, and ask for a talk. */
export function createTalkers(deps: TalkersDeps): Talkers {
  const { world, screening, ledger, random, sentences, heard } = deps
  const counts = {
    said: 0,
    edited: 0,
    deleted: 0,
    raids: 0,
    threads: 0,
    reported: 0,
    talks: 0,
    unanswered: 0,
  }
  let recent: Recent[] = []
  const threads: { readonly id: string; readonly channel: string }[] = []

  const worries = (text: string, channel: string): boolean =>
    screening.read({ text, channel }).kind !== 'nothing'
  const lately = (): Recent | undefined => {
    recent = recent.filter(({ handle, at }) => performance.now() - at < LATELY_MS && !handle.deleted)
    return recent.length === 0 ? undefined : random.pick(recent)
  }
  const says = async (by: string, place: string, channel: string, text: string): Promise<MessageHandle> => {
    const handle = await world.member(by).says(place, text)
    counts.said++
    const flagged = worries(text, channel)
    ledger.says(handle.id, flagged)
    ledger.note(flagged ? 'said, to be flagged' : 'said', handle.id, by)
    recent.push({ handle, by, channel, at: performance.now() })
    return handle
  }
  /** Numbered with a word, so that no two are equal: equal ones are counted on one flag, which `raid` is for. */
  const text = (): string =>
    random.next() < WORRYING
      ? `${random.pick(sentences)} — zei ik ${words(counts.said)}`
      : `gewoon berichtje ${words(counts.said)}`

  const talk = async (): Promise<void> => {
    const thread = threads.length > 0 && random.next() < 0.15 ? random.pick(threads) : undefined
    const channel = thread?.channel ?? random.pick(CHANNELS)
    await says(random.pick(YOUNG_PEOPLE), thread?.id ?? `#${channel}`, channel, text())
  }
  const thread = async (): Promise<void> => {
    if (threads.length >= 12) return talk()
    const channel = random.pick(CHANNELS)
    const by = random.pick(YOUNG_PEOPLE)
    const from = await says(by, `#${channel}`, channel, `wie doet er mee ${words(counts.said)}`)
    const id = world.member(by).opensThread(`#${channel}`, `plan ${words(counts.threads)}`, { from })
    counts.threads++
    threads.push({ id, channel })
    ledger.note('a thread was opened', id, by)
  }
  const raid = async (): Promise<void> => {
    counts.raids++
    const channel = random.pick(CHANNELS)
    const same = `${random.pick(sentences)} — ronde ${words(counts.raids)}`
    for (let n = 3 + random.below(6); n > 0; n--)
      await says(random.pick(YOUNG_PEOPLE), `#${channel}`, channel, same)
  }
  const edit = async (): Promise<void> => {
    const one = lately()
    if (one === undefined) return
    const next = text()
    await world.member(one.by).edits(one.handle, next)
    counts.edited++
    const flagged = worries(next, one.channel)
    ledger.says(one.handle.id, flagged)
    ledger.note(flagged ? 'edited, to be flagged' : 'edited', one.handle.id, one.by)
  }
  const takeBack = async (): Promise<void> => {
    const one = lately()
    if (one === undefined) return
    await world.member(one.by).deletes(one.handle)
    counts.deleted++
    ledger.deleted(one.handle.id)
    ledger.note('deleted', one.handle.id, one.by)
  }
  const report = async (): Promise<void> => {
    const one = lately()
    if (one === undefined) return
    const who = random.pick([...YOUNG_PEOPLE, 'jonas'])
    const member = world.member(who)
    const form = await member.reports(one.handle)
    if (form.kind === 'failed') counts.unanswered++
    if (form.modal === undefined) return
    const reason = random.pick(optionsIn(form.modal.data.components, 'reason'))
    ledger.reportTried(one.handle.id)
    const answer = await member.submits(form, { reason, words: '' })
    counts.reported++
    if (answer.kind === 'failed') counts.unanswered++
    const said = answer.message?.words ?? ''
    const isHeard = said.startsWith(heard.report) || said.startsWith(heard.alreadyReported)
    if (isHeard) ledger.reportHeard(one.handle.id, member.id)
    ledger.note(isHeard ? 'reported, and heard' : 'reported, end unknown', one.handle.id, who)
  }
  const askTalk = async (): Promise<void> => {
    const who = random.pick(YOUNG_PEOPLE)
    const member = world.member(who)
    const start = await member.runs('/praat')
    if (start.message === undefined) return void counts.unanswered++
    const [subject] = optionsIn(start.message.components, 'praat:subject:nl')
    const answer = await member.chooses(start, { customId: 'praat:subject:nl' }, subject ?? '')
    const choice = await member.presses(answer, 'Liever met ons')
    const asked = await member.presses(choice, 'Iemand die er nu is')
    counts.talks++
    if (asked.message?.words.startsWith(heard.talk) !== true) return
    ledger.talkAsked(member.id)
    ledger.note('a talk was asked', member.id, who)
  }

  /** Out of a hundred steps so many of each; the rest is talking. */
  const seldom: readonly (readonly [number, () => Promise<void>])[] = [
    [2, thread],
    [1, raid],
    [6, edit],
    [3, takeBack],
    [4, report],
    [1, askTalk],
  ]
  return {
    counts,
    async step() {
      let left = random.below(100)
      for (const [share, act] of seldom) {
        if ((left -= share) < 0) return unlessRefused(act)
      }
      return unlessRefused(talk)
    },
  }
}

/** What Discord's own app would not offer to a person is no fault of anybody. */
export async function unlessRefused(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
