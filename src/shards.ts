import { StartError } from './start-error.ts'

/**
 * Which servers this process serves. Discord divides the servers of a bot over shards, and gives each connection the
 * events of one: that is how a bot becomes several processes (Discord, Gateway, Sharding).
 */
export interface Share {
  /** The shards of this process, ascending. */
  readonly shards: readonly number[]
  /** How many shards there are in all. */
  readonly total: number
}

/** One process serves every server: Discord allows that up to 2,500 servers. */
export const WHOLE: Share = { shards: [0], total: 1 }

/** The shard of a server, as Discord counts it: from the time in its id. */
export const shardOf = (houseId: string, total: number): number =>
  Number((BigInt(houseId) >> 22n) % BigInt(total))

/** Whether other processes serve other shards. */
export const isPart = (share: Share): boolean => share.shards.length < share.total

/**
 * Whether this process does what is done once for all servers: registering commands, forgetting on time, direct
 * messages (which Discord itself sends to shard 0 alone).
 */
export const isFirst = (share: Share): boolean => share.shards.includes(0)

/** Whether a server is one of this process; undefined where every one is. */
export const servesOf = (share: Share): ((houseId: string) => boolean) | undefined =>
  isPart(share) ? (houseId) => share.shards.includes(shardOf(houseId, share.total)) : undefined

/** This process's part of something that Discord allows the bot as a whole; at least one. */
export const partOf = (share: Share, allowed: number): number =>
  Math.max(1, Math.floor((allowed * share.shards.length) / share.total))

/** More than this is a slip of the pen: it would be a bot in forty million servers. */
const MOST = 16_384
const RANGE = /^(\d+)(?:-(\d+))?$/

/** `0`, `0-3` or `0,2-3` as numbers; undefined when it is none of these. */
const numbersIn = (text: string): readonly number[] | undefined => {
  const found = new Set<number>()
  for (const part of text.split(',')) {
    const [, first, last = first] = RANGE.exec(part.trim()) ?? []
    if (first === undefined || last === undefined) return undefined
    const [from, until] = [Number(first), Number(last)]
    if (from > until || until >= MOST) return undefined
    for (let shard = from; shard <= until; shard += 1) found.add(shard)
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * Reads the settings HUISBOT_SHARDS (how many there are) and HUISBOT_SHARD (which are this process's; all when absent).
 *
 * @throws StartError that says what is wrong with them
 */
export const readShare = (total = 1, shard?: string): Share => {
  const shards = shard === undefined ? Array.from({ length: total }, (_, index) => index) : numbersIn(shard)
  if (shards === undefined || shards.some((one) => one >= total))
    throw new StartError(
      'shards',
      `HUISBOT_SHARD names shards from 0 to ${total - 1}, since HUISBOT_SHARDS is ${total}: one ("2"), some ("0,2") or a range ("0-1").`,
    )
  return { shards, total }
}
