import type { Route } from '../request.ts'
import { ok } from '../request.ts'

/** Where the gateway is. Source: Discord, Gateway, Get Gateway Bot. */
export const gatewayRoutes = (url: () => string): Route[] => [
  { method: 'GET', path: '/gateway', open: true, handle: () => ok({ url: url() }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: () =>
      ok({
        url: url(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
      }),
  },
]
