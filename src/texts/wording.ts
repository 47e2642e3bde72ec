import { LANGUAGES } from '../generated/languages.ts'

export type Language = (typeof LANGUAGES)[number]

/** A language, or the very simple form of what is said in it. It is carried by the buttons of one answer, never kept. */
export type Wording = Language | `${Language}-easy`

const EASY = '-easy'

export const isEasy = (wording: Wording): boolean => wording.endsWith(EASY)

export const languageOf = (wording: Wording): Language =>
  (isEasy(wording) ? wording.slice(0, -EASY.length) : wording) as Language

/** The very simple form in a language, or the ordinary one. */
export const wordingOf = (language: Language, easy: boolean): Wording =>
  easy ? `${language}-easy` : language

/** What a house wrote, in a wording: its very simple form, else the text itself; undefined where there is none in the language. */
export const wordedIn = (
  text: Readonly<Partial<Record<Wording, string | undefined>>> | undefined,
  wording: Wording,
): string | undefined => text?.[wording] ?? text?.[languageOf(wording)]

/** Reads a wording back from wherever it was carried; undefined for what is none. */
export const wordingIn = (carried: string | undefined): Wording | undefined => {
  const language = LANGUAGES.find((one) => carried === one || carried === `${one}${EASY}`)
  return language && wordingOf(language, carried !== language)
}
