import type { AgreementRule, Fact, Lesson } from '../../policy/schema-lessons.ts'
import { anySeen, type Looked, type Seen, seen } from './facts.ts'
import type { Records } from './records.ts'
import { momentAfter } from './words.ts'
import type { LessonView } from './view.ts'

/** What an agreement says, beside what the records show of it. */
export type Compared = NonNullable<LessonView['agreements']>[number]

/**
 * Something else that was done in its place: then it was done otherwise, and not merely not (yet). Deciding differently
 * is the one such thing; what comes too late says so itself.
 */
const insteadOf = (fact: Fact): Fact | undefined => {
  if (fact.see === 'decided' && fact.outcome !== undefined) return { see: 'decided', of: fact.of }
  if (fact.see === 'level') return { see: 'decided', of: fact.of }
  return undefined
}

function recorded({ at, by }: Seen, records: Records): string {
  const after = momentAfter(at, records.startedAt)
  const isContact = by !== undefined && by === records.contactId
  if (by === undefined || !records.team.has(by)) return after
  return `${after}, door ${isContact ? 'de contactpersoon' : records.nameOf(by)}`
}

function compareOne(rule: AgreementRule, looked: Looked): Compared {
  const { records } = looked
  const { says, why, source } = rule
  const agreement = { says, why, source }
  if (rule.unless !== undefined) {
    const found = anySeen(rule.unless, looked)
    return found === undefined
      ? { agreement, seen: 'done' }
      : { agreement, seen: 'otherwise', recorded: recorded(found, records) }
  }
  const wanted = rule.done ?? []
  const found = anySeen(wanted, looked)
  if (found !== undefined)
    return { agreement, seen: found.late ? 'otherwise' : 'done', recorded: recorded(found, records) }
  const instead = wanted
    .flatMap((fact) => insteadOf(fact) ?? [])
    .flatMap((fact) => seen(fact, looked) ?? [])[0]
  return instead === undefined
    ? { agreement, seen: 'not-seen' }
    : { agreement, seen: 'otherwise', recorded: recorded(instead, records) }
}

/**
 * Lays what was done beside what the house agreed about this case. Worked out from the records alone; an agreement for
 * another house or another course of things is left out.
 */
export function compare(lesson: Lesson, records: Records): readonly Compared[] {
  const looked = { records, since: records.startedAt }
  return lesson.agreements
    .filter((rule) => rule.if === undefined || anySeen(rule.if, looked) !== undefined)
    .map((rule) => compareOne(rule, looked))
}
