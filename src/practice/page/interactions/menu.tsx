import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { NextIcon } from '../icons.tsx'
import { plain } from './match.ts'
import { type Anchor, useFloating, usePressOutside } from './place.ts'

export type MenuItem =
  | {
      readonly t: 'item'
      readonly key: string
      readonly words: string
      /** Beside the words, for who sees them. */
      readonly sign?: ComponentChildren
      readonly danger?: boolean
      /** Stands beside the one before it, such as the emoji. */
      readonly small?: boolean
      readonly run: () => void
    }
  | { readonly t: 'sub'; readonly key: string; readonly words: string; readonly items: readonly MenuItem[] }
  | { readonly t: 'line'; readonly key: string }

interface Props {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly anchor: Anchor
  readonly side: 'below' | 'right'
  /** It closes; the focus goes back where it came from, but where somebody pressed elsewhere. */
  readonly onClose: (giveBack: boolean) => void
  /** The button that opened it: a press on it closes the menu by the button's own doing. */
  readonly opener?: HTMLElement | undefined
  /** Of a menu in a menu: back to the one it came from. */
  readonly onBack?: () => void
}

/**
 * A menu: the focus moves through its lines with the arrows or with a first letter, Enter and Space choose, to the right
 * opens a menu in it, Escape and Tab close. Source: WAI-ARIA Authoring Practices, Menu.
 */
export function Menu({ label, items, anchor, side, opener, onClose, onBack }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<string>()
  useFloating(box, anchor, { side })
  useLayoutEffect(() => linesIn(box.current)[0]?.focus({ preventScroll: true }), [])
  usePressOutside([box, { current: opener ?? null }], () => {
    if (onBack === undefined) onClose(false)
  })

  const move = (event: KeyboardEvent): boolean => {
    const lines = linesIn(box.current)
    const at = lines.findIndex((line) => line === document.activeElement)
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % lines.length,
      ArrowUp: (at - 1 + lines.length) % lines.length,
      Home: 0,
      End: lines.length - 1,
    }
    const beside = items.some((item) => item.t === 'item' && item.small === true)
    const isSmall = document.activeElement?.classList.contains('menu-small') === true
    const next =
      to[event.key] ??
      (beside && isSmall && event.key === 'ArrowRight'
        ? at + 1
        : beside && isSmall && event.key === 'ArrowLeft'
          ? Math.max(0, at - 1)
          : event.key.length === 1 && event.key !== ' '
            ? byLetter(lines, at, event.key)
            : undefined)
    if (next === undefined) return false
    lines[next]?.focus({ preventScroll: true })
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.key
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const opens = document.activeElement?.getAttribute('aria-haspopup') === 'menu'
    if (key === 'ArrowRight' && opens) (document.activeElement as HTMLElement).click()
    else if (key === 'ArrowLeft' && onBack !== undefined) onBack()
    else if (key === 'Escape') {
      if (onBack === undefined) onClose(true)
      else onBack()
    } else if (key === 'Tab') onClose(true)
    else if (!move(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={box} popover="manual" class="menu" onKeyDown={onKeyDown}>
      <ul role="menu" aria-label={label} class="menu-lines">
        {items.map((item) => (
          <MenuLine
            key={item.key}
            item={item}
            isOpen={open === item.key}
            onOpen={(wanted) => setOpen(wanted ? item.key : undefined)}
            onClose={onClose}
          />
        ))}
      </ul>
    </div>
  )
}

/** The lines of this menu that can have the focus, without those of a menu in it. */
const linesIn = (box: HTMLElement | null): readonly HTMLElement[] =>
  [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].filter(
    (line) => line.closest('.menu') === box,
  )

/** The next line that begins with a letter, from the one that has the focus. */
function byLetter(lines: readonly HTMLElement[], at: number, letter: string): number | undefined {
  const order = [...lines.keys()].map((_, step) => (at + 1 + step) % lines.length)
  return order.find((line) => plain(lines[line]?.dataset['words'] ?? '').startsWith(plain(letter)))
}

interface LineProps {
  readonly item: MenuItem
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
  readonly onClose: (giveBack: boolean) => void
}

function MenuLine({ item, isOpen, onOpen, onClose }: LineProps): ComponentChildren {
  const button = useRef<HTMLButtonElement>(null)
  if (item.t === 'line') return <li role="separator" class="menu-separator" />
  if (item.t === 'item') {
    return (
      <li role="none" class={item.small === true ? 'menu-beside' : ''}>
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          data-words={item.words}
          class={`menu-line ${item.danger === true ? 'menu-danger' : ''} ${item.small === true ? 'menu-small' : ''}`}
          aria-label={item.small === true ? item.words : undefined}
          onClick={() => {
            onClose(true)
            item.run()
          }}
        >
          {item.small !== true && <span>{item.words}</span>}
          {item.sign !== undefined && <span aria-hidden="true">{item.sign}</span>}
        </button>
      </li>
    )
  }
  return (
    <li role="none">
      <button
        ref={button}
        type="button"
        role="menuitem"
        tabIndex={-1}
        data-words={item.words}
        class="menu-line"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <span>{item.words}</span>
        <NextIcon />
      </button>
      {isOpen && (
        <Menu
          label={item.words}
          items={item.items}
          anchor={button}
          side="right"
          onClose={onClose}
          onBack={() => {
            onOpen(false)
            button.current?.focus({ preventScroll: true })
          }}
        />
      )}
    </li>
  )
}
