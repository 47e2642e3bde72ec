import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  readonly labelledBy: string
  readonly describedBy?: string
  readonly class?: string
  /** What has the focus first; the first thing that can have it when absent. */
  readonly first?: RefObject<HTMLElement | null>
  /** Escape, or a press beside it. */
  readonly onAway: () => void
  readonly children: ComponentChildren
}

/**
 * Closing a dialog gives the focus back to where it was. When that and the dialog's own field are both fields in which
 * one types, Chromium takes the caret away again with the field that disappears: typing would do nothing.
 */
function refocus(): void {
  const back = document.activeElement
  if (!(back instanceof HTMLTextAreaElement || back instanceof HTMLInputElement)) return
  requestAnimationFrame(() => {
    if (document.activeElement !== back) return
    back.blur()
    back.focus({ preventScroll: true })
  })
}

/**
 * Something that must be dealt with first. The browser's own dialog keeps the focus in it, takes the page behind it away
 * from everybody, and gives the focus back where it was.
 */
export function Dialog({ labelledBy, describedBy, class: look = '', first, onAway, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isGone = useRef(false)
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    element.showModal()
    first?.current?.focus()
    return () => {
      isGone.current = true
      element.close()
      refocus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog ${look}`}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault()
        onAway()
      }}
      // A browser may close it without asking, where nobody did anything since it opened.
      onClose={() => {
        if (!isGone.current) onAway()
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onAway()
      }}
    >
      <div class="dialog-inside">{children}</div>
    </dialog>
  )
}
