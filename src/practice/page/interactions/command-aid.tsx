import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useStore, type ComposerHandle } from '../slots.ts'
import { NEW_DM } from '../store.ts'
import { CommandForm } from './command-form.tsx'
import { type Entry, filterEntries, slashEntries, typedCommand } from './commands.ts'
import { type CommandDraft, handsOf } from './hands.ts'
import { useFloating } from './place.ts'
import { texts } from './texts.ts'
import { useActive, useInSight } from './use-active.ts'

/** Helps where one writes: `/` opens the list of commands, and the chosen one takes the place of the field. */
export function CommandAid({ composer }: { readonly composer: ComposerHandle }) {
  const store = useStore()
  const hands = handsOf(store)
  const channel = composer.channel.value
  const running = hands.running.value.get(channel)
  // In a talk with the bot that does not exist yet there is no place for an answer.
  const writes = composer.instead.value === undefined && channel !== NEW_DM
  // While one changes a message, a slash is a slash.
  const typed = writes && store.editing.value === undefined ? typedCommand(composer.text.value) : undefined

  const fill = (draft: CommandDraft): void => {
    hands.commands.set(channel, draft)
    composer.text.value = ''
    composer.instead.value = () => (
      <CommandForm composer={composer} channel={channel} draft={draft} onAgain={fill} />
    )
  }
  // Each channel keeps the command that somebody was filling in there, as it keeps the words.
  useEffect(() => {
    const draft = hands.commands.get(channel)
    if (draft === undefined) composer.instead.value = undefined
    else fill(draft)
  }, [channel])

  return (
    <>
      {typed !== undefined && (
        <CommandList composer={composer} typed={typed} onPick={(entry) => fill({ entry, filled: {} })} />
      )}
      {running !== undefined && (
        <p role="status" class="command-running">
          /{running}: {texts.waiting(store.house.value?.bot.name ?? 'De bot')}
        </p>
      )}
    </>
  )
}

interface ListProps {
  readonly composer: ComposerHandle
  readonly typed: string
  readonly onPick: (entry: Entry) => void
}

/** The commands that fit what is typed. The focus stays in the field; the arrows move here. */
function CommandList({ composer, typed, onPick }: ListProps) {
  const store = useStore()
  const house = store.house.value
  const channel = composer.channel.value
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const entries = useMemo(() => slashEntries(house?.commands ?? [], channel), [house, channel])
  const shown = useMemo(() => filterEntries(entries, typed), [entries, typed])
  const active = useActive(shown.length)
  /** What was typed when the list was closed: it stays so until something else is typed. */
  const [closed, setClosed] = useState<string>()
  const isOpen = shown.length > 0 && closed !== typed
  const activeId = isOpen ? `${id}-${active.at}` : undefined
  useFloating(box, composer.field, { side: 'above', asWide: true })
  useInSight(activeId)

  useEffect(() => active.go(0), [typed])
  useLayoutEffect(() => {
    composer.choices.value = isOpen ? { list: id, active: activeId } : undefined
    composer.onKey.value = (event) => {
      if (event.isComposing) return false
      // Who types fast is ahead of what is drawn: what counts is what stands in the field.
      const now = typedCommand(composer.text.value)
      const fresh = now === typed
      const offered = fresh ? shown : filterEntries(entries, now ?? '')
      if (now === undefined || now === closed || offered.length === 0) return false
      if (fresh && active.onKey(event, true)) return true
      if (event.key === 'Escape') {
        setClosed(now)
        event.preventDefault()
        return true
      }
      if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey) return false
      const entry = offered[fresh ? active.at : 0]
      if (entry === undefined) return false
      event.preventDefault()
      onPick(entry)
      return true
    }
  })
  useEffect(
    () => () => {
      composer.choices.value = undefined
      composer.onKey.value = undefined
    },
    [],
  )
  return (
    <div ref={box} popover="manual" class={`command-list ${closed === typed ? 'command-closed' : ''}`}>
      <p role="status" class="hidden">
        {texts.commandsFound(shown.length)}
      </p>
      {shown.length === 0 ? (
        <p class="choices-none">{texts.noCommand}</p>
      ) : (
        <>
          <p class="command-from" aria-hidden="true">
            {house?.bot.name}
          </p>
          <div id={id} role="listbox" aria-label={texts.commands} class="choices-list" tabIndex={0}>
            {shown.map((entry, at) => (
              <div
                key={entry.path}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active.at}
                class={`pick ${at === active.at ? 'pick-active' : ''}`}
                onPointerMove={() => at !== active.at && active.go(at)}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onPick(entry)}
              >
                <span class="pick-words">
                  <span class="pick-label">/{entry.path}</span>{' '}
                  <span class="command-options" aria-hidden="true">
                    {entry.options.map(({ name, required }) => (
                      <span key={name} class={required === true ? 'command-must' : 'command-may'}>
                        {name}
                      </span>
                    ))}
                  </span>
                  <span class="pick-description">{entry.description}</span>
                </span>
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
