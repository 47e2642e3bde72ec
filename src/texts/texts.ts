import { IntlMessageFormat } from 'intl-messageformat'
import { FOLDERS } from '../generated/language-folders.ts'
import { LANGUAGES } from '../generated/languages.ts'
import type { TextKey } from './folder.ts'
import { maxLengthOf } from './limits.ts'
import { localeOf } from './names.ts'
import { nl } from './nl/index.ts'
import { placeholdersOf } from './placeholders.ts'
import { type TextProblem, TextsError } from './problem.ts'
import { isEasy, type Language, languageOf, type Wording } from './wording.ts'

export type { TextKey }

/** The texts of one language. `t` fills a text with its values; a value that is missing is a bug and throws. */
export interface Texts {
  readonly language: Language
  /** The language, or the very simple form of what is said in it. */
  readonly wording: Wording
  t(key: TextKey, values?: Readonly<Record<string, string | number>>): string
}

const KEYS = Object.keys(nl) as TextKey[]

/** Texts that a folder does not have yet. As long as there is one, no house can use the language. */
export const missingTexts = (language: Language): readonly TextKey[] =>
  KEYS.filter((key) => !Object.hasOwn(FOLDERS[language].texts, key))

/** Every text in every language; what a folder does not have yet is here in Dutch. */
export const CATALOGUES = Object.fromEntries(
  LANGUAGES.map((language) => [language, { ...nl, ...FOLDERS[language].texts }]),
) as Readonly<Record<Language, Readonly<Record<TextKey, string>>>>

/** The very simple form of a text; undefined where the text itself is simple enough. */
export const simpleFormOf = (language: Language, key: TextKey): string | undefined =>
  FOLDERS[language].simple[key]

/** Is this the key of a text? */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(nl, key)

interface Compiled {
  readonly format: IntlMessageFormat
  readonly needs: readonly string[]
}

// `ignoreTag`: a "<" in a text is a Discord mention or an arrow, never markup.
const compile = (language: Language, message: string): Compiled => {
  const format = new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true })
  return { format, needs: [...placeholdersOf(format.getAst())].sort() }
}

// A text is compiled when it is first used, then kept. The cache holds only constants of this program.
const shipped = new Map<string, Compiled>()

const compiledOnce = (id: string, language: Language, message: string): Compiled => {
  const known = shipped.get(id)
  if (known) return known
  const compiled = compile(language, message)
  shipped.set(id, compiled)
  return compiled
}

const shippedText = (language: Language, key: TextKey): Compiled =>
  compiledOnce(`${language} ${key}`, language, CATALOGUES[language][key])

const shippedSimple = (language: Language, key: TextKey): Compiled | undefined => {
  const simple = simpleFormOf(language, key)
  return simple === undefined ? undefined : compiledOnce(`${language} ${key} simple`, language, simple)
}

/** The names of the values that a text asks for; the same in every language. */
export const valuesOf = (key: TextKey): ReadonlySet<string> => new Set(shippedText('nl', key).needs)

/** A house words the very simple form of a text under its key and this. */
export const EASY_KEY = '.easy'

const unknownKey = (key: string): TextProblem => ({
  key,
  code: 'unknown-key',
  message: 'There is no text with this name. Remove it or correct the name.',
})

const checkOne = (language: Language, key: string, message: string): TextProblem | undefined => {
  const simple = key.endsWith(EASY_KEY)
  const base = simple ? key.slice(0, -EASY_KEY.length) : key
  if (!isTextKey(base)) return unknownKey(key)
  const max = maxLengthOf(base)
  if (message.length > max) {
    return {
      key,
      code: 'too-long',
      message: `This is ${message.length} characters; at most ${max} fit there.`,
    }
  }
  let own: Compiled
  try {
    own = compile(language, message)
  } catch {
    return { key, code: 'syntax', message: 'A brace is open or written wrongly. Write {name} for a value.' }
  }
  const needs = shippedText(language, base).needs
  // A very simple form may leave a value out; it never needs one that the text is not given.
  const fits = simple ? own.needs.every((name) => needs.includes(name)) : own.needs.join() === needs.join()
  if (fits) return undefined
  const wanted = needs.length === 0 ? 'no value in braces' : needs.map((name) => `{${name}}`).join(', ')
  return { key, code: 'placeholders', message: `This text must hold ${wanted}, and nothing else in braces.` }
}

/** Everything that is wrong with the wordings of a house for one language; empty when all can be used. */
export const checkOverrides = (
  language: Language,
  overrides: Readonly<Record<string, string>>,
): readonly TextProblem[] =>
  Object.entries(overrides).flatMap(([key, message]) => checkOne(language, key, message) ?? [])

/** Which words a text has: of the house before ours, the very simple form before the ordinary one where it was asked for. */
function wordedAs(key: TextKey, wording: Wording, own: ReadonlyMap<string, Compiled>): Compiled {
  const language = languageOf(wording)
  const ofHouse = own.get(key)
  if (isEasy(wording)) {
    const simple = own.get(`${key}${EASY_KEY}`)
    if (simple) return simple
    // Ours would say what the house no longer says.
    if (ofHouse === undefined) return shippedSimple(language, key) ?? shippedText(language, key)
  }
  return ofHouse ?? shippedText(language, key)
}

/**
 * The texts of a language, with the wordings of the house in place of the shipped ones.
 *
 * @param wording - the language, or the very simple form in it
 * @throws {@link TextsError} when a wording has an unknown key, other placeholders, bad syntax or is too long.
 */
export const createTexts = (wording: Wording, overrides: Readonly<Record<string, string>> = {}): Texts => {
  const language = languageOf(wording)
  const problems = checkOverrides(language, overrides)
  if (problems.length > 0) throw new TextsError(problems)
  const own = new Map(
    Object.entries(overrides).map(([key, message]) => [key, compile(language, message)] as const),
  )
  return {
    language,
    wording,
    t(key, values = {}) {
      const text = wordedAs(key, wording, own)
      const missing = text.needs.filter((name) => values[name] === undefined)
      // The names of the values, never the values: those may be words of a person.
      if (missing.length > 0) throw new Error(`text ${key} (${wording}) was not given: ${missing.join(', ')}`)
      return String(text.format.format(values))
    },
  }
}
