import { useEffect, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { CloseIcon } from './icons.tsx'
import { MemberList } from './members/member-list.tsx'
import { Pins } from './messages/pins.tsx'
import { useSlots, useStore } from './slots.ts'
import { texts } from './texts.ts'

/** What stands at the right of the messages. On a narrow screen it lies over them. */
export function Panel(): JSX.Element | null {
  const store = useStore()
  const { drawers = [] } = useSlots()
  const box = useRef<HTMLElement>(null)
  const id = store.panel.value
  const before = useRef(id)
  useEffect(() => {
    // Who opens a panel wants to be in it; the members that stand there from the start take no focus.
    if (before.current !== id && id !== undefined) box.current?.focus()
    before.current = id
  }, [id])
  if (id === undefined) return null
  const drawer = drawers.find((one) => one.id === id)
  const label = drawer?.label ?? (id === 'pins' ? texts.pins : texts.members)
  const View = drawer?.view ?? (id === 'pins' ? Pins : MemberList)
  const close = (): void => {
    store.panel.value = undefined
    document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(id)}"]`)?.focus()
  }
  return (
    <aside
      id="panel"
      ref={box}
      class={`panel panel-${id}`}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div class="panel-head">
        <h2>{label}</h2>
        <button type="button" class="tool" aria-label={`${texts.close}: ${label}`} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      {/* A list without anything to press is scrolled with the keyboard all the same. */}
      <div class="panel-body" tabIndex={drawer === undefined ? 0 : undefined}>
        <View />
      </div>
    </aside>
  )
}
