import { type Client, Events } from 'discord.js'
import type { Log } from '../log.ts'
import { StartError } from '../start-error.ts'
import { intentsRefused, shardsRefused, tokenRefused } from './login.ts'

/** Discord's close codes that it never takes back, with a sentence of their own. */
const TOKEN_REFUSED = 4004
const SHARDING_REQUIRED = 4011
const DISALLOWED_INTENTS = 4014

/** Why Discord closed the connection for good, for the person who runs the bot. */
const sentenceFor = (code: number): StartError => {
  if (code === TOKEN_REFUSED) return tokenRefused()
  if (code === DISALLOWED_INTENTS) return intentsRefused()
  if (code === SHARDING_REQUIRED) return shardsRefused()
  return new StartError(
    'closed',
    `Discord closed the connection for good (code ${code}): look at the application in the Developer Portal, then start again.`,
  )
}

/**
 * Tells how the connection fares: once when it is lost and once when it is back, not at every try of an outage. A
 * connection that is closed for good is told to `onLost`: a bot that stays up and hears nothing would be a watch that
 * nobody keeps.
 */
export function watchConnection(client: Client, log: Log, onLost: (why: StartError) => void): void {
  const lost = new Set<number>()
  const back = (shard: number, said: string, replayed?: number): void => {
    if (lost.delete(shard)) log.info({ shard, ...(replayed === undefined ? {} : { replayed }) }, said)
  }
  client.on(Events.ShardReconnecting, (shard) => {
    if (lost.has(shard)) return
    lost.add(shard)
    log.warn({ shard }, 'the connection to Discord was lost; connecting again')
  })
  client.on(Events.ShardResume, (shard, replayed) => back(shard, 'connected again, nothing missed', replayed))
  client.on(Events.ShardReady, (shard) => back(shard, 'connected anew; what was missed is read now'))
  client.on(Events.ShardDisconnect, (event) => onLost(sentenceFor(event.code)))
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord had a fault'))
  client.on(Events.ShardError, (error, shard) => {
    if (!lost.has(shard)) log.warn({ err: error, shard }, 'the connection to Discord had a fault')
  })
}
