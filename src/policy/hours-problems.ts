import { type OpeningHours, WEEKDAYS } from './schema.ts'
import type { Path } from './source.ts'

/** Something in a block that only shows when its parts are looked at together. */
export interface Trouble {
  readonly path: Path
  readonly message: string
}

const DAY = 24 * 60
const WEEK = 7 * DAY

interface Span {
  readonly path: Path
  readonly said: string
  readonly from: number
  readonly until: number
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

function spansOf({ week }: OpeningHours, path: Path): readonly Span[] {
  return WEEKDAYS.flatMap((day, index) =>
    (week[day] ?? []).map((said, number) => {
      const [begin = '', end = ''] = said.split('-')
      const from = index * DAY + minutesOf(begin)
      const until = index * DAY + minutesOf(end)
      // "20:00-01:00" ends on the next day.
      return { path: [...path, 'week', day, number], said, from, until: until < from ? until + DAY : until }
    }),
  )
}

/** Spans that are empty or overlap (also past midnight, also from Sunday to Monday), and closings turned round. */
export function hoursProblems(hours: OpeningHours, path: Path): readonly Trouble[] {
  const spans = spansOf(hours, path)
  const troubles: Trouble[] = []
  for (const { path: at, said, from, until } of spans) {
    if (from !== until) continue
    const message = `"${said}" begint en eindigt op hetzelfde moment. Schrijf een begin en een later einde.`
    troubles.push({ path: at, message })
  }
  const inOrder = [...spans].sort((a, b) => a.from - b.from)
  const [first] = inOrder
  const around = first === undefined ? [] : [{ ...first, from: first.from + WEEK, until: first.until + WEEK }]
  const line = [...inOrder, ...around]
  for (const [index, span] of line.entries()) {
    const before = line[index - 1]
    if (before === undefined || span.from >= before.until) continue
    const message = `"${span.said}" loopt door elkaar met "${before.said}". Maak er één stuk van, of laat het later beginnen.`
    troubles.push({ path: span.path, message })
  }
  for (const [index, { from, until }] of hours.closed.entries()) {
    if (from <= until) continue
    const message = `De sluiting eindigt (${until}) voor ze begint (${from}). Wissel de twee datums om.`
    troubles.push({ path: [...path, 'closed', index, 'until'], message })
  }
  return troubles
}
