import { z } from 'zod'

/** What a bot may send over the gateway. Source: Discord, Gateway Events, Send Events. */
export const frame = z.object({ op: z.number().int(), d: z.unknown().optional() })

export const identify = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }).partial(),
  shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
})

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().min(0) })

export const requestMembers = z.object({
  guild_id: z.union([
    z.string(),
    z
      .array(z.string())
      .length(1)
      .transform((ids) => ids[0] ?? ''),
  ]),
  query: z.string().optional(),
  limit: z.number().int().min(0).optional(),
  user_ids: z.union([z.string().transform((id) => [id]), z.array(z.string()).max(100)]).optional(),
  nonce: z.string().max(32).optional(),
})
