import type { Texts } from '../texts/texts.ts'
import type { House } from './desk.ts'

/** Why the role for whoever read the notice cannot be given. */
export type NoticeRoleTrouble = 'absent' | 'managed' | 'rights' | 'order'

/** Something that the agreements name and that is not there, or not as the bot needs it. */
export type Missing =
  | { readonly what: 'channel'; readonly name: string; readonly for: ChannelUse }
  | {
      readonly what: 'permissions'
      readonly name: string
      readonly for: ChannelUse
      readonly permissions: readonly string[]
    }
  | { readonly what: 'role'; readonly name: string; readonly for: 'sight' | 'told' }
  | { readonly what: 'notice-role'; readonly name: string; readonly why: NoticeRoleTrouble }
  | { readonly what: 'hours' }
  /** The agreements are still those of the house that is shipped as an example. */
  | { readonly what: 'own-agreements' }

/** What a channel is for; only without the queue nobody can follow up. */
type ChannelUse = 'queue' | 'notice' | 'closing'

/** Not a channel: a house whose queue has none yet. What would stand there waits until it has. */
export const NO_CHANNEL = '0'

/**
 * Whether nobody can follow up without it: no queue that the team sees, no role that says who the team is (also that of
 * the volunteers, without which a moderator under 18 would see everything), no hours at which somebody looks.
 */
const stops = (missing: Missing): boolean => {
  switch (missing.what) {
    case 'channel':
    case 'permissions':
      return missing.for === 'queue'
    case 'role':
      return missing.for === 'sight'
    case 'hours':
    case 'own-agreements':
      return true
    case 'notice-role':
      return false
  }
}

/**
 * Whether this house can follow up what somebody reports or asks. Where it cannot, reporting and "met ons" are off and
 * say so: a watch that nobody keeps must not look like one.
 */
export const canFollowUp = ({ missing }: Pick<House, 'missing'>): boolean => !missing.some(stops)

function sentence(missing: Missing, texts: Texts): string {
  switch (missing.what) {
    case 'channel':
      return texts.t('start.channel-missing', { channel: missing.name })
    case 'permissions':
      return texts.t('start.missing-permission', {
        channel: `#${missing.name}`,
        permission: missing.permissions.join(', '),
      })
    case 'role':
      return texts.t('start.role-missing', { role: missing.name })
    case 'notice-role':
      return texts.t(`start.notice-role.${missing.why}`, { role: missing.name })
    case 'hours':
      return texts.t('start.hours-missing')
    case 'own-agreements':
      return texts.t('start.example')
  }
}

/** What the team must mend, one sentence for each; first that reporting is off, when it is. */
export const describeMissing = (house: Pick<House, 'missing'>, texts: Texts): readonly string[] =>
  house.missing.length === 0
    ? []
    : [
        ...(canFollowUp(house) ? [] : [texts.t('start.reporting-off')]),
        ...house.missing.map((each) => sentence(each, texts)),
      ]
