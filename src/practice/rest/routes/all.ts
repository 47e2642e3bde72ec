import type { Route } from '../request.ts'
import { auditLogRoutes } from './audit-log.ts'
import { channelSettingRoutes } from './channel-settings.ts'
import { autoModerationRoutes } from './auto-moderation.ts'
import { channelRoutes } from './channels.ts'
import { commandPermissionRoutes } from './command-permissions.ts'
import { commandRoutes } from './commands.ts'
import { gatewayRoutes } from './gateway.ts'
import type { GatewayInfo } from './gateway.ts'
import { guildRoutes } from './guilds.ts'
import { interactionRoutes } from './interactions.ts'
import { memberRoutes } from './members.ts'
import { messageRoutes } from './messages.ts'
import { reactionRoutes } from './reactions.ts'
import { roleRoutes } from './roles.ts'
import { threadListRoutes } from './thread-lists.ts'
import { threadRoutes } from './threads.ts'
import { userRoutes } from './users.ts'
import { webhookTokenRoutes } from './webhook-token.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every route that the local Discord has. */
export const allRoutes = (gatewayInfo: () => GatewayInfo): Route[] => [
  ...gatewayRoutes(gatewayInfo),
  ...userRoutes,
  ...commandRoutes,
  ...commandPermissionRoutes,
  ...guildRoutes,
  ...autoModerationRoutes,
  ...channelSettingRoutes,
  ...roleRoutes,
  ...memberRoutes,
  ...auditLogRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...threadListRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...webhookTokenRoutes,
]
