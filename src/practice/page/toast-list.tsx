import type { JSX } from 'preact'
import { CloseIcon } from './icons.tsx'
import { useStore } from './slots.ts'
import { texts } from './texts.ts'

/** What did not go. Said aloud too. */
export function ToastList(): JSX.Element {
  const { toasts } = useStore()
  return (
    <div class="toasts" role="alert">
      {toasts.all.value.map(({ id, text }) => (
        <p key={id} class="toast">
          <span>{text}</span>
          <button type="button" class="tool" aria-label={texts.close} onClick={() => toasts.away(id)}>
            <CloseIcon />
          </button>
        </p>
      ))}
    </div>
  )
}
