import type { WatchedAgreements } from '../agreements/watch-agreements.ts'
import type { Lessons } from '../lessons/lessons.ts'
import type { WallView } from '../wall/view.ts'
import type { ClockView } from './protocol.ts'

export type ClockMove = 'next-opening' | 'tonight' | 'next-week' | 'hour'

/**
 * What the page has beside the house itself. Each is handed in; what is not there is left out, and the page does not
 * offer it. `seenBy` is the id of the person whose window asks: these parts show them only what they may see.
 */
export interface Parts {
  readonly clock?: {
    view(): ClockView
    move(to: ClockMove): Promise<void>
  }
  readonly lessons?: Pick<Lessons, 'cards' | 'now' | 'start' | 'next' | 'stop' | 'onChange'>
  readonly agreements?: Pick<WatchedAgreements, 'view' | 'refresh' | 'apply' | 'onChange'>
  /** Behind the wall: what the house knows about a message, which the asker sees. */
  readonly lookBehind?: (ask: { readonly message: string; readonly seenBy: string }) => Promise<WallView>
}
