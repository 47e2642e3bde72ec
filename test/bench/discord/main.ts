import { readAgreements } from '../../../src/agreements.ts'
import { answerTo, startedWith } from '../child.ts'
import type { DiscordApi } from './api.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'
import { ordinaryTalk, worryingTalk } from './texts.ts'

/**
 * The local Discord, in a process of its own: what is measured is the bot and not its Discord. Each bot has a house of
 * its own in it, so that two that are measured in turn meet the same program in the same state.
 */
const { policies, aheadMs } = startedWith() as { policies: string; aheadMs: number }
const { policy, screening } = await readAgreements(policies)
const says = { calm: ordinaryTalk(policy, screening), worrying: worryingTalk(policy, screening) }
const houses: BenchHouse[] = []
const houseOf = ({ house }: { house: number }): BenchHouse => {
  const found = houses[house]
  if (found === undefined) throw new Error(`There is no house ${house}.`)
  return found
}

const api: DiscordApi = {
  async open(seed) {
    const house = await openBenchHouse(policy, says, aheadMs, seed)
    const { discord, queueId, talkIds } = house
    houses.push(house)
    return {
      house: houses.length - 1,
      api: discord.api,
      token: discord.token,
      guildId: discord.guildId,
      queueId,
      talkIds,
    }
  },
  ready: (input) => houseOf(input).ready(input.duty),
  talk: (input) => houseOf(input).talk(input.messages, input.atOnce),
  everybody: (input) => houseOf(input).everybody(),
  answers: (input) => houseOf(input).answers(input.times, input.worrying),
  praat: (input) => houseOf(input).praat(input.times),
  queue: (input) => houseOf(input).queueRound(input.times),
  list: (input) => houseOf(input).list(),
  latency: (input) => houseOf(input).latency(input.ms),
  copyAtCard: (input) => houseOf(input).copyAtCard(input.from, input.to),
  newest: (input) => houseOf(input).newest(),
  pages: (input) => houseOf(input).pages(),
  processor() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  },
}
answerTo(api)
