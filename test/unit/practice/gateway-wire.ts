import { WebSocket } from 'ws'

/** What came over the wire. */
export interface Frame {
  readonly op: number
  readonly t: string | null
  readonly s: number | null
  readonly d: Record<string, unknown> | boolean | null
}

/** A connection to the gateway by hand, for what no library would ever do. */
export interface Wire {
  readonly frames: readonly Frame[]
  readonly socket: WebSocket
  send(op: number, d: unknown): void
  sendText(text: string): void
  /** Resolves with the first frame that fits, also when it came already; rejects when the connection closes first. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>
  event(t: string): Promise<Record<string, unknown>>
  /** The code with which the connection closes. */
  readonly closed: Promise<number>
}

/** Where the gateway is when REST is at `api`. */
export const gatewayUrl = (api: string, query = '?v=10&encoding=json'): string =>
  `${api.replace('http', 'ws').replace('/api', '')}/${query}`

/** Connects, and collects what comes. */
export function dial(api: string, query?: string): Wire {
  const socket = new WebSocket(gatewayUrl(api, query))
  const frames: Frame[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let isClosed = false
  socket.on('message', (raw: Buffer) => {
    frames.push(JSON.parse(raw.toString('utf8')) as Frame)
    tell()
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      isClosed = true
      tell()
      resolve(code)
    })
  })
  const early: string[] = []
  socket.on('open', () => {
    for (const text of early.splice(0)) socket.send(text)
  })
  const sendText = (text: string) => {
    if (socket.readyState === 0) early.push(text)
    else socket.send(text)
  }
  const frame = (fits: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve, reject) => {
      const look = () => {
        const found = frames.find(fits)
        if (found === undefined && !isClosed) return
        listeners.delete(look)
        if (found === undefined) reject(new Error('the connection was closed first'))
        else resolve(found)
      }
      listeners.add(look)
      look()
    })
  return {
    frames,
    socket,
    sendText,
    send: (op, d) => sendText(JSON.stringify({ op, d })),
    frame,
    event: async (t) => (await frame((one) => one.t === t)).d as Record<string, unknown>,
    closed,
  }
}

/** What a bot says first. */
export const identity = (token: string, more: object = {}): object => ({
  token,
  intents: 0,
  properties: { os: 'linux', browser: 'test', device: 'test' },
  ...more,
})
