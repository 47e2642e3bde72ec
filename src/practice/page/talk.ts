import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { APIMessage } from 'discord-api-types/v10'
import { compareIds } from './snowflakes.ts'

/** A message as this window shows it. */
export interface ShownMessage {
  readonly message: APIMessage
  /** An ephemeral answer: only this person sees it, until it is dismissed or the page is loaded again. */
  readonly onlyForYou: boolean
}

/** What this window knows of one channel. */
export interface Talk {
  /** In order of time. */
  readonly messages: Signal<readonly ShownMessage[]>
  readonly state: Signal<'empty' | 'asking' | 'ready' | 'failed'>
  /** Whether there are older messages than these. */
  readonly more: Signal<boolean>
  /** What was typed here and not sent yet. */
  readonly draft: Signal<string>
  /** Who is writing, by id. */
  readonly typing: Signal<readonly string[]>
  /** The last message that was read, when this channel was opened with something new: the line "Nieuw" stands behind it. */
  readonly readUpTo: Signal<string | undefined>
}

export const createTalk = (): Talk => ({
  messages: signal([]),
  state: signal('empty'),
  more: signal(false),
  draft: signal(''),
  typing: signal([]),
  readUpTo: signal(undefined),
})

const inOrder = (messages: Iterable<ShownMessage>): readonly ShownMessage[] =>
  [...messages].sort((one, other) => compareIds(one.message.id, other.message.id))

/** Puts messages in their place; one that is there already is replaced. */
export function withMessages(
  old: readonly ShownMessage[],
  more: readonly ShownMessage[],
): readonly ShownMessage[] {
  const all = new Map(old.map((one) => [one.message.id, one]))
  for (const one of more) all.set(one.message.id, one)
  return inOrder(all.values())
}

export const withoutMessage = (old: readonly ShownMessage[], id: string): readonly ShownMessage[] =>
  old.filter((one) => one.message.id !== id)

/** After a lost line: what the server says now, and the ephemeral answers that only this window has. */
export const renewed = (
  old: readonly ShownMessage[],
  fresh: readonly ShownMessage[],
): readonly ShownMessage[] =>
  withMessages(
    old.filter((one) => one.onlyForYou),
    fresh,
  )
