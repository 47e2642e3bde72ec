import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** Frames that are held together at most before they go out. */
const together = 64

/** The way to one connected bot. */
export interface Line {
  readonly open: boolean
  /** Sends a text; on a line that is closing it goes nowhere, which is no error. */
  send(text: string): void
  close(code: number, reason: string): void
}

/**
 * Sends over a socket, and lets the frames of one turn of the event loop leave together: in a flood the calls to
 * the system cost more than everything else.
 */
export function openLine(socket: WebSocket, wire: Duplex): Line {
  let held = 0
  const release = (): void => {
    if (held === 0) return
    held = 0
    wire.uncork()
  }
  return {
    get open() {
      return socket.readyState === 1
    },
    send(text) {
      if (socket.readyState !== 1) return
      if (held === 0) {
        wire.cork()
        setImmediate(release)
      }
      held += 1
      socket.send(text)
      if (held >= together) release()
    },
    close(code, reason) {
      release()
      socket.close(code, reason)
    },
  }
}
