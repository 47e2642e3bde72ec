import type { Finding as FindingRow, Report } from '../generated/sqlite/client.ts'
import type { Finding } from '../screening/finding.ts'
import { type Category, heavier, type Kind, type Level } from '../screening/kinds.ts'
import type { FlagFile, StoredFlag } from './row.ts'
import { type FlagChanges, noProposal } from './step.ts'

/** What a message is judged to be. */
export interface Judgement {
  readonly kind: Kind
  readonly category: Category
  readonly level: Level
}

/** Worry wins, then harm: whichever leaves the least to be done against the writer. */
const WEIGHT = { worry: 2, harm: 1, conduct: 0 } as const satisfies Record<Kind, number>

/** Joins a later judgement to an earlier one. The level only goes up; the category is that of the part that won. */
export const joinJudgements = (before: Judgement, later: Judgement): Judgement => {
  const level = heavier(before.level, later.level)
  const winner =
    WEIGHT[later.kind] > WEIGHT[before.kind] ||
    (later.kind === before.kind && later.level === level && before.level !== level)
      ? later
      : before
  return { kind: winner.kind, category: winner.category, level }
}

const placeOf = ({ ruleId, start, end }: Pick<FindingRow, 'ruleId' | 'start' | 'end'>): string =>
  `${ruleId}\n${start}\n${end}`

/** Each place once: two findings of one rule in one place are one reason. */
export const distinctFindings = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [placeOf(finding), finding])).values(),
]

/** The findings that the flag does not have yet. The same rule in the same place under a newer policy says nothing new. */
export const newFindings = (
  known: readonly FindingRow[],
  findings: readonly Finding[],
): readonly Finding[] => {
  const there = new Set(known.map(placeOf))
  return distinctFindings(findings).filter((finding) => !there.has(placeOf(finding)))
}

/** What is new about a message that has a flag already. */
export interface News {
  /** The text is another than the one that was judged, or that can no longer be told. */
  readonly words: boolean
  /** Somebody reports it who did not, or says something more. */
  readonly report: boolean
  readonly findings: readonly Finding[]
}

/**
 * Whether anything is to be done. A person judged a closed flag on its words: only other words or a report open it
 * again, never the same words read by other rules.
 */
export const isNews = ({ flag }: Pick<FlagFile, 'flag'>, news: News, later: Judgement): boolean => {
  if (news.words || news.report) return true
  if (flag.state === 'closed') return false
  const joined = joinJudgements(flag, later)
  return (
    news.findings.length > 0 ||
    joined.kind !== flag.kind ||
    joined.category !== flag.category ||
    joined.level !== flag.level
  )
}

/** Whether a report says something that is not there yet. Of a closed flag any report does: it is not over. */
export const isNewReport = (
  { flag, reports }: Pick<FlagFile, 'flag' | 'reports'>,
  report: { readonly reporterId: string; readonly reason: string; readonly words?: string } | undefined,
): boolean => {
  if (report === undefined) return false
  const before: Report | undefined = reports.find(({ reporterId }) => reporterId === report.reporterId)
  if (before === undefined || before.withdrawnAt !== null || flag.state === 'closed') return true
  return before.reason !== report.reason || report.words !== undefined
}

/** What a joined report or finding does to the state: a closed flag opens, a proposal to close it falls. */
export const stateAfterNews = (flag: StoredFlag): FlagChanges => {
  if (flag.state === 'awaiting')
    return { state: flag.ownerId === null ? 'open' : 'claimed', ...noProposal(flag) }
  if (flag.state !== 'closed') return {}
  return {
    state: 'open',
    ownerId: null,
    outcome: null,
    reason: null,
    decidedById: null,
    loweredById: null,
    closedAt: null,
    idsUntil: null,
    told: null,
    ...noProposal(flag),
  }
}
