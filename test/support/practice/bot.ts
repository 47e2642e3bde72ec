import { Client, GatewayIntentBits, Partials } from 'discord.js'
import type { ClientOptions } from 'discord.js'
import { startLocalDiscord } from '../../../src/practice/local-discord.ts'
import type { LocalDiscord, LocalDiscordOptions } from '../../../src/practice/local-discord.ts'
import { createSpecCheck } from './spec-check.ts'
import type { SpecCheck } from './spec-check.ts'

/** A small house for tests: two open channels, one for staff, one that the bot cannot see. */
export const testHouse = {
  name: 'Testhuis',
  roles: [{ name: 'begeleiding', permissions: ['ManageMessages'], color: 0x11_88_44 }],
  channels: [
    { name: '#algemeen', topic: 'Voor alles' },
    { name: '#gaming' },
    { name: '#wachtrij', type: 'private', readers: ['begeleiding'] },
    { name: '#kelder', type: 'private', readers: ['begeleiding'], bot: false },
  ],
  members: [
    { name: 'noor' },
    { name: 'ayoub', locale: 'en-US' },
    { name: 'sam', roles: ['begeleiding'] },
    { name: 'sofie', owner: true },
  ],
} as const satisfies LocalDiscordOptions['seedGuild']

/** What the tests' bot listens to unless it says otherwise. */
export const usualIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
] as const

export interface Stage {
  readonly discord: LocalDiscord
  readonly world: LocalDiscord['world']
  readonly spec: SpecCheck
  /** Logs a new discord.js client in; it is destroyed with the stage. */
  connect(options?: Partial<ClientOptions>): Promise<Client<true>>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts a local Discord that is held against the published description; clients are cleaned up by it. */
export async function setStage(options: LocalDiscordOptions = {}): Promise<Stage> {
  const spec = await createSpecCheck()
  const discord = await startLocalDiscord({
    seedGuild: testHouse,
    ...options,
    onRest(record) {
      spec.onRest(record)
      options.onRest?.(record)
    },
    onDispatch(event) {
      spec.onDispatch(event)
      options.onDispatch?.(event)
    },
  })
  const clients: Client[] = []
  return {
    discord,
    world: discord.world,
    spec,
    async connect(clientOptions = {}) {
      const client = new Client({
        intents: [...usualIntents],
        partials: [Partials.Message, Partials.Channel, Partials.Reaction],
        ...clientOptions,
        rest: { api: discord.api, globalRequestsPerSecond: 10_000, ...clientOptions.rest },
      })
      clients.push(client)
      const ready = new Promise<void>((resolve) => {
        client.once('clientReady', () => resolve())
      })
      await client.login(discord.token)
      await ready
      return client as Client<true>
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client.destroy()
      await discord.stop()
    },
  }
}

/** Collects what a client is told, to be waited for with `world.until`. */
export function collect<T>(subscribe: (push: (value: T) => void) => void): T[] {
  const values: T[] = []
  subscribe((value) => values.push(value))
  return values
}
