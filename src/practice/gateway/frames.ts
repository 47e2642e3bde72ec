import { z } from 'zod'

/** What a bot may send over the gateway. Source: Discord, Gateway Events, Send Events. */
export const frame = z.object({ op: z.number().int(), d: z.unknown().optional() })

/** Discord, Gateway Events, Update Presence. */
export const presence = z.object({
  since: z.number().nullish(),
  activities: z.array(
    z.object({
      name: z.string(),
      type: z.number().int(),
      state: z.string().nullish(),
      url: z.string().nullish(),
    }),
  ),
  status: z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']),
  afk: z.boolean().optional(),
})

/** What a bot shows of itself. */
export type Presence = z.infer<typeof presence>

/** Discord, Gateway Events, Identify. The intents are judged apart: what is no number there is 4013. */
export const identify = z.object({
  token: z.string(),
  intents: z.unknown(),
  properties: z.looseObject({}),
  compress: z.boolean().optional(),
  large_threshold: z.number().int().min(50).max(250).optional(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
  presence: presence.nullish(),
})

/** Discord, Gateway Events, Resume. */
export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().min(0) })

const oneId = z.union([
  z.string(),
  z
    .array(z.string())
    .length(1)
    .transform((ids) => ids[0] ?? ''),
])

/** Discord, Gateway Events, Request Guild Members. */
export const requestMembers = z
  .object({
    guild_id: oneId,
    query: z.string().optional(),
    limit: z.number().int().min(0).optional(),
    presences: z.boolean().optional(),
    user_ids: z.union([z.string().transform((id) => [id]), z.array(z.string()).max(100)]).optional(),
    nonce: z.unknown().optional(),
  })
  .refine((one) => (one.query === undefined) !== (one.user_ids === undefined))
  .refine((one) => one.query === undefined || one.limit !== undefined)

export type RequestMembers = z.infer<typeof requestMembers>

/** Discord, Gateway Events, Request Soundboard Sounds. */
export const requestSounds = z.object({ guild_ids: z.array(z.string()) })

/** Discord, Gateway Events, Request Channel Info. */
export const requestChannelInfo = z.object({ guild_id: z.string(), fields: z.array(z.string()) })
