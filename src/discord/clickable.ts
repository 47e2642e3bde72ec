import { isShownAsMarkdown } from '../texts/limits.ts'
import type { Texts } from '../texts/texts.ts'

/** The id of a slash command; undefined as long as Discord did not tell it. */
export type CommandIds = (name: string) => string | undefined

/** "/praat", also in backticks, and not the "/" of an address, of "hem/haar" or of what can be pressed already. */
const NAMED = /(`?)(?<![\p{L}\p{N}/.<>:_-])\/([a-z]+(?:-[a-z]+)*)(?![\p{L}\p{N}/:-]|\.\p{L})\1/gu

/**
 * Commands in a sentence, so that one can press them. A command without an id stays as it was written: it can be typed.
 *
 * @param text - a sentence of ours; never words of a person
 */
export const withPressable = (text: string, idOf: CommandIds): string =>
  text.replaceAll(NAMED, (whole, _tick: string, name: string) => {
    const id = idOf(name)
    return id === undefined ? whole : `</${name}:${id}>`
  })

/**
 * The texts of an answer. Labels, titles, choices and files stay as they are: Discord shows markdown in none of them.
 */
export const clickable = (texts: Texts, idOf: CommandIds): Texts => ({
  ...texts,
  t(key, values) {
    const text = texts.t(key, values)
    return isShownAsMarkdown(key) ? withPressable(text, idOf) : text
  },
})
