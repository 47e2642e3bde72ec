import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { readAgreements } from '../../../src/agreements.ts'
import { startBot } from '../../../src/bot.ts'
import { createLog } from '../../../src/log.ts'
import type { SubjectApi, SubjectInput } from './api.ts'
import { isDurable } from './bare.ts'
import { createCounting } from './counting.ts'
import { watchQueries } from './queries.ts'
import { hurry } from './hurry.ts'
import { watchReady } from './ready-at.ts'

type Ours = Omit<SubjectApi, 'memory' | 'processor' | 'read' | 'compile'>

/** Our bot, whole and unchanged; it is only counted what its screening reads. */
export async function startOurs(input: SubjectInput): Promise<Ours> {
  const counting = createCounting()
  const readyAt = watchReady()
  if (input.hurried === true) hurry()
  const errors: string[] = []
  let screened = 0
  let watched: ReturnType<typeof watchQueries> | undefined
  // The database is opened after the agreements were read, and an id is made for the first time right after it.
  const database = { from: Number.NaN, until: Number.NaN }
  const bot = await startBot({
    token: input.token,
    api: input.api,
    databaseUrl: `file:${join(input.folder, 'huisbot.db')}`,
    keyFolder: join(input.folder, 'keys'),
    policyFolder: input.policies,
    log: createLog('error', { write: (line) => void errors.push(line) }),
    now: () => new Date(Date.now() + input.aheadMs),
    newId() {
      if (Number.isNaN(database.until)) database.until = performance.now()
      return randomUUID()
    },
    async readAgreements(folder) {
      const { policy, screening } = await readAgreements(folder)
      database.from = performance.now()
      return {
        policy,
        screening: {
          ...screening,
          read(message) {
            const decision = screening.read(message)
            screened += 1
            counting.count()
            return decision
          },
        },
      }
    },
  })
  return {
    async ready() {
      await bot.idle()
      return { readyAt: readyAt(), databaseMs: Math.max(0, database.until - database.from) }
    },
    expect: ({ messages }) => counting.expect(messages),
    heard: () => counting.heard(),
    screened: () => screened,
    idle: () => bot.idle(),
    async facts() {
      const { db } = bot.desk
      return { errors, rows: await db.flag.count(), durable: await isDurable(db) }
    },
    watchQueries() {
      watched ??= watchQueries()
      return Promise.resolve()
    },
    queries: () => watched?.take() ?? { most: Number.NaN, answers: 0 },
    async stop() {
      await bot.stop()
    },
  }
}

/** Reads and compiles agreements as the bot does at its start. */
export async function startAgreements({ policies }: SubjectInput): Promise<Pick<SubjectApi, 'compile'>> {
  return {
    async compile() {
      const begun = performance.now()
      const { policy, screening } = await readAgreements(policies)
      const ms = performance.now() - begun
      // It must be able to read with them.
      screening.read({ text: 'een gewone zin', channel: 'algemeen' })
      return { ms, terms: policy.rules.reduce((sum, rule) => sum + rule.terms.length, 0) }
    },
  }
}
