import { WindowIcon } from '../icons.tsx'
import { EmojiMark } from './pick-line.tsx'
import type { ButtonPart } from './parts.ts'
import { texts } from './texts.ts'

/** Discord's numbers, as names for the look of a button. */
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'link' } as const

interface Props {
  readonly part: ButtonPart
  /** This one waits for the bot. */
  readonly waits: boolean
  /** Something on this message waits: as in Discord, nothing else can be pressed meanwhile. */
  readonly blocked: boolean
  readonly onPress: () => void
}

/** A button of the bot. While it waits it keeps the focus, so that nobody who uses the keyboard is thrown off. */
export function BotButton({ part, waits, blocked, onPress }: Props) {
  const { style, label, emoji, disabled = false } = part
  const forSale = style === 6
  const name = label ?? (forSale ? texts.forSale : emoji?.name) ?? ''
  return (
    <button
      type="button"
      class={`bot-button bot-${STYLES[style]} ${waits ? 'bot-waits' : ''}`}
      disabled={disabled || forSale}
      aria-disabled={blocked || undefined}
      aria-busy={waits || undefined}
      aria-label={label === undefined ? name : undefined}
      onClick={() => {
        if (!blocked) onPress()
      }}
    >
      <EmojiMark emoji={emoji} />
      {label !== undefined && <span class="bot-label">{label}</span>}
      {style === 5 && <WindowIcon />}
    </button>
  )
}
