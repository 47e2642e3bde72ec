import type { Happening, Hub, Whisper } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import { messageFor } from './message-view.ts'
import type { News } from './protocol.ts'
import type { Window } from './window.ts'

/** The parts of Discord's events that say which message, channel or person they are about. */
interface About {
  readonly id?: string
  readonly ids?: readonly string[]
  readonly message_id?: string
  readonly channel_id?: string
  readonly user_id?: string
}

/**
 * Tells every window what happens to messages, and who is typing, at the moment that it happens and to who may see it
 * then.
 *
 * @param guildId - the house of the page; what happens elsewhere is not told, but for talks with the bot
 * @param guarded - runs something whose fault must not reach the house
 * @returns a function that ends the telling
 */
export function tellMessages(
  hub: Hub,
  guildId: string,
  windows: () => Iterable<Window>,
  guarded: (run: () => void) => void,
): () => void {
  const stops = [
    hub.onPublish((happening) => {
      if (happening.guildId === undefined || happening.guildId === guildId)
        guarded(() => tell(hub, happening, windows))
    }),
    hub.onWhisper((whisper) => guarded(() => tellOne(hub, whisper, windows))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function tell(hub: Hub, happening: Happening, windows: () => Iterable<Window>): void {
  const { t } = happening
  if (!t.startsWith('MESSAGE_') && t !== 'TYPING_START') return
  const about = happening.data(false) as About
  const channel = hub.channels.get(about.channel_id ?? '')
  if (channel === undefined) return
  const toAll = (news: News, but?: string): void => {
    for (const window of windows()) {
      if (window.eyes.userId !== but && window.eyes.sees(channel)) hand(window, channel.id, news)
    }
  }
  if (t === 'TYPING_START') {
    const who = about.user_id ?? ''
    return toAll({ t: 'typing', channel: channel.id, who }, who)
  }
  if (t === 'MESSAGE_DELETE' || t === 'MESSAGE_DELETE_BULK') {
    for (const message of about.ids ?? [about.id ?? '']) toAll({ t: 'gone', channel: channel.id, message })
    return
  }
  const message = channel.messages.get(about.message_id ?? about.id ?? '')
  if (message !== undefined) show(hub, message, t === 'MESSAGE_CREATE', windows)
}

function tellOne(hub: Hub, { what, message }: Whisper, windows: () => Iterable<Window>): void {
  if (what === 'gone') tellGone(message, windows)
  else show(hub, message, what === 'new', windows)
}

/** Tells the windows of one person that something that was shown to them alone is gone. */
export function tellGone(message: StoredMessage, windows: () => Iterable<Window>): void {
  for (const window of windows()) {
    if (window.eyes.userId === message.onlyFor)
      window.tell({ t: 'gone', channel: message.channelId, message: message.id })
  }
}

function show(hub: Hub, message: StoredMessage, fresh: boolean, windows: () => Iterable<Window>): void {
  const onlyForYou = message.onlyFor !== undefined
  for (const window of windows()) {
    const { eyes } = window
    if (!eyes.seesMessage(message)) continue
    hand(window, message.channelId, {
      t: 'message',
      message: messageFor(hub, eyes.userId, message),
      fresh,
      onlyForYou,
    })
  }
}

/** A window hears of a channel before it hears of what is said there: a first talk with the bot, a new thread. */
function hand(window: Window, channelId: string, news: News): void {
  if (!window.knows(channelId)) window.refresh()
  window.tell(news)
}
