import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import type { Hub } from '../state/hub.ts'
import {
  frame,
  identify,
  presence,
  requestChannelInfo,
  requestMembers,
  requestSounds,
  resume,
} from './frames.ts'
import type { Presence, RequestMembers } from './frames.ts'
import type { Handshake } from './handshake.ts'
import { watchHeart } from './heart.ts'
import { refuseIntents } from './intents.ts'
import { openLine } from './line.ts'
import type { Line } from './line.ts'
import type { Session, SessionStart } from './session.ts'

/** Payloads that a bot may send a minute. Source: Discord, Gateway, Rate Limiting. */
const payloadsPerMinute = 120
/** Bytes of one payload of a bot. Source: Discord, Gateway, Sending Events. */
const payloadMost = 4096

/** What a connection asks of the gateway that it belongs to. */
export interface Sessions {
  /** Starts a session, or says with which code the connection closes, or that it is too soon. */
  open(line: Line, start: SessionStart): Session | { close: number; reason: string } | 'too soon'
  find(id: string): Session | undefined
  forget(session: Session): void
  sendMembers(session: Session, wanted: RequestMembers): void
  sendSounds(session: Session, guildIds: readonly string[]): void
  sendChannelInfo(session: Session, guildId: string): void
  sendResumed(session: Session): void
  showPresence(shown: Presence): void
  /** True while the heartbeats of bots get lost on their way. */
  swallowsHeartbeats(): boolean
  changed(): void
}

/** One socket of a bot. */
export interface Connection {
  readonly session: Session | undefined
  readonly line: Line
  /** Sends something that is no event: a heartbeat, a reconnect. */
  send(op: number, d: unknown): void
  /** Takes the session away from the bot, which may try to resume it or must start anew. */
  invalidate(resumable: boolean): void
}

/**
 * Speaks the gateway's protocol with one socket, from HELLO until it closes. Close codes as documented; a payload
 * that does not fit its opcode is 4002, as Discord's table leaves open. Source: Discord, Gateway, Connections;
 * Opcodes and Status Codes, Gateway.
 */
export function serveConnection(
  hub: Hub,
  sessions: Sessions,
  how: { socket: WebSocket; wire: Duplex; handshake: Handshake; heartClock: Clock; heartbeatEvery: number },
): Connection {
  const { socket } = how
  const line = openLine(socket, how.wire, how.handshake.transport)
  let session: Session | undefined
  const sentAt: number[] = []
  const send = (op: number, d: unknown) => line.send(JSON.stringify({ op, d, s: null, t: null }))
  const close = (code: number, reason: string) => line.close(code, reason)
  const decodeError = () => close(4002, 'Error while decoding payload.')
  const heart = watchHeart(how.heartClock, how.heartbeatEvery, () => close(4009, 'Session timed out.'))
  const knowsToken = (token: string) => token.replace(/^Bot /, '') === hub.app.token

  const onIdentify = (d: unknown) => {
    if (session !== undefined) return close(4005, 'Already authenticated.')
    const asked = identify.safeParse(d)
    if (!asked.success) return decodeError()
    const { token, intents, shard = [0, 1] as const, compress, large_threshold: largeThreshold } = asked.data
    if (!knowsToken(token)) return close(4004, 'Authentication failed.')
    if (shard[0] < 0 || shard[0] >= shard[1]) return close(4010, 'Invalid shard.')
    const refusal = refuseIntents(intents, hub.app.privilegedIntents)
    if (refusal === 4013) return close(4013, 'Invalid intent(s).')
    if (refusal === 4014) return close(4014, 'Disallowed intent(s).')
    if (compress === true) line.compressPayloads()
    const opened = sessions.open(line, {
      intents: Number(intents),
      shard,
      largeThreshold: largeThreshold ?? 50,
    })
    // "If your app exceeds this limit, Discord will respond with a Invalid Session."
    if (opened === 'too soon') return send(9, false)
    if ('close' in opened) return close(opened.close, opened.reason)
    session = opened
    if (asked.data.presence) sessions.showPresence(asked.data.presence)
  }

  const onResume = (d: unknown) => {
    if (session !== undefined) return close(4005, 'Already authenticated.')
    const asked = resume.safeParse(d)
    if (!asked.success) return decodeError()
    if (!knowsToken(asked.data.token)) return close(4004, 'Authentication failed.')
    const there = sessions.find(asked.data.session_id)
    if (there === undefined) return send(9, false)
    if (asked.data.seq > there.seq) return close(4007, 'Invalid seq.')
    if (!there.canReplay(asked.data.seq)) return send(9, false)
    there.line?.close(4000, 'Taken over by another connection.')
    session = there
    there.attach(line)
    there.replay(asked.data.seq)
    sessions.sendResumed(there)
  }

  /** What a bot asks for once it is known; an opcode that is not here is not Discord's. */
  const onAsked = (known: Session, op: number, d: unknown) => {
    switch (op) {
      case 3: {
        const shown = presence.safeParse(d)
        return shown.success ? sessions.showPresence(shown.data) : decodeError()
      }
      case 4:
        // Voice: nothing in a text house depends on it.
        return undefined
      case 8: {
        const wanted = requestMembers.safeParse(d)
        return wanted.success ? sessions.sendMembers(known, wanted.data) : decodeError()
      }
      case 31: {
        const wanted = requestSounds.safeParse(d)
        return wanted.success ? sessions.sendSounds(known, wanted.data.guild_ids) : decodeError()
      }
      case 43: {
        const wanted = requestChannelInfo.safeParse(d)
        return wanted.success ? sessions.sendChannelInfo(known, wanted.data.guild_id) : decodeError()
      }
      default:
        return close(4001, 'Unknown opcode.')
    }
  }

  const onFrame = (raw: Buffer) => {
    if (raw.byteLength > payloadMost) return decodeError()
    const minuteAgo = hub.now() - 60_000
    while (sentAt[0] !== undefined && sentAt[0] <= minuteAgo) sentAt.shift()
    if (sentAt.push(hub.now()) > payloadsPerMinute) return close(4008, 'Rate limited.')
    const parsed = frame.safeParse(parseJson(raw.toString('utf8')))
    if (!parsed.success) return decodeError()
    const { op, d } = parsed.data
    if (op === 1) {
      heart.beat()
      return sessions.swallowsHeartbeats() ? undefined : send(11, null)
    }
    if (op === 2) return onIdentify(d)
    if (op === 6) return onResume(d)
    return session === undefined ? close(4003, 'Not authenticated.') : onAsked(session, op, d)
  }

  socket.on('message', onFrame)
  socket.on('error', () => socket.terminate())
  socket.on('close', (code) => {
    heart.stop()
    if (session === undefined) return
    session.detach(line, hub.now())
    // Closing with 1000 or 1001 ends the session; any other way of going leaves it to be resumed.
    if (code === 1000 || code === 1001) sessions.forget(session)
    sessions.changed()
  })
  send(10, { heartbeat_interval: how.heartbeatEvery, _trace: [] })

  return {
    get session() {
      return session
    },
    line,
    send,
    invalidate(resumable) {
      if (session === undefined) return
      session.detach(line, hub.now())
      if (!resumable) sessions.forget(session)
      session = undefined
      send(9, resumable)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
