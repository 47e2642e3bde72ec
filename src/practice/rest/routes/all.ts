import type { Route } from '../request.ts'
import { channelRoutes } from './channels.ts'
import { commandRoutes } from './commands.ts'
import { gatewayRoutes } from './gateway.ts'
import type { GatewayInfo } from './gateway.ts'
import { guildRoutes } from './guilds.ts'
import { interactionRoutes } from './interactions.ts'
import { messageRoutes } from './messages.ts'
import { threadRoutes } from './threads.ts'
import { userRoutes } from './users.ts'

/** Every route that the local Discord has. */
export const allRoutes = (gatewayInfo: () => GatewayInfo): Route[] => [
  ...gatewayRoutes(gatewayInfo),
  ...userRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...interactionRoutes,
]
