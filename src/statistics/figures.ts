import type { Outcome } from '../queue/outcomes.ts'
import { CATEGORIES, type Category, LEVELS, type Level } from '../screening/kinds.ts'
import { type Automatic, type ShownAutomatic, shownAutomatic } from './automatic.ts'
import { type Histogram, type Pace, paceOf } from './percentile.ts'
import type { Period } from './period.ts'
import { partOf, type Shown, type ShownGrid, shownAlone, suppress, suppressList } from './suppression.ts'

/** What was counted in a period, before anything small is hidden. It never leaves src/statistics/. */
export interface Counted {
  readonly period: Period
  readonly flags: readonly { readonly category: string; readonly level: string; readonly count: number }[]
  /** Seconds until the first person, and until closing; by the clock (`all`) and in open hours (`open`). */
  readonly seconds: Readonly<Record<'first' | 'closing', Readonly<Record<'open' | 'all', Timed>>>>
  readonly waiting: number
  readonly inTime: readonly { readonly level: string; readonly late: boolean; readonly count: number }[]
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[]
  readonly rules: readonly { readonly ruleId: string; readonly alarms: number; readonly all: number }[]
  readonly automatic: Automatic
  /** Daily counts, added up by name. */
  readonly sums: ReadonlyMap<string, number>
}
export type Timed = readonly { readonly level: string; readonly value: number; readonly times: number }[]

export interface LevelPace {
  readonly level: Level | 'all'
  readonly open: Pace
  readonly all: Pace
}
/** Per cent; hidden where it would tell about a few. */
export interface LevelShare {
  readonly level: Level | 'all'
  readonly percent: Shown | undefined
}

/** The figures of a period as they may be shown: of the team, never of one person, and nothing small. */
export interface Figures {
  readonly period: Period
  readonly flags: ShownGrid & { readonly categories: readonly Category[]; readonly levels: readonly Level[] }
  readonly first: readonly LevelPace[]
  readonly closing: readonly LevelPace[]
  readonly waiting: Shown
  readonly overdue: readonly LevelShare[]
  readonly outcomes: {
    readonly list: readonly { readonly outcome: string; readonly count: Shown }[]
    readonly total: Shown
  }
  readonly rules: readonly {
    readonly ruleId: string
    readonly alarms: Shown
    readonly other: Shown
    readonly all: Shown
  }[]
  readonly automatic: ShownAutomatic
  readonly referrals: {
    readonly list: readonly { readonly lineId: string; readonly count: Shown }[]
    readonly total: Shown
  }
  readonly talks: { readonly asked: Shown; readonly came: Shown }
  readonly notice: { readonly first: Shown; readonly newer: Shown }
}

const flagsOf = ({ flags }: Counted): Figures['flags'] => {
  const at = (category: Category, level: Level): number =>
    flags.find((one) => one.category === category && one.level === level)?.count ?? 0
  const grid = CATEGORIES.map((category) => LEVELS.map((level) => at(category, level)))
  return { ...suppress(grid), categories: CATEGORIES, levels: LEVELS }
}

const histogram = (timed: Timed, level: Level | 'all'): Histogram =>
  timed.filter((one) => level === 'all' || one.level === level)

const pacesOf = ({ open, all }: Readonly<Record<'open' | 'all', Timed>>): readonly LevelPace[] =>
  (['all', ...LEVELS.toReversed()] as const).map((level) => ({
    level,
    open: paceOf(histogram(open, level)),
    all: paceOf(histogram(all, level)),
  }))

/** Levels that are reminded of; green waits for whoever looks. */
const REMINDED = LEVELS.filter((level) => level !== 'groen')

/** Of nothing there is no share. */
const percent = (late: Shown = 'hidden', soon: Shown = 'hidden'): Shown | undefined => {
  if (late === 'hidden' || soon === 'hidden') return 'hidden'
  return late + soon === 0 ? undefined : Math.round((late * 100) / (late + soon))
}

const overdueOf = ({ inTime }: Counted): readonly LevelShare[] => {
  const count = (level: Level, late: boolean): number =>
    inTime
      .filter((one) => one.level === level && one.late === late)
      .reduce((total, one) => total + one.count, 0)
  const levels = REMINDED.toReversed()
  const counts = levels.map((level) => [count(level, true), count(level, false)])
  const shown = suppress(counts)
  return [
    { level: 'all', percent: percent(shown.columnTotals[0], shown.columnTotals[1]) },
    ...levels.map((level, row) => ({
      level,
      percent: percent(shown.cells[row]?.[0], shown.cells[row]?.[1]),
    })),
  ]
}

/** A list of named counts with their sum, the largest first. */
const listed = <T extends string>(
  counts: readonly { readonly name: T; readonly count: number }[],
): { readonly list: readonly { readonly name: T; readonly count: Shown }[]; readonly total: Shown } => {
  const sorted = counts.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  const { counts: shown, total } = suppressList(sorted.map(({ count }) => count))
  return { list: sorted.map(({ name }, at) => ({ name, count: shown[at] ?? 0 })), total }
}

const outcomesOf = ({ outcomes }: Counted): Figures['outcomes'] => {
  const { list, total } = listed(outcomes.map(({ outcome, count }) => ({ name: outcome, count })))
  return { list: list.map(({ name, count }) => ({ outcome: name as Outcome, count })), total }
}

const rulesOf = ({ rules }: Counted): Figures['rules'] =>
  rules
    .toSorted((a, b) => b.alarms - a.alarms || b.all - a.all || a.ruleId.localeCompare(b.ruleId))
    .map(({ ruleId, alarms, all }) => {
      const { counts, total } = suppressList([alarms, all - alarms])
      return { ruleId, alarms: counts[0] ?? 0, other: counts[1] ?? 0, all: total }
    })

const PRAAT = 'praat:'

const referralsOf = ({ sums }: Counted): Figures['referrals'] => {
  const lines = [...sums].filter(([name]) => name.startsWith(PRAAT))
  const { list, total } = listed(lines.map(([name, count]) => ({ name: name.slice(PRAAT.length), count })))
  return { list: list.map(({ name, count }) => ({ lineId: name, count })), total }
}

/** Hides what is small, and makes of counts what may be shown. Pure. */
export const figuresOf = (counted: Counted): Figures => {
  const { period, seconds, waiting, automatic, sums } = counted
  const talks = partOf(sums.get('talk:came') ?? 0, sums.get('talk') ?? 0)
  return {
    period,
    flags: flagsOf(counted),
    first: pacesOf(seconds.first),
    closing: pacesOf(seconds.closing),
    waiting: shownAlone(waiting),
    overdue: overdueOf(counted),
    outcomes: outcomesOf(counted),
    rules: rulesOf(counted),
    automatic: shownAutomatic(automatic),
    referrals: referralsOf(counted),
    talks: { asked: talks.whole, came: talks.part },
    notice: {
      first: shownAlone(sums.get('notice:first') ?? 0),
      newer: shownAlone(sums.get('notice:newer') ?? 0),
    },
  }
}
