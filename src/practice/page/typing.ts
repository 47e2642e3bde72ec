import type { Talk } from './talk.ts'

/** Discord shows it for ten seconds after the last sign. */
const SHOWN_MS = 10_000

/** Keeps who is writing where, until they sent it or stopped. */
export function createTyping(talk: (channel: string) => Talk): {
  started(channel: string, who: string): void
  stopped(channel: string, who: string): void
  stop(): void
} {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function stopped(channel: string, who: string): void {
    const key = `${channel} ${who}`
    clearTimeout(timers.get(key))
    timers.delete(key)
    const { typing } = talk(channel)
    if (typing.value.includes(who)) typing.value = typing.value.filter((one) => one !== who)
  }
  return {
    stopped,
    started(channel, who) {
      const key = `${channel} ${who}`
      clearTimeout(timers.get(key))
      timers.set(
        key,
        setTimeout(() => stopped(channel, who), SHOWN_MS),
      )
      const { typing } = talk(channel)
      if (!typing.value.includes(who)) typing.value = [...typing.value, who]
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
