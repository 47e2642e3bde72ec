import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { SwapIcon, WindowIcon } from '../icons.tsx'
import { avatarOf, personOf } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { theme } from '../theme.ts'
import type { Theme } from '../theme.ts'
import { placeOf } from '../who.ts'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

/** At the bottom left: who one is, being somebody else, and the colours. */
export function PersonPanel(): JSX.Element | null {
  const store = useStore()
  const open = useSignal(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const me = store.me.value
  const house = store.house.value

  useEffect(() => {
    if (!open.value) return undefined
    box.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
    const outside = (event: Event): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) === true) return
      if (button.current?.contains(event.target) !== true) open.value = false
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open.value])

  if (house === undefined || me === undefined) return null
  const person = house.people.find((one) => one.name === me.name)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    open.value = false
    button.current?.focus()
  }
  return (
    <div class="person" onKeyDown={onKeyDown}>
      {open.value && (
        <div class="person-menu" ref={box} id="person-menu">
          <People />
          <fieldset class="themes">
            <legend>{texts.theme}</legend>
            {THEMES.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme.value === one}
                  onChange={() => (theme.value = one)}
                />
                {texts.themes[one]}
              </label>
            ))}
          </fieldset>
        </div>
      )}
      <button
        ref={button}
        type="button"
        class="person-button"
        aria-expanded={open.value}
        aria-controls={open.value ? 'person-menu' : undefined}
        onClick={() => (open.value = !open.value)}
      >
        <img class="avatar" src={avatarOf({ id: me.id, name: me.displayName, bot: false })} alt="" />
        <span class="person-words">
          <span class="hidden">{texts.you} </span>
          <b>{me.displayName}</b>
          {person !== undefined && <span class="status">{texts.parts[person.part]}</span>}
          <span class="hidden">. {texts.bePerson}</span>
        </span>
        <SwapIcon />
      </button>
    </div>
  )
}

/** Everybody whom one can be, as links: so that another window can be another person. */
export function People(): JSX.Element {
  const store = useStore()
  const house = store.house.value
  const me = store.me.value
  return (
    <section aria-label={texts.bePerson}>
      <h2 class="category">{texts.bePerson}</h2>
      <ul>
        {house?.people.map((person) => {
          return (
            <li key={person.name} class="person-choice">
              <a
                class="person-link"
                href={placeOf(person.name)}
                aria-current={person.name === me?.name ? 'true' : undefined}
                data-person={person.name}
              >
                <img class="avatar" src={avatarOf(personOf(house, person))} alt="" />
                <span class="person-words">
                  <b>{person.displayName}</b>
                  <span class="status">{texts.parts[person.part]}</span>
                </span>
              </a>
              <a
                class="tool"
                href={placeOf(person.name)}
                target="_blank"
                rel="noopener"
                aria-label={texts.newWindow(person.displayName)}
                title={texts.newWindow(person.displayName)}
              >
                <WindowIcon />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
