import type { APIMessage } from 'discord-api-types/v10'
import { pinsOf } from '../../acts/pin-message.ts'
import { compareIds } from '../../snowflake.ts'
import type { StoredChannel, StoredMessage } from '../../state/model.ts'
import { messageFor } from '../message-view.ts'
import { type Ask, channelIn, type Fulfil, type Outcome } from './ask.ts'

/** As many as Discord's app fetches at once. */
const PAGE = 50

const inOrder = (messages: readonly StoredMessage[]): StoredMessage[] =>
  [...messages].sort((a, b) => compareIds(a.id, b.id))

const messages = (shown: readonly APIMessage[], more: boolean): Outcome => ({
  ok: true,
  done: 'messages',
  messages: shown,
  more,
})

/**
 * A page of a channel, oldest first, with what was shown to this person alone in between.
 *
 * @param before - the id that the page ends before; the newest page when absent
 */
function page(ask: Ask, channel: StoredChannel, before?: string): Outcome {
  const { hub, eyes } = ask
  const said = eyes.readsHistory(channel) ? channel.messages.before(before, PAGE + 1) : []
  const more = said.length > PAGE
  const kept = said.slice(0, PAGE)
  const oldest = more ? kept.at(-1)?.id : undefined
  const alone = eyes
    .shownAlone(channel)
    .filter(
      ({ id }) =>
        (before === undefined || compareIds(id, before) < 0) &&
        (oldest === undefined || compareIds(id, oldest) > 0),
    )
  return messages(
    inOrder([...kept, ...alone]).map((one) => messageFor(hub, eyes.userId, one)),
    more,
  )
}

export const open: Fulfil<'open'> = (wish, ask) => page(ask, channelIn(ask, wish.channel))

export const older: Fulfil<'older'> = (wish, ask) => page(ask, channelIn(ask, wish.channel), wish.before)

/** Newest pin first. */
export const pins: Fulfil<'pins'> = (wish, ask) => {
  const channel = channelIn(ask, wish.channel)
  const pinned = ask.eyes.readsHistory(channel) ? pinsOf(channel) : []
  return messages(
    pinned.map((one) => messageFor(ask.hub, ask.eyes.userId, one)),
    false,
  )
}
