/** An embed holds 4,096 characters (Discord, Embed Limits); a little is left over. */
export const EMBED_FITS = 4_000

/**
 * As many whole lines as fit, and a sentence that says so where some do not: nothing is left out in silence.
 *
 * @param cutSentence - what is said when not everything fits
 * @param most - UTF-16 units
 */
export function fit(lines: readonly string[], cutSentence: string, most: number = EMBED_FITS): string {
  const whole = lines.join('\n')
  if (whole.length <= most) return whole
  const room = most - cutSentence.length - 1
  let text = ''
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`
    if (longer.length > room) break
    text = longer
  }
  return text === '' ? cutSentence : `${text}\n${cutSentence}`
}
