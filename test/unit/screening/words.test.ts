import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../src/screening/words.ts'

const last = (text: string) => wordsOf(text).flatMap((one) => (one.last ? [one.word] : []))
const words = (text: string) => wordsOf(text).map(({ word }) => word)

test('words are read in small letters, without accents, whatever the script', () => {
  expect(words('Ik ben MOE, écht moé!')).toEqual(['ik', 'ben', 'moe', 'echt', 'moe'])
  expect(words('Straße ΛΌΓΟΣ Жизнь مرحبًا')).toEqual(['strasse', 'λογοσ', 'жизнь', 'مرحبا'])
})

test('full-width and mathematical letters are ordinary letters', () => {
  expect(words('ｄｏｏｄ 𝐝𝐨𝐨𝐝 𝓭𝓸𝓸𝓭')).toEqual(['dood', 'dood', 'dood'])
})

test('invisible characters inside a word fall away', () => {
  expect(words('do\u200bod d\u00adood d\u2060ood d\ufeffood')).toEqual(['dood', 'dood', 'dood', 'dood'])
})

test('all ways to type an apostrophe are one, inside a word only', () => {
  expect(words("foto’s foto´s fotoʼs ‘dood’ 't")).toEqual(["foto's", "foto's", "foto's", 'dood', 't'])
  expect(words("ik''wil")).toEqual(['ik', 'wil'])
})

test('markdown and spoilers of Discord stand around a word, not in it', () => {
  expect(words('**dood** ||dood|| `dood` ~~dood~~')).toEqual(['dood', 'dood', 'dood', 'dood'])
})

test('a combining accent and stacked marks do not hide a word', () => {
  expect(words('do\u0301o\u0301d d\u0336o\u0336o\u0336d\u0336')).toEqual(['dood', 'dood'])
})

test('a position points at the word in the original text, also after characters that fold to several', () => {
  const text = '😭 ﬁjn, stráße d\u200bood'
  const read = wordsOf(text).map(({ word, start, end }) => [word, text.slice(start, end)])
  expect(read).toEqual([
    ['fijn', 'ﬁjn'],
    ['strasse', 'stráße'],
    ['dood', 'd\u200bood'],
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

test('any text is read without an error, with positions in order and inside the text', () => {
  const anyUnit = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4_000, size: 'max' })
    .map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(fc.oneof(anyUnit, fc.string({ unit: 'binary', maxLength: 4_000, size: 'max' })), (text) => {
      let before = 0
      for (const { word, start, end } of wordsOf(text)) {
        expect(word).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        before = start
      }
    }),
    { numRuns: 100 },
  )
})
