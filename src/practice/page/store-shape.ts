import type { ReadonlySignal, Signal } from '@preact/signals'
import type { AgreementsView } from '../agreements/view.ts'
import type { LessonCard, LessonView } from '../lessons/view.ts'
import type { ChannelView, ClockView, HouseView, MemberView } from '../web/protocol.ts'
import type { HouseTime } from './house-time.ts'
import type { Asked, Line, LineState } from './line.ts'
import type { Reading } from './reading.ts'
import type { ShownMessage, Talk } from './talk.ts'
import type { Toasts } from './toasts.ts'

/** Where a menu on a message opens, and on which one. */
export interface MenuWish {
  readonly shown: ShownMessage
  readonly x: number
  readonly y: number
  /** What gets the focus back when the menu closes. */
  readonly from: HTMLElement
}

/**
 * All that one window knows, as one person. Being somebody else is a new store: nothing of the first person is left.
 */
export interface Store {
  readonly who: string | undefined
  readonly line: Line
  readonly connection: ReadonlySignal<LineState>
  readonly house: ReadonlySignal<HouseView | undefined>
  readonly me: ReadonlySignal<MemberView | undefined>
  /** The channel that is open, by its id; `NEW_DM` of store.ts for the talk with the bot that is still empty. */
  readonly here: ReadonlySignal<string | undefined>
  readonly channel: ReadonlySignal<ChannelView | undefined>
  readonly clock: ReadonlySignal<ClockView | undefined>
  readonly time: HouseTime
  readonly lessons: ReadonlySignal<{ readonly cards: readonly LessonCard[]; readonly now?: LessonView }>
  readonly agreements: ReadonlySignal<AgreementsView | undefined>
  readonly reading: Reading
  readonly toasts: Toasts
  /** The message that the next one answers. */
  readonly replyingTo: Signal<ShownMessage | undefined>
  /** The own message that is being changed. */
  readonly editing: Signal<ShownMessage | undefined>
  /** Text to put in the field where one writes, such as a command that was clicked; the field takes it. */
  readonly insert: Signal<string | undefined>
  readonly menu: Signal<MenuWish | undefined>
  /** The message that was chosen to be looked behind, and that the drawers speak about. */
  readonly chosen: Signal<ShownMessage | undefined>
  /** What stands at the right: the members, the pins, or a drawer by its id. */
  readonly panel: Signal<string | undefined>
  /** A message to bring into view and to give the focus; the list takes it. */
  readonly jumpTo: Signal<string | undefined>
  /** The last thing to say aloud to who does not see the screen. */
  readonly announced: ReadonlySignal<string>
  talk(channel: string): Talk
  go(channel: string): void
  /** Reads a channel from the server, when it was not read or the line was lost since. */
  load(channel: string): Promise<void>
  /** Brings a message of the open channel into view; an older one is fetched first. */
  jump(message: string): void
  older(channel: string): Promise<void>
  /** Takes an ephemeral answer away from the screen. */
  dismiss(shown: ShownMessage): void
  /** Asks, and shows a toast when it does not go. True when it went. */
  attempt(wish: Asked): Promise<boolean>
  close(): void
}
