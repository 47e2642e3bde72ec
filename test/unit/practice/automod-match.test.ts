import { array, assert, nat, property, stringMatching } from 'fast-check'
import { expect, it } from 'vitest'
import { createSearch } from '../../../src/practice/automod/find.ts'
import { createWordSearch } from '../../../src/practice/automod/keywords.ts'
import { usualWords } from '../../../src/practice/automod/model.ts'
import { fromRust } from '../../../src/practice/automod/rust-regex.ts'

const finds = (keyword: string, content: string): string | null | undefined =>
  createWordSearch([keyword], [], [])(content)?.content

const run = (written: string, content: string): string | undefined => {
  const made = fromRust(written)
  if (!made.ok) throw new Error(made.why)
  return made.runs.exec(content)?.[0]
}

const why = (written: string): string => {
  const made = fromRust(written)
  return made.ok ? 'taken' : made.by
}

it('a word without an asterisk is a whole word or phrase with white space around it, in any case', () => {
  expect(finds('kat', 'een KAT zit daar')).toBe('KAT')
  expect(finds('kat', 'kat')).toBe('kat')
  expect(finds('kat', 'kater')).toBeUndefined()
  expect(finds('kat', 'bobkat')).toBeUndefined()
  expect(finds('kat', 'kat!')).toBeUndefined()
  expect(finds('de mat', 'op de mat\nzit')).toBe('de mat')
})

it('an asterisk behind a word finds what starts with it, before it what ends with it, both what holds it', () => {
  expect(finds('kat*', 'een Kater')).toBe('Kat')
  expect(finds('kat*', 'bobkat')).toBeUndefined()
  expect(finds('*kat', 'de bobKAT slaapt')).toBe('KAT')
  expect(finds('*kat', 'kater')).toBeUndefined()
  expect(finds('*kat*', 'lokatie')).toBe('kat')
  expect(finds('de mat*', 'de matrix')).toBe('de mat')
  expect(finds('*de mat*', 'onde matter')).toBe('de mat')
})

it('signs in a word mean themselves, an asterisk in the middle too', () => {
  expect(finds('c++', 'ik leer c++ nu')).toBe('c++')
  expect(finds('a.b', 'axb')).toBeUndefined()
  expect(finds('a*b', 'a*b')).toBe('a*b')
  expect(finds('a*b', 'axxb')).toBeUndefined()
  expect(finds('*', 'alles')).toBeUndefined()
})

it('the first word of the list that is found is named, and what the allow list holds is passed over', () => {
  const search = createWordSearch(['*mest*', 'kamer'], [], ['kunstmest', 'kamer van*'])
  expect(search('de kamer met mest')).toEqual({ keyword: '*mest*', content: 'mest' })
  expect(search('kunstmest en kamer van')).toBeUndefined()
  expect(search('kunstmest en gewone mest')).toEqual({ keyword: '*mest*', content: 'mest' })
})

it('a word is found wherever it stands between spaces, and never inside another', () => {
  const letters = stringMatching(/^[a-z]{1,8}$/)
  assert(
    property(letters, array(letters, { maxLength: 6 }), nat(6), (word, others, at) => {
      const rest = others.filter((one) => one !== word)
      const place = Math.min(at, rest.length)
      const withWord = [...rest.slice(0, place), word.toUpperCase(), ...rest.slice(place)].join(' ')
      expect(finds(word, withWord)).toBe(word.toUpperCase())
      expect(finds(word, rest.join(' '))).toBeUndefined()
      expect(finds(word, `x${word}`)).toBeUndefined()
      expect(finds(`*${word}`, `x${word}`)).toBe(word)
      expect(finds(`${word}*`, `${word}x`)).toBe(word)
      expect(finds(`*${word}*`, `x${word}x`)).toBe(word)
    }),
  )
})

it('patterns of Rust run as Rust means them', () => {
  expect(run('(b|c)at', 'een cat')).toBe('cat')
  expect(run(String.raw`^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$`, '10.0.0.1')).toBe('10.0.0.1')
  expect(run('Kat', 'kat')).toBeUndefined()
  expect(run('(?i)Kat', 'kat')).toBe('kat')
  expect(run(String.raw`\bpré\b`, 'een pré hier')).toBe('pré')
  expect(run(String.raw`\w+`, 'één')).toBe('één')
  expect(run(String.raw`\d`, '٣')).toBe('٣')
  expect(run('a.b', 'a\rb')).toBe('a\rb')
  expect(run('a.b', 'a\nb')).toBeUndefined()
  expect(run('(?s)a.b', 'a\nb')).toBe('a\nb')
  expect(run(String.raw`[^\w\s]+`, 'ja!?')).toBe('!?')
  expect(run(String.raw`(?P<jaar>\d{4})`, 'in 2026')).toBe('2026')
  expect(run(String.raw`\p{Lu}\x41`, 'ÉA')).toBe('ÉA')
  expect(run(String.raw`\Aja\z`, 'ja')).toBe('ja')
  expect(run('[]x]', ']')).toBe(']')
})

it('what Rust does not know is refused as Discord does, what only this cannot run with a note', () => {
  for (const written of [
    '(?=a)',
    '(?<!a)b',
    String.raw`(a)\1`,
    '(a',
    'a)',
    '[a',
    '*a',
    'a{',
    String.raw`\q`,
    'a\\',
  ])
    expect(why(written), written).toBe('rust')
  for (const written of ['(a+)+', '(?:a*b)*', '[[:alpha:]]', '[a-z&&[^b]]', 'a(?i)b', String.raw`[\W]`])
    expect(why(written), written).toBe('here')
})

it('mentions of people and roles are counted once each, and more than allowed is too many', () => {
  const search = createSearch(usualWords, 5, { mention_total_limit: 2 })
  expect(search('<@1> <@!1> <@&1>')).toBeUndefined()
  expect(search('<@1> <@2> <@&1>')).toEqual({ keyword: null, content: null })
})

it('the lists that Discord keeps to itself are made-up words here, chosen by preset', () => {
  const search = createSearch(usualWords, 4, { presets: [1, 3], allow_list: [] })
  expect(search('wat een prutsvloek zeg')).toEqual({ keyword: 'prutsvloek', content: 'prutsvloek' })
  expect(search('prutsscheld')).toBeDefined()
  expect(search('prutsbloot')).toBeUndefined()
})
