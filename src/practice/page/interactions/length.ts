/** The length of a text as Discord counts it: an emoji of two units is one character. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}
