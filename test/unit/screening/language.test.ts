import { expect, test } from 'vitest'
import { createAtoms } from '../../../src/screening/language/atoms.ts'
import { createTermCheck } from '../../../src/screening/language/check.ts'
import { resolveLists, type WordLists } from '../../../src/screening/language/lists.ts'
import { parseTerm } from '../../../src/screening/language/parse.ts'
import { screening as compiled, rule } from './world.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { channels } from './world.ts'

const LISTS: WordLists = {
  dier: { words: ['hond', 'katten*', 'wilde zwijnen'], misspelt: false },
  mens: { words: ['buur', '{kind}'], misspelt: false },
  kind: { words: ['kind', '(klein|groot)kind'], misspelt: false },
  haten: { words: ['haat', 'walg van'], misspelt: true },
  rond: { words: ['{rond}'], misspelt: false },
  leeg: { words: ['{weg}'], misspelt: false },
}

/** Whether a rule with this one term finds something in a text. */
function finds(
  term: string,
  text: string,
  more: { notWhen?: string[]; notInSentence?: string[] } = {},
): boolean {
  const screening = compileScreening({
    version: 'x',
    channels: channels(),
    words: LISTS,
    rules: [rule({ terms: [term], ...more })],
  })
  return screening.read({ text, channel: 'algemeen' }).kind !== 'nothing'
}

test.each([
  ['ik haat katten', 'Ik HAAT katten!', true],
  ['ik haat katten', 'ik haat die katten', false],
  ['moord*', 'een moordenaar', true],
  ['*tuig', 'dat rattentuig daar', true],
  ['*tuig', 'getuigen', false],
  ['ik kan niet meer.', 'ik kan niet meer', true],
  ['ik kan niet meer.', 'ik kan niet meer slapen', false],
  ['slaat {dier}', 'hij slaat de hond', false],
  ['slaat {dier}', 'hij slaat kattenkwaad', true],
  ['slaat {dier}', 'hij slaat wilde zwijnen', true],
  ['rot{dier}', 'wat een rothond', true],
  ['rot{dier}', 'rotwilde zwijnen', true],
  ['{dier}vrees', 'hij heeft hondvrees', true],
  ['(ben|zijt) dom', 'gij zijt dom', true],
  ['(ben|zijt) dom', 'gij waart dom', false],
  ['(echt|) dom', 'dom', true],
  ['ik (haat|mis) (die|) {dier}', 'ik mis die hond', true],
  ['plaagt {mens}', 'ze plaagt kleinkind', true],
  ['plaagt (mijn {kind}|een hond)', 'hij plaagt mijn grootkind', true],
  ['plaagt (mijn {kind}|een hond)', 'hij plaagt mijn hond', false],
  ['{mens} is dom', 'ik zie een buur. is dom weer', false],
  ['{mens} is dom', 'Buur. Is dom.', true],
])('the term "%s" in "%s": %s', (term, text, expected) => {
  expect(finds(term, text)).toBe(expected)
})

test.each([
  ['ik haat ... {dier}', 'ik haat die grote hond', true],
  ['ik haat ... {dier}', 'ik haat a b c d e hond', true],
  ['ik haat ... {dier}', 'ik haat a b c d e f hond', false],
  ['ik haat ... {dier}', 'ik haat school, mijn hond is lief', false],
  ['ik haat ... {dier}', 'ik haat dat maar mijn hond is lief', false],
  ['{dier} ~ slaan', 'slaan zij die hond', true],
  ['{dier} ~ slaan', 'die hond zullen zij slaan', true],
  ['{dier} ~ slaan', 'die hond. slaan zij nog', false],
  ['{dier} >> haat ze', 'ik zag een hond. echt. ik haat ze', true],
  ['{dier} >> haat ze', 'ik haat ze, een hond', false],
  ['{mens} ... slaat ... {dier}', 'mijn buur slaat altijd zijn hond', true],
  ['{mens} ... slaat ... {dier}', 'mijn hond slaat altijd zijn buur', false],
])('what stands between: "%s" in "%s": %s', (term, text, expected) => {
  expect(finds(term, text)).toBe(expected)
})

test('a term does not count where a saying shares a word with it, or stands in its sentence', () => {
  const notWhen = { notWhen: ['haat ... niet'] }
  expect(finds('haat ... {dier}', 'ik haat die hond niet', notWhen)).toBe(false)
  expect(finds('haat ... {dier}', 'ik haat die hond. dat is niet waar', notWhen)).toBe(true)
  const quoted = { notInSentence: ['zeg niet', 'volgens hem'] }
  expect(finds('haat {dier}', 'zeg niet: ik haat katten', quoted)).toBe(false)
  expect(finds('haat {dier}', 'ik haat katten. zeg niet dat ik lieg', quoted)).toBe(true)
})

test('a list that asks for it is found misspelt, and never for a word that exists', () => {
  for (const wrong of [
    'hata',
    'ahat',
    'h*at',
    'h**t',
    'hat',
    'wlag van',
    'w*lg van',
    'waalg van',
    'walg vna',
  ]) {
    expect(finds('ik {haten} katten', `ik ${wrong} katten`), wrong).toBe(
      !['waalg van', 'walg vna'].includes(wrong),
    )
  }
  const words = { ...LISTS, 'bestaande-woorden': { words: ['hata'], misspelt: false } }
  const rules = [rule({ terms: ['ik {haten} katten'] })]
  const kept = compileScreening({ version: 'x', channels: channels(), words, rules })
  expect(kept.read({ text: 'ik hata katten', channel: 'x' }).kind).toBe('nothing')
  expect(finds('ik slaat {dier}', 'ik slaat hnod')).toBe(false)
  expect(finds('{haten} {dier}', 'ze haathond')).toBe(true)
})

test.each([
  ['!!!', 'no-words'],
  ['a b c d e f g h i j k l m', 'too-many-words'],
  ['mo*rd', 'star-place'],
  ['*moord*', 'star-place'],
  ['kanker{dier}*', 'star-place'],
  ['do*', 'star-short'],
  ['*', 'no-words'],
  ['(dit', 'brackets'],
  ['dit|dat', 'brackets'],
  ['{dier', 'brackets'],
  ['((dit|dat)|iets)', 'brackets'],
  ['(dit) dan', 'choice-empty'],
  [Array.from({ length: 8 }, () => '(a|b|)').join(' '), 'too-many-ways'],
  ['... {dier}', 'connector-place'],
  ['ik ~', 'connector-place'],
  ['ik ... ~ gij', 'connector-place'],
  ['{weg}', 'list-unknown'],
  ['{leeg}', 'list-unknown'],
  ['{rond}', 'list-circle'],
  ['@gsm', 'detector-unknown'],
])('a term that cannot be used is refused with its reason: %s', (said, problem) => {
  expect(createTermCheck(resolveLists(LISTS))(said)?.problem).toBe(problem)
})

test('a list holds words, lists and choices, and nothing that stands apart', () => {
  for (const said of ['ik ... gij', 'a ~ b', 'einde.', '@telefoon']) {
    const lists = resolveLists({ x: { words: [said], misspelt: false } })
    expect(() => lists.waysOf('x')).toThrow('list-plain')
  }
  const mens = { type: 'list', name: 'mens', before: '', after: '' } as const
  expect(
    (resolveLists(LISTS).rowsOf(mens, 10) ?? []).map((entry) => entry.map(({ word }) => word).join(' ')),
  ).toEqual(['buur', 'kind', 'kleinkind', 'grootkind'])
})

test('the same words are one atom however often they are said', () => {
  const atoms = createAtoms(resolveLists(LISTS), () => true)
  const [one] = atoms.patternsOf('ik haat ... {dier}')
  const [two] = atoms.patternsOf('ik haat ~ {dier}')
  expect(one?.atoms).toEqual(two?.atoms)
  expect(atoms.count).toBe(2)
  expect(parseTerm('(a|a) b').ways).toHaveLength(1)
})

test('a rule on trial flags nothing, and says what it would have found', () => {
  const rules = [rule({ id: 'trial', terms: ['haat'], proef: true }), rule({ id: 'other', terms: ['dood'] })]
  const screening = compiled(rules)
  expect(screening.read({ text: 'ik haat dit', channel: 'x' }).kind).toBe('nothing')
  expect(screening.tryOut({ text: 'ik haat dit', channel: 'x' }).map(({ ruleId }) => ruleId)).toEqual([
    'trial',
  ])
  expect(screening.tryOut({ text: 'dood', channel: 'x' })).toEqual([])
})
