import type { By } from '../../acts/members.ts'
import type { RestRequest } from '../request.ts'

/** The bot, with the reason that it gave: who did what a request asks for. */
export const byBot = (request: RestRequest): By => ({
  id: request.hub.app.botId,
  reason: request.reason,
})
