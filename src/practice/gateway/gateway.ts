import type { Server } from 'node:http'
import { GatewayIntentBits } from 'discord-api-types/v10'
import { WebSocketServer } from 'ws'
import type { z } from 'zod'
import type { Hub } from '../state/hub.ts'
import type { StoredMember } from '../state/model.ts'
import { applicationFlags, renderGuildCreate } from '../state/render-guild.ts'
import { renderMember, renderUser, userOf } from '../state/render.ts'
import { serveConnection } from './connection.ts'
import { deliver, onShard } from './dispatch.ts'
import type { OnDispatch } from './dispatch.ts'
import type { requestMembers } from './frames.ts'
import { createSession, sessionLasts } from './session.ts'
import type { Session } from './session.ts'

export interface Gateway {
  /** Bots that are connected at this moment. */
  connected(): number
  /** Closes every connection with this code, as Discord does now and then; sessions stay. */
  drop(code?: number): void
  /** Resolves when what was sent has left for the sockets, so that a flood does not fill the memory. */
  drained(): Promise<void> | undefined
  stop(): Promise<void>
}

/** Bytes that may wait for a slow bot before the people in the house wait for it. */
const backlog = 4 * 1024 * 1024

/** Messages of people between two turns of the event loop. */
const turnEvery = 256

/** Serves the gateway on an HTTP server that is listening. `url` is where bots reach it. */
export function createGateway(deps: {
  hub: Hub
  server: Server
  url: () => string
  onDispatch?: OnDispatch | undefined
}): Gateway {
  const { hub, onDispatch } = deps
  const sessions = new Map<string, Session>()
  let talked = 0
  const wss = new WebSocketServer({ server: deps.server, perMessageDeflate: false })

  const dispatch = (session: Session, t: string, d: unknown) => {
    const s = session.dispatch(t, JSON.stringify(d))
    onDispatch?.({ t, d, s })
  }

  const greet = (session: Session) => {
    const guilds = [...hub.guilds.values()].filter((guild) => onShard(session, guild.id))
    dispatch(session, 'READY', {
      v: 10,
      user: { ...renderUser(userOf(hub, hub.app.botId)), mfa_enabled: true, verified: true, email: null },
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: deps.url(),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      application: { id: hub.app.id, flags: applicationFlags(hub) },
      shard: session.shard,
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      _trace: [],
    })
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return
    for (const guild of guilds) dispatch(session, 'GUILD_CREATE', renderGuildCreate(hub, guild))
  }

  const sweep = () => {
    const limit = hub.now() - sessionLasts
    for (const session of sessions.values()) {
      if (session.awaySince !== undefined && session.awaySince < limit) sessions.delete(session.id)
    }
  }

  const stopListening = hub.onPublish((happening) => deliver(hub, sessions.values(), happening, onDispatch))

  wss.on('connection', (socket, request) => {
    sweep()
    serveConnection(
      hub,
      {
        open(line, intents, shard) {
          const session = createSession({ id: hub.newId(), intents, shard, line })
          sessions.set(session.id, session)
          greet(session)
          hub.changed()
          return session
        },
        find: (id) => sessions.get(id),
        forget: (session) => sessions.delete(session.id),
        sendMembers: (session, wanted) =>
          sendMembers(hub, wanted, session.intents, (t, d) => dispatch(session, t, d)),
        sendResumed(session) {
          dispatch(session, 'RESUMED', { _trace: [] })
          hub.changed()
        },
        changed: () => hub.changed(),
      },
      socket,
      request.socket,
    )
  })

  return {
    connected: () => [...sessions.values()].filter((one) => one.line !== undefined).length,
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
    async stop() {
      stopListening()
      for (const socket of wss.clients) socket.terminate()
      await new Promise<void>((done) => wss.close(() => done()))
    },
  }
}

/** Answers REQUEST_GUILD_MEMBERS in one chunk: everybody needs the member intent, named ids do not. */
function sendMembers(
  hub: Hub,
  wanted: z.infer<typeof requestMembers>,
  intents: number,
  dispatch: (t: string, d: unknown) => void,
): void {
  const guild = hub.guilds.get(wanted.guild_id)
  if (guild === undefined) return
  const all = [...guild.members.values()]
  const name = (member: StoredMember) => (member.nick ?? userOf(hub, member.userId).username).toLowerCase()
  const mayAll = (intents & GatewayIntentBits.GuildMembers) !== 0
  const limit =
    wanted.limit === undefined || wanted.limit === 0
      ? wanted.query === '' && mayAll
        ? all.length
        : 100
      : wanted.limit
  const found =
    wanted.user_ids === undefined
      ? wanted.query === '' && !mayAll
        ? []
        : all.filter((one) => name(one).startsWith((wanted.query ?? '').toLowerCase())).slice(0, limit)
      : all.filter((one) => wanted.user_ids?.includes(one.userId))
  const missing = (wanted.user_ids ?? []).filter((id) => !guild.members.has(id))
  dispatch('GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: found.map((one) => renderMember(hub, one)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: missing,
    ...(wanted.nonce === undefined ? {} : { nonce: wanted.nonce }),
  })
}
