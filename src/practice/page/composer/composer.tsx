import { effect, useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { SendIcon } from '../icons.tsx'
import { useSlots, useStore } from '../slots.ts'
import type { ComposerHandle } from '../slots.ts'
import { NEW_DM } from '../store.ts'
import type { Store } from '../store.ts'
import { texts } from '../texts.ts'
import { Above } from './above.tsx'
import { createSending, LONGEST } from './sending.ts'
import { whyNot } from './why-not.ts'
import { SlowNote } from './slow-note.tsx'

/** A phone has no Shift: there Enter is a new line, and a button sends. */
const TOUCH = '(pointer: coarse)'
/** Discord shows ten seconds of typing for each sign; a sign is given a little sooner. */
const TYPING_EVERY_MS = 8_000

/** The field where one writes. `channel` is the key of this element. */
export function Composer({
  channel,
  name,
}: {
  readonly channel: string
  readonly name: string
}): JSX.Element {
  const store = useStore()
  const { composerAid: Aid } = useSlots()
  const text = store.talk(channel).draft
  const field = useRef<HTMLTextAreaElement>(null)
  const refused = useSignal<string | undefined>(undefined)
  const handle = useHandle(channel, text, field)
  const sending = useMemo(() => createSending(store, channel, { text, refused, field }), [store, channel])
  const typedAt = useRef(0)
  const blocked = useComputed(() => (channel === NEW_DM ? undefined : whyNot(store)))
  const over = text.value.length - LONGEST
  const Instead = handle.instead.value

  useGrowing(field, text.value)
  useFilling(store, text, field)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || handle.onKey.value?.(event) === true) return
    if (event.key === 'Enter' && !event.shiftKey && !matchMedia(TOUCH).matches) {
      event.preventDefault()
      void sending.send()
    } else if (event.key === 'Escape') sending.stop()
    else if (event.key === 'ArrowUp' && text.value === '' && sending.editLast()) event.preventDefault()
  }
  const onInput = (event: Event): void => {
    text.value = (event.currentTarget as HTMLTextAreaElement).value
    refused.value = undefined
    const now = Date.now()
    const worthIt = text.value !== '' && !text.value.startsWith('/') && store.editing.value === undefined
    if (channel === NEW_DM || !worthIt || now - typedAt.current < TYPING_EVERY_MS) return
    typedAt.current = now
    void store.line.ask({ do: 'typing', channel })
  }

  if (blocked.value !== undefined) {
    return (
      <div class="composer">
        <p class="composer-blocked" id="composer" tabIndex={-1}>
          {blocked.value}
        </p>
      </div>
    )
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void sending.send()
      }}
    >
      {Aid !== undefined && <Aid composer={handle} />}
      <Above onStop={sending.stop} />
      {refused.value !== undefined && (
        <p class="refused" role="alert">
          {texts.notSent(refused.value)}
        </p>
      )}
      {Instead === undefined ? (
        <div class="composer-box">
          <textarea
            id="composer"
            ref={field}
            rows={1}
            value={text.value}
            placeholder={texts.write(name)}
            aria-label={texts.write(name)}
            aria-describedby={over > -200 ? 'composer-count' : undefined}
            {...(handle.choices.value === undefined
              ? {}
              : {
                  'aria-haspopup': 'listbox' as const,
                  'aria-autocomplete': 'list' as const,
                  'aria-controls': handle.choices.value.list,
                  'aria-activedescendant': handle.choices.value.active,
                })}
            autocomplete="off"
            spellcheck={false}
            onInput={onInput}
            onKeyDown={onKeyDown}
          />
          {over > -200 && (
            <span id="composer-count" class={over > 0 ? 'count over' : 'count'}>
              {over > 0 ? texts.tooLong(over) : -over}
            </span>
          )}
          <button
            type="submit"
            class="tool send"
            aria-label={texts.send}
            disabled={text.value.trim() === '' || over > 0}
          >
            <SendIcon />
          </button>
        </div>
      ) : (
        <Instead />
      )}
      <SlowNote sentAt={sending.sentAt} />
    </form>
  )
}

function useHandle(
  channel: string,
  text: ComposerHandle['text'],
  field: ComposerHandle['field'],
): ComposerHandle {
  const at = useSignal(channel)
  const instead = useSignal<ReturnType<ComposerHandle['instead']['peek']>>(undefined)
  const onKey = useSignal<ReturnType<ComposerHandle['onKey']['peek']>>(undefined)
  const choices = useSignal<ReturnType<ComposerHandle['choices']['peek']>>(undefined)
  return useMemo(() => ({ text, channel: at, field, instead, onKey, choices }), [])
}

/**
 * What stands in the field when somebody else than the keyboard puts it there: a message to change, a command that was
 * clicked. At once, not with the next drawing of the page: who types on meanwhile would lose a letter, or add to what is
 * gone. (The library's own hook for effects waits for the screen.)
 */
function useFilling(store: Store, text: ComposerHandle['text'], field: ComposerHandle['field']): void {
  useEffect(() => {
    const stops = [
      effect(() => {
        const { value } = text
        if (field.current !== null && field.current.value !== value) field.current.value = value
      }),
      effect(() => {
        const { value } = store.insert
        if (value === undefined) return
        store.insert.value = undefined
        text.value = value
        field.current?.focus()
      }),
      effect(() => {
        const { value } = store.editing
        if (value !== undefined) text.value = value.message.content
        if (value !== undefined || store.replyingTo.value !== undefined) field.current?.focus()
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])
}

/** The field is as high as what is in it; the style sheet says how high at most. */
function useGrowing(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useEffect(() => {
    const { current } = field
    if (current === null) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [text])
}
