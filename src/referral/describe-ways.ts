import { describeMoment, describeUntil } from '../duty/describe.ts'
import type { Helpline } from '../policy/schema.ts'
import type { Texts } from '../texts/texts.ts'
import type { Way } from './ways.ts'

/** Where to call, type or look: of a line, or of one of its places. */
export type Reachable = Pick<Helpline, 'phone' | 'chat' | 'web'>
export interface When {
  readonly texts: Texts
  readonly now: Date
}

const unknownText = (way: Way, web: string | undefined, texts: Texts): string => {
  if (way.by !== 'phone') return texts.t('praat.hours-unknown')
  if (web === undefined) return texts.t('praat.phone-hours-unknown')
  return texts.t('praat.phone-hours-on-site', { url: `<${web}>` })
}

const hoursText = ({ web }: Reachable, way: Way, { texts, now }: When): string => {
  if (way.now === 'unknown') return unknownText(way, web, texts)
  if (way.now === 'closed') {
    if (way.opensAt === undefined) return texts.t('praat.closed')
    const moment = describeMoment(way.opensAt, texts.language, now, texts)
    return texts.t('praat.opens-at', { moment })
  }
  if (way.until === undefined) return texts.t('praat.open-always')
  return texts.t('praat.open-now', { until: describeUntil(way.until, texts.language, now, texts) })
}

/** How to reach it in this way, and what is known of its hours. */
export const wayText = (reachable: Reachable, way: Way, input: When): string => {
  const { texts } = input
  // In angle brackets Discord shows no preview: a big picture of a helpline on the screen gives somebody away.
  const address =
    way.by === 'phone'
      ? texts.t('praat.phone', { number: reachable.phone?.number ?? '' })
      : way.by === 'chat'
        ? texts.t('praat.chat', { url: `<${reachable.chat?.url ?? ''}>` })
        : texts.t('praat.site', { url: `<${reachable.web ?? ''}>` })
  return `${address}. ${hoursText(reachable, way, input)}`
}
