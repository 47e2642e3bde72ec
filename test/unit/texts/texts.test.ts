import { readdirSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { FOLDERS } from '../../../src/generated/language-folders.ts'
import { LANGUAGES, type Language } from '../../../src/policy/schema.ts'
import { CATEGORIES, KINDS, LEVELS } from '../../../src/screening/kinds.ts'
import { maxLengthOf } from '../../../src/texts/limits.ts'
import { placeholdersOf } from '../../../src/texts/placeholders.ts'
import { TextsError } from '../../../src/texts/problem.ts'
import {
  CATALOGUES,
  checkOverrides,
  createTexts,
  isTextKey,
  missingTexts,
  type TextKey,
} from '../../../src/texts/texts.ts'

const KEYS = Object.keys(CATALOGUES.nl) as TextKey[]
const all: readonly (readonly [Language, TextKey, string])[] = LANGUAGES.flatMap((language) =>
  KEYS.map((key) => [language, key, CATALOGUES[language][key]] as const),
)
const needs = (message: string) =>
  [...placeholdersOf(new IntlMessageFormat(message, 'nl', undefined, { ignoreTag: true }).getAst())].sort()
const filled = (language: Language, key: TextKey): string =>
  createTexts(language).t(key, Object.fromEntries(needs(CATALOGUES.nl[key]).map((name) => [name, 2])))

describe('the languages', () => {
  test('there is a folder for each language that is served, and for no other', () => {
    const files = readdirSync(new URL('../../../src/texts/', import.meta.url))
    expect(files.filter((file) => /^[a-z]{2}$/.test(file)).sort()).toEqual([...LANGUAGES].sort())
  })

  test.each(LANGUAGES)('%s has every text and no other', (language) => {
    expect(missingTexts(language)).toEqual([])
    expect(Object.keys(FOLDERS[language].texts).sort()).toEqual([...KEYS].sort())
  })

  test('each says how Intl and Discord call it, and what stands on its button', () => {
    for (const language of LANGUAGES) {
      const { button, locale, discord, clock, midnight } = FOLDERS[language]
      expect(Intl.getCanonicalLocales(locale), language).toEqual([locale])
      expect(discord.length, language).toBeGreaterThan(0)
      expect(button.length, language).toBeLessThanOrEqual(80)
      expect(clock(14, 30), language).toMatch(/30/)
      expect(midnight, language).not.toBe('')
    }
  })

  test('a very simple form asks for no value that its text is not given', () => {
    for (const language of LANGUAGES) {
      for (const [key, simple] of Object.entries(FOLDERS[language].simple)) {
        expect(needs(CATALOGUES.nl[key as TextKey]), `${language} ${key}`).toEqual(
          expect.arrayContaining(needs(simple)),
        )
      }
    }
  })

  test('a text asks for the same values in every language', () => {
    for (const [language, key, message] of all) {
      expect(needs(message), `${language} ${key}`).toEqual(needs(CATALOGUES.nl[key]))
    }
  })

  test('a text is not the same in two languages, but for names and signs', () => {
    const same = KEYS.filter(
      (key) => CATALOGUES.nl[key] === CATALOGUES.en[key] || CATALOGUES.en[key] === CATALOGUES.fr[key],
    )
    const named =
      /^(info\.heading|hours\.day|rules\.norm$|report\.name|queue\.(line|age\.minutes|level\.[a-z]+$|card\.heading)|category\.(spam|drugs)|praat\.(chat|site)$|notice\.full\.version)/
    expect(same.filter((key) => !named.test(key))).toEqual([])
  })

  test('every category, kind and level has a name', () => {
    const named = [
      ...CATEGORIES.map((category) => `category.${category}`),
      ...KINDS.map((kind) => `kind.${kind}`),
      ...LEVELS.flatMap((level) => [`queue.level.${level}`, `queue.level.${level}.why`]),
    ]
    expect(named.filter((key) => !isTextKey(key))).toEqual([])
  })
})

describe('how texts are written', () => {
  test('each text fits in its place on Discord', () => {
    for (const [language, key] of all) {
      expect(filled(language, key).length, `${language} ${key}`).toBeLessThanOrEqual(maxLengthOf(key))
    }
  })

  test('nothing stays in braces once a text is filled', () => {
    for (const [language, key] of all) expect(filled(language, key), `${language} ${key}`).not.toMatch(/[{}]/)
  })

  test('sentences are short: B1', () => {
    for (const [language, key] of all) {
      const sentences = filled(language, key)
        .replaceAll('*', '')
        .split(/(?<=[.?!:;])\s+|\n/)
      for (const sentence of sentences) {
        const words = sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word))
        expect(words.length, `${language} ${key}: ${sentence}`).toBeLessThanOrEqual(21)
      }
    }
  })

  test('Dutch says je and jij, never u', () => {
    expect(KEYS.filter((key) => /\s(u|uw)[\s.,?!]/i.test(` ${CATALOGUES.nl[key]} `))).toEqual([])
  })

  test('only where the bot tells what it is does it say "ik", and never as somebody who helps', () => {
    const speaks = KEYS.filter((key) => /(^|[\s"*])ik([\s.,?!*]|$)/i.test(CATALOGUES.nl[key]))
    // `pass-on.say` is what a worker can say to a young person.
    const itself =
      /^(notice\.(pinned|full)\.|report\.reason\.|direct\.|channel\.mention$|(notice|talk)\.button\.(read|come)$|praat\.age\.|pass-on\.say$)/
    expect(speaks.filter((key) => !itself.test(key))).toEqual([])
    for (const [language, key] of all) {
      expect(filled(language, key), `${language} ${key}`).not.toMatch(
        /ik (help|luister)|I (help|listen)|j’écoute|je t’aide/i,
      )
    }
  })

  test('nothing promises that Discord is private, that we are always there, or that all stays secret', () => {
    const promises = [
      /altijd (iemand|bereikbaar|open|online)|alles blijft geheim|discord is privé/i,
      /always (someone|there|open|online)|everything stays secret|discord is private/i,
      /toujours (là|ouvert)|tout reste secret|discord est privé/i,
    ]
    for (const [language, key] of all) {
      for (const promise of promises) expect(filled(language, key), `${language} ${key}`).not.toMatch(promise)
    }
  })

  test('nothing claims professional secrecy or a legal duty for everybody', () => {
    for (const [language, key] of all) {
      expect(filled(language, key), `${language} ${key}`).not.toMatch(
        /beroepsgeheim|wettelijk verplicht|professional secrecy|secret professionnel/i,
      )
    }
  })

  test('it is called zelfdoding', () => {
    expect(KEYS.filter((key) => /zelfmoord(?!lijn)/i.test(CATALOGUES.nl[key]))).toEqual([])
  })

  test.each(LANGUAGES)(
    '%s: what is said in a channel names no subject and no person, and says where to go',
    (language) => {
      const texts = createTexts(language)
      const offer = texts.t('channel.offer')
      const mention = texts.t('channel.mention')
      const closed = [texts.t('channel.closed', { next: 'x' }), texts.t('channel.closed-no-next')]
      const said = [offer, mention, texts.t('channel.reminder'), ...closed]
      for (const line of said) {
        expect(line).not.toMatch(
          /<@|zelfdoding|suicid|drugs|drogue|pest|bull|bericht van|message from|\bhij\b|\bzij\b/i,
        )
      }
      for (const line of [offer, mention, ...closed]) {
        expect(line).toContain('/praat')
        expect(line).toContain('112')
        expect(line).toMatch(language === 'fr' ? /107/ : /106.*1813/)
      }
    },
  )

  test.each(LANGUAGES)(
    '%s: whoever reports hears who reads it, and what to do when nobody is there',
    (language) => {
      const texts = createTexts(language)
      for (const key of ['report.thanks-closed', 'report.thanks-closed-no-next'] as const) {
        expect(texts.t(key, { next: 'x' })).toContain('112')
      }
      expect(texts.t('report.thanks-closed', { next: 'morgen' })).toContain('morgen')
    },
  )
})

describe('filling a text', () => {
  test('values are put in, numbers choose the plural', () => {
    const texts = createTexts('nl')
    expect(texts.t('queue.card.reporters', { count: 1 })).toBe('1 persoon meldde dit')
    expect(texts.t('queue.card.reporters', { count: 3 })).toBe('3 personen meldden dit')
    expect(texts.t('queue.refusal.already-claimed', { owner: '<@1>' })).toBe('<@1> heeft dit al opgenomen.')
  })

  test('a value is never read as a text itself', () => {
    expect(createTexts('nl').t('rules.norm', { norm: "{bot} <b> # '{" })).toBe("- {bot} <b> # '{")
  })

  test('a value that is missing is a bug that names the value and shows no other', () => {
    const texts = createTexts('nl')
    expect(() => texts.t('report.thanks-closed')).toThrow(
      'text report.thanks-closed (nl) was not given: next',
    )
    expect(() => texts.t('queue.awaiting-second', { first: 'Noor' })).toThrow(/outcome/)
    expect(() => texts.t('queue.awaiting-second', { first: 'Noor' })).not.toThrow(/Noor/)
  })

  test('an empty value and a zero are values', () => {
    expect(createTexts('nl').t('queue.count', { count: 0 })).toBe('0 berichten te bekijken')
    expect(createTexts('nl').t('rules.norm', { norm: '' })).toBe('- ')
  })
})

describe('a house words a text in its own way', () => {
  test('its wording is used, and the other texts stay', () => {
    const texts = createTexts('nl', { 'praat.with-us': 'Kom gerust eens langs.' })
    expect(texts.t('praat.with-us')).toBe('Kom gerust eens langs.')
    expect(texts.t('praat.danger')).toBe(CATALOGUES.nl['praat.danger'])
    expect(createTexts('nl').t('praat.with-us')).toBe(CATALOGUES.nl['praat.with-us'])
  })

  test('its very simple form too; where it has none, its own words stand, never ours that say something else', () => {
    const key = 'meldplicht.short'
    const own = { [key]: 'Bij ons zit het zo: {meldplicht}' }
    expect(createTexts('nl-easy').t(key, { meldplicht: 'x' })).toBe(
      FOLDERS.nl.simple[key]?.replace('{meldplicht}', 'x'),
    )
    expect(createTexts('nl-easy', own).t(key, { meldplicht: 'x' })).toBe('Bij ons zit het zo: x')
    const both = { ...own, [`${key}.easy`]: 'Zo: {meldplicht}' }
    expect(createTexts('nl-easy', both).t(key, { meldplicht: 'x' })).toBe('Zo: x')
    expect(createTexts('nl', both).t(key, { meldplicht: 'x' })).toBe('Bij ons zit het zo: x')
    expect(checkOverrides('nl', { [`${key}.easy`]: 'Zo: {house}' })).toMatchObject([{ code: 'placeholders' }])
  })

  test('its wording may put the values elsewhere', () => {
    const texts = createTexts('nl', { 'report.thanks-closed': '{next} zijn we er weer. Bel 112 bij gevaar.' })
    expect(texts.t('report.thanks-closed', { next: 'morgen' })).toBe(
      'morgen zijn we er weer. Bel 112 bij gevaar.',
    )
  })

  test.each([
    ['praat.withus', 'Kom langs', 'unknown-key'],
    ['toString', 'Kom langs', 'unknown-key'],
    ['report.thanks-closed', 'Tot later!', 'placeholders'],
    ['praat.danger', 'Bel {number}', 'placeholders'],
    ['praat.danger', 'Bel {112', 'syntax'],
    ['queue.button.claim', 'x'.repeat(81), 'too-long'],
    ['report.title', 'x'.repeat(46), 'too-long'],
  ])('%s worded as %j is refused: %s', (key, message, code) => {
    const problems = checkOverrides('nl', { [key]: message })
    expect(problems.map((problem) => [problem.key, problem.code])).toEqual([[key, code]])
    expect(() => createTexts('nl', { [key]: message })).toThrow(TextsError)
  })

  test('every problem is told at once', () => {
    expect(
      checkOverrides('nl', { 'praat.danger': 'Bel {112', 'praat.with-uss': 'x', 'praat.start': 'Kies.' }),
    ).toHaveLength(2)
  })
})
