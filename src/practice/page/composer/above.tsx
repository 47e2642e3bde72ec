import type { JSX } from 'preact'
import { CloseIcon } from '../icons.tsx'
import { shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'

/** Over the field: which message is answered, or changed. */
export function Above({ onStop }: { readonly onStop: () => void }): JSX.Element | null {
  const store = useStore()
  const replying = store.replyingTo.value
  const editing = store.editing.value !== undefined
  if (!editing && replying === undefined) return null
  const says = editing
    ? texts.editing
    : texts.replying(replying === undefined ? '' : shownUser(store.house.value, replying.message.author).name)
  return (
    <div class="above">
      <span role="status">{says}</span>
      <button
        type="button"
        class="tool"
        aria-label={editing ? texts.stopEditing : texts.stopReplying}
        onClick={onStop}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
