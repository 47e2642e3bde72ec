import type { Emoji } from './parts.ts'
import type { Pick } from './entities.ts'
import { texts } from './texts.ts'

/** An emoji of the bot. One of a server's own is only named: nothing is fetched from elsewhere. */
export function EmojiMark({ emoji }: { readonly emoji: Emoji | undefined }) {
  if (emoji?.name == null) return null
  return emoji.id == null ? (
    <span class="mark-emoji">{emoji.name}</span>
  ) : (
    <span class="mark-emoji mark-named">:{emoji.name}:</span>
  )
}

const SIGNS = { person: '@', role: '@', channel: '#' } as const

/** What stands on one line of a list of choices. */
export function PickLine({ pick }: { readonly pick: Pick }) {
  const { kind, color, label, description, emoji } = pick
  return (
    <>
      {kind !== undefined && (
        <span
          class={`mark-kind mark-${kind}`}
          style={
            color === undefined || color === 0 ? {} : { color: `#${color.toString(16).padStart(6, '0')}` }
          }
          aria-hidden="true"
        >
          {SIGNS[kind]}
        </span>
      )}
      <EmojiMark emoji={emoji} />
      <span class="pick-words">
        <span class="pick-label">{label}</span>
        {kind !== undefined && <span class="hidden">, {texts.kinds[kind]}</span>}
        {description !== undefined && <span class="pick-description">{description}</span>}
      </span>
    </>
  )
}
