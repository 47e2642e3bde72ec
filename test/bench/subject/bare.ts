import { join } from 'node:path'
import { Client, Events, MessageFlags } from 'discord.js'
import type { Db } from '../../../src/storage/db.ts'
import type { Storage } from '../../../src/storage/open.ts'
import { moment } from '../child.ts'
import { must } from '../measure-errors.ts'
import { collect, createCounting } from './counting.ts'
import type { SubjectApi, SubjectInput } from './api.ts'
import { watchReady } from './ready-at.ts'

/** What `intentsFor('full')` asks for, written out: a bare bot loads nothing of ours. */
const INTENTS = ['Guilds', 'GuildMessages', 'DirectMessages', 'MessageContent'] as const

type Common = Pick<SubjectApi, 'ready' | 'expect' | 'heard' | 'idle' | 'facts' | 'stop'>

/** Three rows, each in a transaction of its own, so each on the disk before the next. */
async function commit(db: Db, n: number): Promise<void> {
  for (const part of ['a', 'b', 'c'])
    await db.dailyCount.create({ data: { houseId: 'echo', day: String(n), name: part, count: 1 } })
}

/** The least that a bot can be: it hears, and where that is asked it answers with one message. */
export async function startBare(input: SubjectInput): Promise<Common> {
  const counting = createCounting()
  const readyAt = watchReady()
  const client =
    input.kind === 'bare-same-options'
      ? (await import('../../../src/discord/client.ts')).createClient(
          ['full'],
          await rolesOf(input),
          input.api,
        )
      : new Client({ intents: [...INTENTS], rest: { api: input.api } })
  const storage: Storage | undefined =
    input.commits === true
      ? await (await import('../../../src/storage/open.ts')).openStorage(
          `file:${join(input.folder, 'echo.db')}`,
        )
      : undefined
  let echoed = 0
  const errors: string[] = []

  async function echo(channelId: string, messageId: string): Promise<void> {
    echoed += 1
    if (storage !== undefined) await commit(storage.db, echoed)
    const channel = client.channels.cache.get(channelId)
    must(channel?.isSendable() === true, 'there is nowhere to answer')
    await channel.send(`gezien: ${messageId}`)
  }
  const noted = (job: Promise<unknown>): void =>
    void job.catch((error: unknown) => errors.push(error instanceof Error ? error.name : String(error)))

  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return
    counting.count()
    if (input.echoTo !== undefined) noted(echo(input.echoTo, message.id))
  })
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      noted(interaction.reply({ content: 'hallo', flags: MessageFlags.Ephemeral }))
  })
  const ready = new Promise<void>((resolve) => void client.once(Events.ClientReady, () => resolve()))
  await client.login(input.token)
  await ready
  if (input.replies === true)
    await client.application?.commands.create({ name: 'praat', description: 'praat met iemand' })

  return {
    ready: () => Promise.resolve({ readyAt: readyAt(), databaseMs: 0 }),
    expect: ({ messages }) => counting.expect(messages),
    heard: () => counting.heard(),
    idle: () => Promise.resolve(),
    async facts() {
      if (storage === undefined) return { errors, rows: 0, durable: false }
      const rows = await storage.db.dailyCount.count()
      return { errors, rows, durable: await isDurable(storage.db) }
    },
    async stop() {
      await client.destroy()
      await storage?.close()
    },
  }
}

/** Whether a commit is on the disk before it is answered: 2 is FULL. */
export async function isDurable(db: Db): Promise<boolean> {
  const [found] = await db.$queryRawUnsafe<{ synchronous: number | bigint }[]>('PRAGMA synchronous')
  return Number(found?.synchronous) === 2
}

async function rolesOf({ policies }: SubjectInput) {
  const { loadPolicy } = await import('../../../src/policy/load.ts')
  const { house } = await loadPolicy(policies)
  return () => house.roles
}

/** Reads history page by page, all channels at once, and does nothing with it: as fast as Discord's limits allow. */
export async function startReader({ api, token }: SubjectInput): Promise<Pick<SubjectApi, 'read' | 'ready'>> {
  const { REST, Routes } = await import('discord.js')
  const rest = new REST({ api }).setToken(token)
  async function channel(id: string, upTo: string): Promise<number> {
    let before: string | undefined
    let newer = 0
    for (;;) {
      const query = new URLSearchParams({ limit: '100', ...(before === undefined ? {} : { before }) })
      const page = (await rest.get(Routes.channelMessages(id), { query })) as { id: string }[]
      const missed = page.filter((one) => BigInt(one.id) > BigInt(upTo)).length
      newer += missed
      before = page.at(-1)?.id
      if (missed < 100) return newer
    }
  }
  return {
    ready: () => Promise.resolve({ readyAt: moment(), databaseMs: 0 }),
    async read({ channels }) {
      collect()
      const begun = performance.now()
      const read = await Promise.all(channels.map(({ id, upTo }) => channel(id, upTo)))
      return { ms: performance.now() - begun, messages: read.reduce((sum, count) => sum + count, 0) }
    },
  }
}
