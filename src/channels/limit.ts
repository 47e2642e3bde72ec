import { z } from 'zod'
import type { ChannelLimit as StoredLimit } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { readJson } from '../storage/json.ts'
import type { Change, Slow } from './plan.ts'

export const LIMIT_KINDS = ['slow', 'shut'] as const
export type LimitKind = (typeof LIMIT_KINDS)[number]
/** How long somebody waits between two messages, in seconds. */
export const SLOW_SECONDS = [10, 30, 60, 300] as const

/** `begins` and `ends`: Discord is being asked. */
const STATES = ['begins', 'holds', 'ends', 'over'] as const
const RESULTS = ['back', 'changed', 'gone'] as const
/** `back`: as it was before. `changed`: somebody changed it meanwhile, so it was left alone. `gone`: there is no such channel. */
export type LimitResult = (typeof RESULTS)[number]

/** A channel that is slow or shut for a while. Nothing in it is about a person. */
interface LimitBase {
  readonly id: string
  readonly houseId: HouseId
  readonly channelId: string
  readonly queueChannelId: string
  readonly state: (typeof STATES)[number]
  readonly version: number
  readonly until: Date
  readonly endedAt: Date | null
  readonly result: LimitResult | null
}
export interface SlowLimit extends LimitBase {
  readonly kind: 'slow'
  readonly seconds: number
  readonly slow: Slow
}
export interface ShutLimit extends LimitBase {
  readonly kind: 'shut'
  readonly changes: readonly Change[]
}
export type Limit = SlowLimit | ShutLimit

interface BeginBase {
  readonly house: HouseId
  readonly channelId: string
  readonly queueChannelId: string
  readonly until: Date
  readonly actorId: string
}
/** `before` and `changes`: as the channel is now. Where a limit holds already, what was there before that one counts. */
export type BeginLimit = BeginBase &
  (
    | { readonly kind: 'slow'; readonly seconds: number; readonly before: number }
    | { readonly kind: 'shut'; readonly changes: readonly Change[] }
  )

const bits = z.string().regex(/^\d{1,30}$/)
const overwriteSchema = z.object({
  id: z.string(),
  type: z.union([z.literal(0), z.literal(1)]),
  allow: bits,
  deny: bits,
})
const slowSchema = z.object({ before: z.int(), set: z.array(z.int()) })
const changesSchema = z.object({
  changes: z.array(z.object({ before: overwriteSchema.nullable(), set: overwriteSchema })),
})

/** Reads a row. */
export const limitOf = (row: StoredLimit): Limit => {
  const base: LimitBase = {
    id: row.id,
    houseId: row.houseId as HouseId,
    channelId: row.channelId,
    queueChannelId: row.queueChannelId,
    state: STATES.find((state) => state === row.state) ?? 'over',
    version: row.version,
    until: row.until,
    endedAt: row.endedAt,
    result: RESULTS.find((result) => result === row.result) ?? null,
  }
  if (row.kind === 'slow') {
    const slow = readJson(slowSchema, row.plan, 'ChannelLimit.plan')
    return { ...base, kind: 'slow', seconds: row.seconds ?? slow.before, slow }
  }
  const { changes } = readJson(changesSchema, row.plan, 'ChannelLimit.plan')
  return { ...base, kind: 'shut', changes }
}

/** By this there is one of each kind in a channel. */
export const openFor = ({ channelId, kind }: Pick<BeginLimit, 'channelId' | 'kind'>): string =>
  `${kind}:${channelId}`

/** The plan of a limit as it is stored: what was there before the first of them counts. */
export const storedAs = (input: BeginLimit, held: Limit | undefined): string => {
  if (input.kind === 'shut')
    return JSON.stringify({ changes: held?.kind === 'shut' ? held.changes : input.changes })
  const slow = held?.kind === 'slow' ? held.slow : { before: input.before, set: [] }
  return JSON.stringify({ before: slow.before, set: [...new Set([...slow.set, input.seconds])] })
}
