import { z } from 'zod'
import { openThread } from '../../acts/open-thread.ts'
import { postMessage } from '../../acts/post-message.ts'
import { discordError } from '../../errors.ts'
import { has } from '../../permissions.ts'
import { channelOr404, demand, permissionsIn } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
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

/** REQUIRE_TAG of a forum. Source: Discord, Channels Resource, Channel Flags. */
const requiresTag = 1 << 4

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
  checkTags(hub, forum, tags)
  if (tags.length === 0 && ((forum.flags ?? 0) & requiresTag) !== 0) throw discordError(40067)
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

/** Tags must be those of the forum (10087); a moderated one needs MANAGE_THREADS. Works for a forum and a post in it. */
export function checkTags(hub: Hub, channel: StoredChannel, tags: readonly string[]): void {
  const forum = channel.thread === undefined ? channel : channelOr404(hub, channel.parentId ?? '')
  for (const id of tags) {
    const tag = forum.availableTags?.find((one) => one.id === id)
    if (tag === undefined) throw discordError(10087)
    if (tag.moderated && !has(permissionsIn(hub, hub.app.botId, forum), 'ManageThreads'))
      throw discordError(50013)
  }
}
