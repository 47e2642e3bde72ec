import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { AutoModWords } from './automod/model.ts'
import { clockFrom } from './clock.ts'
import type { ClockLike } from './clock.ts'
import { createGatewayFaults } from './faults/gateway.ts'
import type { GatewayFaults } from './faults/gateway.ts'
import { createGateway } from './gateway/gateway.ts'
import type { Presence } from './gateway/frames.ts'
import type { StartLimits } from './gateway/starts.ts'
import { allRoutes } from './rest/routes/all.ts'
import { createRestServer } from './rest/server.ts'
import type { RestRecord } from './rest/server.ts'
import { createFaults } from './rest/faults.ts'
import type { FaultControl } from './rest/faults.ts'
import { createLimits, documentedLimits } from './rest/limits.ts'
import type { LimitTable } from './rest/limits.ts'
import { createSeedIds, plantGuild } from './seed.ts'
import type { GuildSeed } from './seed.ts'
import { createIds } from './snowflake.ts'
import { createHub } from './state/hub.ts'
import type { Hub, PrivilegedIntent } from './state/hub.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

export type { GuildSeed } from './seed.ts'
export type { FaultControl, RestFaults } from './rest/faults.ts'
export type { LimitTable } from './rest/limits.ts'
export type { RestRecord } from './rest/server.ts'
export type { World } from './world.ts'

export interface LocalDiscordOptions {
  readonly clock?: ClockLike
  readonly seedGuild?: GuildSeed
  /** More guilds that the bot is in; somebody of the same name is the same person. */
  readonly guilds?: readonly GuildSeed[]
  readonly token?: string
  /** What is switched on in the developer portal; Message Content when absent. */
  readonly privilegedIntents?: readonly PrivilegedIntent[]
  /** The port on 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** What stands for Discord's own lists of words; some made-up words when absent. */
  readonly autoModWords?: AutoModWords
  /** How often a session may be started; a thousand a day when absent. */
  readonly sessionStarts?: StartLimits
  /** How often a bot must show that it lives, in milliseconds, and on which clock: the machine's own when absent. */
  readonly heartbeat?: { readonly every?: number; readonly clock?: ClockLike }
  /** Which limits hold: Discord's own, those of a table, or none (so when absent, for a house that must be quick). */
  readonly rateLimits?: 'off' | 'documented' | LimitTable
  readonly onRest?: (record: RestRecord) => void
  readonly onDispatch?: (event: { t: string; d: unknown; s: number }) => void
}

export interface LocalDiscord {
  /** For discord.js: `new Client({ rest: { api } })`. */
  readonly api: string
  /** The token that counts now: a bot that identifies too often loses it. */
  readonly token: string
  readonly applicationId: string
  readonly botId: string
  readonly guildId: string
  readonly world: World
  /** Everything that it knows. For who shows it to a person, and asks first what that person may see. */
  readonly hub: Hub
  /** The world of another guild. */
  worldOf(guildId: string): World
  readonly guildIds: readonly string[]
  /** Puts the bot in one guild more while it runs. */
  addGuild(seed: GuildSeed): World
  /** Sends the bot away from a guild. */
  removeGuild(guildId: string): void
  /** What the bot shows of itself. */
  presence(): Presence | undefined
  /** What goes wrong with requests, and a Discord that cannot be reached at all, as is asked. */
  readonly faults: FaultControl
  /** Requests of the last ten minutes that Discord counts against a bot: 401, 403 and 429. */
  invalidRequests(): number
  /** What can go wrong on the way between the bot and the gateway. */
  readonly gatewayFaults: GatewayFaults
  stop(): Promise<void>
}

const KEEP_ALIVE_MS = 120_000

const tableOf = (limits: LocalDiscordOptions['rateLimits']): LimitTable | undefined =>
  limits === undefined || limits === 'off' ? undefined : limits === 'documented' ? documentedLimits : limits

const smallHouse: GuildSeed = {
  name: 'Klein huis',
  channels: [{ name: 'algemeen' }],
  members: [{ name: 'noor' }, { name: 'sofie', owner: true }],
}

/** Starts a Discord on 127.0.0.1: REST and gateway on one port. Nothing of it leaves the machine. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const clock = clockFrom(options.clock)
  const seedId = createSeedIds()
  const botId = seedId()
  const seed = options.seedGuild ?? smallHouse
  const botName = seed.bot?.name ?? 'Huisbot'
  let token = options.token ?? 'practice-token'
  const hub = createHub({
    clock,
    newId: createIds(() => clock.now()),
    app: {
      id: botId,
      botId,
      name: botName,
      ownerId: seedId(),
      get token() {
        return token
      },
      privilegedIntents: new Set(options.privilegedIntents ?? ['MessageContent']),
    },
  })
  if (options.autoModWords !== undefined) hub.autoModWords = options.autoModWords
  hub.users.set(botId, {
    id: botId,
    // People's names are in small letters; bots keep the name that they were given.
    username: botName,
    globalName: null,
    bot: true,
    locale: 'nl',
    takesDms: false,
  })
  const guild = plantGuild(hub, seed, seedId)
  let places = 0
  const plantNext = (next: GuildSeed) => plantGuild(hub, next, createSeedIds((places += 1)))
  for (const next of options.guilds ?? []) plantNext(next)

  // A connection that rests is kept for longer than any bucket makes a bot wait: closed just then, it would look as if an
  // answer were lost.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const sockets = new Set<Socket>()
  const faults = createFaults(() => {
    for (const socket of sockets) socket.destroy()
  })
  server.on('connection', (socket: Socket) => {
    if (faults.isOut()) {
      socket.destroy()
      return
    }
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const limits = createLimits(tableOf(options.rateLimits), () => hub.now())
  const gatewayUrl = () => `ws://127.0.0.1:${port}`
  const gateway = createGateway({
    hub,
    server,
    url: gatewayUrl,
    onDispatch: options.onDispatch,
    starts: options.sessionStarts,
    heartbeat: options.heartbeat,
    onUsedUp() {
      token = `${token}-reset`
    },
  })
  const gatewayInfo = () => ({
    url: gatewayUrl(),
    shards: gateway.recommendedShards(),
    session_start_limit: gateway.starts.limit(),
  })
  const answer = createRestServer({
    hub,
    routes: allRoutes(gatewayInfo),
    limits,
    faults,
    onRest: options.onRest,
    onBug: (error) =>
      process.stderr.write(
        `The local Discord failed: ${error instanceof Error ? error.stack : String(error)}\n`,
      ),
  })
  server.on('request', (request, response) => void answer(request, response))

  return {
    api: `http://127.0.0.1:${port}/api`,
    get token() {
      return token
    },
    applicationId: hub.app.id,
    botId,
    guildId: guild.id,
    hub,
    world: createWorld(hub, guild, gateway),
    worldOf(guildId) {
      const other = hub.guilds.get(guildId)
      if (other === undefined) throw new Error(`The bot is in no guild ${guildId}.`)
      return createWorld(hub, other, gateway)
    },
    get guildIds() {
      return [...hub.guilds.keys()]
    },
    addGuild(next) {
      const added = plantNext(next)
      gateway.guilds.joined(added)
      return createWorld(hub, added, gateway)
    },
    removeGuild: (guildId) => gateway.guilds.left(guildId),
    presence: () => gateway.presence(),
    faults,
    invalidRequests: () => limits.invalid(),
    gatewayFaults: createGatewayFaults({ hub, gateway }),
    async stop() {
      await gateway.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
