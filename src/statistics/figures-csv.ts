import type { Policy } from '../policy/schema.ts'
import { OUTCOMES } from '../queue/outcomes.ts'
import type { Texts } from '../texts/texts.ts'
import { type Cell, writeCsv } from './csv.ts'
import type { Figures, LevelPace } from './figures.ts'
import type { Shown } from './suppression.ts'

type Row = readonly [part: string, what: string, split: string, value: Cell, unit: string]

/** The name of a help line, or its id where the policy has it no more. */
export const lineName = (lineId: string, { helplines }: Pick<Policy, 'helplines'>): string =>
  helplines.find(({ id }) => id === lineId)?.name ?? lineId

/** How a flag ended, in words; the code where a newer version wrote it. */
export const outcomeName = (outcome: string, texts: Texts): string => {
  const known = OUTCOMES.find((one) => one === outcome)
  return known === undefined ? outcome : texts.t(`queue.outcome.${known}.option`)
}

export const levelName = (level: LevelPace['level'], texts: Texts): string =>
  level === 'all' ? texts.t('figures.total') : texts.t(`queue.level.${level}`)

/** The figures as rows: one number each, so that a spreadsheet can sort and turn them. */
export const figuresCsv = (figures: Figures, policy: Pick<Policy, 'helplines'>, texts: Texts): string => {
  const { flags, period } = figures
  const hidden = texts.t('figures.hidden-mark')
  const total = texts.t('figures.total')
  const count = (part: string, what: string, split: string, value: Shown): Row => [
    part,
    what,
    split,
    value === 'hidden' ? hidden : value,
    texts.t('figures.csv.count'),
  ]
  const flagsPart = texts.t('figures.flags.heading')
  const flagRows = flags.categories.flatMap((category, row) => {
    const name = texts.t(`category.${category}`)
    return [
      ...flags.levels.map((level, column) =>
        count(flagsPart, name, texts.t(`queue.level.${level}`), flags.cells[row]?.[column] ?? 0),
      ),
      count(flagsPart, name, total, flags.rowTotals[row] ?? 0),
    ]
  })
  const sums = [
    ...flags.levels.map((level, column) =>
      count(flagsPart, total, texts.t(`queue.level.${level}`), flags.columnTotals[column] ?? 0),
    ),
    count(flagsPart, total, total, flags.total),
  ]
  const paces = (part: string, list: readonly LevelPace[]): readonly Row[] =>
    list.flatMap(({ level, open, all }) =>
      (['open', 'all'] as const).flatMap((clock) =>
        (['median', 'p95'] as const).map((which): Row => {
          const seconds = (clock === 'open' ? open : all)[which]
          const split = `${texts.t(`figures.clock.${clock}`)}, ${texts.t(`figures.csv.${which}`)}`
          const value = seconds ?? texts.t('figures.times.few')
          return [part, levelName(level, texts), split, value, texts.t('figures.csv.seconds')]
        }),
      ),
    )
  const overdue = figures.overdue.flatMap(({ level, percent }): Row[] =>
    percent === undefined
      ? []
      : [
          [
            texts.t('figures.overdue.heading'),
            levelName(level, texts),
            '',
            percent === 'hidden' ? hidden : percent,
            texts.t('figures.csv.percent'),
          ],
        ],
  )
  const rules = figures.rules.flatMap(({ ruleId, alarms, other, all }) => {
    const part = texts.t('figures.rules.heading')
    return [
      count(part, ruleId, texts.t('figures.csv.alarms'), alarms),
      count(part, ruleId, texts.t('figures.csv.other'), other),
      count(part, ruleId, total, all),
    ]
  })
  const outcomes = texts.t('figures.outcomes.heading')
  const referrals = texts.t('figures.referrals.heading')
  const automatic = texts.t('figures.automatic.heading')
  const talks = texts.t('figures.talks.heading')
  const notice = texts.t('figures.notice.heading')
  return writeCsv([
    [
      texts.t('figures.csv.part'),
      texts.t('figures.csv.row'),
      texts.t('figures.csv.column'),
      texts.t('figures.csv.value'),
      texts.t('figures.csv.unit'),
    ],
    [texts.t('figures.csv.period'), period.from, period.until, '', ''],
    ...flagRows,
    ...sums,
    ...paces(texts.t('figures.first.heading'), figures.first),
    ...paces(texts.t('figures.closing.heading'), figures.closing),
    ...overdue,
    ...figures.outcomes.list.map((one) => count(outcomes, outcomeName(one.outcome, texts), '', one.count)),
    count(outcomes, total, '', figures.outcomes.total),
    ...rules,
    count(automatic, texts.t('figures.csv.persons'), '', figures.automatic.persons),
    count(automatic, texts.t('figures.csv.held'), '', figures.automatic.held),
    count(automatic, texts.t('figures.csv.back'), '', figures.automatic.back),
    ...figures.referrals.list.map((one) => count(referrals, lineName(one.lineId, policy), '', one.count)),
    count(referrals, total, '', figures.referrals.total),
    count(talks, texts.t('figures.talks.asked'), '', figures.talks.asked),
    count(talks, texts.t('figures.talks.came'), '', figures.talks.came),
    count(notice, texts.t('figures.notice.first'), '', figures.notice.first),
    count(notice, texts.t('figures.notice.newer'), '', figures.notice.newer),
    [texts.t('figures.unknown.heading'), texts.t('figures.unknown'), '', '', ''],
  ])
}
