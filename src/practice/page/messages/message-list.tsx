import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { JSX } from 'preact'
import { DownIcon } from '../icons.tsx'
import { useRoving } from '../roving.ts'
import { useStore } from '../slots.ts'
import { later } from '../snowflakes.ts'
import { NEW_DM } from '../store.ts'
import { texts } from '../texts.ts'
import { longDay } from '../times.ts'
import { MessageRow } from './message-row.tsx'
import { rowsOf } from './rows.ts'
import { useScroll } from './scroll.ts'

/** The messages of a channel. `channel` is the key of this element: another channel is another list. */
export function MessageList({
  channel,
  name,
}: {
  readonly channel: string
  readonly name: string
}): JSX.Element {
  const store = useStore()
  const talk = store.talk(channel)
  const rows = useComputed(() => rowsOf(talk.messages.value, talk.readUpTo.value, store.me.value?.id))
  const box = useRef<HTMLDivElement>(null)
  const scroll = useScroll(box, {
    older: () => store.older(channel),
    atBottom: () => store.reading.read(channel),
  })
  /** The newest message when one was last at the bottom. */
  const seen = useSignal('')
  const ids = rows.value.flatMap((row) => (row.t === 'message' ? [row.key] : []))
  const roving = useRoving(ids, ids.at(-1))
  const state = talk.state.value
  const hidden = scroll.away.value ? ids.filter((id) => later(id, seen.value)).length : 0
  const jump = store.jumpTo.value

  useEffect(() => {
    if (!scroll.away.value) seen.value = ids.at(-1) ?? ''
  })
  // What came in is read when it is on the screen.
  useEffect(() => {
    if (state === 'ready' && !scroll.away.value) store.reading.read(channel)
  }, [state])
  useEffect(() => {
    if (jump === undefined) return
    store.jumpTo.value = undefined
    const row = box.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(jump)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [jump, ids.length])

  return (
    <div class="messages-around">
      <div class="messages" ref={box} onScroll={scroll.onScroll}>
        <div class="messages-inner">
          <Top channel={channel} name={name} state={state} more={talk.more.value} />
          <discord-messages>
            <ol
              id="messages"
              tabIndex={-1}
              aria-label={texts.messages(name)}
              aria-busy={state === 'asking'}
              onKeyDown={roving.onKeyDown}
            >
              {rows.value.map((row) =>
                row.t === 'message' ? (
                  <MessageRow
                    key={row.key}
                    shown={row.shown}
                    first={row.first}
                    tabIndex={roving.tabIndex(row.key)}
                    onFocus={roving.onFocus}
                  />
                ) : row.t === 'day' ? (
                  <li key={row.key} class="day">
                    <span>{longDay(row.at)}</span>
                  </li>
                ) : (
                  <li key={row.key} class="new-line">
                    <span>{texts.newMessages}</span>
                  </li>
                ),
              )}
            </ol>
          </discord-messages>
        </div>
      </div>
      {scroll.away.value && (
        <button type="button" class="to-bottom" onClick={scroll.toBottom}>
          {hidden > 0 ? texts.newCount(hidden) : texts.toBottom}
          <DownIcon />
        </button>
      )}
    </div>
  )
}

function Top({
  channel,
  name,
  state,
  more,
}: {
  readonly channel: string
  readonly name: string
  readonly state: string
  readonly more: boolean
}): JSX.Element {
  const store = useStore()
  if (state === 'failed') {
    return (
      <p class="top" role="alert">
        {texts.loadFailed}{' '}
        <button type="button" class="link" onClick={() => void store.load(channel)}>
          {texts.again}
        </button>
      </p>
    )
  }
  if (state === 'asking' || (state === 'empty' && channel !== NEW_DM))
    return <p class="top">{texts.loading}</p>
  if (more) {
    return (
      <p class="top">
        <button type="button" class="link" onClick={() => void store.older(channel)}>
          {texts.older}
        </button>
      </p>
    )
  }
  return (
    <div class="top beginning">
      <h2>{name}</h2>
      <p>{texts.start(name)}</p>
    </div>
  )
}
