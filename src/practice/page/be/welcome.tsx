import { useEffect, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { avatarOf } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { placeOf } from '../who.ts'

/** What a newcomer sees first: what this is, and whom they can be. */
export function Welcome(): JSX.Element | null {
  const store = useStore()
  const dialog = useRef<HTMLDialogElement>(null)
  const house = store.house.value
  const people = house?.people ?? []
  useEffect(() => {
    if (people.length > 0 && dialog.current?.open === false) dialog.current.showModal()
  }, [people.length > 0])
  if (house === undefined) return null
  // One of each part: the others are a step further, at the bottom left.
  const shown = people.filter((one, n) => people.findIndex((other) => other.part === one.part) === n)
  return (
    <dialog
      ref={dialog}
      class="welcome"
      aria-labelledby="welcome-title"
      onCancel={(event) => {
        event.preventDefault()
        const first = shown[0]
        if (first !== undefined) location.hash = placeOf(first.name)
      }}
    >
      <h2 id="welcome-title">{texts.welcome}</h2>
      <p>{texts.welcomeText}</p>
      <p>{texts.welcomeChoose}</p>
      <ul class="welcome-people">
        {shown.map((person) => (
          <li key={person.name}>
            <a class="welcome-person" href={placeOf(person.name)} data-person={person.name}>
              <img
                class="avatar"
                src={avatarOf({
                  id: house.members.find((one) => one.name === person.name)?.id ?? '0',
                  name: person.displayName,
                  bot: false,
                })}
                alt=""
              />
              <span>
                <b>{person.displayName}</b>, {texts.parts[person.part]}
                <span class="status">{texts.welcomeParts[person.part]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </dialog>
  )
}
