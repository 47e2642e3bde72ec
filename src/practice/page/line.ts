import type { Answer, FromServer, News, Wish } from '../web/protocol.ts'

type WithoutNumber<T> = T extends unknown ? Omit<T, 'n'> : never
/** A wish as the page writes it; the line numbers it. */
export type Asked = WithoutNumber<Wish>

export type LineState =
  /** Never yet connected. */
  | 'connecting'
  | 'open'
  /** Was connected; tries again. */
  | 'lost'
  /** The house closed, or the page let go: nothing more comes. */
  | 'closed'
  /** Nobody in the house has this name: asking again would not help. */
  | 'nobody'

export interface Line {
  /** Never rejects: what went wrong is an answer with a sentence. */
  ask(wish: Asked): Promise<Answer>
  close(): void
}

export interface LineWishes {
  /** Whom the server takes this window for; the first person of the house when absent. */
  readonly who: string | undefined
  readonly onNews: (news: News) => void
  readonly onState: (state: LineState) => void
  /** Sentences for what the line itself has to say. */
  readonly says: { readonly lost: string; readonly noAnswer: string }
}

/** With which the server closes the line of somebody who is not there. */
const NO_SUCH_PERSON = 4004
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
/** A house that said that it comes back is there within seconds, and somebody sits waiting for it. */
const SOON_MS = 150
/** The bot has three seconds to answer, and the server tells that it did not. Longer is a fault. */
const ANSWER_MS = 30_000

/** The line of one person to the house. It connects again by itself, with longer and longer waits. */
export function openLine({ who, onNews, onState, says }: LineWishes): Line {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  let socket: WebSocket | undefined
  let state: LineState = 'connecting'
  let wait = FIRST_WAIT_MS
  let retry: ReturnType<typeof setTimeout> | undefined
  /** Another house opens at this address. Nothing that the page holds is of that one: it loads anew, itself included. */
  let comesBack = false

  const become = (next: LineState): void => {
    if (next === state) return
    state = next
    onState(next)
  }
  const failAll = (why: string): void => {
    const all = [...waiting]
    waiting.clear()
    for (const [n, settle] of all) settle({ n, ok: false, why })
  }
  const hear = (said: FromServer): void => {
    if ('n' in said) {
      const settle = waiting.get(said.n)
      waiting.delete(said.n)
      settle?.(said)
      return
    }
    if (said.t === 'closing' && said.again === true) {
      comesBack = true
      wait = SOON_MS
      return
    }
    if (said.t === 'closing') {
      become('closed')
      failAll(says.lost)
    }
    onNews(said)
  }
  const connect = (): void => {
    const address = new URL('window', location.href)
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    address.hash = ''
    if (who !== undefined) address.searchParams.set('who', who)
    const mine = new WebSocket(address)
    socket = mine
    mine.addEventListener('open', () => {
      if (comesBack) return location.reload()
      wait = FIRST_WAIT_MS
      become('open')
    })
    mine.addEventListener('message', (event) => {
      if (socket === mine) hear(JSON.parse(String(event.data)) as FromServer)
    })
    mine.addEventListener('close', (event) => {
      if (socket !== mine) return
      failAll(says.lost)
      if (event.code === NO_SUCH_PERSON) become('nobody')
      if (state === 'closed' || state === 'nobody') return
      become(state === 'connecting' ? 'connecting' : 'lost')
      retry = setTimeout(connect, wait)
      if (!comesBack) wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    })
  }
  connect()

  return {
    ask(wish) {
      const n = ++last
      return new Promise<Answer>((resolve) => {
        if (socket?.readyState !== WebSocket.OPEN) {
          resolve({ n, ok: false, why: says.lost })
          return
        }
        const late = setTimeout(() => {
          waiting.delete(n)
          resolve({ n, ok: false, why: says.noAnswer })
        }, ANSWER_MS)
        waiting.set(n, (answer) => {
          clearTimeout(late)
          resolve(answer)
        })
        socket.send(JSON.stringify({ ...wish, n }))
      })
    },
    close() {
      become('closed')
      clearTimeout(retry)
      failAll(says.lost)
      socket?.close()
      socket = undefined
    },
  }
}
