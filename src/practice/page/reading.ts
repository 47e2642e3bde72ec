import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { APIMessage } from 'discord-api-types/v10'
import type { ChannelView, MemberView } from '../web/protocol.ts'
import { compareIds, later, timeOf } from './snowflakes.ts'

/** What this person read, as far as this browser tab knows: it keeps ids of messages, no words. */
export interface Reading {
  /** Channels with something new, and in how many of the new messages this person is named. */
  readonly unread: ReadonlySignal<ReadonlyMap<string, number>>
  /** The channels as the house gives them: what was said before this tab first opened counts as read. */
  sees(channels: readonly ChannelView[]): void
  /** A house that was opened anew, with an earlier clock: what was kept is about another evening, and goes. */
  clock(now: number): void
  arrived(
    message: APIMessage,
    where: { readonly mine: boolean; readonly here: boolean; readonly me: MemberView | undefined },
  ): void
  read(channel: string): void
  readUpTo(channel: string): string | undefined
}

interface Kept {
  /** The newest message of the house when this tab first opened. */
  readonly start: string
  /** For each person, the last message that they read in each channel. */
  readonly people: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const CLOCK_SLACK_MS = 60_000
const KEY = 'huisbot-gelezen'

export function createReading(who: string | undefined): Reading {
  const person = who ?? ''
  const latest = new Map<string, string>()
  const named = new Map<string, number>()
  const direct = new Set<string>()
  const unread = signal<ReadonlyMap<string, number>>(new Map())
  let kept: Kept = load() ?? { start: '', people: {} }

  const readUpTo = (channel: string): string | undefined =>
    kept.people[person]?.[channel] ?? (kept.start === '' ? undefined : kept.start)

  function begin(): void {
    keep({ start: [...latest.values()].sort(compareIds).at(-1) ?? '0', people: {} })
  }
  function count(): void {
    const next = new Map<string, number>()
    for (const [channel, id] of latest) {
      const upTo = readUpTo(channel)
      if (upTo === undefined || later(id, upTo)) next.set(channel, named.get(channel) ?? 0)
    }
    unread.value = next
  }
  function keep(next: Kept): void {
    kept = next
    save(next)
  }

  return {
    unread,
    readUpTo,
    sees(channels) {
      for (const { id, lastMessageId, type } of channels) {
        if (type === 1) direct.add(id)
        const known = latest.get(id)
        if (lastMessageId !== undefined && (known === undefined || later(lastMessageId, known))) {
          latest.set(id, lastMessageId)
        }
      }
      if (kept.start === '') begin()
      count()
    },
    clock(now) {
      if (timeOf(kept.start) <= now + CLOCK_SLACK_MS) return
      begin()
      count()
    },
    arrived(message, { mine, here, me }) {
      latest.set(message.channel_id, message.id)
      if (mine || (here && document.visibilityState === 'visible')) {
        this.read(message.channel_id)
        return
      }
      const names =
        direct.has(message.channel_id) ||
        message.mentions.some((one) => one.id === me?.id) ||
        message.mention_roles.some((role) => me?.roles.includes(role) === true)
      if (names) named.set(message.channel_id, (named.get(message.channel_id) ?? 0) + 1)
      count()
    },
    read(channel) {
      const id = latest.get(channel)
      if (id === undefined) return
      named.delete(channel)
      if (readUpTo(channel) !== id) {
        keep({ ...kept, people: { ...kept.people, [person]: { ...kept.people[person], [channel]: id } } })
      }
      count()
    },
  }
}

function load(): Kept | undefined {
  try {
    const found = sessionStorage.getItem(KEY)
    return found === null ? undefined : (JSON.parse(found) as Kept)
  } catch {
    return undefined
  }
}

function save(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: then a new load starts with everything read.
  }
}
