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
  highest: bigint
  taken: bigint
  readonly underWay: Set<bigint>
}

/** Snowflakes order by number; the id just before a message is a valid mark although no message has it. */
export function createWatermark(): Watermark {
  const channels = new Map<string, Channel>()
  let waiting = 0

  const see = (channelId: string, id: bigint): Channel => {
    let channel = channels.get(channelId)
    if (channel === undefined) {
      channel = { highest: 0n, taken: 0n, underWay: new Set() }
      channels.set(channelId, channel)
    }
    if (id > channel.highest) channel.highest = id
    waiting++
    return channel
  }
  const safe = (channel: Channel): bigint => {
    let mark = channel.highest
    for (const id of channel.underWay) if (id <= mark) mark = id - 1n
    return mark
  }

  return {
    handled: (channelId, messageId) => void see(channelId, BigInt(messageId)),
    started(channelId, messageId) {
      const id = BigInt(messageId)
      see(channelId, id).underWay.add(id)
    },
    finished: (channelId, messageId) => void channels.get(channelId)?.underWay.delete(BigInt(messageId)),
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
