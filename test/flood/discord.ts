import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor, YOUNG_PEOPLE } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { MessageHandle } from '../../src/practice/world.ts'
import { compileScreening } from '../../src/screening/compile.ts'
import { optionsIn } from '../chaos/buttons.ts'
import { words } from '../chaos/words.ts'
import type { Order, Report, Waits } from './orders.ts'
import { RAID_CHANNELS, raidText } from './raid.ts'

/** The local Discord and its people, in a process of their own, with the limits that Discord documents. */

const send = (report: Report): void => void process.send?.(report)
const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

const policy = await loadPolicy(process.argv[2] ?? 'policies')
const screening = compileScreening(policy)
const discord = await startLocalDiscord({
  seedGuild: seedFor(policy),
  privilegedIntents: ['MessageContent'],
  rateLimits: 'documented',
})
const { world } = discord
const CHANNELS = ['algemeen', 'gaming', 'huiswerk', 'muziek'] as const
/** Ordinary talk of ordinary length; nothing in it is flagged. */
const TALK = [
  'hey iedereen, wie doet er straks mee met een potje?',
  'ik kan pas na het eten, rond zeven uur ofzo',
  'heeft er iemand de oefeningen van wiskunde al gemaakt?',
  'die nieuwe map is echt mooi gemaakt vind ik',
  'tot straks, ik moet nog even naar de winkel met mijn zus',
]

/** Somebody asks where to talk, again and again, as long as it lasts. */
const praat = { answered: [] as number[], unanswered: 0 }
const EVERY_MS = 100
const stop = { asked: false }
async function keepAsking(): Promise<void> {
  const people = YOUNG_PEOPLE.map((name) => world.member(name))
  for (let n = 0; !stop.asked; n += 1) {
    const begun = performance.now()
    const reply = await people[n % people.length]?.runs('/praat')
    if (reply?.kind === 'message') praat.answered.push(performance.now() - begun)
    else praat.unanswered += 1
    await wait(EVERY_MS)
  }
}

async function flood(messages: number, worrying: number): Promise<void> {
  const sentences = policy.rules.flatMap((rule) => rule.mustHit)
  const speakers = YOUNG_PEOPLE.map((name) => world.member(name))
  const every = Math.max(1, Math.floor(messages / Math.max(1, worrying)))
  const flagged: string[] = []
  const begun = performance.now()
  for (let n = 0; n < messages; n += 1) {
    const channel = CHANNELS[n % CHANNELS.length] ?? 'algemeen'
    const worries = n % every === 0
    const sentence = sentences[(n / every) % sentences.length] ?? ''
    // No two are equal: those would be counted on one flag, which the raid is about.
    const text = worries ? `${sentence} — zei ik ${words(n)}` : (TALK[n % TALK.length] ?? '')
    const said = await speakers[n % speakers.length]?.says(`#${channel}`, text)
    if (worries && said !== undefined && screening.read({ text, channel }).kind !== 'nothing')
      flagged.push(said.id)
  }
  send({ is: 'flooded', flagged, ms: performance.now() - begun })
}

const raiders: MessageHandle[] = []
async function raid(joins: number): Promise<void> {
  const begun = performance.now()
  for (let n = 0; n < joins; n += 1) {
    const place = RAID_CHANNELS[n % RAID_CHANNELS.length] ?? 'algemeen'
    raiders.push(await world.joins(`raider${n}`).says(`#${place}`, raidText(n)))
  }
  send({ is: 'raided', said: raiders.map(({ id }) => id), ms: performance.now() - begun })
}

const inQueue = (): readonly MessageHandle[] => world.channel(policy.house.channels.queue).messages()
const drawn = ({ components }: MessageHandle): string => JSON.stringify(components)
const isCard = (message: MessageHandle): boolean => drawn(message).includes('"wachtrij:show:')

function look(): void {
  const queue = {
    cards: inQueue().filter(isCard).length,
    digests: inQueue().filter((message) => drawn(message).includes('"wachtrij:list')).length,
  }
  send({ is: 'seen', queue, praat: take(), invalid: discord.invalidRequests() })
}

/** What was measured since the last time. */
function take(): Waits {
  const { answered, unanswered } = praat
  praat.answered = []
  praat.unanswered = 0
  return { answered, unanswered }
}

/** Somebody of the team looks at every page of the raid, and removes all of it with one decision. */
async function remove(): Promise<void> {
  const begun = performance.now()
  const fatima = world.member('fatima')
  // Whichever of them was stored first has the flag.
  const card = inQueue().find((one) => isCard(one) && raiders.some(({ id }) => drawn(one).includes(id)))
  if (card === undefined) throw new Error('there is no card of the raid')
  const onCard = card.words
  const traced = new Set(raiders.filter(({ id }) => drawn(card).includes(id)).map(({ id }) => id))
  const ids = raiders.map(({ id }) => id)
  let page = await fatima.presses(card, 'Toon')
  for (let n = 0; n < 100; n += 1) {
    for (const id of ids) if (page.message?.words.includes(id) === true) traced.add(id)
    if (page.message === undefined || !drawn(page.message).includes('Volgende')) break
    page = await (await fatima.presses(page, 'Volgende')).settled()
  }
  const options = await fatima.presses(card, 'Beslis')
  let form = await fatima.chooses(options, 'Kies een uitkomst', 'removed')
  if (form.kind === 'updated') form = await fatima.presses(form, 'Toch weghalen')
  const [reason] = optionsIn(form.modal?.data.components ?? [], 'reason')
  if (form.modal !== undefined) await fatima.submits(form, { reason: reason ?? '', words: '' })
  const left = (): number => raiders.filter(({ deleted }) => !deleted).length
  await world.until(() => left() === 0, { within: 300_000, what: 'every message of the raid taken away' })
  send({ is: 'removed', traced: [...traced], card: onCard, left: left(), ms: performance.now() - begun })
}

process.on('message', (order: Order) => {
  switch (order.do) {
    case 'flood':
      return void flood(order.messages, order.worrying)
    case 'raid':
      return void raid(order.joins)
    case 'look':
      return look()
    case 'remove':
      return void remove()
    case 'stop':
      stop.asked = true
      return void discord.stop().then(() => process.exit(0))
  }
})
send({ is: 'ready', api: discord.api, token: discord.token })
await world.until(() => world.commands().some(({ name }) => name === 'praat'), { within: 60_000 })
const sam = world.member('sam')
await sam.presses(await sam.runs('/dienst'), 'Begin mijn dienst')
await keepAsking()
