import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Pick } from './entities.ts'
import { fit, plain } from './match.ts'
import { PickLine } from './pick-line.tsx'
import { useFloating, usePressOutside } from './place.ts'
import { texts } from './texts.ts'
import { useActive, useInSight } from './use-active.ts'

export interface ChoiceListProps {
  readonly label: string
  readonly picks: readonly Pick[]
  readonly chosen: readonly string[]
  readonly least: number
  readonly most: number
  /** With a field to search in: for people, roles and channels. */
  readonly search: boolean
  readonly anchor: RefObject<HTMLElement | null>
  /** One was chosen, or taken back. */
  readonly onToggle: (value: string) => void
  /** It closes: `sure` says whether what was chosen is meant. */
  readonly onClose: (sure: boolean) => void
}

const matching = (picks: readonly Pick[], typed: string): readonly Pick[] =>
  typed.trim() === ''
    ? picks
    : picks.filter(({ label, description }) => fit(`${label} ${description ?? ''}`, typed) !== undefined)

/** The list of a menu of choices, over the page. It has the focus as long as it is open; the arrows move in it. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, picks, chosen, least, most, search, anchor, onToggle, onClose } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const shown = useMemo(() => matching(picks, typed), [picks, typed])
  const first = shown.findIndex(({ value }) => chosen.includes(value))
  const active = useActive(shown.length, Math.max(0, first))
  const several = most > 1
  const letters = useRef('')
  const forget = useRef<ReturnType<typeof setTimeout>>(undefined)
  const activeId = shown.length === 0 ? undefined : `${id}-${active.at}`
  useFloating(box, anchor, { side: 'below', asWide: true })
  // Only what is on the screen can have the focus, so after it was shown.
  useLayoutEffect(
    () => box.current?.querySelector<HTMLElement>('[data-steers]')?.focus({ preventScroll: true }),
    [],
  )
  usePressOutside([box, anchor], () => onClose(true))
  useInSight(activeId)

  const pick = (at: number): void => {
    const one = shown[at]
    if (one !== undefined) onToggle(one.value)
  }
  /** Typing letters goes to what begins with them, as in any list. */
  const goTo = (letter: string): void => {
    letters.current += letter
    clearTimeout(forget.current)
    forget.current = setTimeout(() => void (letters.current = ''), 700)
    const at = shown.findIndex((one) => plain(one.label).startsWith(plain(letters.current)))
    if (at >= 0) active.go(at)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (active.onKey(event, search)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onClose(false)
    }
    if (event.key === 'Tab') return onClose(true)
    if (event.key === 'Enter' || (event.key === ' ' && !search && letters.current === '')) {
      event.preventDefault()
      return pick(active.at)
    }
    if (!search && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      goTo(event.key)
  }
  const steers = {
    'aria-label': label,
    'aria-activedescendant': activeId,
    onKeyDown,
    'data-steers': true,
  }
  const options = shown.map((one, at) => (
    <div
      key={one.value}
      id={`${id}-${at}`}
      role="option"
      aria-selected={chosen.includes(one.value)}
      class={`pick ${at === active.at ? 'pick-active' : ''} ${chosen.includes(one.value) ? 'pick-chosen' : ''}`}
      onPointerMove={() => at !== active.at && active.go(at)}
      onClick={() => pick(at)}
    >
      <PickLine pick={one} />
      <span class={several ? 'pick-box' : 'pick-dot'} aria-hidden="true" />
    </div>
  ))
  return (
    <div ref={box} popover="manual" class="choices">
      {search && (
        <input
          {...steers}
          type="text"
          role="combobox"
          class="choices-search"
          placeholder={texts.search}
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={shown.length > 0 ? id : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            active.go(0)
          }}
        />
      )}
      {shown.length === 0 ? (
        <p class="choices-none">{texts.nothingFound}</p>
      ) : (
        <div
          id={id}
          role="listbox"
          class="choices-list"
          aria-label={label}
          aria-multiselectable={several}
          {...(search ? {} : { ...steers, tabIndex: 0 })}
        >
          {options}
        </div>
      )}
      {search && (
        <p role="status" class="hidden">
          {shown.length === 0 ? texts.nothingFound : texts.found(shown.length)}
        </p>
      )}
      {several && (
        <div class="choices-foot">
          <span role="status">{texts.chosen(chosen.length, least, most)}</span>
          <button type="button" class="small-button" tabIndex={-1} onClick={() => onClose(true)}>
            {texts.done}
          </button>
        </div>
      )}
    </div>
  )
}
