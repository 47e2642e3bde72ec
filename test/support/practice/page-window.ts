import type { APIMessage } from 'discord-api-types/v10'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { usableIn } from '../../../src/practice/people/components.ts'
import type { Answer, FromServer, HouseView, News, Wish } from '../../../src/practice/web/protocol.ts'

type WithoutN<T> = T extends unknown ? Omit<T, 'n'> : never
type NewsOf<T extends News['t']> = Extract<News, { t: T }>

/** A window of the practice page without the page: the line, what came over it, and what can be wished. */
export interface PageWindow {
  readonly socket: WebSocket
  /** Every frame that came, as text, oldest first. */
  readonly frames: readonly string[]
  readonly news: readonly News[]
  /** The house as it was last sent. */
  house(): HouseView
  channel(name: string): string
  wish(wish: WithoutN<Wish>): Promise<Answer>
  /** A message as it was last told. */
  message(id: string): APIMessage
  /** Presses the button with these words, or those before its colon. */
  press(message: string, label: string): Promise<Answer>
  /** Sends whatever a window could send. */
  raw(frame: string | Buffer): void
  /** The first news of this kind that fits, also of what came before it was asked. */
  heard<T extends News['t']>(t: T, fits?: (news: NewsOf<T>) => boolean): Promise<NewsOf<T>>
  /** The code with which the line was closed. */
  readonly closed: Promise<number>
  close(): void
}

/** Opens a window as somebody, and waits for the house. */
export async function openWindow(url: string, who: string): Promise<PageWindow> {
  const { origin, host } = new URL(url)
  const socket = new WebSocket(`ws://${host}/window?who=${encodeURIComponent(who)}`, { origin })
  onTestFinished(() => socket.terminate())
  const frames: string[] = []
  const news: News[] = []
  const waiting = new Map<number, (answer: Answer) => void>()
  const listening = new Set<() => void>()
  let n = 0
  socket.on('message', (data) => {
    const frame = Buffer.isBuffer(data) ? data.toString('utf8') : ''
    frames.push(frame)
    const said = JSON.parse(frame) as FromServer
    if ('t' in said) news.push(said)
    else {
      waiting.get(said.n)?.(said)
      waiting.delete(said.n)
    }
    for (const listener of listening) listener()
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const window: PageWindow = {
    socket,
    frames,
    news,
    closed,
    house() {
      const last = news.findLast((one) => one.t === 'house')
      if (last === undefined) throw new Error('No house was sent yet.')
      return last.house
    },
    channel(name) {
      const channel = window.house().channels.find((one) => one.name === name)
      if (channel === undefined) throw new Error(`${who} sees no channel "${name}".`)
      return channel.id
    },
    wish(wish) {
      n += 1
      const asked = n
      return new Promise((resolve) => {
        waiting.set(asked, resolve)
        socket.send(JSON.stringify({ ...wish, n: asked }))
      })
    },
    message(id) {
      const last = news.findLast((one) => one.t === 'message' && one.message.id === id)
      if (last?.t !== 'message') throw new Error(`${who} was not told of this message.`)
      return last.message
    },
    press(message, label) {
      const all = usableIn(window.message(message).components ?? [])
      const button = all.find((one) => one.label?.split(/\s*:/)[0] === label)
      if (button?.custom_id === undefined)
        throw new Error(`no "${label}" among ${all.map((one) => one.label).join(', ')}`)
      return window.wish({ do: 'press', message, customId: button.custom_id })
    },
    raw: (frame) => socket.send(frame),
    heard<T extends News['t']>(t: T, fits: (one: NewsOf<T>) => boolean = () => true) {
      return new Promise<NewsOf<T>>((resolve, reject) => {
        const look = (): boolean => {
          const found = news.find((one): one is NewsOf<T> => one.t === t && fits(one as NewsOf<T>))
          if (found === undefined) return false
          listening.delete(look)
          clearTimeout(timer)
          resolve(found)
          return true
        }
        const timer = setTimeout(() => reject(new Error(`${who} waited in vain for ${t}`)), 10_000)
        if (!look()) listening.add(look)
      })
    },
    close: () => socket.close(),
  }
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) =>
      reject(new Error(`The line was refused: ${response.statusCode}`)),
    )
  })
  return window
}
