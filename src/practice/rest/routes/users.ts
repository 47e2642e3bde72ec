import { z } from 'zod'
import { openDm } from '../../acts/open-dm.ts'
import { discordError } from '../../errors.ts'
import { renderApplication } from '../../state/render-guild.ts'
import { renderChannel, renderUser, userOf } from '../../state/render.ts'
import { check, snowflake } from '../check/form.ts'
import type { Route } from '../request.ts'
import { ok, param } from '../request.ts'

const recipient = z.object({ recipient_id: snowflake })

/** The bot itself, other people, and direct messages. */
export const userRoutes: Route[] = [
  {
    method: 'GET',
    path: '/users/@me',
    handle: ({ hub }) =>
      ok({
        ...renderUser(userOf(hub, hub.app.botId)),
        mfa_enabled: true,
        locale: 'nl',
        premium_type: 0,
        email: null,
        verified: true,
      }),
  },
  {
    method: 'GET',
    path: '/users/{user}',
    handle(request) {
      const user = request.hub.users.get(param(request, 'user'))
      if (user === undefined) throw discordError(10013)
      return ok(renderUser(user))
    },
  },
  { method: 'GET', path: '/applications/@me', handle: ({ hub }) => ok(renderApplication(hub)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ hub }) => ok(renderApplication(hub)) },
  {
    method: 'POST',
    path: '/users/@me/channels',
    handle({ hub, body }) {
      const { recipient_id: id } = check(recipient, body)
      const user = hub.users.get(id)
      if (user === undefined) throw discordError(10013)
      if (user.bot) throw discordError(50007)
      return ok(renderChannel(hub, openDm(hub, id)))
    },
  },
]
