import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CloseIcon } from '../icons.tsx'
import { useStore, type ComposerHandle } from '../slots.ts'
import type { OptionView } from './commands.ts'
import { type CommandDraft, handsOf } from './hands.ts'
import { OptionField } from './option-field.tsx'
import { checkOptions, type Fault, type Filled } from './option-values.ts'
import { texts } from './texts.ts'

interface Props {
  readonly composer: ComposerHandle
  readonly channel: string
  readonly draft: CommandDraft
  /** Opens it again with what was filled in, when the bot or Discord did not take it. */
  readonly onAgain: (draft: CommandDraft) => void
}

/** Where Enter sends, as in Discord: in a field where one types. On a button it presses that button. */
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** A command with its options, in the place of the field where one writes. */
export function CommandForm({ composer, channel, draft, onAgain }: Props) {
  const store = useStore()
  const hands = handsOf(store)
  const { entry } = draft
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [filled, setFilled] = useState(draft.filled)
  const [added, setAdded] = useState<readonly string[]>(Object.keys(draft.filled))
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map())
  const [tries, setTries] = useState(0)
  const [fresh, setFresh] = useState<string>()
  const isShown = ({ name, required }: OptionView): boolean => required === true || added.includes(name)
  const shown = entry.options.filter(isShown)
  const more = entry.options.filter((option) => !isShown(option))

  const focus = (selector: string): void => {
    const found = box.current?.querySelector<HTMLElement>(selector)
    found?.focus()
  }
  useLayoutEffect(() => focus('[data-option], .command-send'), [])
  useLayoutEffect(() => {
    if (tries > 0) focus('[data-wrong]')
  }, [tries])
  useLayoutEffect(() => {
    if (fresh !== undefined) focus(`[data-option="${fresh}"]`)
  }, [fresh])

  const change = (name: string, value: Filled): void => {
    const next = { ...filled, [name]: value }
    setFilled(next)
    hands.commands.set(channel, { entry, filled: next })
    if (faults.size > 0) setFaults(checkOptions(shown, next).faults)
  }
  const leave = (): void => {
    hands.commands.delete(channel)
    composer.instead.value = undefined
    // The field stands there again once it is drawn.
    requestAnimationFrame(() => composer.field.current?.focus())
  }
  const drop = (name: string): void => {
    const { [name]: _, ...rest } = filled
    setFilled(rest)
    hands.commands.set(channel, { entry, filled: rest })
    setAdded(added.filter((one) => one !== name))
    focus('.command-send')
  }
  const send = async (): Promise<void> => {
    const { values, faults: wrong } = checkOptions(shown, filled)
    setFaults(wrong)
    if (wrong.size > 0) return setTries((count) => count + 1)
    leave()
    const refused = await hands.run(channel, entry, values)
    if (refused === undefined) return
    // Who went on writing, or elsewhere, is not interrupted.
    const free = composer.channel.value === channel && composer.instead.value === undefined
    if (free && composer.text.value === '') onAgain({ entry, filled, refused })
    else store.toasts.show(refused)
  }
  return (
    // It stands in the form of the composer, so it is none itself.
    <div
      ref={box}
      role="group"
      class="command-form"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing) return
        if (event.key === 'Escape') leave()
        else if (event.key === 'Enter' && !event.shiftKey && isTyped(event.target)) void send()
        else return
        event.preventDefault()
      }}
    >
      <header class="command-head">
        <h2 id={id}>
          <span class="command-name">/{entry.path}</span>{' '}
          <span class="command-about">{entry.description}</span>
        </h2>
        <button type="button" class="dialog-close" aria-label={texts.stopCommand} onClick={leave}>
          <CloseIcon />
        </button>
      </header>
      {draft.refused !== undefined && (
        <p role="alert" class="form-refused">
          {draft.refused}
        </p>
      )}
      {shown.length > 0 && (
        <div class="command-fields">
          {shown.map((option) => (
            <OptionField
              key={option.name}
              entry={entry}
              option={option}
              channel={channel}
              filled={filled}
              fault={faults.get(option.name)}
              onChange={(value) => change(option.name, value)}
              onDrop={option.required === true ? undefined : () => drop(option.name)}
            />
          ))}
        </div>
      )}
      <footer class="command-foot">
        {more.length > 0 && (
          <div class="command-more" role="group" aria-label={texts.more}>
            <span aria-hidden="true">{texts.more}</span>
            {more.map(({ name }) => (
              <button
                key={name}
                type="button"
                class="small-button"
                aria-label={texts.addOption(name)}
                onClick={() => {
                  setAdded([...added, name])
                  setFresh(name)
                }}
              >
                + {name}
              </button>
            ))}
          </div>
        )}
        <button
          type="button"
          class="bot-button bot-primary command-send"
          aria-label={texts.runs(entry.path)}
          onClick={() => void send()}
        >
          {texts.send}
        </button>
      </footer>
    </div>
  )
}
