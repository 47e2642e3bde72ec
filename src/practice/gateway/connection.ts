import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { z } from 'zod'
import type { Hub } from '../state/hub.ts'
import { refuseIntents } from './intents.ts'
import { frame, identify, requestMembers, resume } from './frames.ts'
import { openLine } from './line.ts'
import type { Line } from './line.ts'
import type { Session } from './session.ts'

/** Milliseconds between heartbeats that Discord asks for. */
const heartbeatEvery = 41_250
/** Payloads that a bot may send a minute. Source: Discord, Gateway, Rate Limiting. */
const payloadsPerMinute = 120

/** What a connection asks of the gateway that it belongs to. */
export interface Sessions {
  open(line: Line, intents: number, shard: readonly [number, number]): Session
  find(id: string): Session | undefined
  forget(session: Session): void
  sendMembers(session: Session, wanted: z.infer<typeof requestMembers>): void
  sendResumed(session: Session): void
  changed(): void
}

/** Speaks the gateway's protocol with one socket, from HELLO until it closes. */
export function serveConnection(hub: Hub, sessions: Sessions, socket: WebSocket, wire: Duplex): void {
  const line = openLine(socket, wire)
  let session: Session | undefined
  const sentAt: number[] = []
  const send = (op: number, d: unknown) => {
    line.send(JSON.stringify({ op, d, s: null, t: null }))
  }
  const close = (code: number, reason: string) => line.close(code, reason)

  const onIdentify = (d: unknown) => {
    if (session !== undefined) return close(4005, 'Already authenticated.')
    const asked = identify.safeParse(d)
    if (!asked.success) return close(4002, 'Error while decoding payload.')
    if (asked.data.token.replace(/^Bot /, '') !== hub.app.token) return close(4004, 'Authentication failed.')
    const shard = asked.data.shard ?? ([0, 1] as const)
    if (shard[0] >= shard[1]) return close(4010, 'Invalid shard.')
    const refusal = refuseIntents(asked.data.intents, hub.app.privilegedIntents)
    if (refusal === 4013) return close(4013, 'Invalid intent(s).')
    if (refusal === 4014) return close(4014, 'Disallowed intent(s).')
    session = sessions.open(line, asked.data.intents, shard)
  }

  const onResume = (d: unknown) => {
    if (session !== undefined) return close(4005, 'Already authenticated.')
    const asked = resume.safeParse(d)
    if (!asked.success) return close(4002, 'Error while decoding payload.')
    if (asked.data.token.replace(/^Bot /, '') !== hub.app.token) return close(4004, 'Authentication failed.')
    const there = sessions.find(asked.data.session_id)
    if (there === undefined || !there.canReplay(asked.data.seq)) return send(9, false)
    there.line?.close(4000, 'Taken over by another connection.')
    session = there
    there.attach(line)
    there.replay(asked.data.seq)
    sessions.sendResumed(there)
  }

  const onFrame = (raw: string) => {
    if (Buffer.byteLength(raw) > 4096) return close(4002, 'Error while decoding payload.')
    const minuteAgo = hub.now() - 60_000
    while (sentAt[0] !== undefined && sentAt[0] <= minuteAgo) sentAt.shift()
    if (sentAt.push(hub.now()) > payloadsPerMinute) return close(4008, 'Rate limited.')
    const parsed = frame.safeParse(parseJson(raw))
    if (!parsed.success) return close(4002, 'Error while decoding payload.')
    const { op, d } = parsed.data
    if (op === 1) return send(11, null)
    if (op === 2) return onIdentify(d)
    if (op === 6) return onResume(d)
    if (session === undefined) return close(4003, 'Not authenticated.')
    if (op === 8) {
      const wanted = requestMembers.safeParse(d)
      if (!wanted.success) return close(4002, 'Error while decoding payload.')
      return sessions.sendMembers(session, wanted.data)
    }
    // Presence and voice: nothing in a text house depends on them.
    if (op === 3 || op === 4) return undefined
    return close(4001, 'Unknown opcode.')
  }

  socket.on('message', (raw: Buffer) => onFrame(raw.toString('utf8')))
  socket.on('error', () => socket.terminate())
  socket.on('close', (code) => {
    if (session === undefined) return
    session.detach(line, hub.now())
    // Closing with 1000 or 1001 ends the session; any other way of going leaves it to be resumed.
    if (code === 1000 || code === 1001) sessions.forget(session)
    sessions.changed()
  })
  send(10, { heartbeat_interval: heartbeatEvery, _trace: [] })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
