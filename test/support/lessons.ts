import { houseId } from '../../src/house/id.ts'
import { createLog } from '../../src/log.ts'
import { createLessons, type Lessons } from '../../src/practice/lessons/lessons.ts'
import { createHearing, type LessonHouse } from '../../src/practice/lessons/house.ts'
import type { MessageHandle } from '../../src/practice/world.ts'
import { until } from './duty.ts'
import type { TestHouse } from './house.ts'
import { decide } from './queue.ts'

/** The lessons of a house in a test: nobody takes time to type, and nothing happens but when the test looks. */
export async function lessonsOf(house: TestHouse, policyFolder = 'policies'): Promise<Lessons> {
  const seen: LessonHouse = {
    discord: house.discord,
    get bot() {
      return house.bot()
    },
  }
  return createLessons({
    house: seen,
    policyFolder,
    moveTo: (to) => until(house, to.toISOString()),
    log: createLog('silent'),
    typing: () => Promise.resolve(),
    every: () => () => undefined,
  })
}

/** What a team does in a lesson, as people of the team do it on Discord. */
export interface Team {
  readonly house: TestHouse
  /** Sam begins duty, if the house is open and nobody did. */
  onDuty(): Promise<void>
  takes(text: string, who?: string): Promise<void>
  looksAt(text: string, who?: string): Promise<void>
  answers(text: string, who?: string): Promise<void>
  decides(text: string, outcome: string, who?: string): Promise<void>
  /** Pause, kick or ban, by the value in the menu. */
  makesSafe(text: string, measure: string, who?: string): Promise<void>
  confirms(text: string, who?: string): Promise<void>
  /** Takes a message away by hand. */
  deletes(text: string, who?: string): Promise<void>
  tells(text: string, who?: string): Promise<void>
  says(channel: string, words: string, who?: string): Promise<void>
  /** Sends a line to the writer of a message (*Verwijs door*). */
  sendsLine(text: string, who?: string): Promise<void>
  comes(who?: string): Promise<void>
  waits(minutes: number): Promise<void>
}

/** The newest message with these words in it. */
export function messageWith(house: TestHouse, text: string): MessageHandle {
  const { world, discord } = house
  const found = world
    .channelNames()
    .flatMap((name) => world.channel(name).messages())
    .filter((one) => one.content.includes(text) && one.authorId !== discord.botId)
    .toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt))
    .at(-1)
  if (found === undefined) throw new Error(`nobody said "${text}"`)
  return found
}

/** The hands of the team of a house, which has `sam`, `fatima` and `jonas`. */
export function teamOf(house: TestHouse, lessons: Lessons): Team {
  const { world } = house
  const cards = new Map<string, MessageHandle>()
  /** The card of a message: once it is known it is kept, since the message may be gone later. */
  const cardOf = (text: string): MessageHandle => {
    const known = cards.get(text)
    if (known !== undefined && !known.deleted) return known
    const { id } = messageWith(house, text)
    const card = house.cards().findLast((one) => JSON.stringify(one.components).includes(id))
    if (card === undefined) throw new Error(`"${text}" has no card`)
    cards.set(text, card)
    return card
  }
  // Messages go as well as come here: what was heard is counted by what was ever said.
  const heard = createHearing({ discord: house.discord, bot: house.bot() })
  const then = async (): Promise<void> => {
    await heard()
    await lessons.look()
    await lessons.rests()
  }
  return {
    house,
    async onDuty() {
      await house.bot().desk.duty.begin(houseId(house.discord.guildId), world.member('sam').id)
      await then()
    },
    async takes(text, who = 'sam') {
      await world.member(who).presses(cardOf(text), 'Neem op')
      await then()
    },
    async looksAt(text, who = 'sam') {
      await world.member(who).presses(cardOf(text), 'Toon')
      await then()
    },
    async answers(text, who = 'sam') {
      const member = world.member(who)
      const parts = await member.presses(await member.presses(cardOf(text), 'Beslis'), 'Vragen die helpen')
      const form = await member.chooses(parts, 'Kies een deel', 'eerst')
      await member.submits(form, {
        gepraat: '',
        beschermt: 'een goede vriend',
        context: '',
        toon: '',
        signalen: '',
      })
      await then()
    },
    async decides(text, outcome, who = 'sam') {
      await decide(house, who, outcome, { card: cardOf(text) })
      await then()
    },
    async makesSafe(text, measure, who = 'sam') {
      const member = world.member(who)
      const menu = await member.presses(cardOf(text), 'Maak veilig')
      const sure = await member.chooses(menu, 'Kies een maatregel', measure)
      await member.presses(sure, 'Doe het nu')
      await then()
    },
    async confirms(text, who = 'fatima') {
      await world.member(who).presses(cardOf(text), 'Bevestig')
      await then()
    },
    async deletes(text, who = 'eigenaar') {
      await world.member(who).deletes(messageWith(house, text))
      await then()
    },
    async tells(text, who = 'sam') {
      const member = world.member(who)
      const preview = await member.presses(cardOf(text), 'Zeg het aan de schrijver')
      await member.presses(preview, 'Verstuur')
      await then()
    },
    async says(channel, words, who = 'sam') {
      await world.member(who).says(channel, words)
      await then()
    },
    async sendsLine(text, who = 'sam') {
      const member = world.member(who)
      const lines = await member.chooses(
        await member.usesOn(messageWith(house, text), 'Verwijs door'),
        'Kies een onderwerp',
        'iets-anders',
      )
      const form = await member.chooses(lines, 'Kies een lijn', 'jac')
      await member.submits(form, { words: 'kijk eens hier' })
      await then()
    },
    async comes(who = 'sam') {
      const card = house.cards().findLast((one) => one.words.includes('Iemand wil praten'))
      if (card === undefined) throw new Error('nobody asked for a talk')
      await world.member(who).presses(card, 'Ik kom')
      await then()
    },
    async waits(minutes) {
      await house.pass(minutes)
      await then()
    },
  }
}
