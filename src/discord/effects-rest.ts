import { REST } from 'discord.js'
import { partOf, type Share, WHOLE } from '../shards.ts'

/**
 * The requests that change something on Discord. discord.js repeats a POST that timed out or failed, three times and
 * at once, which could post a card four times: here nothing is repeated blindly. The reconciler decides, looking first
 * whether the act was done after all.
 */
export function createEffectsRest(token: string, api: string, share: Share = WHOLE): REST {
  return new REST({ api, retries: 0, globalRequestsPerSecond: partOf(share, 30) }).setToken(token)
}
