import { isDeepStrictEqual } from 'node:util'
import type { NoticePolicy, Policy } from '../policy/schema.ts'

/** What of a set-up the notice tells. */
export const NOTICE_PARTS = ['kind', 'reading', 'signed', 'names', 'contact', 'hours'] as const
export type NoticePart = (typeof NOTICE_PARTS)[number]

/**
 * What changes the substance: who must pass on what, who reads along, who answers for the text. Then everybody is asked to
 * read it again. Other hours or another address are simply told as they are now: asking for that would be noise.
 */
const SUBSTANCE: ReadonlySet<NoticePart> = new Set(['kind', 'reading', 'signed'])

/** What is different for the notice. */
export function noticeChanges({ house: before }: Policy, { house: after }: Policy): readonly NoticePart[] {
  const parts: Readonly<Record<NoticePart, readonly [unknown, unknown]>> = {
    kind: [before.organisation.kind, after.organisation.kind],
    reading: [before.reading.way, after.reading.way],
    signed: [before.organisation.signedOff, after.organisation.signedOff],
    names: [
      [before.name, before.organisation.name],
      [after.name, after.organisation.name],
    ],
    contact: [before.contacts.integrity, after.contacts.integrity],
    hours: [before.hours, after.hours],
  }
  return NOTICE_PARTS.filter((part) => !isDeepStrictEqual(...parts[part]))
}

/** Whether everybody is asked to read it again. */
export const isSubstance = (parts: readonly NoticePart[]): boolean =>
  parts.some((part) => SUBSTANCE.has(part))

/**
 * The notice with its next version, as policies/notice.yaml asks of whoever changes it by hand.
 *
 * @param news - what is new, in one sentence for each language
 */
export const raised = (
  { version }: Pick<NoticePolicy, 'version'>,
  since: string,
  news: NonNullable<NoticePolicy['news']>,
): Required<Pick<NoticePolicy, 'version' | 'since' | 'news'>> => ({ version: version + 1, since, news })
