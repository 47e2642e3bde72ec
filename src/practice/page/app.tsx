import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { JSX } from 'preact'
import { Bar } from './bar.tsx'
import { PersonPanel } from './be/person-panel.tsx'
import { Welcome } from './be/welcome.tsx'
import { ChannelList } from './channels/channel-list.tsx'
import { Composer } from './composer/composer.tsx'
import { Forum } from './messages/forum.tsx'
import { Header } from './messages/header.tsx'
import { MessageList } from './messages/message-list.tsx'
import { TypingLine } from './messages/typing-line.tsx'
import { CloseIcon } from './icons.tsx'
import { Panel } from './panel.tsx'
import { StoreContext, useSlots } from './slots.ts'
import { createStore, NEW_DM } from './store.ts'
import type { Store } from './store.ts'
import { texts } from './texts.ts'
import { ToastList } from './toast-list.tsx'
import { readPlace } from './who.ts'

/** Discord's number for it. */
const FORUM = 15
/** From this width on, the members stand beside the messages. */
const WIDE = '(min-width: 1000px)'

/** The page. Its address says who one is: another person is another window, with nothing of the first in it. */
export function App(): JSX.Element {
  const place = useSignal(readPlace(location.hash))
  useEffect(() => {
    const moved = (): void => void (place.value = readPlace(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  const { who, channel } = place.value
  return <Window key={who ?? ''} who={who} startIn={channel} />
}

function Window({
  who,
  startIn,
}: {
  readonly who: string | undefined
  readonly startIn: string | undefined
}): JSX.Element {
  const store = useMemo(() => {
    const fresh = createStore(who, startIn)
    if (matchMedia(WIDE).matches) fresh.panel.value = 'members'
    return fresh
  }, [])
  useEffect(() => () => store.close(), [])
  // An address that was typed, or the way back in the history: the same person, somewhere else.
  useEffect(() => {
    if (startIn !== undefined && store.house.peek() !== undefined) store.go(startIn)
  }, [startIn])
  return (
    <StoreContext.Provider value={store}>
      <Layout store={store} />
      {who === undefined && <Welcome />}
    </StoreContext.Provider>
  )
}

function Layout({ store }: { readonly store: Store }): JSX.Element {
  const { layers = [] } = useSlots()
  const channelsOpen = useSignal(false)
  const here = store.here.value
  const house = store.house.value
  const name = nameOf(store)
  useSignalEffect(() => {
    document.title = texts.title(nameOf(store), store.house.value?.name, store.reading.unread.value.size > 0)
  })
  const closeChannels = (): void => void (channelsOpen.value = false)
  return (
    <div class={`page${channelsOpen.value ? ' channels-open' : ''}`}>
      <a class="skip" href="#messages" onClick={skipTo('messages')}>
        {texts.skipToMessages}
      </a>
      <a class="skip" href="#composer" onClick={skipTo('composer')}>
        {texts.skipToComposer}
      </a>
      <Bar />
      <div
        class="side"
        onKeyDown={(event) => {
          if (event.key === 'Escape') closeChannels()
        }}
      >
        <div class="house-name">
          <strong>{house?.name ?? texts.connecting}</strong>
          <button type="button" class="tool side-close" aria-label={texts.close} onClick={closeChannels}>
            <CloseIcon />
          </button>
        </div>
        <ChannelList onGo={closeChannels} />
        <PersonPanel />
      </div>
      <div class="shade" onClick={closeChannels} />
      <main class="main">
        {here !== undefined && name !== undefined && (
          <>
            <Header name={name} onMenu={() => (channelsOpen.value = !channelsOpen.value)} />
            {store.channel.value?.type === FORUM ? (
              <Forum channel={here} name={name} />
            ) : (
              <>
                <MessageList key={`list ${here}`} channel={here} name={name} />
                <Composer key={`write ${here}`} channel={here} name={name} />
              </>
            )}
            <TypingLine channel={here} />
          </>
        )}
      </main>
      <Panel />
      <ToastList />
      <div class="hidden" aria-live="polite" aria-atomic="true">
        {store.announced.value}
      </div>
      {layers.map((Layer, n) => (
        <Layer key={n} />
      ))}
    </div>
  )
}

function nameOf(store: Store): string | undefined {
  const channel = store.channel.value
  if (store.here.value === NEW_DM || channel?.type === 1) return store.house.value?.bot.name
  return channel?.name
}

const skipTo =
  (id: string) =>
  (event: MouseEvent): void => {
    // The address says who one is: a skip link must not change it.
    event.preventDefault()
    document.getElementById(id)?.focus()
  }
