import type { Gateway } from '../gateway/gateway.ts'
import type { Hub } from '../state/hub.ts'

/** Faults that come by chance, after each event that goes out. The same seed and the same events give the same faults. */
export interface GatewayFaultPlan {
  readonly seed?: number
  /** Sockets fall: with one of these close codes, or with none (1006). */
  readonly drop?: { readonly chance: number; readonly codes?: readonly number[] }
  /** Sessions are invalidated. */
  readonly invalidate?: { readonly chance: number; readonly resumable?: boolean }
  /** The bot is told to connect again (op 7). */
  readonly reconnect?: { readonly chance: number }
}

/** A plan that is being carried out. */
export interface GatewayDisturbance {
  /** What has gone wrong so far, in order, in plain words. */
  readonly happened: readonly string[]
  stop(): void
}

/**
 * What can go wrong between a bot and the gateway, at once or by chance. Nothing is put out of order, and nothing waits
 * but behind a dam.
 */
export interface GatewayFaults {
  /** Closes the sockets of all bots with this code; 1006 breaks them off without a word. Sessions stay. */
  drop(code?: number): void
  /** Tells every bot to connect again and to resume (op 7). */
  reconnect(): void
  /** Takes every session away (op 9): to be resumed, or not. */
  invalidate(resumable: boolean): void
  /** Asks every bot for a heartbeat (op 1). */
  requestHeartbeat(): void
  /** Lets heartbeats go unanswered from now on, or answers them again. */
  swallowHeartbeats(swallow: boolean): void
  /**
   * The gateway is away for `ms` of the house's time: sockets break off, and none is taken until then (HTTP 503).
   * The answer ends it earlier.
   */
  outage(ms: number): () => void
  /** One guild has an outage; the answer ends it. */
  guildOutage(guildId: string): () => void
  /** What is sent to the bots waits, heartbeats too, until the answer lets all of it go at once: a burst. */
  dam(): () => void
  plan(plan: GatewayFaultPlan): GatewayDisturbance
}

/** Close codes after which a bot may resume. Source: Discord, Opcodes and Status Codes, Gateway Close Event Codes. */
const resumableCodes = [4000, 1006, 1012] as const

/** Makes the faults of one gateway. Source of what Discord does then: Discord, Gateway, Disconnecting; Resuming. */
export function createGatewayFaults(deps: { hub: Hub; gateway: Gateway }): GatewayFaults {
  const { hub, gateway } = deps
  const { disturb } = gateway
  const each = (act: (connection: ReturnType<typeof disturb.connections>[number]) => void): void => {
    for (const connection of disturb.connections()) act(connection)
  }
  const drop = (code = 4000): void =>
    each((connection) => {
      if (code === 1006) connection.line.cut()
      else connection.line.close(code, 'Dropped on request.')
    })
  const reconnect = (): void => each((connection) => connection.send(7, null))
  const invalidate = (resumable: boolean): void => each((connection) => connection.invalidate(resumable))

  return {
    drop,
    reconnect,
    invalidate,
    requestHeartbeat: () => each((connection) => connection.send(1, null)),
    swallowHeartbeats: (swallow) => disturb.swallowHeartbeats(swallow),
    outage(ms) {
      const until = hub.now() + ms
      let ended = false
      disturb.refuseWhile(() => !ended && hub.now() < until)
      drop(1006)
      return () => {
        ended = true
      }
    },
    guildOutage(guildId) {
      gateway.guilds.down(guildId)
      return () => gateway.guilds.up(guildId)
    },
    dam() {
      const dammed = disturb.connections().map(({ line }) => line)
      for (const line of dammed) line.dam(true)
      return () => {
        for (const line of dammed) line.dam(false)
      }
    },
    plan(plan) {
      const next = randomFrom(plan.seed ?? 1)
      const happened: string[] = []
      const strike = (): void => {
        // Every number is drawn whether it is needed or not, so that one fault does not move the others.
        const [forDrop, forCode, forInvalid, forReconnect] = [next(), next(), next(), next()]
        if (plan.drop !== undefined && forDrop < plan.drop.chance) {
          const codes = plan.drop.codes ?? resumableCodes
          const code = codes[Math.floor(forCode * codes.length)] ?? 4000
          happened.push(`dropped with ${code}`)
          drop(code)
        } else if (plan.invalidate !== undefined && forInvalid < plan.invalidate.chance) {
          const resumable = plan.invalidate.resumable ?? false
          happened.push(resumable ? 'invalidated, to be resumed' : 'invalidated for good')
          invalidate(resumable)
        } else if (plan.reconnect !== undefined && forReconnect < plan.reconnect.chance) {
          happened.push('told to reconnect')
          reconnect()
        }
      }
      const stop = hub.onPublish((happening) => {
        // Only what people say counts: what the bot does itself depends on how fast it is.
        if (happening.t === 'MESSAGE_CREATE' && authorOf(happening.data(false)) !== hub.app.botId) strike()
      })
      return { happened, stop }
    },
  }
}

const authorOf = (data: unknown): unknown => (data as { author?: { id?: unknown } }).author?.id

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
