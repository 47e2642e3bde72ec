import type { Measure } from './measure.ts'
import { card } from './measures/card.ts'
import { catchUp } from './measures/catch-up.ts'
import { flood } from './measures/flood.ts'
import { history, rows } from './measures/history.ts'
import { houses } from './measures/houses.ts'
import { idle } from './measures/idle.ts'
import { policy } from './measures/policy.ts'
import { praat } from './measures/praat.ts'
import { receive } from './measures/receive.ts'
import { start } from './measures/start.ts'
import { terms } from './measures/terms.ts'

/** All measures, in the order in which they run: the quick ones first, so that a run that is broken off has those. */
export const MEASURES: readonly Measure[] = [
  receive,
  card,
  praat,
  start,
  policy,
  history,
  catchUp,
  flood,
  terms,
  rows,
  houses,
  idle,
]
