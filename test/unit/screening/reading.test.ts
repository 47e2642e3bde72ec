import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVocabulary } from '../../../src/screening/matching/vocabulary.ts'
import { GLUE } from '../../../src/screening/reading/glued.ts'
import { createReader } from '../../../src/screening/reading/read.ts'

/** A reader that knows these words and no other. */
function readerOf(...known: readonly string[]) {
  const vocabulary = createVocabulary()
  for (const word of known) {
    if (word.startsWith('*')) vocabulary.add(word.slice(1), 'end')
    else if (word.endsWith('*')) vocabulary.add(word.slice(0, -1), 'start')
    else vocabulary.add(word, 'exact')
  }
  for (const word of GLUE) vocabulary.addRole(word, 'glue')
  for (const word of ['dat', 'maar']) vocabulary.addRole(word, 'joins')
  vocabulary.seal()
  return createReader(vocabulary)
}

interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly known: boolean
  readonly clause: number
  readonly sentence: number
  readonly last: boolean
}

function read(text: string, ...known: readonly string[]): Word[] {
  const reading = readerOf(...known)(text)
  return Array.from({ length: reading.count }, (_, at) => ({
    word: reading.wordAt(at),
    start: reading.start[at] ?? -1,
    end: reading.end[at] ?? -1,
    known: reading.wordClass[at] !== 0,
    clause: reading.clause[at] ?? -1,
    sentence: reading.sentence[at] ?? -1,
    last: reading.last[at] === 1,
  }))
}
const words = (text: string, ...known: readonly string[]) => read(text, ...known).map(({ word }) => word)
const places = (text: string) => read(text).map(({ word, clause, sentence }) => `${word}${clause}${sentence}`)
const last = (text: string) => read(text).flatMap((one) => (one.last ? [one.word] : []))

test('words are read in small letters, without accents; letters of other scripts that are not ours stay', () => {
  expect(words('Ik ben MOE, écht moé!')).toEqual(['ik', 'ben', 'moe', 'echt', 'moe'])
  expect(words('Straße مرحبًا 日本')).toEqual(['strasse', 'مرحبا', '日本'])
})

test('full-width, mathematical, boxed and look-alike letters are ordinary letters', () => {
  expect(words('ｄｏｏｄ 𝐝𝐨𝐨𝐝 𝓭𝓸𝓸𝓭 🅳🅾🅾🅳')).toEqual(['dood', 'dood', 'dood', 'dood'])
  // Cyrillic о and а, Greek ο.
  expect(words('d\u043e\u043ed d\u03bfod m\u0430n')).toEqual(['dood', 'dood', 'man'])
})

test('invisible characters, accents and stacked marks inside a word fall away', () => {
  expect(words('do\u200bod d\u00adood d\u2060ood d\ufeffood')).toEqual(['dood', 'dood', 'dood', 'dood'])
  expect(words('do\u0301o\u0301d d\u0336o\u0336o\u0336d\u0336')).toEqual(['dood', 'dood'])
})

test('all ways to type an apostrophe are one, inside a word only', () => {
  expect(words("foto’s foto´s fotoʼs ‘dood’ 't")).toEqual(["foto's", "foto's", "foto's", 'dood', 't'])
  expect(words("ik''wil")).toEqual(['ik', 'wil'])
})

test('markdown and spoilers are read as Discord shows them: gone, also in the middle of a word', () => {
  expect(words('**dood** ||dood|| `dood` ~~dood~~ __dood__')).toEqual([
    'dood',
    'dood',
    'dood',
    'dood',
    'dood',
  ])
  expect(words('do**od** d||oo||d')).toEqual(['dood', 'dood'])
  expect(words('```js\nik haat\n```')).toEqual(['js', 'ik', 'haat'])
})

test('mentions, custom emoji and times are no words; what a web address spells neither', () => {
  expect(words('<@123> <:haat:456> <a:xx:7> <t:1:R> </praat:8> dood')).toEqual(['dood'])
  expect(words('kijk https://haat.example/dood?x=1 nu')).toEqual(['kijk', '(link)', 'nu'])
})

test('an emoji is a word only where some term knows it', () => {
  expect(words('ik 🔪 u')).toEqual(['ik', 'u'])
  expect(words('ik 🔪 u', '🔪')).toEqual(['ik', '🔪', 'u'])
})

test('figures and marks that stand for letters are read as letters when that makes a known word', () => {
  expect(words('h44t d00d h@@t k!ll $lecht', 'haat', 'dood', 'kill', 'slecht')).toEqual([
    'haat',
    'dood',
    'haat',
    'kill',
    'slecht',
  ])
  expect(words('1k z1t', 'lk', 'zit')).toEqual(['lk', 'zit'])
  expect(words('m8 b2b 4 1813', 'maat')).toEqual(['m8', 'b2b', '4', '1813'])
})

test('letters that are drawn out are read as one or two; a doubled letter stays what it is', () => {
  expect(words('dooooood haaaaaaat neeee', 'dood', 'haat', 'nee')).toEqual(['dood', 'haat', 'nee'])
  expect(words('man maan maaaan', 'maan')).toEqual(['man', 'maan', 'maan'])
  expect(read('man', 'maan')[0]?.known).toBe(false)
  expect(words('hoooooiii', 'haat')).toEqual(['hoooooiii'])
})

test('a word that is spelled out, or has marks between its letters, is one word when some term knows it', () => {
  expect(words('ik h a a t u', 'haat')).toEqual(['ik', 'haat', 'u'])
  expect(words('k.a.n.k.e.r d-o-o-d h_aat', 'kanker', 'dood', 'haat')).toEqual(['kanker', 'dood', 'haat'])
  expect(words('🇭 🇦 🇦 🇹 🇧🇪', 'haat')).toEqual(['haat'])
  expect(words('ik a b c', 'haat')).toEqual(['ik', 'a', 'b', 'c'])
  expect(words('wel-niet ok.haat', 'haat')).toEqual(['wel', 'niet', 'ok', 'haat'])
})

test('a small word glued before a known one comes loose; an ordinary word with such a beginning does not', () => {
  expect(words('ikhaat zodom', 'haat', 'dom')).toEqual(['ik', 'haat', 'zodom'])
  expect(words('gehaat moordenaar', 'haat')).toEqual(['gehaat', 'moordenaar'])
})

test('a position points at the word in the original text, whatever was read away', () => {
  const text = '😭 ﬁjn, stráße d\u200bood h a a t, d**oo**d ikhaat'
  const spans = read(text, 'haat').map(({ word, start, end }) => [word, text.slice(start, end)])
  expect(spans).toEqual([
    ['fijn', 'ﬁjn'],
    ['strasse', 'stráße'],
    ['dood', 'd\u200bood'],
    ['haat', 'h a a t'],
    ['dood', 'd**oo**d'],
    ['ik', 'ik'],
    ['haat', 'haat'],
  ])
})

test('a word is the last of its sentence before a mark, a comma, an emoji, a new line and the end', () => {
  expect(last('een. twee, drie 😭 vier\nvijf zes… zeven')).toEqual([
    'een',
    'twee',
    'drie',
    'vier',
    'zes',
    'zeven',
  ])
  expect(last('een - twee * drie')).toEqual(['drie'])
})

test('sentences end at a mark or a new line; clauses also at a comma and before "dat" and "maar"', () => {
  expect(places('a b, c. d\ne')).toEqual(['a00', 'b00', 'c10', 'd21', 'e32'])
  expect(places('ik zie dat gij maar wacht')).toEqual([
    'ik00',
    'zie00',
    'dat10',
    'gij10',
    'maar20',
    'wacht20',
  ])
})

test('any text is read without an error, with positions in order and inside the text', () => {
  const reader = readerOf('haat', 'dood', 'kanker', '*tuig')
  const anyUnit = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4_000, size: 'max' })
    .map((units) => String.fromCharCode(...units))
  const nasty = fc
    .array(fc.constantFrom(...Array.from('haat4.-_*|~`<>@:/😭🇧 \n\u200b\u0301')), {
      maxLength: 4_000,
      size: 'max',
    })
    .map((all) => all.join(''))
  const { failed } = fc.check(
    fc.property(
      fc.oneof(anyUnit, nasty, fc.string({ unit: 'binary', maxLength: 4_000, size: 'max' })),
      (text) => {
        const reading = reader(text)
        let before = 0
        for (let at = 0; at < reading.count; at++) {
          const [start, end] = [reading.start[at] ?? -1, reading.end[at] ?? -1]
          if (reading.wordAt(at) === '' || start < before || end <= start || end > text.length) return false
          before = start
        }
        return true
      },
    ),
    { numRuns: 40 },
  )
  expect(failed).toBe(false)
})
