import type { MessageHandle } from '../../people/handle.ts'
import { handleOf } from '../../people/handle.ts'
import type { Member } from '../../people/member.ts'
import type { Reply } from '../../people/reply.ts'
import { Refused } from '../../people/refused.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../../state/model.ts'
import type { Eyes } from '../eyes.ts'
import type { Forms } from '../forms.ts'
import type { Parts } from '../parts.ts'
import type { Answer, Wish } from '../protocol.ts'

type WithoutN<T> = T extends unknown ? Omit<T, 'n'> : never

/** An answer, before it is known to which wish. */
export type Outcome = WithoutN<Answer>

/** Who asks, and with what hands. */
export interface Ask {
  readonly hub: Hub
  readonly eyes: Eyes
  /** What this person does; throws when they are no longer in the house. */
  readonly hands: () => Member
  readonly forms: Forms
  readonly parts: Parts
  /** Shows this window, and others of the same person, that something they alone see is gone. */
  readonly gone: (message: StoredMessage) => void
  /** Shows every window what the clock says now. */
  readonly clockMoved: () => void
}

/** One kind of wish. */
export type Fulfil<What extends Wish['do']> = (
  wish: Extract<Wish, { do: What }>,
  ask: Ask,
) => Promise<Outcome> | Outcome

export const noted: Outcome = { ok: true, done: 'noted' }

/** The channel of a wish; one that this person does not see is as one that is not there. */
export function channelIn({ eyes }: Ask, id: string): StoredChannel {
  const channel = eyes.channel(id)
  if (channel === undefined) throw new Refused('Missing Access', 50001)
  return channel
}

/** The message of a wish; one that this person does not see is as one that is not there. */
export function messageIn({ eyes }: Ask, id: string): StoredMessage {
  const message = eyes.message(id)
  if (message === undefined) throw new Refused('Unknown Message', 10008)
  return message
}

/** The handle of a message that this person sees. */
export const handleIn = (ask: Ask, id: string): MessageHandle => handleOf(ask.hub, messageIn(ask, id))

/** What the bot did with what somebody asked. The messages themselves came as news. */
export function answered(reply: Reply, forms: Forms): Outcome {
  return {
    ok: true,
    done: 'answered',
    kind: reply.kind,
    ...(reply.modal === undefined ? {} : { form: forms.keep(reply.modal) }),
    ...(reply.message === undefined ? {} : { message: reply.message.id }),
    ...(reply.choices.length === 0 ? {} : { choices: reply.choices }),
  }
}
