import type { Texts } from '../texts/texts.ts'
import type { Shown } from './suppression.ts'

/** A number as it is said, or that it is not said. */
export const sayCount = (count: Shown, texts: Texts): string =>
  count === 'hidden' ? texts.t('figures.hidden-mark') : new Intl.NumberFormat(texts.language).format(count)

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration in two units at most: nobody needs the seconds of a day. */
export const sayDuration = (seconds: number, texts: Texts): string => {
  const minutes = Math.round(seconds / MINUTE)
  if (minutes < 1) return texts.t('figures.duration.less')
  if (seconds < HOUR && minutes < 60) return texts.t('figures.duration.minutes', { minutes })
  if (minutes < 24 * 60)
    return texts
      .t('figures.duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      .trim()
  const hours = Math.round(seconds / HOUR)
  return texts
    .t('figures.duration.days', { days: Math.floor(hours / 24), hours: hours % (DAY / HOUR) })
    .trim()
}
