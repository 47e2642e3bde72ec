/** Where a text stands on Discord, told by the end of its key, with the length that Discord takes there (UTF-16 units). */
const PLACES: readonly (readonly [RegExp, number])[] = [
  [/^report\.name$/, 32], // name of a context-menu command
  [/^automod\.block$/, 150], // what Discord shows to whom it blocks
  [/\.description$/, 100], // description of a slash command
  [/\.button\./, 80],
  [/\.placeholder$/, 100], // a select takes 150, a text input 100
  [/\.title$/, 45], // modal
  [/\.label$/, 45], // label in a modal
  [/\.option$/, 100], // label of a select option
  [/\.why$/, 100], // description of a select option
]

/** The longest that a text may be: a message otherwise. */
const MESSAGE = 2_000

/** How long the text of a key may be, before values are filled in. */
export const maxLengthOf = (key: string): number => PLACES.find(([place]) => place.test(key))?.[1] ?? MESSAGE

/** Texts that end up where Discord shows no markdown, although their keys do not tell so: headings of cards, files. */
const PLAIN = /(?:^|\.)heading$|\.csv\.|^(?:automod|verslag|refer\.words|data\.always)/

/** Whether a text stands where a channel, a person or a command that it names can be pressed. */
export const isShownAsMarkdown = (key: string): boolean => maxLengthOf(key) === MESSAGE && !PLAIN.test(key)
