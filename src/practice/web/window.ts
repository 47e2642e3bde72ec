import type { RawData, WebSocket } from 'ws'
import type { Member } from '../people/member.ts'
import type { StoredMessage } from '../state/model.ts'
import type { Eyes } from './eyes.ts'
import type { Forms } from './forms.ts'
import { houseFor, sameHouse, type Scene } from './house-view.ts'
import type { Parts } from './parts.ts'
import { type FromServer, type News, type Wish, wishSchema } from './protocol.ts'
import { fulfil } from './wishes/fulfil.ts'

/** Bytes that may wait for a window that does not read. The page reads at once; more than this is a window that hangs. */
const MOST_WAITING = 4 * 1024 * 1024
/** Wishes that one window may have under way. Who types never has more than a few. */
const MOST_WISHES = 40

/** One window of the page: one person, seen through their eyes. */
export interface Window {
  readonly eyes: Eyes
  tell(news: News): void
  /** Sends the house as this person sees it now, where that changed. */
  refresh(): void
  /** Whether the house that was last sent has this channel. */
  knows(channelId: string): boolean
}

export interface WindowDeps {
  readonly socket: WebSocket
  readonly eyes: Eyes
  readonly forms: Forms
  readonly scene: Scene
  readonly parts: Parts
  readonly hands: () => Member
  readonly gone: (message: StoredMessage) => void
  readonly clockMoved: () => void
  readonly onBug: (error: unknown) => void
}

/** Answers what a window wishes, in the name of its person, and tells it what they may see. */
export function createWindow(deps: WindowDeps): Window {
  const { socket, eyes, scene, parts } = deps
  const ask = {
    hub: scene.hub,
    eyes,
    hands: deps.hands,
    forms: deps.forms,
    parts,
    gone: deps.gone,
    clockMoved: deps.clockMoved,
  }
  let shown = ''
  let known: ReadonlySet<string> = new Set()
  let underWay = 0

  const send = (what: FromServer): void => {
    if (socket.readyState !== socket.OPEN) return
    // What waits is kept in memory: a window that hangs must not take the house, and the other windows, with it.
    if (socket.bufferedAmount > MOST_WAITING) return socket.terminate()
    socket.send(JSON.stringify(what))
  }
  const answer = async (wish: Wish): Promise<void> => {
    if (underWay >= MOST_WISHES)
      return send({ n: wish.n, ok: false, why: 'Rustig aan: er is nog veel bezig.' })
    underWay += 1
    try {
      send({ n: wish.n, ...(await fulfil(wish, ask, deps.onBug)) })
    } finally {
      underWay -= 1
    }
  }
  socket.on('message', (data, isBinary) => {
    const { wish, n } = isBinary ? { wish: undefined, n: -1 } : wishIn(data)
    if (wish === undefined) send({ n, ok: false, why: 'Dat begreep het oefenhuis niet.' })
    else answer(wish).catch(deps.onBug)
  })

  return {
    eyes,
    tell: send,
    refresh() {
      const house = houseFor(scene, eyes)
      const now = sameHouse(house)
      if (now === shown) return
      shown = now
      known = new Set(house.channels.map(({ id }) => id))
      send({ t: 'house', house })
    },
    knows: (channelId) => known.has(channelId),
  }
}

/** The wish in a frame; with its number where that much can be read. */
function wishIn(data: RawData): { readonly wish: Wish | undefined; readonly n: number } {
  const asked = parsed(data)
  const read = wishSchema.safeParse(asked)
  const n = (asked as { readonly n?: unknown } | null | undefined)?.n
  return { wish: read.data, n: typeof n === 'number' && Number.isSafeInteger(n) ? n : -1 }
}

function parsed(data: RawData): unknown {
  try {
    // The library hands a text frame over as one buffer.
    return Buffer.isBuffer(data) ? JSON.parse(data.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}
