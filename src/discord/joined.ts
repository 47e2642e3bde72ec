import { type Client, Events } from 'discord.js'
import { z } from 'zod'

/** As far as it is looked at; anything else passes by. */
const said = z.object({
  d: z.object({ id: z.string(), member: z.object({ joined_at: z.iso.datetime({ offset: true }) }) }),
})
/** Everything that Discord sends passes by here, so what is no message costs next to nothing. */
const isMessage = (packet: unknown): boolean =>
  typeof packet === 'object' &&
  packet !== null &&
  't' in packet &&
  (packet.t === 'MESSAGE_CREATE' || packet.t === 'MESSAGE_UPDATE')
/** A message that nobody asked about (of a bot, in another channel) must not stay here. */
const MOST = 100

/**
 * When the writer of a message joined. Discord says it with each message, but the library keeps it only for members
 * that it keeps, and people are not kept here (src/discord/client.ts). So it is read from the message itself as it
 * arrives, and forgotten once it was asked for or other messages came.
 *
 * @returns tells for the message that is being heard when its writer joined, in milliseconds; undefined when unknown
 */
export function watchJoined(client: Client): (messageId: string) => number | undefined {
  const joined = new Map<string, number>()
  client.on(Events.Raw, (packet: unknown) => {
    const read = isMessage(packet) ? said.safeParse(packet) : undefined
    if (read?.success !== true) return
    const { id, member } = read.data.d
    joined.set(id, Date.parse(member.joined_at))
    for (const oldest of joined.keys()) {
      if (joined.size <= MOST) break
      joined.delete(oldest)
    }
  })
  return (messageId) => {
    const at = joined.get(messageId)
    joined.delete(messageId)
    return at
  }
}
