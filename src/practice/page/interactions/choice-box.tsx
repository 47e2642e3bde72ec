import { Fragment } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { ChoiceList } from './choice-list.tsx'
import type { Pick } from './entities.ts'
import { EmojiMark } from './pick-line.tsx'
import { toggled } from './toggled.ts'

export interface ChoiceBoxProps {
  readonly id?: string
  /** What it is for: the words above it, or what stands in it while nothing is chosen. */
  readonly label: string
  readonly placeholder: string
  readonly picks: readonly Pick[]
  readonly chosen: readonly string[]
  readonly least: number
  readonly most: number
  readonly search?: boolean
  readonly disabled?: boolean
  /** It waits for the bot: it keeps the focus, and does nothing. */
  readonly busy?: boolean
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
  /** Further attributes of the button. */
  readonly marks?: Readonly<Record<string, string | true>>
  /** At each choice, or once when the list closes, as Discord does in a message. */
  readonly tells: 'each' | 'at the end'
  readonly onChange: (values: readonly string[]) => void
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))

/** A menu of choices: closed, what is chosen; open, the list of them. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { picks, placeholder, label, least, most, busy = false, disabled = false, tells, onChange } = props
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [working, setWorking] = useState<readonly string[]>(props.chosen)
  const chosen = open && tells === 'at the end' ? working : props.chosen
  const shown = chosen.flatMap((value) => picks.find((one) => one.value === value) ?? [])

  /** What stands in it, and so in its name. */
  const says = shown.length === 0 ? placeholder : shown.map((one) => one.label).join(' ')

  const start = (): void => {
    if (busy || disabled) return
    setWorking(props.chosen)
    setOpen(true)
  }
  const close = (sure: boolean): void => {
    setOpen(false)
    // Where somebody pressed elsewhere, that keeps the focus.
    if (document.activeElement?.closest('.choices') != null) button.current?.focus({ preventScroll: true })
    if (!sure || tells === 'each' || most === 1) return
    if (!same(working, props.chosen) && working.length >= least) onChange(working)
  }
  const toggle = (value: string): void => {
    const next = toggled(chosen, value, { least, most })
    if (most > 1 && tells === 'at the end') return setWorking(next)
    if (most === 1) close(false)
    onChange(next)
  }
  return (
    <>
      <button
        ref={button}
        id={props.id}
        type="button"
        {...props.marks}
        class={`choice-box ${props.invalid === true ? 'choice-invalid' : ''}`}
        disabled={disabled}
        aria-label={says === label ? label : `${label}: ${says}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-disabled={busy || undefined}
        aria-busy={busy || undefined}
        aria-describedby={props.describedBy}
        onClick={() => (open ? close(true) : start())}
        onKeyDown={(event) => {
          if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
          event.preventDefault()
          start()
        }}
      >
        {shown.length === 0 ? (
          <span class="choice-empty">{placeholder}</span>
        ) : (
          <span class="choice-chosen">
            {shown.map(({ value, label: words, emoji }, at) => (
              <Fragment key={value}>
                {at > 0 && ' '}
                <span class={most > 1 ? 'choice-chip' : 'choice-one'}>
                  <EmojiMark emoji={emoji} />
                  {words}
                </span>
              </Fragment>
            ))}
          </span>
        )}
        <span class="choice-arrow" aria-hidden="true" />
      </button>
      {open && (
        <ChoiceList
          label={label}
          picks={picks}
          chosen={chosen}
          least={least}
          most={most}
          search={props.search === true || picks.length > 25}
          anchor={button}
          onToggle={toggle}
          onClose={close}
        />
      )}
    </>
  )
}
