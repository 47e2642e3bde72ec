import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { NEW_DM } from '../store.ts'
import type { Store } from '../store.ts'

/** Discord takes no more of somebody without Nitro. */
export const LONGEST = 2_000

export interface Sending {
  readonly send: () => Promise<void>
  /** Escape: no answer, no change, what was typed for it goes. */
  readonly stop: () => void
  /** Takes the last message of one's own to change it; false when there is none. */
  readonly editLast: () => boolean
  /** When the last message went, on the clock of this computer. */
  readonly sentAt: ReadonlySignal<number | undefined>
}

interface Field {
  readonly text: Signal<string>
  readonly refused: Signal<string | undefined>
  readonly field: { readonly current: HTMLTextAreaElement | null }
}

/** What becomes of what was typed. The field is empty at once; what did not go comes back into it. */
export function createSending(store: Store, channel: string, { text, refused, field }: Field): Sending {
  const sentAt = signal<number | undefined>(undefined)

  function stop(): void {
    if (store.editing.value !== undefined) text.value = ''
    store.editing.value = undefined
    store.replyingTo.value = undefined
    refused.value = undefined
  }

  async function send(): Promise<void> {
    const words = text.value.trim()
    if (words === '' || words.length > LONGEST) return
    const editing = store.editing.value?.message.id
    const replyTo = store.replyingTo.value?.message.id
    const before = { editing: store.editing.value, replyingTo: store.replyingTo.value }
    text.value = ''
    stop()
    const answer = await store.line.ask(
      editing !== undefined
        ? { do: 'edit', message: editing, text: words }
        : channel === NEW_DM
          ? { do: 'dm', text: words }
          : { do: 'say', channel, text: words, ...(replyTo === undefined ? {} : { replyTo }) },
    )
    if (answer.ok) {
      if (editing === undefined) sentAt.value = Date.now()
      return
    }
    refused.value = answer.why
    if (text.value !== '') return
    store.editing.value = before.editing
    store.replyingTo.value = before.replyingTo
    text.value = words
    field.current?.focus()
  }

  function editLast(): boolean {
    const me = store.me.value?.id
    const last = store
      .talk(channel)
      .messages.value.findLast(
        (one) => one.message.author.id === me && !one.onlyForYou && one.message.content !== '',
      )
    if (last === undefined) return false
    store.replyingTo.value = undefined
    store.editing.value = last
    return true
  }

  return { send, stop, editLast, sentAt }
}
