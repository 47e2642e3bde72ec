import type { JSX } from 'preact'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'

/** Who is writing here. */
export function TypingLine({ channel }: { readonly channel: string }): JSX.Element {
  const store = useStore()
  const members = store.house.value?.members ?? []
  const names = store
    .talk(channel)
    .typing.value.flatMap((id) => members.find((one) => one.id === id)?.displayName ?? [])
  return (
    <p class="typing">
      {names.length > 0 && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {texts.typing(names)}
        </>
      )}
    </p>
  )
}
