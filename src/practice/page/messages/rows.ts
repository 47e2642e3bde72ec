import type { ShownMessage } from '../talk.ts'
import { later } from '../snowflakes.ts'
import { dayOf } from '../times.ts'

/** What stands in the list, from the top. */
export type Row =
  | { readonly t: 'day'; readonly key: string; readonly at: number }
  | { readonly t: 'new'; readonly key: string }
  | {
      readonly t: 'message'
      readonly key: string
      readonly shown: ShownMessage
      /** The first of what somebody says in one go: it has their name and picture. */
      readonly first: boolean
    }

/** Discord begins a new group after seven minutes. */
const GROUP_MS = 7 * 60_000
/** Discord's numbers for what somebody just says, and for what Discord says of a pin. */
const SAID = 0
const PINNED = 6

/**
 * @param readUpTo - the line "Nieuw" stands behind this message, when something of others follows
 * @param me - whose own messages are never new
 */
export function rowsOf(
  messages: readonly ShownMessage[],
  readUpTo: string | undefined,
  me: string | undefined,
): readonly Row[] {
  const rows: Row[] = []
  let before: ShownMessage | undefined
  let marked = readUpTo === undefined
  for (const shown of messages) {
    const { message } = shown
    const at = Date.parse(message.timestamp)
    const newDay = before === undefined || dayOf(Date.parse(before.message.timestamp)) !== dayOf(at)
    if (newDay) rows.push({ t: 'day', key: `day-${message.id}`, at })
    const isNew = !marked && readUpTo !== undefined && message.author.id !== me && later(message.id, readUpTo)
    if (isNew) {
      rows.push({ t: 'new', key: 'new' })
      marked = true
    }
    const first = newDay || isNew || before === undefined || !follows(before, shown)
    rows.push({ t: 'message', key: message.id, shown, first })
    before = shown
  }
  return rows
}

function follows(before: ShownMessage, next: ShownMessage): boolean {
  const [one, other] = [before.message, next.message]
  const [typeBefore, type]: readonly number[] = [one.type, other.type]
  return (
    one.author.id === other.author.id &&
    one.author.username === other.author.username &&
    before.onlyForYou === next.onlyForYou &&
    typeBefore !== PINNED &&
    type === SAID &&
    other.interaction_metadata === undefined &&
    Date.parse(other.timestamp) - Date.parse(one.timestamp) < GROUP_MS
  )
}
