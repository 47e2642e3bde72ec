const SYLLABLES = ['ba', 'do', 'fi', 'ga', 'ke', 'lu', 'mo', 'ne', 'pi', 'ra', 'so', 'tu'] as const

/** A number as a made-up word: texts that differ in a number alone may pass for the same. */
export function words(n: number): string {
  let left = n
  let word = ''
  do {
    word = `${SYLLABLES[left % SYLLABLES.length] ?? ''}${word}`
    left = Math.floor(left / SYLLABLES.length)
  } while (left > 0)
  return word
}
