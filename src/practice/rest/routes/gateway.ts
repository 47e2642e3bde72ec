import type { Route } from '../request.ts'
import { ok } from '../request.ts'

/** What the routes need to know of the gateway. */
export interface GatewayInfo {
  readonly url: string
  readonly shards: number
  readonly session_start_limit: object
}

/** Where the gateway is, and how often a bot may start there. Source: Discord, Gateway, Get Gateway; Get Gateway Bot. */
export const gatewayRoutes = (info: () => GatewayInfo): Route[] => [
  { method: 'GET', path: '/gateway', open: true, handle: () => ok({ url: info().url }) },
  { method: 'GET', path: '/gateway/bot', handle: () => ok(info()) },
]
