import { z } from 'zod'
import { settleComponents, withoutEmpty } from '../acts/components.ts'
import { settleEmbeds } from '../acts/embeds.ts'
import { changeMessage } from '../acts/edit-message.ts'
import { postMessage } from '../acts/post-message.ts'
import { discordError } from '../errors.ts'
import { check, integer, invalidForm, listOf, text } from '../rest/check/form.ts'
import { answerMessage, editMessage, flag } from '../rest/check/message.ts'
import type { AnswerBody } from '../rest/check/message.ts'
import { modal } from '../rest/check/modal.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredAttachment, StoredMessage } from '../state/model.ts'
import { channelOr404 } from '../state/find.ts'
import { answerWithin } from './model.ts'
import type { StoredInteraction } from './model.ts'
import { originFor } from './origin.ts'
import { originalOf } from './original.ts'
import { fail, tell } from './start.ts'

const callback = z.object({ type: integer, data: z.unknown().optional() })
const choices = z.object({
  choices: listOf(z.object({ name: text(1, 100), value: z.union([text(1, 100), z.number()]) }), 0, 25),
})
const deferral = z.object({ flags: integer.nullish() }).nullish()

/** What came of answering: the kind of answer, and the message where there is one. */
export interface Answered {
  readonly type: number
  readonly message: StoredMessage | undefined
}

/**
 * The first and only answer to an interaction.
 * Throws 10062 when it comes after three seconds, 40060 when there was one already, 50035 for what does not fit.
 * Source: Discord, Receiving and Responding, Create Interaction Response.
 */
export function answerInteraction(
  hub: Hub,
  interaction: StoredInteraction,
  body: unknown,
  attachments: readonly StoredAttachment[],
): Answered {
  if (interaction.answer !== undefined) throw discordError(40060)
  if (interaction.failed || hub.now() - interaction.createdAt > answerWithin) {
    fail(hub, interaction)
    throw discordError(10062)
  }
  const { type, data } = check(callback, body)
  if (!allowedAnswers(interaction).includes(type)) {
    throw invalidForm([
      {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of (${allowedAnswers(interaction).join(', ')}).`,
        path: ['type'],
      },
    ])
  }
  const message = within(['data'], () => give(hub, interaction, type, data, attachments))
  return { type, message }
}

/** Which kinds of answers an interaction takes: updates only from a message, no modal after a modal. */
function allowedAnswers(interaction: StoredInteraction): number[] {
  if (interaction.type === 4) return [8]
  const fromMessage = interaction.sourceMessageId !== undefined
  return [4, 5, ...(fromMessage ? [6, 7] : []), ...(interaction.type === 5 ? [] : [9])]
}

function give(
  hub: Hub,
  interaction: StoredInteraction,
  type: number,
  data: unknown,
  attachments: readonly StoredAttachment[],
): StoredMessage | undefined {
  switch (type) {
    case 4: {
      const content = check(answerMessage, data ?? {})
      return settled(hub, interaction, 'message', postAnswer(hub, interaction, content, attachments))
    }
    case 5: {
      const flags = ((check(deferral, data)?.flags ?? 0) & flag.ephemeral) | flag.loading
      interaction.loading = true
      return settled(hub, interaction, 'deferred', post(hub, interaction, { flags }, []))
    }
    case 6:
      return settled(hub, interaction, 'deferred-update', originalOf(hub, interaction))
    case 7: {
      const there = originalOf(hub, interaction)
      if (there === undefined) throw discordError(10008)
      applyEdit(hub, there, data ?? {}, attachments)
      return settled(hub, interaction, 'updated', there)
    }
    case 8:
      interaction.choices = check(choices, data).choices
      return settled(hub, interaction, 'choices', undefined)
    default:
      interaction.modal = withoutEmpty(check(modal, data)) as NonNullable<StoredInteraction['modal']>
      return settled(hub, interaction, 'modal', undefined)
  }
}

function settled(
  hub: Hub,
  interaction: StoredInteraction,
  answer: NonNullable<StoredInteraction['answer']>,
  message: StoredMessage | undefined,
): StoredMessage | undefined {
  interaction.answer = answer
  interaction.originalId = message?.id
  interaction.ephemeral = message?.onlyFor !== undefined
  tell(hub, interaction, { kind: 'answered' })
  return message
}

/** Posts an answer or a follow-up with content; 50006 when it has none. */
export function postAnswer(
  hub: Hub,
  interaction: StoredInteraction,
  body: AnswerBody,
  attachments: readonly StoredAttachment[],
  isFollowup = false,
): StoredMessage {
  if (!body.content?.trim() && !body.embeds?.length && !body.components?.length && attachments.length === 0) {
    throw discordError(50006)
  }
  const settable = flag.suppressEmbeds | flag.ephemeral | flag.v2 | flag.suppressNotifications
  return post(hub, interaction, { ...body, flags: (body.flags ?? 0) & settable }, attachments, isFollowup)
}

function post(
  hub: Hub,
  interaction: StoredInteraction,
  body: AnswerBody,
  attachments: readonly StoredAttachment[],
  isFollowup = false,
): StoredMessage {
  const flags = body.flags ?? 0
  const channel = channelOr404(hub, interaction.channelId)
  const source = interaction.sourceMessageId
  const replyTo = isFollowup
    ? originalOf(hub, interaction)
    : source === undefined
      ? undefined
      : channel.messages.get(source)
  return postMessage(hub, {
    channel,
    authorId: hub.app.botId,
    content: (body.content ?? '').trim(),
    embeds: settleEmbeds(body.embeds),
    components: settleComponents(body.components, hub.newId),
    attachments,
    flags,
    allowed:
      body.allowed_mentions ??
      (replyTo === undefined ? undefined : { parse: ['users', 'roles', 'everyone'] }),
    type: messageType(interaction, isFollowup),
    replyTo: replyTo?.onlyFor === undefined ? replyTo : undefined,
    origin: originFor(interaction, isFollowup),
    onlyFor: (flags & flag.ephemeral) === 0 ? undefined : interaction.userId,
  })
}

/** 20 and 23 show "… used /praat"; what answers a component or follows up is a reply. */
function messageType(interaction: StoredInteraction, isFollowup: boolean): number {
  if (isFollowup) return 19
  if (interaction.type === 2) return interaction.commandType === 1 ? 20 : 23
  return interaction.sourceMessageId === undefined ? 0 : 19
}

/** Edits a message that belongs to an interaction; ends its loading. */
export function applyEdit(
  hub: Hub,
  message: StoredMessage,
  body: unknown,
  attachments: readonly StoredAttachment[],
): void {
  const edit = check(editMessage(message.flags), body)
  const wasLoading = (message.flags & flag.loading) !== 0
  // IS_COMPONENTS_V2 cannot be taken off; SUPPRESS_EMBEDS can.
  const changeable = edit.flags == null ? 0 : flag.suppressEmbeds
  const asked = (edit.flags ?? 0) & (flag.suppressEmbeds | flag.v2)
  const change = {
    ...(edit.content === undefined ? {} : { content: (edit.content ?? '').trim() }),
    ...(edit.embeds === undefined ? {} : { embeds: settleEmbeds(edit.embeds) }),
    ...(edit.components === undefined ? {} : { components: settleComponents(edit.components, hub.newId) }),
    ...(edit.attachments === undefined && attachments.length === 0
      ? {}
      : { attachments: [...keptAttachments(message, edit.attachments), ...attachments] }),
    flags: (message.flags & ~(flag.loading | changeable)) | asked,
  }
  const after = { ...message, ...change }
  if (!after.content && !after.embeds.length && !after.components.length && !after.attachments.length) {
    throw discordError(50006)
  }
  changeMessage(hub, message, { ...change, allowed: edit.allowed_mentions }, wasLoading)
}

/** Of the attachments that a message had, those that an edit names; all when it names none. */
export function keptAttachments(
  message: StoredMessage,
  named: readonly { id: string }[] | null | undefined,
): StoredAttachment[] {
  if (named === undefined) return [...message.attachments]
  const ids = new Set((named ?? []).map((one) => one.id))
  return message.attachments.filter((one) => ids.has(one.id))
}

/** Puts the path of a part in front of the faults found in it. */
function within<T>(path: readonly string[], run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error) || !('errors' in error) || error.errors === undefined) throw error
    const nested = path.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), error.errors)
    throw discordError(50035, nested as never)
  }
}
