import type { Reading } from '../reading/rules.ts'
import type { nl } from './nl/index.ts'

/** The names of all texts: the Dutch folder decides which there are. */
export type TextKey = keyof typeof nl

/**
 * What the `index.ts` of a folder of this room says as `language`: all that the bot needs to speak one more language.
 * `npm run generate` finds the folders; no other file lists them (docs/languages.md).
 */
export interface LanguageFolder {
  /** On the button that switches to it, in the language itself. */
  readonly button: string
  /** How Intl calls it: numbers, plurals, days and lists are written as there. */
  readonly locale: string
  /** How Discord calls it (its `locale`): whose client is in it, sees the descriptions of commands in it. */
  readonly discord: readonly string[]
  /** A time of the day, midnight excepted: "14.30 uur". */
  readonly clock: (hour: number, minute: number) => string
  readonly midnight: string
  /** What stands behind each time and is said once in "14 tot 22 uur". */
  readonly unit?: string
  /** Until every text is here, the language stays off. */
  readonly texts: Readonly<Partial<Record<TextKey, string>>>
  /** The very simple form of texts that are long; where there is none, the text itself is said. */
  readonly simple: Readonly<Partial<Record<TextKey, string>>>
  /** What makes a text hard to read in this language; without it only the length of sentences is looked at. */
  readonly reading?: Reading
}
