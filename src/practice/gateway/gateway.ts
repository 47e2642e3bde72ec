import type { Server } from 'node:http'
import { GatewayIntentBits } from 'discord-api-types/v10'
import { WebSocketServer } from 'ws'
import { clockFrom } from '../clock.ts'
import type { ClockLike } from '../clock.ts'
import type { Hub } from '../state/hub.ts'
import { serveConnection } from './connection.ts'
import type { Connection, Sessions } from './connection.ts'
import { deliver, onShard } from './dispatch.ts'
import type { OnDispatch } from './dispatch.ts'
import type { Presence } from './frames.ts'
import { greet, needsSharding } from './greet.ts'
import { createGuildOutages } from './guild-outages.ts'
import type { GuildOutages } from './guild-outages.ts'
import { readHandshake } from './handshake.ts'
import { usualHeartbeat } from './heart.ts'
import { createMemberRequests } from './members.ts'
import { showPresence } from './presence.ts'
import { createSession, sessionLasts } from './session.ts'
import type { Session } from './session.ts'
import { createSessionStarts } from './starts.ts'
import type { SessionStarts, StartLimits } from './starts.ts'

/** The connection of bots to the house. */
export interface Gateway {
  /** Bots that are connected at this moment. */
  connected(): number
  /** What the bot shows of itself, once it has said so. */
  presence(): Presence | undefined
  /** Closes every connection with this code, as Discord does now and then; sessions stay. */
  drop(code?: number): void
  /** Resolves when what was sent has left for the sockets, so that a flood does not fill the memory. */
  drained(): Promise<void> | undefined
  readonly starts: SessionStarts
  /** Shards that Discord recommends: one for each thousand guilds, a figure that it does not document. */
  recommendedShards(): number
  readonly guilds: GuildOutages
  readonly disturb: Disturb
  stop(): Promise<void>
}

/** What can go wrong between a bot and Discord; `faults/gateway.ts` does it. */
export interface Disturb {
  connections(): readonly Connection[]
  swallowHeartbeats(swallow: boolean): void
  /** Refuses every connection for as long as this says so. */
  refuseWhile(isOut: () => boolean): void
}

/** Bytes that may wait for a slow bot before the people in the house wait for it. */
const backlog = 4 * 1024 * 1024
/** Messages of people between two turns of the event loop. */
const turnEvery = 256
const guildsPerRecommendedShard = 1000

export interface GatewayDeps {
  readonly hub: Hub
  readonly server: Server
  /** Where bots reach it. */
  readonly url: () => string
  readonly onDispatch?: OnDispatch | undefined
  readonly starts?: StartLimits | undefined
  /** How often a bot must beat, in milliseconds, and on which clock: the machine's own when absent. */
  readonly heartbeat?: { readonly every?: number; readonly clock?: ClockLike } | undefined
  /** Called when the bot has identified too often: its token no longer counts. */
  readonly onUsedUp: () => void
}

/** Serves the gateway on an HTTP server that is listening. Source: Discord, Gateway. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { hub, onDispatch } = deps
  const sessions = new Map<string, Session>()
  const connections = new Set<Connection>()
  const starts = createSessionStarts(() => hub.now(), deps.starts)
  const members = createMemberRequests(hub)
  const heartClock = clockFrom(deps.heartbeat?.clock)
  let shown: Presence | undefined
  let talked = 0
  let swallows = false
  let isOut: (() => boolean) | undefined

  const dispatch = (session: Session, t: string, d: unknown) => {
    const s = session.dispatch(t, JSON.stringify(d))
    onDispatch?.({ t, d, s })
  }
  const guilds = createGuildOutages(hub, {
    sessionsOf: (guildId) =>
      [...sessions.values()].filter(
        (one) => onShard(one, guildId) && (one.intents & GatewayIntentBits.Guilds) !== 0,
      ),
    dispatch,
  })

  const sweep = () => {
    const limit = hub.now() - sessionLasts
    for (const session of sessions.values()) {
      if (session.awaySince !== undefined && session.awaySince < limit) sessions.delete(session.id)
    }
  }
  /** "All active sessions for the app will be terminated, the bot token will be reset." */
  const useUp = () => {
    deps.onUsedUp()
    for (const session of sessions.values()) session.line?.close(4004, 'Authentication failed.')
    sessions.clear()
  }

  const asked: Sessions = {
    open(line, start) {
      const outcome = starts.take(start.shard[0])
      if (outcome === 'too soon') return outcome
      if (outcome === 'used up') {
        useUp()
        return { close: 4004, reason: 'Authentication failed.' }
      }
      if (needsSharding(hub, start.shard)) return { close: 4011, reason: 'Sharding required.' }
      const session = createSession({ ...start, id: hub.newId(), line })
      sessions.set(session.id, session)
      greet(hub, session, { resumeUrl: deps.url(), isDown: guilds.isDown }, (t, d) => dispatch(session, t, d))
      hub.changed()
      return session
    },
    find(id) {
      sweep()
      return sessions.get(id)
    },
    forget: (session) => void sessions.delete(session.id),
    sendMembers: (session, wanted) =>
      members.answer(wanted, session.intents, (t, d) => dispatch(session, t, d)),
    sendSounds(session, guildIds) {
      for (const id of guildIds) {
        if (hub.guilds.has(id))
          dispatch(session, 'SOUNDBOARD_SOUNDS', { guild_id: id, soundboard_sounds: [] })
      }
    },
    sendChannelInfo(session, guildId) {
      // There are no voice channels here, and only those have something to tell.
      if (hub.guilds.has(guildId)) dispatch(session, 'CHANNEL_INFO', { guild_id: guildId, channels: [] })
    },
    sendResumed(session) {
      dispatch(session, 'RESUMED', { _trace: [] })
      hub.changed()
    },
    showPresence(next) {
      shown = next
      showPresence(hub, next)
    },
    swallowsHeartbeats: () => swallows,
    changed: () => hub.changed(),
  }

  const stopListening = hub.onPublish((happening) => {
    if (happening.guildId !== undefined && guilds.isDown(happening.guildId)) return
    deliver(hub, sessions.values(), happening, onDispatch)
  })
  const wss = new WebSocketServer({
    server: deps.server,
    perMessageDeflate: false,
    verifyClient: (_info, answer) => (isOut?.() === true ? answer(false, 503) : answer(true)),
  })
  wss.on('connection', (socket, request) => {
    sweep()
    const handshake = readHandshake(request.url)
    if (handshake.refusal !== undefined) {
      socket.close(handshake.refusal.code, handshake.refusal.reason)
      return
    }
    const heartbeatEvery = deps.heartbeat?.every ?? usualHeartbeat
    const how = { socket, wire: request.socket, handshake, heartClock, heartbeatEvery }
    const connection = serveConnection(hub, asked, how)
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })

  return {
    connected: () => [...sessions.values()].filter((one) => one.line !== undefined).length,
    presence: () => shown,
    drop(code = 4000) {
      for (const session of sessions.values()) session.line?.close(code, 'Dropped on request.')
    },
    drained() {
      // Somebody who talks without pause must let the bot in the same process have its turn.
      talked += 1
      if (talked % turnEvery === 0) return new Promise<void>((resolve) => setImmediate(resolve))
      const full = [...wss.clients].filter(
        (socket) => socket.readyState === 1 && socket.bufferedAmount > backlog,
      )
      if (full.length === 0) return undefined
      // A ping is queued behind all that waits, so its callback says that the rest has gone.
      const gone = full.map((socket) => new Promise<void>((done) => socket.ping('', false, () => done())))
      return Promise.all(gone).then(() => undefined)
    },
    starts,
    recommendedShards: () => Math.max(1, Math.ceil(hub.guilds.size / guildsPerRecommendedShard)),
    guilds,
    disturb: {
      connections: () => [...connections],
      swallowHeartbeats(swallow) {
        swallows = swallow
      },
      refuseWhile(out) {
        isOut = out
      },
    },
    async stop() {
      stopListening()
      for (const socket of wss.clients) socket.terminate()
      await new Promise<void>((done) => wss.close(() => done()))
    },
  }
}
