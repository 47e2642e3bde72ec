import { CATEGORIES, type Category } from '../screening/kinds.ts'
import type { Drawing } from './bootstrap.ts'
import type { Gold } from './gold.ts'
import type { JudgedFile } from './judged.ts'
import { f1, macroF1, mean, ratio, share, type Table } from './measures.ts'
import type { BenignScore, CategoryScore, FileReport, GroupScore, RuleScore, SharedGroups } from './report.ts'
import { createSample, type Outcome, type Sample, type Scored } from './sample.ts'

/** A file with what the bot said about each of its sentences. */
export interface ScoredFile extends Omit<JudgedFile, 'rows'> {
  readonly rows: readonly Scored[]
}

type Scope = Category | 'any'

/** Whether a sentence belongs to a category; undefined when nobody said so or not. */
function belongs(gold: Gold | undefined, scope: Scope, target: Category): boolean | undefined {
  if (gold === undefined) return undefined
  if (gold.about === 'one') return scope === 'any' || scope === target ? gold.yes : undefined
  return scope === 'any' ? gold.categories.length > 0 : gold.categories.includes(scope)
}

const isFound = ({ found }: Outcome, scope: Scope): boolean =>
  scope === 'any' ? found.size > 0 : found.has(scope)

function tableOf({ kinds }: Sample, scope: Scope, target: Category): Table {
  const cell = (gold: boolean, found: boolean) =>
    kinds((one) => belongs(one.gold, scope, target) === gold && isFound(one, scope) === found)
  return { tp: cell(true, true), fp: cell(false, true), fn: cell(true, false), tn: cell(false, false) }
}

function askCategory(sample: Sample, scope: Scope, target: Category): () => CategoryScore {
  const table = tableOf(sample, scope, target)
  const { tp, fp, fn, tn } = table
  const [gold, found] = [
    [...tp, ...fn],
    [...tp, ...fp],
  ]
  const { count, figure } = sample
  const figures = {
    precision: figure(share(tp, found)),
    recall: figure(share(tp, gold)),
    f1: figure(f1(table)),
    macroF1: figure(macroF1(table)),
  }
  return () => ({
    category: scope,
    gold: count(gold),
    found: count(found),
    tp: count(tp),
    fp: count(fp),
    fn: count(fn),
    tn: count(tn),
    precision: figures.precision(),
    recall: figures.recall(),
    f1: figures.f1(),
    macroF1: figures.macroF1(),
  })
}

/** The verdict of a group of sentences goes for the category that is scored; where they name several, for each. */
function isRight(outcome: Outcome, target: Category): boolean {
  const { gold, found } = outcome
  if (gold === undefined) return found.size === 0
  if (gold.about === 'one') return gold.yes === found.has(target)
  return gold.categories.length === 0
    ? found.size === 0
    : gold.categories.every((category) => found.has(category))
}

const isJudged = ({ gold, benign }: Outcome): boolean => gold !== undefined || benign

function askGroups(sample: Sample, names: readonly string[], target: Category): () => readonly GroupScore[] {
  const asked = names.map((group) => {
    const all = sample.kinds((one) => one.group === group && isJudged(one))
    const yes = sample.count(
      sample.kinds((one) => one.group === group && belongs(one.gold, 'any', target) === true),
    )
    const part = (is: (one: Outcome) => boolean) =>
      sample.share(
        sample.kinds((one) => one.group === group && isJudged(one) && is(one)),
        all,
      )
    const right = part((one) => isRight(one, target))
    const flagged = part(({ found }) => found.size > 0)
    const n = sample.count(all)
    return { group, n, gold: yes === 0 ? 'no' : yes === n ? 'yes' : 'both', right, flagged } as const
  })
  return () =>
    asked
      .filter(({ n }) => n > 0)
      .map(({ group, gold, right, flagged }) => ({ group, gold, right: right(), flagged: flagged() }))
}

function askDisguise(sample: Sample, target: Category): () => FileReport['disguise'] {
  const of = (disguised: boolean, found: boolean) =>
    sample.kinds(
      (one) =>
        belongs(one.gold, target, target) === true &&
        (one.group?.startsWith('spell_') ?? false) === disguised &&
        (!found || one.found.has(target)),
    )
  const [spelled, clean] = [of(true, false), of(false, false)]
  if (sample.count(spelled) === 0 || sample.count(clean) === 0) return () => null
  const spelling = sample.share(of(true, true), spelled)
  const plain = sample.share(of(false, true), clean)
  const divided = sample.figure(ratio(share(of(true, true), spelled), share(of(false, true), clean)))
  return () => ({ spelling: spelling(), clean: plain(), ratio: divided() })
}

function askIdentity(sample: Sample, target: Category): () => FileReport['identity'] {
  const of = (is: (one: Outcome) => boolean) =>
    sample.kinds(
      (one) =>
        (one.group?.startsWith('ident_') ?? false) && belongs(one.gold, 'any', target) === false && is(one),
    )
  const all = of(() => true)
  if (sample.count(all) === 0) return () => null
  const leftAlone = sample.share(
    of(({ found }) => !found.has(target)),
    all,
  )
  const byAll = sample.share(
    of(({ found }) => found.size === 0),
    all,
  )
  return () => ({ leftAlone: leftAlone(), byAll: byAll() })
}

function askBenign(sample: Sample): () => BenignScore | null {
  const all = sample.kinds(({ benign }) => benign)
  if (sample.count(all) === 0) return () => null
  const part = (is: (one: Outcome) => boolean) =>
    sample.share(
      sample.kinds((one) => one.benign && is(one)),
      all,
    )
  const any = part(({ found }) => found.size > 0)
  const each = CATEGORIES.map((category) => [category, part(({ found }) => found.has(category))] as const)
  return () => ({
    any: any(),
    categories: Object.fromEntries(
      each.map(([category, figure]) => [category, figure()]),
    ) as BenignScore['categories'],
  })
}

function rulesOf(rows: readonly Scored[], target: Category): readonly RuleScore[] {
  const rules = new Map<string, { rule: string; category: Category; found: number; wrong: number }>()
  for (const { gold, benign, findings } of rows) {
    for (const [rule, category] of new Map(findings.map((one) => [one.ruleId, one.category]))) {
      const score = rules.get(rule) ?? { rule, category, found: 0, wrong: 0 }
      rules.set(rule, score)
      score.found += 1
      if (benign || belongs(gold, category, target) === false) score.wrong += 1
    }
  }
  return [...rules.values()].sort(
    (a, b) => b.wrong - a.wrong || b.found - a.found || (a.rule < b.rule ? -1 : 1),
  )
}

/** Scores one file. */
export function scoreFile(file: ScoredFile, target: Category, drawing: Drawing): FileReport {
  const { rows, kind } = file
  const sample = createSample(rows, drawing)
  const scopes: readonly Scope[] =
    kind === 'benign' ? [] : kind === 'one' ? [target, 'any'] : [...CATEGORIES, 'any']
  const categories = scopes.map((scope) => askCategory(sample, scope, target))
  const occurring = CATEGORIES.filter((category) =>
    rows.some(({ gold }) => gold?.about === 'all' && gold.categories.includes(category)),
  )
  const meanF1 =
    kind === 'all' && occurring.length > 0
      ? sample.figure(mean(occurring.map((category) => f1(tableOf(sample, category, target)))))
      : undefined
  const names = [...new Set(rows.flatMap(({ group }) => group ?? []))]
  const groups = askGroups(sample, names, target)
  const disguise = askDisguise(sample, target)
  const identity = askIdentity(sample, target)
  const benign = askBenign(sample)
  return {
    file: file.file,
    form: file.form,
    kind,
    key: file.key ?? null,
    rows: rows.length,
    judged: rows.filter(({ gold }) => gold !== undefined).length,
    categories: categories.map((read) => read()),
    meanF1: meanF1?.() ?? null,
    groups: groups(),
    disguise: disguise(),
    identity: identity(),
    benign: benign(),
    rules: rulesOf(rows, target),
  }
}

/** The ordinary sentences of all files together. */
export function scoreBenign(files: readonly ScoredFile[], drawing: Drawing): BenignScore | null {
  const rows = files.flatMap((file) => file.rows.filter(({ benign }) => benign))
  return rows.length === 0 ? null : askBenign(createSample(rows, drawing))()
}

/** Macro-F1 over the groups that all files with verdicts about one category have, and how far apart they are. */
export function scoreShared(
  files: readonly ScoredFile[],
  target: Category,
  drawing: Drawing,
): SharedGroups | null {
  const judged = files.filter(({ kind, rows }) => kind === 'one' && rows.some(({ group }) => group))
  const [first, ...others] = judged.map(
    ({ rows }) => new Set(rows.flatMap(({ group, gold }) => (gold === undefined ? [] : (group ?? [])))),
  )
  if (first === undefined || others.length === 0) return null
  const groups = [...first].filter((group) => others.every((other) => other.has(group)))
  if (groups.length === 0) return null
  const scores = judged.map(({ file, rows }) => {
    const sample = createSample(
      rows.filter(({ group }) => group !== undefined && groups.includes(group)),
      drawing,
    )
    return { file, macroF1: sample.figure(macroF1(tableOf(sample, target, target)))() }
  })
  const values = scores.flatMap(({ macroF1: { value } }) => value ?? [])
  const gap = values.length < 2 ? null : Math.max(...values) - Math.min(...values)
  return { groups, files: scores, gap }
}
