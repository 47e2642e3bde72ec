import { useId, useRef, useState } from 'preact/hooks'
import { shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import type { ShownMessage } from '../talk.ts'
import { Dialog } from './dialog.tsx'
import { isEmoji } from './message-acts.ts'
import { texts } from './texts.ts'

interface QuestionProps {
  readonly shown: ShownMessage
  readonly onAway: () => void
}

/** Any emoji, typed or pasted: a list of all of them would be most of this page. */
export function EmojiDialog({ shown, onAway }: QuestionProps) {
  const store = useStore()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = (): void => {
    const emoji = typed.trim()
    if (!isEmoji(emoji)) return setWrong(true)
    onAway()
    void store.attempt({ do: 'react', message: shown.message.id, emoji })
  }
  return (
    <Dialog labelledBy={id} first={field} onAway={onAway}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <h2 id={id}>{texts.react}</h2>
        <label class="field-label" for={`${id}-emoji`}>
          {texts.typeEmoji}
        </label>
        <input
          ref={field}
          id={`${id}-emoji`}
          class={`field-text ${wrong ? 'field-wrong' : ''}`}
          type="text"
          autocomplete="off"
          value={typed}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
        />
        <p id={`${id}-wrong`} role="alert" class="field-fault">
          {wrong && texts.notAnEmoji}
        </p>
        <footer class="dialog-foot">
          <button type="button" class="bot-button bot-secondary" onClick={onAway}>
            {texts.cancel}
          </button>
          <button type="submit" class="bot-button bot-primary">
            {texts.react}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Nothing is taken away by one press too many. */
export function DeleteDialog({ shown, onAway }: QuestionProps) {
  const store = useStore()
  const id = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const { message } = shown
  return (
    <Dialog labelledBy={id} describedBy={`${id}-what`} first={cancel} onAway={onAway}>
      <h2 id={id}>{texts.deleteSure}</h2>
      <div id={`${id}-what`}>
        <blockquote class="delete-what">
          <strong>{shownUser(store.house.value, message.author).name}</strong>
          {message.content !== '' && `: ${message.content.slice(0, 200)}`}
        </blockquote>
        <p>{texts.deleteNoWay}</p>
      </div>
      <footer class="dialog-foot">
        <button ref={cancel} type="button" class="bot-button bot-secondary" onClick={onAway}>
          {texts.cancel}
        </button>
        <button
          type="button"
          class="bot-button bot-danger"
          onClick={() => {
            onAway()
            void store.attempt({ do: 'delete', message: message.id })
          }}
        >
          {texts.delete}
        </button>
      </footer>
    </Dialog>
  )
}
