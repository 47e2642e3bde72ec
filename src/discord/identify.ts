import type { ClientOptions } from 'discord.js'
import type { Processes } from '../storage/processes.ts'

/** Within this time a bot may begin one session for each of its `max_concurrency` places. Source: Discord, Gateway. */
const PLACE_MS = 5_000

/**
 * Lets the processes of the bot begin their sessions in turn, as Discord asks of the bot as a whole: shards that share a
 * place (their number modulo `max_concurrency`) five seconds apart, whichever process they are in. A process by itself
 * needs nothing of this: discord.js keeps to it.
 *
 * @param placeMs - how long a place is taken; for tests, which have no time
 */
export const inTurn = (processes: Processes, placeMs = PLACE_MS): NonNullable<ClientOptions['ws']> =>
  processes.shared
    ? {
        async buildIdentifyThrottler(manager) {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation()
          return {
            async waitForIdentify(shardId: number, signal: AbortSignal) {
              await processes.turn(`identify ${shardId % limit.max_concurrency}`, placeMs)
              signal.throwIfAborted()
            },
          }
        },
      }
    : {}
