import { type Client, Events, type Message, type PartialMessage } from 'discord.js'
import type { Desk, Desks } from './desk.ts'
import { isOver } from './duty/takes-in.ts'
import { type HeardMessage, raiseFlag, readMessage, tryOut } from './hear.ts'
import { fromGateway } from './heard-message.ts'
import type { HouseBook, OpenHouse } from './house-book.ts'
import type { createPlaces } from './place.ts'
import { fromPacket, isSaid } from './plain-message.ts'
import { createRaising, type Raising, TooManyAtOnce } from './raising.ts'
import { watchWriters } from './writer.ts'

/** What hearing is handed. */
export interface HearingDeps {
  readonly desk: Desks
  readonly places: ReturnType<typeof createPlaces>
  readonly houses: HouseBook
  readonly counted: { received: number; heard: number }
}

/** What is said in open houses, on its way to the screening. */
export interface Hearing {
  /** Whether a message was heard already, from the packet that it came in. */
  knows(messageId: string): boolean
  /** Hears a message or an edit that the library made of its packet. */
  hear(message: Message | PartialMessage): void
}

/** A house and its agreements, if what is said there is read. */
interface Reads {
  readonly open: OpenHouse
  readonly desk: Desk
}

/** Nothing of a house that works with reports is read, also where the connection hears it because of another house. */
function readsIn({ houses, desk }: HearingDeps, guildId: string): Reads | undefined {
  const open = houses.get(guildId)
  if (open === undefined) return undefined
  const its = desk.of(open.house.id)
  return its.policy.house.reading.way === 'full' ? { open, desk: its } : undefined
}

function screen(deps: HearingDeps, raising: Raising, { open, desk }: Reads, heard: HeardMessage): void {
  deps.counted.heard++
  if (!open.told) return
  const { house, watermark } = open
  // Its last day is over: nobody follows up, so nothing is read any more.
  if (isOver(desk, house)) return
  tryOut(desk, heard)
  const decision = readMessage(desk, house, heard)
  if (decision === undefined) {
    watermark.handled(heard.channelId, heard.messageId)
    return
  }
  watermark.started(heard.channelId, heard.messageId)
  const store = raising.pass(() => raiseFlag(desk, house, heard, decision, false))
  const job = store.then(
    () => watermark.finished(heard.channelId, heard.messageId),
    // The mark never passes this message, so it is read again (trouble-watch.ts): late, not lost.
    (error: unknown) => {
      const { owes } = open
      deps.houses.owes(house.id)
      // What keeps everything from being stored is said once, not for each message; and so is a flood.
      const isKnown = desk.trouble() !== undefined || (owes && error instanceof TooManyAtOnce)
      if (!isKnown)
        desk.log.error(
          { err: error, house: house.id, message: heard.messageId },
          'a flag could not be stored',
        )
    },
  )
  deps.houses.underWay(job)
}

/** An event that the library does nothing with. */
const HEARD = 'HEARD'

/**
 * Hears plain messages from their packet, before the library makes its objects of it: a message, its writer, their
 * member and a dozen collections, of which the screening asks nothing, and which cost as much as the screening.
 *
 * The library announces each packet (`raw`) before it acts on it, and acts on what it then says: one that was heard is no
 * MESSAGE_CREATE any more. Should another version act on it all the same, `knows` keeps it from being heard twice.
 */
function hearPackets(client: Client, deps: HearingDeps, raising: Raising): Hearing['knows'] {
  let heardLast: string | undefined
  client.on(Events.Raw, (packet: unknown) => {
    if (!isSaid(packet)) return
    const reads = readsIn(deps, packet.d.guild_id)
    const heard = reads && fromPacket(packet, client, reads.open.house, deps.places)
    if (reads === undefined || heard === undefined) return
    packet.t = HEARD
    heardLast = heard.messageId
    deps.counted.received++
    screen(deps, raising, reads, heard)
  })
  return (messageId) => messageId === heardLast
}

/** Begins to hear what is said. The client must be ready: what comes before is kept by the library until then. */
export function createHearing(client: Client, deps: HearingDeps): Hearing {
  const raising = createRaising()
  const knows = hearPackets(client, deps, raising)
  // After it, so that nothing is remembered of what was heard already.
  const writerOf = watchWriters(client)
  return {
    knows,
    hear(message) {
      const writer = writerOf(message.id)
      const reads = readsIn(deps, message.guildId ?? '')
      const heard = reads && fromGateway(message, deps.places, writer)
      if (reads !== undefined && heard !== undefined) screen(deps, raising, reads, heard)
    },
  }
}
