import type { Policy } from '../policy/schema.ts'
import { isStale } from '../referral/ways.ts'
import { languageName } from '../texts/names.ts'
import type { Texts } from '../texts/texts.ts'

/** As many names as one reads; the file shows the others. */
const NAMED = 8

/**
 * What the team should mend in the agreements, in sentences of the house: help lines and places that nobody checked for long, and
 * languages that stay off. Told in the log at the start, and where the team looks at the queue.
 */
export function notesForStaff(policy: Policy, texts: Texts, now: Date): readonly string[] {
  const stale = policy.helplines
    .flatMap(({ places = [], ...helpline }) => [helpline, ...places])
    .filter((each) => isStale(each, now))
  return [
    ...(stale.length === 0
      ? []
      : [
          texts.t('start.stale-helplines', {
            count: stale.length,
            names: [
              ...stale.slice(0, NAMED).map(({ name }) => name),
              ...(stale.length > NAMED ? ['…'] : []),
            ].join(', '),
          }),
        ]),
    ...(policy.house.roles.backUp === undefined || policy.house.contacts.responsible === undefined
      ? [texts.t('start.no-back-up')]
      : []),
    ...(policy.languagesOff ?? []).map(({ language }) =>
      texts.t('start.language-off', { language: languageName(language, texts.language) }),
    ),
  ]
}
