import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { APIMessage } from 'discord-api-types/v10'
import { texts } from './texts.ts'

/** What comes within this time is told as one thing: a busy channel must not talk without end. */
const TOGETHER_MS = 1_000

/** Says new messages of the open channel to who does not see the screen. */
export function createAnnouncer(): {
  readonly says: ReadonlySignal<string>
  heard(message: APIMessage): void
  stop(): void
} {
  const says = signal('')
  let count = 0
  let last: APIMessage | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    if (last === undefined) return
    const words = texts.announce(last)
    says.value = count === 1 ? words : texts.announceMore(count, words)
    count = 0
    last = undefined
  }
  return {
    says,
    heard(message) {
      count++
      last = message
      timer ??= setTimeout(tell, TOGETHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
