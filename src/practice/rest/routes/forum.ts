import { z } from 'zod'
import { checkTags } from '../../acts/change-thread.ts'
import { openThread } from '../../acts/open-thread.ts'
import { postMessage } from '../../acts/post-message.ts'
import { demand } from '../../state/find.ts'
import type { StoredChannel } from '../../state/model.ts'
import { renderChannel } from '../../state/render.ts'
import { namedIn, takeFiles } from '../attachments.ts'
import { check, snowflake, text } from '../check/form.ts'
import { archiveAfter, slowmode } from '../check/guild.ts'
import { postMessageBody } from '../check/message.ts'
import { compose } from '../compose.ts'
import type { RestRequest } from '../request.ts'
import { created } from '../request.ts'
import { shown } from './messages.ts'

const post = z.object({
  name: text(1, 100),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
  applied_tags: z.array(snowflake).max(5).nullish(),
  message: postMessageBody,
})

/**
 * Starts a post: a thread in a forum with its first message, which has the id of the thread. Needs SEND_MESSAGES.
 * Source: Discord, Channels Resource, Start Thread in Forum or Media Channel.
 */
export function startPost(request: RestRequest, forum: StoredChannel) {
  const { hub } = request
  demand(hub, hub.app.botId, forum, 'SendMessages')
  const wanted = check(post, request.body)
  const tags = wanted.applied_tags ?? []
  checkTags(hub, forum, tags, hub.app.botId)
  const given = (request.body as { message?: unknown }).message
  const files = takeFiles(hub, request.files, namedIn(given))
  const composed = compose(hub, forum, wanted.message, files)
  const thread = openThread(hub, {
    parent: forum,
    name: wanted.name,
    ownerId: hub.app.botId,
    isPrivate: false,
    invitable: true,
    autoArchiveMinutes: wanted.auto_archive_duration ?? 4320,
    slowmodeSeconds: wanted.rate_limit_per_user ?? forum.defaultThreadSlowmode ?? 0,
    appliedTags: tags,
    reason: request.reason,
  })
  const message = postMessage(hub, { ...composed, id: thread.id, channel: thread })
  return created({ ...renderChannel(hub, thread), message: shown(hub, message) })
}
