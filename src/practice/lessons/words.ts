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

/** When a lesson plays, for the shelf; undefined when that is now or at the next opening. */
export function momentInWords({ house, day, time }: Lesson['at']): string | undefined {
  const open = house === 'open' ? 'als het huis open is' : 'als het huis dicht is'
  const parts = [day, time].filter((part) => part !== undefined)
  if (parts.length > 0) return `${parts.join(', ')}, ${open}`
  return house === 'open' ? undefined : open
}
