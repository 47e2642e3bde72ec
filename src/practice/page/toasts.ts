import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface Toast {
  readonly id: number
  readonly text: string
}

/** Short sentences over the page: what did not go, and why. */
export interface Toasts {
  readonly all: ReadonlySignal<readonly Toast[]>
  show(text: string): void
  away(id: number): void
}

/** Long enough to read a sentence twice; it can be closed before, and pauses for nobody who is still reading. */
const SHOWN_MS = 8_000

export function createToasts(): Toasts {
  const all = signal<readonly Toast[]>([])
  let last = 0
  const away = (id: number): void => void (all.value = all.value.filter((one) => one.id !== id))
  return {
    all,
    away,
    show(text) {
      const id = ++last
      // The same sentence twice is one toast, counted anew.
      all.value = [...all.value.filter((one) => one.text !== text), { id, text }].slice(-3)
      setTimeout(() => away(id), SHOWN_MS)
    },
  }
}
