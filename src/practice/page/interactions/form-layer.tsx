import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { FormView } from '../../web/protocol.ts'
import { CloseIcon } from '../icons.tsx'
import { Markdown } from '../markdown/markdown.tsx'
import { useStore } from '../slots.ts'
import { Dialog } from './dialog.tsx'
import { FieldView } from './field-view.tsx'
import {
  type Field,
  type FieldFault,
  type FieldValue,
  faultsIn,
  fieldsIn,
  fieldsOf,
  type FormValues,
  handedIn,
  presetOf,
} from './form-values.ts'
import { handsOf } from './hands.ts'
import { partsOfForm } from './parts.ts'
import { texts } from './texts.ts'

/** The form that the bot opened. */
export function FormLayer() {
  const { form } = handsOf(useStore())
  const open = form.value
  return open === undefined ? null : <FormDialog key={open.form} view={open} />
}

/** What stays of a form that is closed and asked for again: what was typed in it, as long as it has the same fields. */
function startOf(fields: readonly Field[], kept: FormValues | undefined): FormValues {
  return Object.fromEntries(
    fields.map(({ part }) => [part.custom_id, kept?.[part.custom_id] ?? presetOf(part)]),
  )
}

function FormDialog({ view }: { readonly view: FormView }) {
  const store = useStore()
  const hands = handsOf(store)
  const { form, kept } = hands
  const { data } = view
  const id = useId()
  const fields = useMemo(() => fieldsOf(data), [data])
  const [values, setValues] = useState(() => startOf(fields, kept.get(data.custom_id)))
  const [faults, setFaults] = useState<ReadonlyMap<string, FieldFault>>(new Map())
  const [refused, setRefused] = useState<string>()
  const [sending, setSending] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  /** Counts the tries, so that each one brings to what is wrong. */
  const [tries, setTries] = useState(0)

  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-field]')?.focus()
  }, [])
  useLayoutEffect(() => {
    if (tries > 0) box.current?.querySelector<HTMLElement>('[data-wrong]')?.focus()
  }, [tries])

  const away = (): void => {
    kept.set(data.custom_id, values)
    form.value = undefined
  }
  const change = (part: Field['part'], value: FieldValue): void => {
    const next = { ...values, [part.custom_id]: value }
    setValues(next)
    // What is being mended is looked at again at once; what was not tried yet is left in peace.
    if (faults.size > 0) setFaults(faultsIn(fields, next))
  }
  const send = async (): Promise<void> => {
    if (sending) return
    const wrong = faultsIn(fields, values)
    setFaults(wrong)
    setRefused(undefined)
    if (wrong.size > 0) return setTries((count) => count + 1)
    setSending(true)
    const why = await hands.submit(view, handedIn(fields, values))
    setSending(false)
    if (why !== undefined) {
      kept.set(data.custom_id, values)
      return setRefused(why)
    }
    kept.delete(data.custom_id)
    // An answer can be another form: then that one is open.
    if (form.value === view) form.value = undefined
  }
  const bot = store.house.value?.bot.name ?? 'de bot'
  return (
    <Dialog labelledBy={id} describedBy={`${id}-to`} class="form-dialog" onAway={away}>
      <form
        ref={box}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <header class="dialog-head">
          <h2 id={id}>{data.title}</h2>
          <button type="button" class="dialog-close" aria-label={texts.closeForm} onClick={away}>
            <CloseIcon />
          </button>
        </header>
        <div class="form-fields">
          {partsOfForm(data).map((part, at) =>
            part.type === 10 ? (
              <Markdown key={at} text={part.content} />
            ) : (
              fieldsIn(part).map((field) => (
                <FieldView
                  key={field.part.custom_id}
                  field={field}
                  value={values[field.part.custom_id] ?? presetOf(field.part)}
                  fault={faults.get(field.part.custom_id)}
                  onChange={(value) => change(field.part, value)}
                />
              ))
            ),
          )}
        </div>
        <p id={`${id}-to`} class="form-to">
          {texts.formFrom(bot)}
        </p>
        <div role="alert" class="form-refused">
          {faults.size > 0 && <p>{texts.fixFirst(faults.size)}</p>}
          {refused !== undefined && (
            <p>
              {refused} {texts.kept}
            </p>
          )}
        </div>
        <footer class="dialog-foot">
          <button type="button" class="bot-button bot-secondary" onClick={away}>
            {texts.cancel}
          </button>
          <button
            type="submit"
            class={`bot-button bot-primary ${sending ? 'bot-waits' : ''}`}
            aria-disabled={sending || undefined}
            aria-busy={sending || undefined}
          >
            {sending ? texts.waiting(bot) : texts.send}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
