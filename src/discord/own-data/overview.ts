import { describeMoment } from '../../duty/describe.ts'
import type { OwnData } from '../../privacy/own-data-of.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Desk } from '../desk.ts'

/** The last of some days; undefined when one of them is not known yet, because its term has not begun. */
function lastOf(days: readonly (string | null)[]): Date | undefined {
  const known = days.flatMap((day) => (day === null ? [] : [day]))
  const last = known.length === days.length ? [...known].sort().at(-1) : undefined
  return last === undefined ? undefined : new Date(last)
}

/** What is kept about somebody, why and until when, in sentences; the file says all of it. */
export function overview(data: OwnData, desk: Pick<Desk, 'policy' | 'now'>, texts: Texts): string {
  const { retention } = desk.policy.house
  const dayOf = (at: Date): string => describeMoment(at, texts.language, desk.now(), texts)
  const part = (
    key: 'data.part.reports' | 'data.part.decisions' | 'data.part.notes',
    rows: readonly { readonly keptUntil: string | null }[],
  ): string[] => {
    if (rows.length === 0) return []
    const last = lastOf(rows.map(({ keptUntil }) => keptUntil))
    const count = rows.length
    return last === undefined
      ? [texts.t('data.part.reports-open', { count })]
      : [texts.t(key, { count, day: dayOf(last) })]
  }
  const parts = [
    ...part('data.part.reports', data.reports),
    ...part('data.part.decisions', data.decisions),
    ...(data.objections.length === 0
      ? []
      : [texts.t('data.part.objections', { count: data.objections.length })]),
    ...part('data.part.notes', data.notes),
    ...data.notes.map(({ at, read }) =>
      texts.t(read ? 'data.note.done' : 'data.note.open', { day: dayOf(new Date(at)) }),
    ),
    ...(data.drafts.length === 0 ? [] : [texts.t('data.part.drafts')]),
    ...(data.talks.length === 0 ? [] : [texts.t('data.part.talks', { count: data.talks.length })]),
    ...(data.linesSent.length === 0
      ? []
      : [texts.t('data.part.lines-sent', { count: data.linesSent.length })]),
    ...(data.noticeRead === null
      ? []
      : [
          texts.t('data.part.notice', {
            version: data.noticeRead.version,
            day: dayOf(new Date(data.noticeRead.keptUntil)),
          }),
        ]),
    ...(data.asTeam.length === 0
      ? []
      : [texts.t('data.part.team', { count: data.asTeam.length, days: retention.auditIdsDays })]),
    ...(data.directMessagesAccepted === null ? [] : [texts.t('data.part.consent')]),
  ]
  return [
    parts.length === 0 ? texts.t('data.none') : parts.map((line) => `- ${line}`).join('\n'),
    texts.t('data.always'),
    texts.t('data.terms', { words: retention.closedFlagDays, ids: retention.auditIdsDays }),
    texts.t('data.praat'),
  ].join('\n\n')
}
