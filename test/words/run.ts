import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { backupsIn } from '../../src/backup/manifest.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscord, startLocalDiscord } from '../../src/practice/local-discord.ts'
import { createPlants, type Plants, spend } from './evening.ts'
import { seek } from './forms.ts'
import { lookIn, type Looked, sealedIn } from './look.ts'
import { holdingPolicies, nameContact } from './policies.ts'
import { type Program, startProgram } from './program.ts'

/** Errors that nobody catches, by the signal at which they happen (program.ts). */
const FAULTS = { thrown: 'SIGUSR2', rejected: 'SIGWINCH' } as const
export type Fault = keyof typeof FAULTS

export interface RoundOptions {
  /** A folder of its own, in which everything of this round comes to lie. */
  readonly folder: string
  readonly policyFolder: string
  /** The file that `npm start` runs. */
  readonly main: string
  readonly seed: number
  /** Kill it so many milliseconds into the evening; at its end when left out. */
  readonly killAfterMs?: number
  /** Of which faults it dies afterwards. */
  readonly faults: readonly Fault[]
}

export interface Round {
  readonly planted: number
  readonly tokens: number
  readonly files: number
  readonly bytes: number
  /** What was found, where, and when it was looked for. Nothing, ever. */
  readonly found: readonly string[]
  /** Sealed words in the backup, by table. */
  readonly sealed: Readonly<Record<string, number>>
  /** Tables in which words stand that are not sealed. */
  readonly open: readonly string[]
  /** The exit codes of the deaths by a fault. */
  readonly exits: readonly (number | null)[]
  /** Whether what may stand there was found by the same search: it looks in the right places. */
  readonly looksWell: boolean
}

/** Tokens of interactions that are looked for, beside the token of the bot. */
const MOST_TOKENS = 12
const within = 60_000
const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

const get = (socketPath: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request({ socketPath, path }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => void (text += part))
      response.on('end', () => resolve(text))
    })
    asking.once('error', reject)
    asking.end()
  })

/** Somebody says that they want to die, and the bot brings it to the team: it hears, and works. */
async function isHeard({ world }: LocalDiscord, plant: Plants['plant'], what: string): Promise<void> {
  const cards = (): number =>
    world
      .channel('wachtrij')
      .messages()
      .filter(({ embeds }) => embeds.length > 0).length
  await world.until(() => world.bots() > 0, { within, what: 'a connected bot' })
  const before = cards()
  await world.member('lotte').says('#huiswerk', `ik wil dood ${plant(what)}`)
  await world.until(() => cards() > before, { within, what: 'a card' })
}

async function opened({ world }: LocalDiscord): Promise<void> {
  await world.until(() => world.channel('#welkom').pins().length === 1, { within, what: 'the notice' })
  await world.until(() => world.commands().some(({ name }) => name === 'dienst'), { within })
  const sam = world.member('sam')
  await sam.presses(await sam.runs('/dienst'), 'Begin mijn dienst')
}

/**
 * One house, with the program as `npm start` runs it: an evening in which everything is written that can be written, a
 * backup by its command, the pages for programs, a kill, and a death by a fault whose error holds what somebody wrote. After each, every file that there is is searched, in every form: of what was planted nothing may be there.
 */
export async function round(options: RoundOptions): Promise<Round> {
  const { folder, seed, main } = options
  const agreements = await holdingPolicies(options.policyFolder, join(folder, 'agreements'))
  const kept = join(folder, 'kept')
  mkdirSync(kept)
  const plants = createPlants(seed)
  const tokens = new Set<string>()
  const discord = await startLocalDiscord({
    seedGuild: seedFor(await loadPolicy(agreements)),
    privilegedIntents: ['MessageContent'],
    onRest({ path }) {
      const token = /^\/(?:interactions|webhooks)\/\d+\/([\w-]{20,})/.exec(path)?.[1]
      if (token !== undefined) tokens.add(token)
    },
  })
  await nameContact(agreements, discord.world.member('samira').id)
  const file = join(kept, 'huisbot.db')
  const health = join(folder, 'h.sock')
  const inError = plants.plant('an error')
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DATABASE_URL: `file:${file}`,
    HUISBOT_KEYS: join(kept, 'keys'),
    HUISBOT_POLICIES: agreements,
    HUISBOT_HEALTH: health,
    LOG_LEVEL: 'debug',
    // A crash is what this is about, not what is left to be done after it.
    HUISBOT_STOP_SECONDS: '1',
  }
  const start = (outFile: string): Program =>
    startProgram({ main, env, outFile: join(kept, outFile), planted: inError })
  const looks: Looked[] = []
  let seen = ''
  const look = (): void => {
    const secrets = new Map([...plants.planted, ['the token of the bot', discord.token] as const])
    for (const [n, token] of [...tokens].slice(-MOST_TOKENS).entries())
      secrets.set(`the token of interaction ${n}`, token)
    const find = seek(secrets)
    const looked = lookIn(kept, find)
    const pages = find(Buffer.from(seen, 'utf8')).map((what) => `${what} in the pages of health`)
    looks.push({ ...looked, found: [...looked.found, ...pages] })
  }
  let running = start('first.log')
  try {
    await running.runs
    await opened(discord)
    await isHeard(discord, plants.plant, 'before the evening')
    const spent = spend({ world: discord.world, plant: plants.plant, guildId: discord.guildId })
    if (options.killAfterMs === undefined) await spent
    // Who presses a button of a bot that is dead is not answered.
    else await Promise.race([spent.catch(() => undefined), wait(options.killAfterMs)])
    const to = join(kept, 'backups')
    execFileSync(process.execPath, [join(dirname(main), 'backup', 'backup-main.js'), '--to', to], { env })
    for (const path of ['/metrics', '/health/live', '/health/ready']) seen += await get(health, path)
    await running.end('SIGKILL')
    look()
    const [backup = ''] = await backupsIn(to)
    const sealed = sealedIn(join(backup, 'huisbot.db'))
    const exits: (number | null)[] = []
    for (const [n, fault] of options.faults.entries()) {
      running = start(`${fault}.log`)
      await running.runs
      if (n === 0) await isHeard(discord, plants.plant, 'after the kill')
      exits.push(await running.end(FAULTS[fault]))
    }
    look()
    const control = lookIn(kept, seek(new Map([['the server', discord.guildId]]))).found
    return {
      planted: plants.planted.size,
      tokens: tokens.size,
      files: looks.reduce((sum, { files }) => sum + files, 0),
      bytes: looks.reduce((sum, { bytes }) => sum + bytes, 0),
      found: looks.flatMap(({ found }, n) => found.map((what) => `${what}, look ${n + 1}`)),
      sealed: sealed.counts,
      open: sealed.open,
      exits,
      looksWell: control.filter((where) => where.endsWith('in huisbot.db')).length === 2,
    }
  } finally {
    await running.end('SIGKILL')
    await discord.stop()
  }
}
