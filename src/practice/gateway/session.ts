import type { Line } from './line.ts'

/** Events that a session can still send again. Discord names no number; this holds a minute of a busy house. */
const kept = 20_000
/** How long a session waits for its bot to come back. Discord says "a few minutes". */
export const sessionLasts = 3 * 60_000

interface Sent {
  readonly s: number
  readonly t: string
  readonly json: string
}

/** What a bot says of itself when it identifies. Source: Discord, Gateway Events, Identify. */
export interface SessionStart {
  readonly intents: number
  readonly shard: readonly [number, number]
  /** In a guild with more members than this, members who are offline are not sent along. */
  readonly largeThreshold: number
}

/** What Discord remembers of one connected bot, also while its connection is away. */
export interface Session extends SessionStart {
  readonly id: string
  readonly seq: number
  readonly line: Line | undefined
  /** When the connection went away, in milliseconds. */
  readonly awaySince: number | undefined
  /** Sends an event, or keeps it for when the bot comes back. `json` is its `d`, made once for all sessions. */
  dispatch(t: string, json: string): number
  attach(line: Line): void
  detach(line: Line, now: number): void
  /** True when everything after `seq` is still there. */
  canReplay(seq: number): boolean
  /** Sends again what came after `seq`. */
  replay(seq: number): void
}

/** Starts a session for a bot that has just identified. */
export function createSession(input: SessionStart & { id: string; line: Line }): Session {
  let line: Line | undefined = input.line
  let awaySince: number | undefined
  let seq = 0
  let ring: Sent[] = []

  const send = (one: Sent): void => {
    // While no bot is there the event stays in the ring.
    line?.send(`{"t":"${one.t}","s":${one.s},"op":0,"d":${one.json}}`)
  }

  return {
    id: input.id,
    intents: input.intents,
    shard: input.shard,
    largeThreshold: input.largeThreshold,
    get seq() {
      return seq
    },
    get line() {
      return line
    },
    get awaySince() {
      return awaySince
    },
    dispatch(t, json) {
      seq += 1
      const one = { s: seq, t, json }
      ring.push(one)
      if (ring.length >= kept * 2) ring = ring.slice(-kept)
      send(one)
      return seq
    },
    attach(next) {
      line = next
      awaySince = undefined
    },
    detach(gone, now) {
      if (line !== gone) return
      line = undefined
      awaySince = now
    },
    canReplay: (from) => from <= seq && from >= (ring[0]?.s ?? seq + 1) - 1,
    replay(from) {
      for (const one of ring) if (one.s > from) send(one)
    },
  }
}
