/**
 * What Discord draws instead of text: mentions, custom emoji, times, links to commands. Source: Discord, Message
 * Formatting. Sticky: it is tried only where a `<` stands.
 */
const DRAWN =
  /<(?:@[!&]?\d+|#\d+|a?:\w{2,32}:\d+|t:-?\d+(?::[a-zA-Z])?|\/[^:<>\s][^:<>]{0,99}:\d+|id:[\w-]+)>/uy
const ADDRESS = /https?:\/\/[^\s<>]+/iuy

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** How many UTF-16 units Discord draws as something else from here; 0 when it shows the text. */
export const drawnAt = (text: string, at: number): number => lengthAt(DRAWN, text, at)

/** The length of a web address that begins here; 0 when none does. What an address spells is no word of the writer. */
export const addressAt = (text: string, at: number): number => lengthAt(ADDRESS, text, at)

/** Marks of which two or more together are Discord's markdown, also in the middle of a word: "ha**at**" shows "haat". */
export const isMarkdown = (unit: number): boolean =>
  unit === 42 || unit === 95 || unit === 126 || unit === 124 || unit === 96
