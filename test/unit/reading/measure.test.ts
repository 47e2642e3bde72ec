import { describe, expect, test } from 'vitest'
import { FOLDERS } from '../../../src/generated/language-folders.ts'
import { describeHard } from '../../../src/reading/describe.ts'
import {
  EASY,
  hardIn,
  isLong,
  ORDINARY,
  scoreOf,
  sentencesOf,
  wordsOf,
} from '../../../src/reading/measure.ts'
import { syllablesEn, syllablesFr, syllablesNl } from '../../../src/reading/syllables.ts'

const nl = FOLDERS.nl.reading
const troubles = (text: string, limits = ORDINARY, reading = nl) =>
  hardIn(text, reading, limits).map(({ trouble }) => trouble)
const words = (count: number, last = '.') => `${Array.from({ length: count }, () => 'hij').join(' ')}${last}`

describe('what is counted', () => {
  test('numbers, addresses and signs are no words; an end, a colon, a new line and a bullet end a sentence', () => {
    expect(wordsOf('Bel 02 616 26 26 of typ /praat (https://jac.be/chat)!')).toEqual([
      'Bel',
      'of',
      'typ',
      'praat',
    ])
    expect(sentencesOf('**Wat dan?** Bel 112: nu. Kijk op jac.be.\n- een ding;\n- nog een')).toEqual([
      'Wat dan?',
      'Bel 112:',
      'nu.',
      'Kijk op jac.be.',
      'een ding;',
      'nog een',
    ])
    expect(sentencesOf('Danger ? Appelle le 112 : vite !')).toHaveLength(3)
  })

  test.each([
    [
      syllablesNl,
      { bot: 1, jeugdhuis: 2, ideeën: 3, altijd: 2, mededeling: 4, geïnteresseerd: 5, geheim: 2 },
    ],
    [
      syllablesEn,
      { bot: 1, people: 2, safe: 1, asked: 1, closed: 1, wanted: 2, message: 2, someone: 2, table: 2 },
    ],
    [
      syllablesFr,
      { bot: 1, équipe: 2, message: 2, parlent: 1, ouverte: 2, quelqu: 1, animateur: 4, seul·e: 1 },
    ],
  ])('syllables are counted as they are said', (count, known) => {
    for (const [word, syllables] of Object.entries(known)) expect(count(word), word).toBe(syllables)
  })
})

describe('what is hard', () => {
  test('fifteen words in a sentence are fine, sixteen are not; twelve are the most in a very simple text', () => {
    expect(troubles(words(15))).toEqual([])
    expect(troubles(words(16))).toEqual(['sentence'])
    expect(troubles(words(12), EASY)).toEqual([])
    expect(troubles(words(13), EASY)).toEqual(['sentence'])
  })

  test('from three sentences on their mean counts too', () => {
    expect(troubles(`${words(15)} ${words(15)}`)).toEqual([])
    expect(troubles(`${words(11)} ${words(11)} ${words(11)}`)).toEqual(['mean'])
  })

  test('a word of the list is told with what to write instead; a part of another word is none', () => {
    const [hard] = hardIn('Gelieve dit te melden.', nl, ORDINARY)
    expect(hard).toMatchObject({
      trouble: 'word',
      at: 'Gelieve',
      say: expect.any(String),
      why: expect.any(String),
    })
    expect(describeHard(hard ?? { trouble: 'mean' })).toMatch(/“Gelieve”.+Schrijf liever: /)
    expect(troubles('De betrokkenen weten het.')).toEqual(['word'])
    expect(troubles('Het gaat over mij.')).toEqual([])
  })

  test.each([
    'Je bericht wordt morgen gewist.',
    'Dat gewist wordt, weet je.',
    'De berichten worden bewaard.',
    'Men dient dit te melden.',
    'In het kader van de regels.',
  ])('Dutch that does not say who does what is found: %s', (text) => {
    expect(troubles(text)).toContain('form')
  })

  test.each(['We wissen je bericht morgen.', 'Het wordt laat.', 'Word je boos? Typ /praat.'])(
    'Dutch that does say it is left alone: %s',
    (text) => expect(troubles(text)).toEqual([]),
  )

  test('a clause within a sentence is only too much in a very simple text', () => {
    expect(troubles('We zijn dicht omdat het nacht is.')).toEqual([])
    expect(troubles('We zijn dicht omdat het nacht is.', EASY)).toEqual(['clause'])
    expect(troubles('We zijn dicht. Het is nacht.', EASY)).toEqual([])
  })

  test.each([
    ['nl', 'Vertrouwelijkheidsovereenkomsten beïnvloeden begeleidingsmogelijkheden aanzienlijk.'],
    ['en', 'Institutional confidentiality considerations necessitate administrative deliberation.'],
    ['fr', 'Les considérations institutionnelles nécessitent des délibérations administratives.'],
  ] as const)('the published measure of %s tells hard texts from easy ones', (language, heavy) => {
    const reading = FOLDERS[language].reading
    if (reading === undefined) throw new Error('no reading')
    expect(scoreOf('a b c', reading)).toBeUndefined()
    expect(scoreOf(`${heavy} `.repeat(6), reading)).toBeLessThan(reading.score.least - 40)
    expect(
      scoreOf('La la la la la. La la la la la. La la la la la. La la la la la.', reading),
    ).toBeGreaterThan(100)
  })

  test('a language without a list is measured by its sentences', () => {
    expect(hardIn(words(16), undefined, ORDINARY).map(({ trouble }) => trouble)).toEqual(['sentence'])
  })

  test('whoever is told about a trouble, is told what to do', () => {
    for (const trouble of ['sentence', 'mean', 'word', 'form', 'clause', 'score'] as const) {
      expect(describeHard({ trouble, at: 'x', is: 1, limit: 2, say: 'y', why: 'z' }), trouble).toMatch(
        /Maak|Schrijf|nieuwe zin|Kies/,
      )
    }
  })

  test('from thirty-one words on a text is long', () => {
    expect(isLong(words(30))).toBe(false)
    expect(isLong(words(31))).toBe(true)
  })
})
