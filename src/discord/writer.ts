import { type Client, Events } from 'discord.js'
import { z } from 'zod'

/** What Discord says of the writer with each message of a member. */
export interface Writer {
  /** When they joined the house, in milliseconds; undefined when unknown. */
  readonly joinedAt?: number
  readonly roleIds: readonly string[]
}

const moment = z.iso.datetime({ offset: true })
/** Anything else passes by. */
const said = z.object({
  d: z.object({
    id: z.string(),
    member: z.object({ joined_at: moment.nullish(), roles: z.array(z.string()).default([]) }),
  }),
})

/** When somebody joined, as Discord says it; undefined when it does not, or says no moment. */
export const joinedOf = (joined: unknown): number | undefined => {
  const read = typeof joined === 'string' ? moment.safeParse(joined) : undefined
  return read?.success === true ? Date.parse(read.data) : undefined
}

/** Everything that Discord sends passes by here, so what is no message costs next to nothing. */
function messageIn(packet: unknown): { readonly id: string } | undefined {
  if (typeof packet !== 'object' || packet === null || !('t' in packet) || !('d' in packet)) return undefined
  if (packet.t !== 'MESSAGE_CREATE' && packet.t !== 'MESSAGE_UPDATE') return undefined
  const { d } = packet
  return typeof d === 'object' && d !== null && 'id' in d && typeof d.id === 'string'
    ? (d as { readonly id: string })
    : undefined
}
/** A message that nobody asked about (of a bot, in another channel) must not stay here. */
const MOST = 100

/**
 * When the writer of a message joined, and their roles. Discord says it with each message, but the library keeps it only
 * for members that it keeps, and people are not kept here (src/discord/client.ts). So it is taken from the message itself
 * as it arrives, and forgotten once it was asked for or other messages came. It is nearly always asked for before the
 * next one arrives, so only what is overtaken costs a place in a list.
 *
 * @returns tells for the message that is being heard who wrote it; undefined when unknown
 */
export function watchWriters(client: Client): (messageId: string) => Writer | undefined {
  const overtaken = new Map<string, unknown>()
  let newest: { readonly id: string; readonly packet: unknown } | undefined
  client.on(Events.Raw, (packet: unknown) => {
    const message = messageIn(packet)
    if (message === undefined) return
    if (newest !== undefined) overtaken.set(newest.id, newest.packet)
    newest = { id: message.id, packet }
    if (overtaken.size < MOST) return
    for (const oldest of overtaken.keys()) {
      overtaken.delete(oldest)
      break
    }
  })
  const take = (messageId: string): unknown => {
    if (newest?.id === messageId) {
      const { packet } = newest
      newest = undefined
      return packet
    }
    const packet = overtaken.get(messageId)
    if (packet !== undefined) overtaken.delete(messageId)
    return packet
  }
  return (messageId) => {
    const read = said.safeParse(take(messageId))
    if (!read.success) return undefined
    const { joined_at: joined, roles: roleIds } = read.data.d.member
    const joinedAt = joinedOf(joined)
    return joinedAt === undefined ? { roleIds } : { roleIds, joinedAt }
  }
}
