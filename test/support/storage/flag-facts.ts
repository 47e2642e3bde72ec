import { step } from '../../../src/queue/lifecycle.ts'
import type { OUTCOMES } from '../../../src/queue/outcomes.ts'
import type { FlagAct, FlagFacts } from '../../../src/queue/step.ts'
import type { LEVELS } from '../../../src/screening/kinds.ts'

/** When everything here happens. */
export const AT = new Date('2026-03-02T18:00:00Z')

export const facts = (more: Partial<FlagFacts> = {}): FlagFacts => ({
  state: 'open',
  kind: 'harm',
  category: 'harassment',
  level: 'geel',
  version: 3,
  messageId: '1000',
  authorId: 'writer',
  otherAuthorIds: [],
  ownerId: null,
  proposedOutcome: null,
  proposedById: null,
  loweredById: null,
  outcome: null,
  decidedById: null,
  closedAt: null,
  measure: null,
  measureState: null,
  firstById: null,
  barredId: null,
  told: null,
  held: false,
  reporterIds: [],
  ...more,
})
export const taken = (more: Partial<FlagFacts> = {}): FlagFacts =>
  facts({ state: 'claimed', ownerId: 'amira', ...more })
export const waiting = (more: Partial<FlagFacts> = {}): FlagFacts =>
  facts({
    state: 'awaiting',
    level: 'rood',
    ownerId: 'amira',
    proposedOutcome: 'no-problem',
    proposedById: 'amira',
    ...more,
  })
export const closed = (more: Partial<FlagFacts> = {}): FlagFacts =>
  facts({ state: 'closed', ownerId: 'amira', outcome: 'talked', decidedById: 'amira', closedAt: AT, ...more })

export const CLAIM: FlagAct = { type: 'claim' }
export const RELEASE: FlagAct = { type: 'release' }
export const SHOW: FlagAct = { type: 'show' }
export const decide = (outcome: (typeof OUTCOMES)[number]): FlagAct => ({ type: 'decide', outcome })
export const level = (to: (typeof LEVELS)[number]): FlagAct => ({ type: 'level', level: to })

/** What an act comes to: the refusal, `same`, `noted`, or the state after it. */
export const comesTo = (flag: FlagFacts, actorId: string, act: FlagAct, seenVersion?: number): string => {
  const done = step(flag, { actorId, act, at: AT, ...(seenVersion === undefined ? {} : { seenVersion }) })
  if (done.type === 'refused') return done.refusal
  return done.type === 'moved' ? (done.changes.state ?? flag.state) : done.type
}

/** Lines of the audit that change nothing in the flag. */
export const NOTED: ReadonlySet<string> = new Set(['shown', 'answered', 'recorded', 'printed', 'received'])
