import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { Answer, FormView } from '../../web/protocol.ts'
import type { Asked } from '../line.ts'
import type { Store } from '../store.ts'
import type { Entry } from './commands.ts'
import type { Filled } from './option-values.ts'
import type { FormValues } from './form-values.ts'
import { texts } from './texts.ts'

/** A command that somebody is filling in. */
export interface CommandDraft {
  readonly entry: Entry
  readonly filled: Readonly<Record<string, Filled>>
  /** Why it was not taken, where it was sent before. */
  readonly refused?: string
}

/** What this window does with the bot, and what it waits for. One for each store: another person is another pair. */
export interface Hands {
  /** The component of each message that waits for the bot's answer, by message. */
  readonly using: Signal<ReadonlyMap<string, string>>
  /** Messages of which a component was not answered, with the sentence that says so. */
  readonly unanswered: Signal<ReadonlyMap<string, string>>
  /** The commands that wait for an answer, by channel. */
  readonly running: Signal<ReadonlyMap<string, string>>
  readonly form: Signal<FormView | undefined>
  /** An address that a button leads to, before anybody goes there. */
  readonly link: Signal<string | undefined>
  /** What was typed in a form that was closed, by its custom id: as Discord keeps it until the page is loaded again. */
  readonly kept: Map<string, FormValues>
  readonly commands: Map<string, CommandDraft>
  /** Presses a button; undefined `values`, or chooses in a select. */
  use(message: string, customId: string, values?: readonly string[]): Promise<void>
  /** Runs a command; answers why not, when it was refused or not answered. */
  run(
    channel: string,
    entry: Entry,
    values: Readonly<Record<string, string | number | boolean>>,
  ): Promise<string | undefined>
  /** Uses a command of the menu on a message. */
  useOn(message: string, command: string): Promise<void>
  /** Hands a form in; answers why not, when it must stay open. */
  submit(
    form: FormView,
    values: Readonly<Record<string, string | boolean | string[]>>,
  ): Promise<string | undefined>
}

const pairs = new WeakMap<Store, Hands>()

/** The hands of the person that this store belongs to. */
export function handsOf(store: Store): Hands {
  const known = pairs.get(store)
  if (known !== undefined) return known
  const made = createHands(store)
  pairs.set(store, made)
  return made
}

function set<T>(of: Signal<ReadonlyMap<string, T>>, key: string, value: T | undefined): void {
  const next = new Map(of.value)
  if (value === undefined) next.delete(key)
  else next.set(key, value)
  of.value = next
}

function createHands(store: Store): Hands {
  const using = signal<ReadonlyMap<string, string>>(new Map())
  const unanswered = signal<ReadonlyMap<string, string>>(new Map())
  const running = signal<ReadonlyMap<string, string>>(new Map())
  const form = signal<FormView | undefined>(undefined)
  const link = signal<string | undefined>(undefined)

  /** Asks, opens the form that comes, and tells why when nothing came of it. */
  async function ask(wish: Asked): Promise<string | undefined> {
    const answer: Answer = await store.line.ask(wish)
    if (!answer.ok) return answer.why
    if (answer.done !== 'answered') return undefined
    if (answer.kind === 'failed') return texts.noAnswer(store.house.value?.bot.name ?? 'De bot')
    if (answer.form !== undefined) form.value = answer.form
    return undefined
  }

  return {
    using,
    unanswered,
    running,
    form,
    link,
    kept: new Map(),
    commands: new Map(),
    async use(message, customId, values) {
      // As in Discord: while one component of a message waits, the others do nothing.
      if (using.value.has(message)) return
      set(unanswered, message, undefined)
      set(using, message, customId)
      const why = await ask(
        values === undefined
          ? { do: 'press', message, customId }
          : { do: 'choose', message, customId, values: [...values] },
      )
      set(using, message, undefined)
      set(unanswered, message, why)
    },
    async run(channel, { path }, values) {
      set(running, channel, path)
      const why = await ask({ do: 'run', channel, command: path, values })
      set(running, channel, undefined)
      return why
    },
    async useOn(message, command) {
      const why = await ask({ do: 'use-on', message, command })
      if (why !== undefined) store.toasts.show(why)
    },
    async submit({ form: handle }, values) {
      return ask({ do: 'submit', form: handle, values })
    },
  }
}
