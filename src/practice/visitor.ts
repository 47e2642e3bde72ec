import { indent } from './narrate.ts'
import type { PracticeHouse } from './house.ts'
import { Refused, type Reply } from './world.ts'

const SAYS = /^(\S+)\s+(#\S+)\s+(.+)$/
const RUNS = /^(\S+)\s+(\/\S+)$/

/** What only the person who asked sees. */
export function describeReply(who: string, house: PracticeHouse, reply: Reply): string {
  if (reply.message !== undefined) {
    const channel = house.discord.world
      .channelNames()
      .find((name) => house.discord.world.channel(name).id === reply.message?.channelId)
    const seen =
      channel === undefined
        ? reply.message.words
        : house.discord.world.transcript(channel, { seenBy: who, last: 1 })
    return `only ${who} sees:\n${indent(seen)}`
  }
  if (reply.modal !== undefined) return `${who} gets a form: ${reply.modal.title}`
  return `the bot did not answer ${who}${reply.error === undefined ? '' : ` (${reply.error})`}`
}

/**
 * Does what a visitor typed: `noor #gaming hallo` or `noor /praat`.
 *
 * @returns lines to show; what is said in a channel is told by the narrator
 */
export async function visitorSays(house: PracticeHouse, line: string): Promise<readonly string[]> {
  const said = SAYS.exec(line.trim())
  const ran = RUNS.exec(line.trim())
  if (line.trim() === '') return []
  try {
    if (said !== null) {
      await house.discord.world.member(said[1] ?? '').says(said[2] ?? '', said[3] ?? '')
      return []
    }
    if (ran !== null) {
      const who = ran[1] ?? ''
      return [describeReply(who, house, await house.discord.world.member(who).runs(ran[2] ?? ''))]
    }
  } catch (error) {
    if (error instanceof Refused || error instanceof Error) return [error.message]
    throw error
  }
  const { world } = house.discord
  return [
    `Write a name, then a channel and words, or a command. People: ${world.memberNames().join(', ')}. Channels: ${world
      .channelNames()
      .map((name) => `#${name}`)
      .join(', ')}.`,
  ]
}
