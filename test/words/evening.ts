import type { MessageHandle, Reply, World } from '../../src/practice/world.ts'
import { optionsIn } from '../chaos/buttons.ts'

/** In each way in which somebody can write something, a word of its own is planted: what was typed, and nowhere else. */
export interface Plants {
  /** A word that exists nowhere; remembered under what it was planted in. */
  readonly plant: (what: string) => string
  readonly planted: ReadonlyMap<string, string>
}

const SYLLABLES = ['zeb', 'rap', 'luif', 'knor', 'wip', 'gol', 'mes', 'tuk', 'vla', 'drom'] as const

/** @param seed - another number gives other words */
export function createPlants(seed: number): Plants {
  const planted = new Map<string, string>()
  return {
    planted,
    plant(what) {
      const digits = String(10_000 + seed * 100 + planted.size)
        .split('')
        .map(Number)
      const word = `geplant${digits.map((digit) => SYLLABLES[digit] ?? '').join('')}`
      planted.set(what, word)
      return word
    },
  }
}

const within = 60_000

/** The cards in the queue, oldest first. */
const cardsIn = (world: World, queue: string): readonly MessageHandle[] =>
  world
    .channel(queue)
    .messages()
    .filter(({ embeds }) => embeds.length > 0)

async function nextCard(world: World, does: () => Promise<unknown>): Promise<MessageHandle> {
  const before = new Set(cardsIn(world, 'wachtrij').map(({ id }) => id))
  const added = (): MessageHandle | undefined => cardsIn(world, 'wachtrij').find(({ id }) => !before.has(id))
  await does()
  await world.until(() => added() !== undefined, { within, what: 'a card' })
  const card = added()
  if (card === undefined) throw new Error('no card')
  return card
}
/** What the bot answered, which must not be a refusal to be asked: an evening in which nothing is taken proves nothing. */
const answered = (reply: Reply, what: string): Reply => {
  if (reply.kind === 'failed') throw new Error(`no answer: ${what}`)
  return reply
}
const form = (reply: Reply, what: string): Reply => {
  if (answered(reply, what).modal === undefined) throw new Error(`no form: ${what}: ${reply.message?.words}`)
  return reply
}
const firstReason = (reply: Reply): string =>
  optionsIn(reply.modal?.data.components ?? [], 'reason')[0] ?? 'other'

interface Evening {
  readonly world: World
  readonly plant: Plants['plant']
  readonly guildId: string
}
interface Said {
  readonly worry: MessageHandle
  readonly threat: MessageHandle
  readonly quiet: MessageHandle
  readonly cards: { readonly worry: MessageHandle; readonly threat: MessageHandle }
}

/** Three kinds of flags, one of which is edited; the one of conduct is held, and its writer looks. */
async function messages({ world, plant }: Evening): Promise<Said> {
  const says = async (who: string, text: string) => {
    const said: MessageHandle[] = []
    const card = await nextCard(world, async () => {
      said.push(await world.member(who).says('#algemeen', text))
    })
    const [message] = said
    if (message === undefined) throw new Error('nothing was said')
    return { card, message }
  }
  const worry = await says('lotte', `ik wil dood ${plant('a worry')}`)
  await says('milan', `wat zijt gij een kankerlijer ${plant('an insult that is held')}`)
  const threat = await says('yara', `ik ga u vermoorden ${plant('a threat')}`)
  await world.member('lotte').edits(worry.message, `ik wil dood ${plant('an edit')}`)
  const line = (): MessageHandle | undefined =>
    world
      .channel('algemeen')
      .messages()
      .find(({ content }) => content.includes('tegengehouden'))
  await world.until(() => line() !== undefined, { within, what: 'a held message' })
  const held = line()
  if (held !== undefined) answered(await world.member('milan').presses(held, 'Kijk'), 'a held message')
  const quiet = await world.member('ayoub').says('#gaming', `wie doet er mee ${plant('a draft')}`)
  const cards = { worry: worry.card, threat: threat.card }
  return { worry: worry.message, threat: threat.message, quiet, cards }
}

/** One report that is handed in, one that stays a draft, one without a message, one about the team. */
async function reports({ world, plant }: Evening, { threat, quiet }: Said): Promise<void> {
  const [noor, samira, lotte] = [world.member('noor'), world.member('samira'), world.member('lotte')]
  const report = form(await noor.reports(threat), 'a report')
  await noor.submits(report, { reason: 'threat', words: plant('a report') })
  form(await noor.reports(quiet), 'a draft')
  const place = form(await noor.runs('/meld', {}, { channel: '#gaming' }), 'a report of a channel')
  await nextCard(world, () =>
    noor.submits(place, { reason: 'bullying', words: plant('a report of a channel') }),
  )
  await samira.presses(await samira.runs('/integriteit'), 'Ja, stuur me die berichten')
  const matter = form(await lotte.runs('/meld', {}, { channel: '#gaming' }), 'a report of the team')
  await lotte.submits(matter, { about: 'team', reason: 'other', words: plant('a report of the team') })
}

/** The team reads, answers questions, decides, tells the writer, passes on. */
async function deciding({ world, plant }: Evening, { cards }: Said): Promise<void> {
  const fatima = world.member('fatima')
  answered(await fatima.presses(cards.threat, 'Toon'), 'Toon')
  const parts = await fatima.presses(await fatima.presses(cards.threat, 'Beslis'), 'Vragen die helpen')
  const questions = form(await fatima.chooses(parts, 'Kies een deel', 'eerst'), 'questions')
  const blank = { beschermt: '', context: '', toon: '', signalen: '' }
  await fatima.submits(questions, { gepraat: plant('an answer'), ...blank })
  const outcome = async (card: MessageHandle, chosen: string): Promise<Reply> => {
    const menu = await fatima.presses(card, 'Beslis')
    const chosenOne = await fatima.chooses(menu, 'Kies een uitkomst', chosen)
    const warns = JSON.stringify(chosenOne.message?.components ?? []).includes('Toch weghalen')
    return form(warns ? await fatima.presses(chosenOne, 'Toch weghalen') : chosenOne, chosen)
  }
  const removing = await outcome(cards.threat, 'removed')
  const removed = await fatima.submits(removing, { reason: firstReason(removing), words: plant('a note') })
  const telling = await fatima.presses(removed, 'Zeg het aan de schrijver')
  const told = form(await fatima.presses(telling, 'Schrijf er iets bij'), 'words to the writer')
  await fatima.submits(told, { words: plant('words to the writer') })
  const passing = await outcome(cards.worry, 'passed-on')
  const passed = { contact: '101', ground: 'danger', told: 'urgent', at: '' }
  await fatima.submits(passing, { ...passed, words: plant('what was passed on') })
}

/** It keeps for the law, sends a line, asks why, talks among itself. */
async function team({ world, plant, guildId }: Evening, { worry, quiet }: Said): Promise<void> {
  const [fatima, sam] = [world.member('fatima'), world.member('sam')]
  const wat = `https://discord.com/channels/${guildId}/${worry.channelId}/${worry.id}`
  const until = new Date(worry.createdAt.getTime() + 100 * 86_400_000).toISOString().slice(0, 10)
  const wrong = form(await sam.runs('/bewaring', { wat }), 'a hold with a wrong date')
  await sam.submits(wrong, { name: plant('a form that was refused'), why: 'klacht', until: 'ooit' })
  const hold = form(await sam.runs('/bewaring', { wat }), 'a hold')
  await sam.submits(hold, { name: plant('who asked for a hold'), why: plant('why a hold'), until })
  const menu = await sam.usesOn(quiet, 'Verwijs door')
  const lines = await sam.chooses(menu, 'Kies een onderwerp', 'iets-anders')
  const sending = form(await sam.chooses(lines, 'Kies een lijn', 'jac'), 'a line')
  await sam.submits(sending, { words: plant('words with a line') })
  const why = { tekst: plant('/waarom'), kanaal: 'algemeen' }
  answered(await fatima.runs('waarom', why, { channel: '#team' }), '/waarom')
  await fatima.says('#team', `overleg ${plant('a channel of the team')}`)
}

/** Young people object, correct, write to the bot, name a thread, and talk in private. */
async function youngPeople({ world, plant }: Evening, { quiet }: Said): Promise<void> {
  const [noor, milan, yara, ayoub] = [
    world.member('noor'),
    world.member('milan'),
    world.member('yara'),
    world.member('ayoub'),
  ]
  const page = await yara.runs('/bezwaar')
  const [decision = ''] = optionsIn(page.message?.components ?? [], 'Kies een beslissing')
  const objecting = form(await yara.chooses(page, 'Kies een beslissing', decision), 'an objection')
  await yara.submits(objecting, { words: plant('an objection') })
  const own = form(await milan.presses(await milan.runs('/mijn-gegevens'), 'Verbeter iets'), 'a correction')
  await milan.submits(own, { words: plant('a correction') })
  await noor.dms(`hallo ${plant('a direct message')}`)
  const thread = ayoub.opensThread('#gaming', plant('the name of a thread'), { from: quiet })
  await nextCard(world, () => ayoub.says(thread, `ik wil dood ${plant('a thread')}`))
  const start = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'zelfdoding')
  const asked = await noor.presses(await noor.presses(start, 'Liever met ons'), 'Iemand die er nu is')
  answered(asked, 'a private talk')
  const talk = (): string | undefined =>
    world.threadsIn('praten-met-ons').find((id) => world.messagesSeenBy('noor', id).length > 0)
  await world.until(() => talk() !== undefined, { within, what: 'a private talk' })
  await noor.says(talk() ?? '', `ik wil dood ${plant('a private talk')}`)
}

/**
 * An evening in which everything is written that can be written in a house: once for each house. It holds insults, is
 * open, sam is on duty and samira is the integrity contact (policies.ts).
 */
export async function spend(of: Evening): Promise<void> {
  const said = await messages(of)
  await reports(of, said)
  await deciding(of, said)
  await team(of, said)
  await youngPeople(of, said)
}
