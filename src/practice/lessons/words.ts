import { BRUSSELS } from '../../duty/brussels.ts'
import type { Lesson } from '../../policy/schema-lessons.ts'

const MINUTE_MS = 60_000

/** How long something took, as one says it: "enkele seconden", "4 minuten", "2 uur en 5 minuten", "16 uur". */
export function spanInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (ms < MINUTE_MS) return 'minder dan een minuut'
  if (minutes < 60) return minutes === 1 ? 'een minuut' : `${minutes} minuten`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const few = rest === 1 ? 'een minuut' : `${rest} minuten`
  return rest === 0 ? `${hours} uur` : `${hours} uur en ${few}`
}

/** So long after the start of a lesson, one tells a moment by the clock: "na 16 uur" says little about an opening. */
const BY_THE_CLOCK_MS = 3 * 60 * MINUTE_MS
const clock = new Intl.DateTimeFormat('nl-BE', {
  timeZone: BRUSSELS,
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
})

/** When something was done in a lesson: "na 4 minuten", or later "woensdag om 13.32 uur". */
export function momentAfter(at: Date, startedAt: Date): string {
  const after = at.getTime() - startedAt.getTime()
  if (after < BY_THE_CLOCK_MS) return `na ${spanInWords(after)}`
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts['weekday'] ?? ''} om ${parts['hour'] ?? ''}.${parts['minute'] ?? ''} uur`
}

/** When a lesson plays, for the shelf; undefined when that is now or at the next opening. */
export function momentInWords({ house, day, time }: Lesson['at']): string | undefined {
  const open = house === 'open' ? 'als het huis open is' : 'als het huis dicht is'
  const parts = [day, time].filter((part) => part !== undefined)
  if (parts.length > 0) return `${parts.join(', ')}, ${open}`
  return house === 'open' ? undefined : open
}
