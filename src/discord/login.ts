import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js'
import { StartError } from '../start-error.ts'

/** Discord's close codes for shards that are not there, for too many servers in one, and for an intent that is off. */
const INVALID_SHARD = 4010
const SHARDING_REQUIRED = 4011
const DISALLOWED_INTENTS = 4014

/** How Node and undici call a Discord that is not there, or a connection that breaks off while the bot logs in. */
const OFFLINE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
])

function sentenceFor(error: unknown): StartError | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return tokenRefused()
  }
  const text = error instanceof Error ? error.message : ''
  if (/disallowed intents/i.test(text)) return intentsRefused()
  if (OFFLINE.has(String((error as { code?: unknown } | null)?.code))) {
    return new StartError(
      'offline',
      'Discord cannot be reached: check the connection to the internet (and DISCORD_API, if you set it), then start again.',
    )
  }
  return undefined
}

/** The token is not, or no longer, that of a bot. */
export const tokenRefused = (): StartError =>
  new StartError(
    'token',
    'Discord does not accept this token: copy it again (Developer Portal > Bot > Reset Token) into DISCORD_TOKEN in .env.',
  )

/** The privileged intent is not, or no longer, switched on. */
export const intentsRefused = (): StartError =>
  new StartError(
    'intents',
    'Discord refuses the Message Content intent: switch it on (Developer Portal > Bot > Message Content Intent), or set "way: reports" under "reading" in policies/house.yaml.',
  )

/** Too many servers for the number of shards, or shards that do not exist. */
export const shardsRefused = (): StartError =>
  new StartError(
    'shards',
    'Discord wants this bot divided over more shards (at most 2,500 servers each): raise HUISBOT_SHARDS for every process, as docs/running.md says.',
  )

const refusalOf = (code: number): StartError | undefined => {
  if (code === DISALLOWED_INTENTS) return intentsRefused()
  return code === SHARDING_REQUIRED || code === INVALID_SHARD ? shardsRefused() : undefined
}

/**
 * Logs in and waits until every server is there.
 *
 * @throws StartError when the token, the intents or the connection are refused; these are never retried
 */
export async function login(client: Client, token: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      client.once(Events.ClientReady, () => resolve())
      // A refused intent closes the connection after login() was answered, so the promise of login() never hears of it.
      // Once logged in these say nothing any more: connection.ts watches then.
      client.once(Events.ShardDisconnect, (event) => {
        reject(refusalOf(event.code) ?? new Error('the connection was closed for good'))
      })
      client.once(Events.Error, reject)
      client.login(token).catch(reject)
    })
  } catch (error) {
    throw error instanceof StartError ? error : (sentenceFor(error) ?? error)
  }
}
