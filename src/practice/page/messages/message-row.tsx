import { useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { shownUser } from '../people.ts'
import { useSlots, useStore } from '../slots.ts'
import type { ShownMessage } from '../talk.ts'
import { texts } from '../texts.ts'
import { clockTime } from '../times.ts'
import { Message } from './message.tsx'

const LONG_PRESS_MS = 500
/** A finger that moves further is scrolling. */
const STILL_PX = 10

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
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(undefined)
  const author = shownUser(store.house.value, message.author).name
  const time = clockTime(Date.parse(message.timestamp))

  const openMenu = (from: HTMLElement, x: number, y: number): void =>
    void (store.menu.value = { shown, x, y, from })
  const letGo = (): void => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return (
    <li class={first ? 'first' : ''}>
      <article
        class={`row${shown.onlyForYou ? ' for-you' : ''}`}
        data-roving
        data-message={message.id}
        tabIndex={tabIndex}
        aria-label={`${author}, ${time}${shown.onlyForYou ? `, ${texts.onlyYou}` : ''}`}
        aria-describedby={`words-${message.id}`}
        onFocus={(event) => {
          if (event.target === event.currentTarget) onFocus(message.id)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          const box = event.currentTarget.getBoundingClientRect()
          // From the keyboard there is no place: then at the message itself.
          const keyboard = event.clientX === 0 && event.clientY === 0
          openMenu(
            event.currentTarget,
            keyboard ? box.left + 72 : event.clientX,
            keyboard ? box.top + 8 : event.clientY,
          )
        }}
        onPointerDown={(event) => {
          if (event.pointerType !== 'touch') return
          const { currentTarget, clientX: x, clientY: y } = event
          press.current = { x, y, timer: setTimeout(() => openMenu(currentTarget, x, y), LONG_PRESS_MS) }
        }}
        onPointerMove={(event) => {
          const { current } = press
          if (
            current !== undefined &&
            Math.hypot(event.clientX - current.x, event.clientY - current.y) > STILL_PX
          )
            letGo()
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <div id={`words-${message.id}`}>
          <Message shown={shown} first={first} />
        </div>
        {Tools !== undefined && (
          <div class="tools">
            <Tools shown={shown} />
          </div>
        )}
      </article>
    </li>
  )
}
