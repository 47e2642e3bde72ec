import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../policy/schema.ts'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'
import { maxLengthOf } from './limits.ts'
import { nl } from './nl/index.ts'
import { placeholdersOf } from './placeholders.ts'
import { type TextProblem, TextsError } from './problem.ts'

export type TextKey = keyof typeof nl

/** The texts of one language. `t` fills a text with its values; a value that is missing is a bug and throws. */
export interface Texts {
  readonly language: Language
  t(key: TextKey, values?: Readonly<Record<string, string | number>>): string
}

export const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { nl, en, fr }

/** Numbers and plurals are those of Belgium. */
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' }

/** Is this the key of a text? */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(nl, key)

interface Compiled {
  readonly format: IntlMessageFormat
  readonly needs: readonly string[]
}

// `ignoreTag`: a "<" in a text is a Discord mention or an arrow, never markup.
const compile = (language: Language, message: string): Compiled => {
  const format = new IntlMessageFormat(message, LOCALES[language], undefined, { ignoreTag: true })
  return { format, needs: [...placeholdersOf(format.getAst())].sort() }
}

// A text is compiled when it is first used, then kept. The cache holds only constants of this program.
const shipped: Readonly<Record<Language, Map<TextKey, Compiled>>> = {
  nl: new Map(),
  en: new Map(),
  fr: new Map(),
}

const shippedText = (language: Language, key: TextKey): Compiled => {
  const known = shipped[language].get(key)
  if (known) return known
  const compiled = compile(language, CATALOGUES[language][key])
  shipped[language].set(key, compiled)
  return compiled
}

/** The names of the values that a text asks for; the same in every language. */
export const valuesOf = (key: TextKey): ReadonlySet<string> => new Set(shippedText('nl', key).needs)

const checkOne = (language: Language, key: string, message: string): TextProblem | undefined => {
  if (!isTextKey(key)) {
    return {
      key,
      code: 'unknown-key',
      message: 'There is no text with this name. Remove it or correct the name.',
    }
  }
  const max = maxLengthOf(key)
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
  const needs = shippedText(language, key).needs
  if (own.needs.join() === needs.join()) return undefined
  const wanted = needs.length === 0 ? 'no value in braces' : needs.map((name) => `{${name}}`).join(', ')
  return { key, code: 'placeholders', message: `This text must hold ${wanted}, and nothing else in braces.` }
}

/** Everything that is wrong with the wordings of a house for one language; empty when all can be used. */
export const checkOverrides = (
  language: Language,
  overrides: Readonly<Record<string, string>>,
): readonly TextProblem[] =>
  Object.entries(overrides).flatMap(([key, message]) => checkOne(language, key, message) ?? [])

/**
 * The texts of a language, with the wordings of the house in place of the shipped ones.
 *
 * @throws {@link TextsError} when a wording has an unknown key, other placeholders, bad syntax or is too long.
 */
export const createTexts = (language: Language, overrides: Readonly<Record<string, string>> = {}): Texts => {
  const problems = checkOverrides(language, overrides)
  if (problems.length > 0) throw new TextsError(problems)
  const own = new Map(
    Object.entries(overrides).map(([key, message]) => [key as TextKey, compile(language, message)] as const),
  )
  return {
    language,
    t(key, values = {}) {
      const text = own.get(key) ?? shippedText(language, key)
      const missing = text.needs.filter((name) => values[name] === undefined)
      // The names of the values, never the values: those may be words of a person.
      if (missing.length > 0)
        throw new Error(`text ${key} (${language}) was not given: ${missing.join(', ')}`)
      return String(text.format.format(values))
    },
  }
}
