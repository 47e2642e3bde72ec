import { REST } from 'discord.js'

/**
 * The requests that change something on Discord. discord.js repeats a POST that timed out or failed, three times and
 * at once, which could post a card four times: here nothing is repeated blindly. The reconciler decides, looking first
 * whether the act was done after all.
 */
export function createEffectsRest(token: string, api: string): REST {
  return new REST({ api, retries: 0, globalRequestsPerSecond: 30 }).setToken(token)
}
