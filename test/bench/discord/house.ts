import { copyFileSync } from 'node:fs'
import type { Policy } from '../../../src/policy/schema.ts'
import { seedFor, YOUNG_PEOPLE } from '../../../src/practice/house.ts'
import { type LocalDiscord, type RestRecord, startLocalDiscord } from '../../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../../src/practice/seed.ts'
import type { Member, Reply } from '../../../src/practice/world.ts'
import { moment } from '../child.ts'
import type { Round, Seed } from './api.ts'
import { CHANNELS } from './texts.ts'

/** Between two things that are timed: what the first left to do (commits, mostly) is done by then. */
const REST_MS = 20
/**
 * After a card: our bot allows itself thirty requests a second (src/discord/effects-rest.ts), and waits for the next
 * second once they are used up.
 */
const AFTER_CARD_MS = 35
const PATIENCE_MS = 60_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** What is said in a house. */
export interface Says {
  readonly calm: readonly string[]
  readonly worrying: (n: number) => string
}

/** Milliseconds until somebody has an answer, of the kind that it should be. */
const timed = async (act: () => Promise<Reply>, expected: readonly Reply['kind'][]) => {
  const begun = performance.now()
  const reply = await act()
  const ms = performance.now() - begun
  if (!expected.includes(reply.kind)) throw new Error(`it was answered with "${reply.kind}"`)
  await pause(REST_MS)
  return { ms, reply }
}

/** One house of many: set up like the first, with people of its own beside the team. */
function another(policy: Policy, n: number, members: number): GuildSeed {
  const seed = seedFor(policy)
  const own = Array.from({ length: members }, (_, who) => ({
    name: `lid${n + 1}x${who + 1}`,
    onlyHere: true,
  }))
  return { ...seed, name: `${seed.name} ${n + 2}`, members: [...seed.members, ...own] }
}

export type BenchHouse = Awaited<ReturnType<typeof openBenchHouse>>

/** A house on a local Discord of its own, and what is done and timed in it. */
export async function openBenchHouse(policy: Policy, says: Says, aheadMs: number, seed: Seed) {
  const members = Array.from({ length: seed.members ?? 0 }, (_, n) => `lid${n + 1}`)
  const posted = new Set<(record: RestRecord) => void>()
  const pages = { pages: 0, lastAt: 0 }
  const discord: LocalDiscord = await startLocalDiscord({
    seedGuild: seedFor(policy, members),
    guilds: Array.from({ length: seed.houses ?? 0 }, (_, n) => another(policy, n, seed.housesMembers ?? 0)),
    privilegedIntents: ['MessageContent'],
    clock: { now: () => new Date(Date.now() + aheadMs) },
    ...(seed.rateLimits === true ? { rateLimits: 'documented' as const } : {}),
    onRest(record) {
      for (const hears of posted) hears(record)
      if (
        record.method !== 'GET' ||
        record.status !== 200 ||
        !/^\/channels\/\d+\/messages\?/.test(record.path)
      )
        return
      pages.pages += 1
      pages.lastAt = moment()
    },
  })
  const { world } = discord
  const queue = world.channel(policy.house.channels.queue)
  const speakers = (members.length > 0 ? members : YOUNG_PEOPLE).map((name) => world.member(name))
  const speaker = (n: number): Member => speakers[n % speakers.length] ?? world.member('noor')
  let said = 0

  /** Milliseconds until something about this message stands in the queue. */
  function answeredAt(messageId: () => string): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        posted.delete(hears)
        reject(new Error('nothing came in the queue'))
      }, PATIENCE_MS)
      const hears = ({ method, path, status, body }: RestRecord): void => {
        if (method !== 'POST' || status !== 200 || path !== `/channels/${queue.id}/messages`) return
        if (!JSON.stringify(body).includes(messageId())) return
        posted.delete(hears)
        clearTimeout(late)
        resolve(performance.now())
      }
      posted.add(hears)
    })
  }
  async function answer(text: string): Promise<{ readonly ms: number; readonly messageId: string }> {
    let messageId = '?'
    const answered = answeredAt(() => messageId)
    const begun = performance.now()
    const message = await speaker((said += 1)).says('#algemeen', text)
    messageId = message.id
    const ms = (await answered) - begun
    await pause(AFTER_CARD_MS)
    return { ms, messageId }
  }
  const calm = (n: number): string => says.calm[n % says.calm.length] ?? 'hallo'

  return {
    discord,
    queueId: queue.id,
    talkIds: CHANNELS.map((name) => world.channel(name).id),
    pages: () => ({ ...pages }),
    newest: () => CHANNELS.map((name) => world.channel(name).lastMessage()?.id ?? '0'),
    async ready(duty: boolean): Promise<void> {
      const isThere = (): boolean => world.commands().some(({ name }) => name === 'praat')
      await world.until(isThere, { within: PATIENCE_MS, what: 'the command /praat' })
      if (!duty) return
      const sam = world.member('sam')
      await sam.presses(await sam.runs('/dienst'), 'Begin mijn dienst')
    },
    async talk(messages: number, atOnce: boolean): Promise<number> {
      const open = atOnce ? discord.gatewayFaults.dam() : () => undefined
      for (let n = 0; n < messages; n++)
        await speaker(n).says(`#${CHANNELS[n % CHANNELS.length] ?? 'algemeen'}`, calm((said += 1)))
      open()
      return messages
    },
    async everybody(): Promise<number> {
      let count = 0
      for (const one of speakers) {
        await one.says('#algemeen', calm((said += 1)))
        count += 1
      }
      for (const guildId of discord.guildIds.slice(1)) {
        const other = discord.worldOf(guildId)
        const first = other.memberNames().find((name) => name.startsWith('lid'))
        await other.member(first ?? '').says('#algemeen', calm((said += 1)))
        count += 1
      }
      return count
    },
    async answers(times: number, worrying: boolean): Promise<readonly number[]> {
      const all: number[] = []
      for (let n = 0; n < times; n++)
        all.push((await answer(worrying ? says.worrying(said + 1) : calm(said + 1))).ms)
      return all
    },
    async praat(times: number): Promise<readonly number[]> {
      const all: number[] = []
      for (let n = 0; n < times; n++)
        all.push((await timed(() => speaker((said += 1)).runs('/praat'), ['message'])).ms)
      return all
    },
    async queueRound(times: number): Promise<Round> {
      const sam = world.member('sam')
      const round = { card: [] as number[], claim: [] as number[], list: [] as number[] }
      for (let n = 0; n < times; n++) {
        const { ms, messageId } = await answer(says.worrying(said + 1))
        round.card.push(ms)
        const card = queue
          .messages()
          .toReversed()
          .find((one) =>
            JSON.stringify(one.embeds).concat(JSON.stringify(one.components)).includes(messageId),
          )
        if (card === undefined) throw new Error('the card is not in the queue')
        const claimed = await timed(() => sam.presses(card, 'Neem op'), ['updated'])
        round.claim.push(claimed.ms)
        round.list.push((await timed(() => sam.runs('/wachtrij'), ['message'])).ms)
      }
      return round
    },
    async list(): Promise<string> {
      const reply = await world.member('sam').runs('/wachtrij')
      return JSON.stringify(reply.message?.embeds ?? [])
    },
    latency(ms: number): void {
      discord.faults.rest(ms === 0 ? undefined : { seed: 1, latencyMs: [ms, ms] })
    },
    copyAtCard(from: string, to: string): void {
      // Published while the request is still being handled: the bot does not know yet that its card stands.
      const stop = discord.hub.onPublish(({ t, channelId }) => {
        if (t !== 'MESSAGE_CREATE' || channelId !== queue.id) return
        stop()
        copyFileSync(from, to)
        copyFileSync(`${from}-wal`, `${to}-wal`)
      })
    },
  }
}
