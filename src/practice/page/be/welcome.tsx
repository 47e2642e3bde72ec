import { useEffect, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import type { PersonView } from '../../web/protocol.ts'
import { avatarOf, personOf } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { placeOf } from '../who.ts'

const PARTS: readonly PersonView['part'][] = ['young', 'youth-worker', 'moderator', 'contact']

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
  const sections = PARTS.map((part) => ({ part, people: people.filter((one) => one.part === part) }))
  return (
    <dialog
      ref={dialog}
      class="welcome"
      aria-labelledby="welcome-title"
      onCancel={(event) => {
        event.preventDefault()
        const [first] = people
        if (first !== undefined) location.hash = placeOf(first.name)
      }}
    >
      <h2 id="welcome-title">{texts.welcome}</h2>
      <p>{texts.welcomeText}</p>
      <p>{texts.welcomeChoose}</p>
      {sections.map(
        ({ part, people: some }) =>
          some.length > 0 && (
            <section key={part} class="welcome-part">
              <h3>{texts.parts[part]}</h3>
              <p class="welcome-does">{texts.welcomeParts[part]}</p>
              <ul class="welcome-people">
                {some.map((person) => (
                  <li key={person.name}>
                    <a class="welcome-person" href={placeOf(person.name)} data-person={person.name}>
                      <img class="avatar" src={avatarOf(personOf(house, person))} alt="" />
                      {person.displayName}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </dialog>
  )
}
