import { isNewer } from '../storage/snowflake.ts'

/**
 * How far each channel was handled, while messages are still under way. The cursor of a channel may pass only what was
 * durably handled (design decision 10): as long as a flag is being stored, the mark stays just before its message.
 */
export interface Watermark {
  /** A message was read and needed nothing. */
  handled(channelId: string, messageId: string): void
  /** A message is being stored; `finished` must follow, or the mark never passes it and it is read again after a restart. */
  started(channelId: string, messageId: string): void
  finished(channelId: string, messageId: string): void
  /** The marks that moved since the last call: channel id → message id. */
  take(): ReadonlyMap<string, string>
  /** Messages seen since the last `take`. */
  readonly waiting: number
}

interface Channel {
  /** As text: this is looked at for each message, and only what is written down is counted with. */
  highest: string
  taken: bigint
  readonly underWay: Set<string>
}

/** Snowflakes order by number; the id just before a message is a valid mark although no message has it. */
export function createWatermark(): Watermark {
  const channels = new Map<string, Channel>()
  let waiting = 0

  const see = (channelId: string, id: string): Channel => {
    let channel = channels.get(channelId)
    if (channel === undefined) {
      channel = { highest: id, taken: 0n, underWay: new Set() }
      channels.set(channelId, channel)
    }
    if (isNewer(id, channel.highest)) channel.highest = id
    waiting++
    return channel
  }
  const safe = (channel: Channel): bigint => {
    let mark = BigInt(channel.highest)
    for (const text of channel.underWay) {
      const id = BigInt(text)
      if (id <= mark) mark = id - 1n
    }
    return mark
  }

  return {
    handled: (channelId, messageId) => void see(channelId, messageId),
    started(channelId, messageId) {
      see(channelId, messageId).underWay.add(messageId)
    },
    finished: (channelId, messageId) => void channels.get(channelId)?.underWay.delete(messageId),
    take() {
      waiting = 0
      const moved = new Map<string, string>()
      for (const [channelId, channel] of channels) {
        const mark = safe(channel)
        if (mark <= channel.taken) continue
        channel.taken = mark
        moved.set(channelId, String(mark))
      }
      return moved
    },
    get waiting() {
      return waiting
    },
  }
}
