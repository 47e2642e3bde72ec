import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor, YOUNG_PEOPLE } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'

/**
 * The local Discord in a process of its own, so that what is measured in the other one is the bot and not its Discord.
 * Answers `{say, text}` with when it had handed all messages over, and `{card}` with when the next card appeared.
 */
export type Order =
  | { readonly do: 'flood'; readonly messages: number }
  | { readonly do: 'flag'; readonly text: string }
  | { readonly do: 'stop' }
export type Report =
  | { readonly is: 'ready'; readonly api: string; readonly token: string }
  | { readonly is: 'flooded' }
  | { readonly is: 'card'; readonly ms: number }

const send = (report: Report): void => void process.send?.(report)

const policy = await loadPolicy('policies')
const discord = await startLocalDiscord({ seedGuild: seedFor(policy), privilegedIntents: ['MessageContent'] })
const { world } = discord
const queue = world.channel(policy.house.channels.queue)
/** Ordinary talk of ordinary length; nothing in it is flagged. */
const TALK = [
  'hey iedereen, wie doet er straks mee met een potje?',
  'ik kan pas na het eten, rond zeven uur ofzo',
  'heeft er iemand de oefeningen van wiskunde al gemaakt?',
  'die nieuwe map is echt mooi gemaakt vind ik',
  'tot straks, ik moet nog even naar de winkel met mijn zus',
]

async function flood(messages: number): Promise<void> {
  const speakers = YOUNG_PEOPLE.map((name) => world.member(name))
  for (let n = 0; n < messages; n++) {
    await speakers[n % speakers.length]?.says('#algemeen', TALK[n % TALK.length] ?? '')
  }
  send({ is: 'flooded' })
}

async function flag(text: string): Promise<void> {
  const before = queue.messages().length
  const begun = performance.now()
  await world.member('noor').says('#algemeen', text)
  await world.until(() => queue.messages().length > before, { within: 30_000, what: 'a card' })
  send({ is: 'card', ms: performance.now() - begun })
}

process.on('message', (order: Order) => {
  switch (order.do) {
    case 'flood':
      return void flood(order.messages)
    case 'flag':
      return void flag(order.text)
    case 'stop':
      return void discord.stop().then(() => process.exit(0))
  }
})
send({ is: 'ready', api: discord.api, token: discord.token })
