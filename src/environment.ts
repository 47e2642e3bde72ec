import { z } from 'zod'
import { StartError } from './start-error.ts'

const DISCORD = 'https://discord.com/api'
/** Whether that is Discord itself, and not one of a test or of the practice house. */
export const isDiscordItself = (api: string): boolean => api === DISCORD

const path = z.string().trim().min(1)

const environmentSchema = z.object({
  DISCORD_TOKEN: z.string().trim().min(1).optional(),
  /** Where Discord's REST interface is; only tests and the practice house change it. */
  DISCORD_API: z.url().default(DISCORD),
  DATABASE_URL: path.default('file:data/huisbot.db'),
  HUISBOT_KEYS: path.default('data/keys'),
  HUISBOT_POLICIES: path.default('policies'),
  /** How many shards the bot has, and which of them this process serves (all when left out): see docs/running.md. */
  HUISBOT_SHARDS: z.coerce.number().int().min(1).max(16_384).optional(),
  HUISBOT_SHARD: z.string().trim().min(1).optional(),
  /** `yes`: go on with a key folder that opens none of the words in the database. */
  HUISBOT_KEYS_LOST: z.enum(['yes', 'no']).default('no'),
  /** Where health and metrics are answered: see src/health/address.ts. */
  HUISBOT_HEALTH: path.optional(),
  /** How long an orderly stop may take. */
  HUISBOT_STOP_SECONDS: z.coerce.number().min(1).max(300).default(10),
  /** The commit that this was built from, where it is no checkout of git. */
  HUISBOT_COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Environment = z.infer<typeof environmentSchema>

/**
 * Reads the settings of the process once; nothing else in the bot looks at the environment.
 *
 * @param values - usually `process.env`; an empty value counts as absent
 * @throws StartError that names each wrong setting, never its value (it may be a secret)
 */
export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')
  throw new StartError(
    'environment',
    `These settings are not right: ${wrong}. Mend them in .env or in the environment; .env.example shows each one.`,
  )
}

/** Settings may stand in a file `.env` in the folder that the bot is started in; without one the environment alone counts. */
export function readDotEnv(): void {
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
