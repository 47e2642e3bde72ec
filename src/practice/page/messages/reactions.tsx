import type { APIMessage } from 'discord-api-types/v10'
import type { JSX } from 'preact'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'

/** Reactions under a message; pressing one adds mine to it, or takes it back. */
export function Reactions({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const store = useStore()
  const may = store.channel.value?.may.react === true
  const { reactions = [] } = message
  if (reactions.length === 0) return null
  return (
    <discord-reactions slot="reactions" class="reactions">
      {reactions.map(({ emoji, count, me }) => {
        const name = emoji.name ?? ''
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={me}
            aria-label={texts.reaction(name, count, me)}
            disabled={!may && !me}
            onClick={() => void store.attempt({ do: 'react', message: message.id, emoji: name })}
          >
            <discord-reaction emoji={name} count={count} reacted={me} />
          </button>
        )
      })}
    </discord-reactions>
  )
}
