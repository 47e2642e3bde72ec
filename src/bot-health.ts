import { type Client, Events, type REST, RESTEvents, Status } from 'discord.js'
import type { Desk } from './discord/desk.ts'
import type { Pulse } from './discord/pulse.ts'
import type { HealthAddress } from './health/address.ts'
import type { Build } from './health/build.ts'
import { readGauges } from './health/gauges.ts'
import { type Meters, NO_METERS } from './health/meters.ts'
import type { Metrics } from './health/metrics.ts'
import { readiness } from './health/ready.ts'
import { type HealthServer, type ReadyAnswer, startHealth } from './health/server.ts'

/** Where health and metrics are asked, and what runs. */
export interface HealthOptions {
  readonly address: HealthAddress
  readonly build: Build
  /** Whether memory and event loop of the process are measured too; yes when left out. */
  readonly process?: boolean
}

/** What is looked at when somebody asks. */
export interface Watched {
  readonly desk: Desk
  readonly client: Client
  readonly counted: { readonly received: number; readonly heard: number }
  readonly pulse: Pick<Pulse, 'failing' | 'sinceBeat'>
  /** Whether the agreements are those that stand in their folder. */
  readonly agreements: () => boolean
  readonly stopping: () => boolean
}

export interface Health {
  readonly meters: Meters
  /** Begins to answer about a bot that runs; undefined when nobody asked for it. */
  answer(watched: Watched): Promise<HealthServer | undefined>
}

/** Asked more often than this, the database is not asked again. */
const FRESH_MS = 2_000

/** Counts what a bot does and answers whoever watches over it; both cost nothing when nobody wants it. */
export async function createHealth(
  options: HealthOptions | undefined,
  commands: readonly string[],
): Promise<Health> {
  if (options === undefined) return { meters: NO_METERS, answer: () => Promise.resolve(undefined) }
  // Its library is loaded only by a bot that is measured.
  const { createMetrics } = await import('./health/metrics.ts')
  // The counting begins before there is a bot to look at; nobody can ask before there is.
  let bot: Watched | undefined
  const watched = (): Watched => {
    if (bot === undefined) throw new Error('asked before there was a bot')
    return bot
  }
  let asked: { readonly at: number; readonly gauges: ReturnType<typeof readGauges> } | undefined
  const gauges = async (): Promise<Awaited<ReturnType<typeof readGauges>> | undefined> => {
    const { desk } = watched()
    const at = performance.now()
    if (asked === undefined || at - asked.at > FRESH_MS)
      asked = { at, gauges: readGauges(desk.db, desk.now()) }
    return asked.gauges.catch(() => undefined)
  }
  const look = async () => {
    const found = await gauges()
    const { desk, client, pulse, stopping, agreements } = watched()
    const state = {
      stopping: stopping(),
      connected: client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready),
      trouble: desk.trouble(),
      agreements: agreements(),
      pulseSeconds: Math.round(pulse.sinceBeat() / 1_000),
      gauges: found,
    }
    return { state, found, failing: pulse.failing(), ...readiness(state) }
  }
  const ready = async (): Promise<ReadyAnswer> => {
    const { state, found, failing, ready: yes, reasons } = await look()
    return {
      ready: yes,
      reasons,
      storing: state.trouble ?? 'works',
      policy: watched().desk.policy.version,
      pulseSeconds: state.pulseSeconds,
      // Names of chores stand in the code.
      failing,
      outbox:
        found === undefined
          ? null
          : { pending: found.pending, forPeople: found.forPeople, stuck: found.stuck },
      version: options.build.version,
      commit: options.build.commit ?? null,
    }
  }
  const metrics: Metrics = createMetrics({
    build: options.build,
    commands,
    ...(options.process === undefined ? {} : { process: options.process }),
    scrape: async () => {
      const { found, state, failing, ready: yes } = await look()
      const { counted, desk } = watched()
      return {
        received: counted.received,
        heard: counted.heard,
        policyVersion: desk.policy.version,
        gauges: found,
        trouble: state.trouble,
        ready: yes,
        choresFailing: failing.length,
      }
    },
  })
  return {
    meters: metrics.meters,
    async answer(what) {
      bot = what
      const { desk } = what
      const server = await startHealth({
        address: options.address,
        build: options.build,
        metrics,
        ready,
        onError: (error) => desk.log.error({ err: error }, 'health could not be answered'),
      })
      desk.log.info({ at: server.at }, 'health and metrics are answered')
      return server
    },
  }
}

/** Counts the answers of Discord by their status. */
export const countAnswers = (rest: REST, meters: Meters): void => {
  rest.on(RESTEvents.Response, (_request, { status }) => meters.rest(status))
}

/** Counts connections that were lost and found again. */
export const countConnections = (client: Client, meters: Meters): void => {
  client.on(Events.ShardReconnecting, () => meters.connection('lost'))
  client.on(Events.ShardResume, () => meters.connection('resumed'))
  client.on(Events.ShardReady, () => meters.connection('anew'))
}
