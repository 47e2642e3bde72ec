import { expect, test } from 'vitest'
import { scoreBenign, scoreFile, scoreShared } from '../../../src/evaluate/score.ts'
import { scored, times } from './world.ts'

const DRAWING = { resamples: 200, seed: 1 }
const score = (...args: Parameters<typeof scored>) => scoreFile(scored(...args), args[1] ?? 'hate', DRAWING)

/** Four hateful of which three are found; six not, of which one is taken for hate and one for a threat. */
const TEN = [
  ...times(3, { gold: 'hateful', found: ['hate'] }),
  { gold: 'hateful', found: ['threat'] as const },
  { gold: 'non-hateful', found: ['hate'] as const },
  { gold: 'non-hateful', found: ['threat'] as const },
  ...times(4, { gold: 'non-hateful' }),
]

test('precision, recall, F1 and macro-F1 of a small set are those worked out by hand', () => {
  const { categories, kind, judged } = score(TEN)
  expect({ kind, judged }).toEqual({ kind: 'one', judged: 10 })
  const [hate, any] = categories
  expect(hate).toMatchObject({ category: 'hate', gold: 4, found: 4, tp: 3, fp: 1, fn: 1, tn: 5 })
  expect(hate?.precision.value).toBeCloseTo(3 / 4)
  expect(hate?.recall.value).toBeCloseTo(3 / 4)
  expect(hate?.f1.value).toBeCloseTo(3 / 4)
  // F1 of "not hateful": five right, two wrong.
  expect(hate?.macroF1.value).toBeCloseTo((3 / 4 + 10 / 12) / 2)
  // Flagged at all: four of four found, two wrongly.
  expect(any).toMatchObject({ category: 'any', gold: 4, found: 6, tp: 4, fp: 2, fn: 0, tn: 4 })
  expect(any?.macroF1.value).toBeCloseTo((8 / 10 + 8 / 10) / 2)
})

test('the category that hateful stands for can be chosen', () => {
  const [threat] = score(TEN, 'threat').categories
  expect(threat).toMatchObject({ category: 'threat', gold: 4, tp: 1, fp: 1, fn: 3, tn: 5 })
})

test('a bot that finds nothing has no precision and half a macro-F1, not a nought by accident', () => {
  const [hate] = score([...times(5, { gold: 1 }), ...times(5, { gold: 0 })]).categories
  expect(hate?.precision).toEqual({ value: null, low: null, high: null })
  expect(hate?.recall.value).toBe(0)
  expect(hate?.f1.value).toBe(0)
  expect(hate?.macroF1.value).toBeCloseTo(10 / 15 / 2)
})

test('a set with one class has no macro-F1', () => {
  expect(score(times(5, { gold: 'hateful', found: ['hate'] })).categories[0]?.macroF1.value).toBeNull()
})

test('verdicts that name categories are scored for each category, and as a mean over those that occur', () => {
  const report = score([
    { label: 'hate', found: ['hate'] },
    { label: 'threat', found: ['hate'] },
    { label: ['threat', 'spam'], found: ['threat', 'spam'] },
    { label: 'none', found: ['drugs'] },
    { label: 'none' },
  ])
  expect(report.kind).toBe('all')
  const of = (name: string) => report.categories.find(({ category }) => category === name)
  expect(of('hate')).toMatchObject({ gold: 1, tp: 1, fp: 1, fn: 0, tn: 3 })
  expect(of('threat')).toMatchObject({ gold: 2, tp: 1, fp: 0, fn: 1, tn: 3 })
  expect(of('spam')).toMatchObject({ gold: 1, tp: 1, fp: 0, fn: 0, tn: 4 })
  expect(of('any')).toMatchObject({ gold: 3, tp: 3, fp: 1, fn: 0, tn: 1 })
  expect(report.meanF1?.value).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3)
  expect(report.benign?.any).toMatchObject({ count: 1, of: 2 })
  expect(report.benign?.categories.drugs).toMatchObject({ count: 1, of: 2 })
  expect(report.rules.find(({ rule }) => rule === 'hate-rule')).toEqual({
    rule: 'hate-rule',
    category: 'hate',
    found: 2,
    wrong: 1,
  })
})

test('each group has how many, how many were right, and how many were flagged for anything', () => {
  const { groups } = score([
    ...times(3, { gold: 'hateful', functionality: 'slur_h', found: ['hate'] }),
    { gold: 'hateful', functionality: 'slur_h', found: ['threat'] },
    ...times(2, { gold: 'non-hateful', functionality: 'counter_nh' }),
    { gold: 'non-hateful', functionality: 'counter_nh', found: ['harassment'] },
    { gold: 'non-hateful', functionality: 'counter_nh', found: ['hate'] },
  ])
  expect(groups).toMatchObject([
    { group: 'slur_h', gold: 'yes', right: { count: 3, of: 4, value: 0.75 }, flagged: { count: 4, of: 4 } },
    { group: 'counter_nh', gold: 'no', right: { count: 3, of: 4 }, flagged: { count: 2, of: 4 } },
  ])
})

test('spelling disguises are put beside the recall of the other hateful sentences', () => {
  const { disguise } = score([
    ...times(6, { gold: 'hateful', functionality: 'spell_leet_h', found: ['hate'] }),
    ...times(4, { gold: 'hateful', functionality: 'spell_space_h' }),
    ...times(8, { gold: 'hateful', functionality: 'slur_h', found: ['hate'] }),
    ...times(2, { gold: 'hateful', functionality: 'threat_h' }),
    ...times(5, { gold: 'non-hateful', functionality: 'spell_nh' }),
  ])
  expect(disguise?.spelling).toMatchObject({ count: 6, of: 10 })
  expect(disguise?.clean).toMatchObject({ count: 8, of: 10 })
  expect(disguise?.ratio.value).toBeCloseTo(0.75)
})

test('neutral and positive mentions of a group left alone, by hate and by everything', () => {
  const { identity } = score([
    ...times(7, { gold: 'non-hateful', functionality: 'ident_neutral_nh' }),
    { gold: 'non-hateful', functionality: 'ident_neutral_nh', found: ['threat'] },
    { gold: 'non-hateful', functionality: 'ident_pos_nh', found: ['hate'] },
    { gold: 'non-hateful', functionality: 'ident_pos_nh' },
    { gold: 'non-hateful', functionality: 'target_obj_nh', found: ['hate'] },
    { gold: 'hateful', functionality: 'slur_h', found: ['hate'] },
  ])
  expect(identity?.leftAlone).toMatchObject({ count: 9, of: 10 })
  expect(identity?.byAll).toMatchObject({ count: 8, of: 10 })
})

test('sentences without a verdict are ordinary ones; what is flagged counts all together and for each category', () => {
  const { benign, kind, categories } = score([
    ...times(96, {}),
    ...times(2, { found: ['hate'] }),
    { found: ['hate', 'threat'] },
    { found: ['distress'] },
  ])
  expect({ kind, categories }).toEqual({ kind: 'benign', categories: [] })
  expect(benign?.any).toMatchObject({ count: 4, of: 100, value: 0.04 })
  expect(benign?.categories).toMatchObject({
    hate: { count: 3, of: 100 },
    threat: { count: 1, of: 100 },
    distress: { count: 1, of: 100 },
    spam: { count: 0, of: 100, value: 0 },
  })
})

test('a set in which nothing is hateful is a set of ordinary sentences', () => {
  const { kind, benign } = score(times(4, { label: 0, found: ['spam'] }))
  expect(kind).toBe('benign')
  expect(benign?.any).toMatchObject({ count: 4, of: 4 })
})

test('"non-hateful" beside "hateful" is no ordinary talk: it may well be a threat', () => {
  expect(score(TEN).benign).toBeNull()
})

test('sentences that nobody judged in a judged set are not scored, and are counted', () => {
  const report = score([...TEN, { found: ['hate'] }, { gold: null, found: ['hate'] }])
  expect(report).toMatchObject({ rows: 12, judged: 10 })
  expect(report.categories[0]).toMatchObject({ tp: 3, fp: 1 })
})

test('the ordinary sentences of several files have one share', () => {
  const files = [scored([...times(9, {}), { found: ['spam'] }]), scored(times(10, {})), scored(TEN)]
  expect(scoreBenign(files, DRAWING)?.any).toMatchObject({ count: 1, of: 20, value: 0.05 })
  expect(scoreBenign([scored(TEN)], DRAWING)).toBeNull()
})

const set = (found: boolean) => [
  ...times(5, { gold: 1, functionality: 'a', ...(found ? { found: ['hate'] as const } : {}) }),
  ...times(5, { gold: 0, functionality: 'b' }),
]

test('files with the same groups are compared on those groups only', () => {
  const seen = scored([...set(true), { gold: 1, functionality: 'only here' }], 'hate', 'seen')
  const shared = scoreShared([seen, scored(set(false), 'hate', 'unseen')], 'hate', DRAWING)
  expect(shared?.groups).toEqual(['a', 'b'])
  expect(shared?.files.map(({ file, macroF1 }) => [file, macroF1.value])).toEqual([
    ['seen', 1],
    ['unseen', expect.closeTo(1 / 3)],
  ])
  expect(shared?.gap).toBeCloseTo(2 / 3)
  expect(scoreShared([seen], 'hate', DRAWING)).toBeNull()
})
