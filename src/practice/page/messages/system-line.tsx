import type { APIMessage } from 'discord-api-types/v10'
import type { JSX } from 'preact'
import { JoinIcon, PinIcon, ThreadIcon } from '../icons.tsx'
import { nameColour, shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { dark } from '../theme.ts'
import { messageTime } from '../times.ts'

const TYPES = {
  recipientAdd: 1,
  recipientRemove: 2,
  nameChange: 4,
  pinned: 6,
  join: 7,
  threadCreated: 18,
} as const

/** Messages that Discord itself writes: somebody pinned something, or began a thread. */
export const isSystem = (message: APIMessage): boolean =>
  (Object.values(TYPES) as number[]).includes(message.type)

export function SystemLine({ message }: { readonly message: APIMessage }): JSX.Element {
  const store = useStore()
  const shown = shownUser(store.house.value, message.author)
  const other = message.mentions[0]
  const type: number = message.type
  const Icon = type === TYPES.pinned ? PinIcon : type === TYPES.threadCreated ? ThreadIcon : JoinIcon
  return (
    <div class="system-line">
      <span class="system-icon">
        <Icon />
      </span>
      <p>
        <b style={{ color: nameColour(store.house.value, shown.member, dark.value) ?? '' }}>{shown.name}</b>{' '}
        {sentence(message, other?.global_name ?? other?.username ?? '')}{' '}
        <span class="small-time">{messageTime(Date.parse(message.timestamp), store.time.day.value)}</span>
      </p>
    </div>
  )
}

function sentence(message: APIMessage, other: string): string {
  switch (message.type as number) {
    case TYPES.recipientAdd:
      return texts.system.added(other)
    case TYPES.recipientRemove:
      return texts.system.removed(other)
    case TYPES.nameChange:
      return texts.system.renamed(message.content)
    case TYPES.pinned:
      return texts.system.pinned
    case TYPES.threadCreated:
      return texts.system.thread(message.content)
    default:
      return texts.system.joined
  }
}
