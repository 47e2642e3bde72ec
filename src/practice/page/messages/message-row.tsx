import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { shownUser } from '../people.ts'
import { useSlots, useStore } from '../slots.ts'
import type { ShownMessage } from '../talk.ts'
import { texts } from '../texts.ts'
import { clockTime } from '../times.ts'
import { useLongPress } from './long-press.ts'
import { Message } from './message.tsx'

/** The place of a message in the list: one can stand on it with the keyboard, and ask for its menu. */
export function MessageRow({
  shown,
  first,
  tabIndex,
  onFocus,
}: {
  readonly shown: ShownMessage
  readonly first: boolean
  readonly tabIndex: 0 | -1
  readonly onFocus: (id: string) => void
}): JSX.Element {
  const store = useStore()
  const { messageTools: Tools } = useSlots()
  const { message } = shown
  // Its tools are there while one points at it, stands on it or has its menu open. On every message they would be a long
  // way for Tab.
  const near = useSignal(false)
  const active = near.value || store.menu.value?.shown.message.id === message.id
  const author = shownUser(store.house.value, message.author).name
  const time = clockTime(Date.parse(message.timestamp))
  const openMenu = (from: HTMLElement, x: number, y: number): void =>
    void (store.menu.value = { shown, x, y, from })
  const longPress = useLongPress(openMenu)
  return (
    <li class={first ? 'first' : ''}>
      <article
        {...longPress}
        class={`row${shown.onlyForYou ? ' for-you' : ''}`}
        data-roving
        data-message={message.id}
        tabIndex={tabIndex}
        aria-label={`${author}, ${time}${shown.onlyForYou ? `, ${texts.onlyYou}` : ''}`}
        aria-describedby={`words-${message.id}`}
        onFocus={() => onFocus(message.id)}
        onFocusIn={() => void (near.value = true)}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          near.value = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
        }}
        onPointerEnter={({ pointerType }) => {
          if (pointerType !== 'touch') near.value = true
        }}
        onPointerLeave={({ currentTarget }) => {
          near.value = currentTarget.contains(document.activeElement)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          const { currentTarget, clientX, clientY } = event
          const { left, top } = currentTarget.getBoundingClientRect()
          // From the keyboard there is no place: then at the message itself.
          if (clientX === 0 && clientY === 0) openMenu(currentTarget, left + 72, top + 8)
          else openMenu(currentTarget, clientX, clientY)
        }}
      >
        <div id={`words-${message.id}`}>
          <Message shown={shown} first={first} />
        </div>
        {active && Tools !== undefined && (
          <div class="tools">
            <Tools shown={shown} />
          </div>
        )}
      </article>
    </li>
  )
}
