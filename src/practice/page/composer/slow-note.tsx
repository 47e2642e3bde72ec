import { useSignal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { JSX } from 'preact'
import { ClockIcon } from '../icons.tsx'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { duration } from '../times.ts'

/** Slow mode, and how long it still takes. Who may keep order in a channel is free of it. */
export function SlowNote({
  sentAt,
}: {
  readonly sentAt: ReadonlySignal<number | undefined>
}): JSX.Element | null {
  const store = useStore()
  const channel = store.channel.value
  const seconds = channel?.slowmodeSeconds ?? 0
  const left = useSignal(0)
  const sent = sentAt.value
  useEffect(() => {
    const count = (): void =>
      void (left.value = sent === undefined ? 0 : Math.ceil(seconds - (Date.now() - sent) / 1_000))
    count()
    const timer = setInterval(count, 1_000)
    return () => clearInterval(timer)
  }, [sent, seconds])
  if (seconds === 0 || channel?.may.keep === true) return null
  return (
    <p class="slow-note">
      <ClockIcon />
      {left.value > 0 ? texts.slowWait(duration(left.value)) : texts.slow(duration(seconds))}
    </p>
  )
}
