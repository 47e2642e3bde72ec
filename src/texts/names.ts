import { FOLDERS } from '../generated/language-folders.ts'
import type { Language } from './wording.ts'

/** How Intl writes numbers, days and lists in a language. */
export const localeOf = (language: Language): string => FOLDERS[language].locale

/** How a language is called in another: "Engels" in Dutch. Of any language of the world, also one that is not served. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(code) ?? code
