import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clockFrom } from './clock.ts'
import type { ClockLike } from './clock.ts'
import { createGateway } from './gateway/gateway.ts'
import { allRoutes } from './rest/routes/all.ts'
import { createRestServer } from './rest/server.ts'
import type { RestRecord } from './rest/server.ts'
import { createSeedIds, plantGuild } from './seed.ts'
import type { GuildSeed } from './seed.ts'
import { createIds } from './snowflake.ts'
import { createHub } from './state/hub.ts'
import type { PrivilegedIntent } from './state/hub.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

export type { GuildSeed } from './seed.ts'
export type { RestRecord } from './rest/server.ts'
export type { World } from './world.ts'

export interface LocalDiscordOptions {
  readonly clock?: ClockLike
  readonly seedGuild?: GuildSeed
  readonly token?: string
  /** What is switched on in the developer portal; Message Content when absent. */
  readonly privilegedIntents?: readonly PrivilegedIntent[]
  /** The port on 127.0.0.1; a free one when absent. */
  readonly port?: number
  readonly onRest?: (record: RestRecord) => void
  readonly onDispatch?: (event: { t: string; d: unknown; s: number }) => void
}

export interface LocalDiscord {
  /** For discord.js: `new Client({ rest: { api } })`. */
  readonly api: string
  readonly token: string
  readonly applicationId: string
  readonly botId: string
  readonly guildId: string
  readonly world: World
  stop(): Promise<void>
}

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
  const hub = createHub({
    clock,
    newId: createIds(() => clock.now()),
    app: {
      id: botId,
      botId,
      name: botName,
      ownerId: seedId(),
      token: options.token ?? 'practice-token',
      privilegedIntents: new Set(options.privilegedIntents ?? ['MessageContent']),
    },
  })
  hub.users.set(botId, {
    id: botId,
    username: botName.toLowerCase(),
    globalName: null,
    bot: true,
    locale: 'nl',
    takesDms: false,
  })
  const guild = plantGuild(hub, seed, seedId)

  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const gatewayUrl = () => `ws://127.0.0.1:${port}`
  const gateway = createGateway({ hub, server, url: gatewayUrl, onDispatch: options.onDispatch })
  const answer = createRestServer({
    hub,
    routes: allRoutes(gatewayUrl),
    onRest: options.onRest,
    onBug: (error) =>
      process.stderr.write(
        `The local Discord failed: ${error instanceof Error ? error.stack : String(error)}\n`,
      ),
  })
  server.on('request', (request, response) => void answer(request, response))

  return {
    api: `http://127.0.0.1:${port}/api`,
    token: hub.app.token,
    applicationId: hub.app.id,
    botId,
    guildId: guild.id,
    world: createWorld(hub, guild, gateway),
    async stop() {
      await gateway.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
