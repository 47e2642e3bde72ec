import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import type { FlagView, FoundView, ScreeningView, StoredView, WallView } from '../../wall/view.ts'
import { useStore } from '../slots.ts'
import { longDay, messageTime, relativeTime } from '../times.ts'
import { texts } from './texts.ts'

/** What is asked again shortly after something happened is asked once for many things. */
const SOON_MS = 300

/** Everything that stands behind the chosen message, kept up with what happens. */
export function WallDrawer(): JSX.Element {
  const store = useStore()
  const view = useSignal<WallView | undefined>(undefined)
  const why = useSignal<string | undefined>(undefined)
  const again = useSignal(0)
  useSignalEffect(() => {
    const shown = store.chosen.value
    void again.value
    if (shown === undefined) return undefined
    const { id, channel_id: channel } = shown.message
    // A new message, a press on a card or the clock can change what stands there.
    void store.time.now.value
    void store.talk(channel).messages.value
    let still = true
    const look = async (): Promise<void> => {
      const answer = await store.line.ask({ do: 'look', message: id })
      if (!still) return
      why.value = answer.ok ? undefined : answer.why
      view.value = answer.ok && answer.done === 'behind' ? answer.behind : undefined
    }
    const first = view.peek()?.message !== id
    if (first) view.value = undefined
    const soon = setTimeout(() => void look(), first ? 0 : SOON_MS)
    return () => {
      still = false
      clearTimeout(soon)
    }
  })
  const chosen = store.chosen.value
  // As it stands now: its writer may have changed it since it was chosen.
  const shown =
    chosen === undefined
      ? undefined
      : (store
          .talk(chosen.message.channel_id)
          .messages.value.find(({ message }) => message.id === chosen.message.id) ?? chosen)
  return (
    <div class="wall">
      <p class="beside-note">{texts.note}</p>
      {shown === undefined && <p class="panel-note">{texts.choose}</p>}
      {shown !== undefined && why.value !== undefined && (
        <p class="panel-note" role="status">
          {why.value}
        </p>
      )}
      {shown !== undefined && why.value === undefined && view.value === undefined && (
        <p class="panel-note" role="status">
          {texts.looking}
        </p>
      )}
      {shown !== undefined && view.value !== undefined && (
        <Behind view={view.value} words={shown.message.content} />
      )}
      {shown !== undefined && (
        <p class="beside-acts">
          <button type="button" class="beside-act" onClick={() => void again.value++}>
            {texts.again}
          </button>
          <button type="button" class="beside-act" onClick={() => store.jump(shown.message.id)}>
            {texts.go}
          </button>
        </p>
      )}
    </div>
  )
}

function Part({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <section class="beside-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Behind({ view, words }: { readonly view: WallView; readonly words: string }): JSX.Element {
  const { screening, notRead, flag, timers, stored, outbox, seenAs } = view
  return (
    <>
      <Part title={texts.why}>
        {notRead !== undefined && <p>{notRead}</p>}
        {screening !== undefined && <Screening screening={screening} words={words} />}
      </Part>
      {screening !== undefined && <Following screening={screening} />}
      <Part title={texts.life}>{flag === undefined ? <p>{texts.noFlag}</p> : <Life flag={flag} />}</Part>
      {seenAs === 'young' && <p class="beside-note">{texts.youngNote}</p>}
      <Part title={texts.timers}>
        <Timers timers={timers} />
      </Part>
      <Part title={texts.stored}>
        <Stored stored={stored} />
      </Part>
      {outbox.length > 0 && (
        <Part title={texts.outbox}>
          <ul>
            {outbox.map(({ what, state }, n) => (
              <li key={n}>
                {what}: {state}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Screening({
  screening,
  words,
}: {
  readonly screening: ScreeningView
  readonly words: string
}): JSX.Element {
  const { channel, policyVersion, decision, rules, looked } = screening
  return (
    <>
      <p>
        <strong>{decision}</strong>
      </p>
      {rules.length === 0 && <p>{texts.nothing}</p>}
      <ul class="wall-rules">
        {rules.map(({ id, category, level, why, found, cancelled }) => (
          <li key={id} class={cancelled === undefined ? 'wall-rule' : 'wall-rule wall-rule-off'}>
            <strong>{id}</strong> ({category}, {level})<br />
            {texts.because(why)}
            <ul>
              {found.map((one, n) => (
                <Found key={n} found={one} words={words} />
              ))}
            </ul>
            {cancelled !== undefined && <em>{cancelled}</em>}
          </li>
        ))}
      </ul>
      <p class="small">
        {texts.channel(channel, policyVersion)} {texts.looked(looked)}
      </p>
    </>
  )
}

/** The words come from the message on this page, which this person sees; the server gives only where they stand. */
function Found({
  found: { term, at },
  words,
}: {
  readonly found: FoundView
  readonly words: string
}): JSX.Element {
  const there = at === undefined ? '' : words.slice(at.start, at.end)
  return (
    <li>
      {there !== '' && <mark>{there}</mark>} <span class="small">{texts.found(term)}</span>
    </li>
  )
}

function Following({
  screening: { follows, off },
}: {
  readonly screening: ScreeningView
}): JSX.Element | null {
  if (follows.length === 0 && off.length === 0) return null
  return (
    <>
      {follows.length > 0 && (
        <Part title={texts.follows}>
          <ul>
            {follows.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Part>
      )}
      {off.length > 0 && (
        <Part title={texts.off}>
          <ul>
            {off.map(({ what, why }) => (
              <li key={what}>
                <s>{what}</s>
                <br />
                {why}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Life({ flag: { state, level, line } }: { readonly flag: FlagView }): JSX.Element {
  const { time } = useStore()
  return (
    <>
      <ol class="wall-life">
        {line.map(({ at, what, by }, n) => (
          <li key={n}>
            <time dateTime={at} class="small">
              {messageTime(Date.parse(at), time.day.value)}
            </time>
            <br />
            {what}
            {by !== undefined && ` ${texts.by(by)}`}
          </li>
        ))}
      </ol>
      <p>{texts.state(state, level)}</p>
    </>
  )
}

function Timers({ timers }: { readonly timers: WallView['timers'] }): JSX.Element {
  const { time } = useStore()
  if (timers.length === 0) return <p>{texts.noTimers}</p>
  return (
    <ul>
      {timers.map(({ what, due }, n) => (
        <li key={n}>
          {what}
          <br />
          <time dateTime={due} class="small">
            {messageTime(Date.parse(due), time.day.value)} ({relativeTime(Date.parse(due), time.now.value)})
          </time>
        </li>
      ))}
    </ul>
  )
}

function Stored({ stored }: { readonly stored: readonly StoredView[] }): JSX.Element {
  if (stored.length === 0) return <p>{texts.notStored}</p>
  return (
    <ul>
      {stored.map(({ table, what, how, goneOn }, n) => (
        <li key={n}>
          {what}
          <br />
          <span class="small">
            <code>{table}</code> · {texts.how[how]} ·{' '}
            {goneOn === undefined ? texts.stays : texts.goneOn(longDay(Date.parse(goneOn)))}
          </span>
        </li>
      ))}
    </ul>
  )
}
