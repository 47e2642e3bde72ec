import { CATEGORY_NAMES } from '../policy/describe.ts'
import { CATEGORIES } from '../screening/kinds.ts'
import type {
  BenignScore,
  CategoryScore,
  Figure,
  FileReport,
  GroupScore,
  Report,
  ShareFigure,
} from './report.ts'

/** The report as text, at most 100 columns wide, in Dutch. No sentence of a file stands in it. */

const NONE = '–'
const three = (value: number): string => value.toFixed(3)
/** Nobody needs the nought: "0.931 .912–.948". */
const short = (value: number): string => three(value).replace(/^0/, '')
const score = ({ value, low, high }: Figure): string => {
  if (value === null) return NONE
  return low === null || high === null ? three(value) : `${three(value)} ${short(low)}–${short(high)}`
}
const percent = (value: number): string =>
  value === 0 || value === 1 ? String(value * 100) : (value * 100).toFixed(value < 0.01 ? 3 : 1)
const shareOf = ({ value, low, high }: Figure): string => {
  if (value === null) return NONE
  const between = low === null || high === null ? '' : ` (${percent(low)}–${percent(high)} %)`
  return `${percent(value)} %${between}`
}
const outOf = ({ count, of }: ShareFigure): string => `${count} van ${of}`
const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text

/** A name, two counts, four figures. */
const categoryRow = (cells: readonly string[]): string =>
  `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(13) : index < 3 ? cell.padStart(6) : ` ${cell.padStart(17)}`)).join('')}`

function categoryLines(scores: readonly CategoryScore[]): string[] {
  if (scores.length === 0) return []
  const shown = scores.filter(({ category, gold, found }) => category === 'any' || gold > 0 || found > 0)
  return [
    categoryRow(['soort', 'goud', 'gev.', 'precisie', 'recall', 'F1', 'macro-F1']),
    ...shown.map(({ category, gold, found, precision, recall, f1, macroF1 }) =>
      categoryRow([
        category === 'any' ? 'eender welke' : category,
        String(gold),
        String(found),
        ...[precision, recall, f1, macroF1].map(score),
      ]),
    ),
  ]
}

const GOLD = { yes: 'ja', no: 'nee', both: 'beide' } as const

const groupRow = (name: string, gold: string, n: string, right: string, flagged: string): string =>
  `  ${cut(name, 34).padEnd(35)}${gold.padEnd(7)}${n.padStart(6)}  ${right.padEnd(26)}${flagged}`

function groupLines(by: string, groups: readonly GroupScore[]): string[] {
  if (groups.length === 0) return []
  return [
    groupRow(by, 'goud', 'n', 'juist', 'gemarkeerd'),
    ...groups.map(({ group, gold, right, flagged }) =>
      groupRow(group, GOLD[gold], String(right.of), shareOf(right), outOf(flagged)),
    ),
  ]
}

function summaryLines({ disguise, identity, meanF1 }: FileReport): string[] {
  return [
    ...(meanF1 === null ? [] : [`  Gemiddelde F1 van de soorten in het goud: ${score(meanF1)}`]),
    ...(disguise === null
      ? []
      : [
          `  Vermomde spelling naast de rest: ${score(disguise.ratio)} keer de recall`,
          `    vermomd ${shareOf(disguise.spelling)}, de rest ${shareOf(disguise.clean)}`,
        ]),
    ...(identity === null
      ? []
      : [
          `  Neutraal of goed over een groep, met rust gelaten: ${shareOf(identity.leftAlone)}`,
          `    door alle soorten samen: ${shareOf(identity.byAll)}`,
        ]),
  ]
}

function benignLines(title: string, { any, categories }: BenignScore): string[] {
  const each = CATEGORIES.flatMap((category) => {
    const figure = categories[category]
    return figure.count === 0
      ? []
      : [`    ${category.padEnd(15)}${outOf(figure).padEnd(18)}${shareOf(figure)}`]
  })
  return [`  ${title}: ${outOf(any)} gemarkeerd = ${shareOf(any)}`, ...each]
}

const MOST_RULES = 10

function ruleLines({ rules }: FileReport): string[] {
  const wrong = rules.filter((rule) => rule.wrong > 0).slice(0, MOST_RULES)
  if (wrong.length === 0) return []
  return [
    `  ${'regel met vals alarm'.padEnd(48)}${'vals'.padStart(6)}${'gev.'.padStart(6)}`,
    ...wrong.map(
      (rule) =>
        `  ${cut(rule.rule, 47).padEnd(48)}${String(rule.wrong).padStart(6)}${String(rule.found).padStart(6)}`,
    ),
  ]
}

function readAs({ kind, key, rows, judged, form }: FileReport, { category }: Report): string[] {
  const what = `${rows} ${rows === 1 ? 'zin' : 'zinnen'}${form === 'text' ? ', elk op een regel' : ''}`
  const verdict =
    key === null
      ? 'Geen oordeel erbij: gelezen als gewone zinnen.'
      : kind === 'benign'
        ? `"${key}" zegt nergens dat er iets mis is: gelezen als gewone zinnen.`
        : kind === 'one'
          ? `"${key}" zegt ja of nee; ja telt als ${category} (${CATEGORY_NAMES[category]}).`
          : `"${key}" noemt de soorten zelf.`
  const missing = rows - judged
  return [
    `  ${what}. ${verdict}`,
    ...(key === null || missing === 0 ? [] : [`  Zonder oordeel, en dus niet meegeteld: ${missing}.`]),
  ]
}

/** A blank line before a part that says something. */
const after = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines])

const fileLines = (file: FileReport, report: Report): string[] => [
  '',
  file.file,
  ...readAs(file, report),
  ...after(categoryLines(file.categories)),
  ...after(groupLines(report.by, file.groups)),
  ...after(summaryLines(file)),
  ...(file.benign === null ? [] : after(benignLines('Gewone zinnen', file.benign))),
  ...after(ruleLines(file)),
]

function sharedLines({ shared }: Report): string[] {
  if (shared === null) return []
  return [
    '',
    `De ${shared.groups.length} groepen die in elk bestand staan, macro-F1`,
    ...shared.files.map(({ file, macroF1 }) => `  ${cut(file, 60).padEnd(62)}${score(macroF1)}`),
    ...(shared.gap === null ? [] : [`  ${'verschil'.padEnd(62)}${three(shared.gap)}`]),
  ]
}

/** Writes the report for a person. */
export function describeReport(report: Report): string {
  const { policy, channel, resamples, seed, files, benign } = report
  return [
    `Afspraken versie ${policy} · kanaal ${channel}`,
    `Tussen haakjes of erachter: het interval van 95 % (bootstrap, ${resamples} trekkingen, zaad ${seed}).`,
    ...files.flatMap((file) => fileLines(file, report)),
    ...sharedLines(report),
    ...(files.length > 1 && benign !== null
      ? ['', 'Alle bestanden samen', ...benignLines('Gewone zinnen', benign)]
      : []),
  ].join('\n')
}
