import { channelMention, TimestampStyles, time, userMention } from 'discord.js'
import type { CardView } from '../queue/card.ts'
import type { Texts } from '../texts/texts.ts'
import type { Desk } from './desk.ts'
import { reasonOf } from '../screening/reason.ts'

/** The state of a flag in words: who has it, what is proposed, how it ended. */
export function cardState(view: CardView, texts: Texts): string {
  const owner = view.ownerId === null ? '' : userMention(view.ownerId)
  switch (view.state) {
    case 'open':
      return texts.t('queue.state.open')
    case 'claimed':
      return texts.t('queue.state.claimed', { owner })
    case 'awaiting':
      return texts.t('queue.awaiting-second', {
        first: view.proposedById === null ? '?' : userMention(view.proposedById),
        outcome:
          view.proposedOutcome === null ? '?' : texts.t(`queue.outcome.${view.proposedOutcome}.option`),
      })
    case 'closed': {
      if (view.outcome === null) return texts.t('queue.state.withdrawn')
      const outcome = texts.t(`queue.outcome.${view.outcome}.option`)
      return owner === ''
        ? texts.t('queue.state.closed', { outcome })
        : texts.t('queue.state.closed-by', { outcome, owner })
    }
  }
}

/** Why the flag is there, in the words of the policy: a reason for each rule, then how many people reported. */
function why(view: CardView, desk: Desk, texts: Texts): string[] {
  return [
    ...view.ruleIds.map((id) => texts.t('queue.card.why', { why: reasonOf(desk.policy, id, texts) })),
    ...(view.reporters === 0 ? [] : [texts.t('queue.card.reporters', { count: view.reporters })]),
    ...(view.reportReasons.length === 0
      ? []
      : [
          texts.t('queue.card.reasons', {
            reasons: view.reportReasons.map((reason) => texts.t(`report.reason.${reason}.option`)).join(', '),
          }),
        ]),
    ...(view.alike === 1 ? [] : [texts.t('queue.card.alike', { count: view.alike })]),
  ]
}

/** What was done to the writer, and how far it is. */
function measureLine({ measure }: CardView, texts: Texts): string[] {
  if (measure === null) return []
  const what = texts.t(`queue.measure.${measure.measure}`, {
    until: measure.until === null ? '?' : time(measure.until, TimestampStyles.ShortDateTime),
  })
  return [texts.t(`queue.measure.state.${measure.state}`, { measure: what })]
}

/** What one person did alone, and that a second looks at it. */
function secondLine(view: CardView, texts: Texts): string[] {
  if (view.firstById === null) return []
  const first = userMention(view.firstById)
  if (view.overdue) return [texts.t('queue.second.overdue', { first })]
  if (view.confirmDueAt === null) return [texts.t('queue.second.waits-no-due', { first })]
  return [
    texts.t('queue.second.waits', { first, due: time(view.confirmDueAt, TimestampStyles.ShortDateTime) }),
  ]
}

/** Everything that stands on a card, line by line: ids and codes in words, never what somebody wrote. */
export function cardLines(view: CardView, desk: Desk): string[] {
  const texts = desk.texts()
  return [
    ...(view.drill
      ? [texts.t('drill.card')]
      : [texts.t('queue.card.where', { channel: channelMention(view.channelId) })]),
    ...(view.authorId === null ? [] : [texts.t('queue.card.writer', { writer: userMention(view.authorId) })]),
    ...why(view, desk, texts),
    texts.t('queue.card.age', { age: time(view.createdAt, TimestampStyles.RelativeTime) }),
    ...(view.seenLate ? [texts.t('queue.card.seen-late')] : []),
    ...(view.objected ? [texts.t('queue.card.objected')] : []),
    ...(view.held ? [texts.t('queue.card.held')] : []),
    ...(view.level === 'acuut' ? [texts.t('queue.card.acute')] : []),
    `**${cardState(view, texts)}**`,
    ...(view.reason === null
      ? []
      : [texts.t('queue.card.reason', { reason: texts.t(`queue.reason.${view.reason}.option`) })]),
    ...measureLine(view, texts),
    ...secondLine(view, texts),
    ...(view.told === null || view.state !== 'closed' ? [] : [texts.t(`queue.told.${view.told}`)]),
  ]
}
