import type { Duplex } from 'node:stream'
import { constants, createDeflate, deflateSync } from 'node:zlib'
import type { WebSocket } from 'ws'

/** Frames that are held together at most before they go out. */
const together = 64
/** Below this many characters a payload is not worth compressing by itself; Discord says "not all". */
const worthCompressing = 256

/** The way to one connected bot. */
export interface Line {
  readonly open: boolean
  /** Sends a text; on a line that is closing it goes nowhere, which is no error. */
  send(text: string): void
  close(code: number, reason: string): void
  /** Breaks the connection off without a word, as a fallen cable does. */
  cut(): void
  /** From here on each payload is compressed by itself. Source: Discord, Gateway, Payload Compression. */
  compressPayloads(): void
  /** Keeps what is sent from now on, and lets it go all at once with false. A zlib stream keeps nothing. */
  dam(shut: boolean): void
}

/**
 * Sends over a socket, and lets the frames of one turn of the event loop leave together: in a flood the calls to
 * the system cost more than everything else.
 */
export function openLine(socket: WebSocket, wire: Duplex, transport: 'none' | 'zlib-stream'): Line {
  if (transport === 'zlib-stream') return openStreamedLine(socket)
  let held = 0
  let compresses = false
  let kept: string[] | undefined
  const release = (): void => {
    if (held === 0) return
    held = 0
    wire.uncork()
  }
  const send = (text: string): void => {
    if (socket.readyState !== 1) return
    if (held === 0) {
      wire.cork()
      setImmediate(release)
    }
    held += 1
    if (compresses && text.length >= worthCompressing) socket.send(deflateSync(text))
    else socket.send(text)
    if (held >= together) release()
  }
  return {
    get open() {
      return socket.readyState === 1
    },
    send(text) {
      if (kept === undefined) send(text)
      else kept.push(text)
    },
    close(code, reason) {
      release()
      socket.close(code, reason)
    },
    cut: () => socket.terminate(),
    compressPayloads() {
      compresses = true
    },
    dam(shut) {
      const waiting = kept ?? []
      kept = shut ? waiting : undefined
      if (!shut) for (const text of waiting) send(text)
    },
  }
}

/**
 * Sends everything through one zlib context for the whole connection; each message ends with a flush.
 * Source: Discord, Gateway, Transport Compression, zlib-stream.
 */
function openStreamedLine(socket: WebSocket): Line {
  const deflate = createDeflate()
  let chunks: Buffer[] = []
  let waiting = 0
  let ending: (() => void) | undefined
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('close', () => deflate.destroy())
  return {
    get open() {
      return socket.readyState === 1
    },
    send(text) {
      if (socket.readyState !== 1 || ending !== undefined) return
      waiting += 1
      deflate.write(text)
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        waiting -= 1
        const message = Buffer.concat(chunks)
        chunks = []
        if (socket.readyState === 1) socket.send(message)
        if (waiting === 0) ending?.()
      })
    },
    close(code, reason) {
      // What was said before goes first: it is still being compressed.
      ending = () => socket.close(code, reason)
      if (waiting === 0) ending()
    },
    cut: () => socket.terminate(),
    // "Payload compression will be disabled if you use transport compression."
    compressPayloads: () => undefined,
    dam: () => undefined,
  }
}
