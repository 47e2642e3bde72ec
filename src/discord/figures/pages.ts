import { dateOf } from '../../duty/clock.ts'
import { levelName, lineName, outcomeName } from '../../statistics/figures-csv.ts'
import type { Figures, LevelPace } from '../../statistics/figures.ts'
import { describeAutomatic } from '../../statistics/automatic.ts'
import type { Pace } from '../../statistics/percentile.ts'
import type { Shown } from '../../statistics/suppression.ts'
import { sayCount, sayDuration } from '../../statistics/words.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Desk } from '../desk.ts'

/** The pages of `/cijfers`, in the order of their buttons. */
export const PAGES = ['overview', 'times', 'outcomes', 'referrals'] as const
export type Page = (typeof PAGES)[number]

type Lines = readonly string[]

const line = (name: string, count: Shown, texts: Texts): string =>
  texts.t('figures.line', { name, value: sayCount(count, texts) })

/** Each category with its levels: what the chart shows, in words. */
export const flagLines = ({ flags }: Figures, texts: Texts): Lines => {
  const withParts = (name: string, whole: Shown, parts: readonly Shown[]): string =>
    texts.t('figures.line-parts', {
      name,
      value: sayCount(whole, texts),
      parts: parts
        .flatMap((count, column) => {
          const level = flags.levels[column]
          return level === undefined || count === 0
            ? []
            : [`${texts.t(`queue.level.${level}`)} ${sayCount(count, texts)}`]
        })
        .join(', '),
    })
  if (flags.total === 0) return [texts.t('figures.flags.none')]
  return [
    ...flags.categories.flatMap((category, row) => {
      const whole = flags.rowTotals[row] ?? 0
      return whole === 0 ? [] : [withParts(texts.t(`category.${category}`), whole, flags.cells[row] ?? [])]
    }),
    withParts(texts.t('figures.total'), flags.total, flags.columnTotals),
  ]
}

const overview = (figures: Figures, texts: Texts): Lines => [
  `### ${texts.t('figures.flags.heading')}`,
  ...flagLines(figures, texts),
  '',
  texts.t('figures.hidden'),
  '',
  `### ${texts.t('figures.unknown.heading')}`,
  texts.t('figures.unknown'),
]

const pace = ({ median, p95 }: Pace, texts: Texts): string => {
  const few = texts.t('figures.times.few')
  if (median === undefined) return few
  return texts.t('figures.times.pair', {
    median: sayDuration(median, texts),
    p95: p95 === undefined ? few : sayDuration(p95, texts),
  })
}

const paceLines = (paces: readonly LevelPace[], texts: Texts): Lines =>
  paces
    // A level of which nothing can be told says nothing by standing there.
    .filter(({ level, open, all }) => level === 'all' || (open.median ?? all.median) !== undefined)
    .map(({ level, open, all }) =>
      texts.t('figures.times.line', {
        level: levelName(level, texts),
        open: pace(open, texts),
        all: pace(all, texts),
      }),
    )

const times = (figures: Figures, texts: Texts): Lines => {
  const percent = new Intl.NumberFormat(texts.language, { style: 'percent' })
  const overdue = figures.overdue.flatMap(({ level, percent: share }) =>
    share === undefined
      ? []
      : [
          texts.t('figures.line', {
            name: levelName(level, texts),
            value: share === 'hidden' ? texts.t('figures.hidden-mark') : percent.format(share / 100),
          }),
        ],
  )
  return [
    `### ${texts.t('figures.first.heading')}`,
    ...paceLines(figures.first, texts),
    ...(figures.waiting === 0
      ? []
      : [texts.t('figures.times.waiting', { count: sayCount(figures.waiting, texts) })]),
    `### ${texts.t('figures.closing.heading')}`,
    ...paceLines(figures.closing, texts),
    '',
    texts.t('figures.times.about'),
    `### ${texts.t('figures.overdue.heading')}`,
    ...(overdue.length === 0 ? [texts.t('figures.overdue.none')] : overdue),
    texts.t('figures.overdue.about'),
  ]
}

const outcomes = ({ outcomes: ended, automatic, rules }: Figures, texts: Texts): Lines => [
  `### ${texts.t('figures.outcomes.heading')}`,
  ...(ended.list.length === 0
    ? [texts.t('figures.outcomes.none')]
    : [
        ...ended.list.map(({ outcome, count }) => line(outcomeName(outcome, texts), count, texts)),
        line(texts.t('figures.total'), ended.total, texts),
      ]),
  `### ${texts.t('figures.automatic.heading')}`,
  describeAutomatic(automatic, texts),
  `### ${texts.t('figures.rules.heading')}`,
  texts.t('figures.rules.about'),
  ...(rules.length === 0
    ? [texts.t('figures.rules.none')]
    : rules.map(({ ruleId, alarms, all }) =>
        texts.t('figures.rules.line', {
          rule: ruleId,
          alarms: sayCount(alarms, texts),
          all: sayCount(all, texts),
        }),
      )),
]

const referrals = ({ referrals: lines, talks, notice }: Figures, { policy }: Desk, texts: Texts): Lines => [
  `### ${texts.t('figures.referrals.heading')}`,
  texts.t('figures.referrals.about'),
  ...(lines.list.length === 0
    ? [texts.t('figures.referrals.none')]
    : [
        ...lines.list.map(({ lineId, count }) => line(lineName(lineId, policy), count, texts)),
        line(texts.t('figures.total'), lines.total, texts),
      ]),
  `### ${texts.t('figures.talks.heading')}`,
  line(texts.t('figures.talks.asked'), talks.asked, texts),
  line(texts.t('figures.talks.came'), talks.came, texts),
  `### ${texts.t('figures.notice.heading')}`,
  line(texts.t('figures.notice.first'), notice.first, texts),
  line(texts.t('figures.notice.newer'), notice.newer, texts),
]

const linesOf = (page: Page, figures: Figures, desk: Desk, texts: Texts): Lines => {
  switch (page) {
    case 'overview':
      return overview(figures, texts)
    case 'times':
      return times(figures, texts)
    case 'outcomes':
      return outcomes(figures, texts)
    case 'referrals':
      return referrals(figures, desk, texts)
  }
}

/** What stands on a page, line by line; why something is hidden stands wherever something is. */
export const pageLines = (page: Page, figures: Figures, desk: Desk): Lines => {
  const texts = desk.texts()
  const lines = linesOf(page, figures, desk, texts)
  const hidden = lines.some((one) => one.includes(texts.t('figures.hidden-mark')))
  return hidden && page !== 'overview' ? [...lines, '', texts.t('figures.hidden')] : lines
}

/** Which days, in words. */
export const headingOf = ({ period }: Figures, texts: Texts): string =>
  texts.t('figures.heading', {
    from: dateOf(period.from, texts.language),
    until: dateOf(period.until, texts.language),
  })
