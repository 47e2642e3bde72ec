import { useSignal } from '@preact/signals'
import type { APIMessage } from 'discord-api-types/v10'
import { useEffect } from 'preact/hooks'
import type { JSX } from 'preact'
import { Markdown } from '../markdown/markdown.tsx'
import { shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { messageTime } from '../times.ts'

/** What was pinned in the open channel. */
export function Pins(): JSX.Element {
  const store = useStore()
  const found = useSignal<readonly APIMessage[] | undefined>(undefined)
  const why = useSignal<string | undefined>(undefined)
  const channel = store.here.value
  const messages = channel === undefined ? [] : store.talk(channel).messages.value
  const pinnedHere = messages.filter((one) => one.message.pinned).length

  useEffect(() => {
    let still = true
    found.value = undefined
    why.value = undefined
    if (channel === undefined) return undefined
    const read = async (): Promise<void> => {
      const answer = await store.line.ask({ do: 'pins', channel })
      if (!still) return
      if (answer.ok) found.value = answer.done === 'messages' ? answer.messages : []
      else why.value = answer.why
    }
    void read()
    return () => void (still = false)
  }, [channel, pinnedHere])

  if (why.value !== undefined) return <p class="panel-note">{why.value}</p>
  if (found.value === undefined) return <p class="panel-note">{texts.loading}</p>
  if (found.value.length === 0) return <p class="panel-note">{texts.noPins}</p>
  return (
    <ul class="pins">
      {found.value.map((message) => (
        <li key={message.id} class="pin">
          <p class="pin-head">
            <b>{shownUser(store.house.value, message.author).name}</b>{' '}
            <span class="small-time">{messageTime(Date.parse(message.timestamp), store.time.day.value)}</span>
          </p>
          <Markdown text={message.content} />
          {message.embeds.map((embed, n) => (
            <p key={n}>
              <b>{embed.title ?? embed.author?.name ?? ''}</b>
            </p>
          ))}
          {messages.some((one) => one.message.id === message.id) && (
            <button type="button" class="link" onClick={() => store.jump(message.id)}>
              {texts.goTo}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
