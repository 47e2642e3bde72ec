import type { ComponentChildren } from 'preact'
import { PencilIcon, ReplyIcon } from '../icons.tsx'
import type { MenuWish, Store } from '../store.ts'
import type { ShownMessage } from '../talk.ts'
import { handsOf } from './hands.ts'
import type { MenuItem } from './menu.tsx'
import { type MessageActs, messageActs, QUICK_EMOJI } from './message-acts.ts'
import { texts } from './texts.ts'

/** What the menu asks before it does it. */
export interface Question {
  readonly ask: 'emoji' | 'delete'
  readonly shown: ShownMessage
}

type More = { readonly sign?: ComponentChildren; readonly danger?: boolean; readonly small?: boolean }

const item = (
  when: boolean,
  key: string,
  words: string,
  run: () => void,
  more: More = {},
): readonly MenuItem[] => (when ? [{ t: 'item', key, words, run, ...more }] : [])

const line = (when: boolean, key: string): readonly MenuItem[] => (when ? [{ t: 'line', key }] : [])

/** What the person of this window can do with a message. */
export function actsOn(store: Store, { message, onlyForYou }: ShownMessage): MessageActs {
  const house = store.house.value
  return messageActs(message, onlyForYou, {
    me: house?.me ?? '',
    channel: house?.channels.find((one) => one.id === message.channel_id),
    commands: house?.commands ?? [],
  })
}

/** The lines of the menu on a message, for who opened it. */
export function itemsFor(
  store: Store,
  { shown }: MenuWish,
  ask: (question: Question) => void,
): readonly MenuItem[] {
  const { message } = shown
  const can = actsOn(store, shown)
  const react = (emoji: string) => () => void store.attempt({ do: 'react', message: message.id, emoji })
  const apps: readonly MenuItem[] =
    can.apps.length === 0
      ? []
      : [
          {
            t: 'sub',
            key: 'apps',
            words: texts.apps,
            items: can.apps.flatMap(({ id, name }) =>
              item(true, id, name, () => void handsOf(store).useOn(message.id, name)),
            ),
          },
        ]
  return [
    ...QUICK_EMOJI.flatMap((emoji) =>
      item(can.react, emoji, texts.reactWith(emoji), react(emoji), { sign: emoji, small: true }),
    ),
    ...item(can.react, 'emoji', texts.otherEmoji, () => ask({ ask: 'emoji', shown })),
    ...line(can.react, 'after-emoji'),
    ...item(can.reply, 'reply', texts.reply, () => void (store.replyingTo.value = shown), {
      sign: <ReplyIcon />,
    }),
    ...item(can.edit, 'edit', texts.edit, () => void (store.editing.value = shown), { sign: <PencilIcon /> }),
    ...apps,
    // Another object each time: who closed the wall can look behind the same message again.
    ...item(can.look, 'look', texts.look, () => void (store.chosen.value = { ...shown })),
    ...item(true, 'copy', texts.copyId, () => void copyId(store, message.id)),
    ...line(can.delete, 'before-delete'),
    ...item(can.delete, 'delete', texts.delete, () => ask({ ask: 'delete', shown }), { danger: true }),
  ]
}

async function copyId(store: Store, id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(id)
    store.toasts.show(texts.copied)
  } catch {
    // A browser that lets nobody write on the clipboard: then it can at least be read.
    store.toasts.show(texts.copyFailed(id))
  }
}
