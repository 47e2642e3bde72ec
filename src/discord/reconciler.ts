import type { Sender } from '../outbox/hand.ts'
import type { Claim, TargetKind } from '../outbox/outbox.ts'
import { automodRule } from './effects/automod-rule.ts'
import { card } from './effects/card.ts'
import { channelLimit } from './effects/channel-limit.ts'
import { channelLine } from './effects/channel-line.ts'
import { closingLine } from './effects/closing-line.ts'
import { contactTalk } from './effects/contact-talk.ts'
import { digest } from './effects/digest.ts'
import { dataNote } from './effects/data-note.ts'
import type { Effect, Effected, Hands } from './effects/effect.ts'
import type { Desks } from './desk.ts'
import { handOver } from './effects/hand-over.ts'
import { heldLine } from './effects/held-line.ts'
import { hold } from './effects/hold.ts'
import { houseChannel } from './effects/house-channel.ts'
import { line } from './effects/line.ts'
import { measure } from './effects/measure.ts'
import { matter } from './effects/matter.ts'
import { news } from './effects/news.ts'
import { notice } from './effects/notice.ts'
import { putBack } from './effects/put-back.ts'
import { reminder } from './effects/reminder.ts'
import { removal } from './effects/removal.ts'
import { retryOf } from './effects/retry.ts'
import { role } from './effects/role.ts'
import { sentLine, sentLineNobody } from './effects/sent-line.ts'
import { staff } from './effects/staff.ts'
import { summary } from './effects/summary.ts'
import { talk } from './effects/talk.ts'
import { talkCard } from './effects/talk-card.ts'
import { talkLine } from './effects/talk-line.ts'
import { talkOut } from './effects/talk-out.ts'
import { NO_CHANNEL } from './missing.ts'
import { LEVELS } from '../screening/kinds.ts'

const EFFECTS = {
  card,
  digest,
  measure,
  notice,
  line,
  removal,
  role,
  staff,
  hold,
  'held-line': heldLine,
  'put-back': putBack,
  talk,
  'contact-talk': contactTalk,
  'talk-card': talkCard,
  'talk-line': talkLine,
  news,
  matter,
  'data-note': dataNote,
  'automod-rule': automodRule,
  reminder,
  'closing-line': closingLine,
  summary,
  'hand-over': handOver,
  'talk-out': talkOut,
  'sent-line': sentLine,
  'sent-line-nobody': sentLineNobody,
  'channel-limit': channelLimit,
  'channel-line': channelLine,
  'house-channel': houseChannel,
} as const satisfies Record<TargetKind, Effect>

/** A house without a channel for its queue: what stands there waits until there is one (queue/move-cards.ts). */
const WAITS: ReadonlySet<TargetKind> = new Set([
  'card',
  'digest',
  'talk-card',
  'data-note',
  'hand-over',
  'staff',
])
/** What is about this moment would come out of the blue later. */
const PASSES: ReadonlySet<TargetKind> = new Set(['reminder', 'summary'])
const NOWHERE_MS = 60 * 60_000

/** What becomes of a target that has no channel to stand in; undefined when Discord can be asked. */
function nowhere({ channelId, kind }: Claim): Effected | undefined {
  if (channelId !== NO_CHANNEL) return undefined
  if (PASSES.has(kind)) return { did: 'done' }
  return WAITS.has(kind)
    ? { did: 'retry', code: 'no-channel', afterMs: NOWHERE_MS, refused: true }
    : undefined
}

/** Targets worked on at the same time. Order holds within a target, never across: one stuck card stops no other. */
const AT_ONCE = 8
/** More cards than this that were never posted become one digest; acute ones keep a card of their own. */
const MOST_CARDS = 20
const ACUTE = LEVELS.indexOf('acuut')

export interface Reconciler extends Sender {
  /** Something was written: look now. */
  wake(): void
  /** Resolves when nothing that can be done now is left. */
  idle(): Promise<void>
  /** Finishes what is under way, begins nothing new. */
  stop(): Promise<void>
  /** What is under way, by kind. */
  busy(): readonly TargetKind[]
}

/**
 * The one executor of consequences: everything that the bot does on Discord by itself passes here, from rows of the
 * outbox. Killed at any point, the next start finds the same rows and goes on.
 *
 * @param ended - hears how each attempt ended, for the figures of whoever runs the bot
 */
export function createReconciler(
  hands: Omit<Hands, 'desk'> & { readonly desk: Desks },
  ended: (kind: TargetKind, did: Effected['did']) => void = () => undefined,
): Reconciler {
  const { desk } = hands
  const underWay = new Map<Promise<void>, TargetKind>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false
  // At the start, and as long as there is more than can be done at once: only then is it looked whether it is a flood.
  let backlog = true
  // And while Discord does not do what it is asked: what is new then waits its turn, as only what was never tried fits in
  // a digest.
  let failing = false

  const work = async (claim: Claim): Promise<void> => {
    let effected: Effected
    try {
      effected =
        nowhere(claim) ?? (await EFFECTS[claim.kind](claim, { ...hands, desk: desk.of(claim.houseId) }))
    } catch (error) {
      effected = retryOf(error, claim.tries)
      desk.log.warn(
        { err: error, target: claim.id, kind: claim.kind, tries: claim.tries },
        'not done on Discord yet',
      )
    }
    failing = effected.did === 'retry'
    ended(claim.kind, effected.did)
    if (effected.did === 'done')
      await desk.outbox.done(claim, effected.messageId === undefined ? {} : { messageId: effected.messageId })
    else if (effected.did === 'repost')
      await desk.outbox.repost(
        claim,
        effected.channelId === undefined ? undefined : { channelId: effected.channelId },
      )
    else {
      const retryAt = new Date(desk.now().getTime() + effected.afterMs)
      const { code, refused, messageId } = effected
      await desk.outbox.failed(claim, {
        code,
        retryAt,
        refused,
        ...(messageId === undefined ? {} : { messageId }),
      })
    }
  }

  const begin = (claim: Claim): void => {
    const job: Promise<void> = work(claim)
      .catch((error: unknown) =>
        desk.log.error({ err: error, target: claim.id }, 'could not write what became of a target'),
      )
      .finally(() => {
        underWay.delete(job)
        wake()
      })
    underWay.set(job, claim.kind)
  }

  const look = async (): Promise<void> => {
    do {
      again = false
      if ((backlog || failing) && !stopped) await desk.outbox.collapse(MOST_CARDS, ACUTE)
      const room = AT_ONCE - underWay.size
      const claims = stopped ? [] : await desk.outbox.claim(room)
      backlog = claims.length === room
      for (const claim of claims) begin(claim)
    } while (again && underWay.size < AT_ONCE)
  }
  const wake = (): void => {
    again = true
    if (stopped || looking !== undefined || underWay.size >= AT_ONCE) return
    looking = look()
      .catch((error: unknown) => desk.log.error({ err: error }, 'could not read the outbox'))
      .finally(() => {
        looking = undefined
        if (again && !stopped && underWay.size < AT_ONCE) wake()
      })
  }

  return {
    wake,
    isFree: () => !stopped && !backlog && !failing && underWay.size < AT_ONCE,
    take(claim) {
      // A few may come at the same moment, and are more than would be worked on else: as many as are stored at once.
      if (!stopped) begin(claim)
      return !stopped
    },
    async idle() {
      wake()
      for (;;) {
        await Promise.all([looking, ...underWay.keys()])
        // `finally` handlers that ask for another look run after the promise that we waited for.
        await new Promise<void>((resolve) => void setImmediate(resolve))
        if (looking === undefined && underWay.size === 0) return
      }
    },
    busy: () => [...underWay.values()],
    async stop() {
      stopped = true
      await Promise.all([looking, ...underWay.keys()])
    },
  }
}
