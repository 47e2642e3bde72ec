import { isExample } from '../house/example.ts'
import { houseWith, over, type Settings } from '../house/settings.ts'
import type { HousePolicy } from '../policy/schema.ts'
import type { Answers, Draft } from './draft.ts'
import type { Step } from './steps.ts'

/** What keeps a set-up from being confirmed, and at which step it is mended. */
export const GAPS = {
  name: 'organisation',
  organisation: 'organisation',
  signed: 'organisation',
  'youth-worker': 'roles',
  moderator: 'roles',
  'roles-same': 'roles',
  notice: 'channels',
  queue: 'channels',
  'channels-same': 'channels',
  contact: 'contact',
  decided: 'reading',
  hours: 'hours',
} as const satisfies Record<string, Step>
export type Gap = keyof typeof GAPS

/** What is there on the server, by name or id. */
export interface Found {
  readonly channel: (nameOrId: string) => string | undefined
  readonly role: (nameOrId: string) => string | undefined
}

/**
 * What the answers make of the agreements. Half an answer is completed with what the agreements say.
 *
 * @param house - the agreements, with what was set before
 */
export function settingsOf({ answers, notice }: Draft, house: HousePolicy): Settings {
  const { organisation, contacts, reading, ...whole } = answers
  const { integrity, ...others } = contacts ?? {}
  const way = readingOf(answers, house)
  return {
    ...whole,
    ...(notice === undefined ? {} : { notice }),
    ...(organisation === undefined ? {} : { organisation: over(house.organisation, organisation) }),
    ...(contacts === undefined
      ? {}
      : {
          contacts: {
            ...others,
            ...(integrity === undefined ? {} : { integrity: over(house.contacts.integrity, integrity) }),
          },
        }),
    ...(reading === undefined || way === undefined ? {} : { reading: way }),
  }
}

/** How the bot will read; undefined for `full` that nobody decided. */
function readingOf({ reading }: Answers, house: HousePolicy): HousePolicy['reading'] | undefined {
  if (reading === undefined) return house.reading
  if (reading.way === 'reports') return { way: 'reports' }
  const decided = reading.decided ?? (house.reading.way === 'full' ? house.reading.decided : undefined)
  return decided === undefined ? undefined : { way: 'full', decided }
}

const double = (ids: readonly (string | undefined)[]): boolean => {
  const known = ids.filter((id) => id !== undefined)
  return new Set(known).size < known.length
}

/** What is still missing, in the order of the steps. Empty: it can be confirmed. */
export function gapsOf(draft: Draft, house: HousePolicy, found: Found): readonly Gap[] {
  const { answers } = draft
  const after = houseWith(house, settingsOf(draft, house))
  const { organisation, channels, roles, contacts } = after
  const reading = readingOf(answers, house)
  const otherKind = organisation.kind !== house.organisation.kind
  const signed = !otherKind || answers.organisation?.signedOff !== undefined
  const [youthWorker, moderator, volunteer] = [roles.youthWorker, roles.moderator, roles.volunteer].map(
    (role) => (role === undefined ? undefined : found.role(role)),
  )
  const places = [...channels.notice, channels.queue, channels.automodAlerts, channels.talks].map(
    (channel) => (channel === undefined ? undefined : found.channel(channel)),
  )
  const { name, contact } = contacts.integrity
  const wrong: Readonly<Record<Gap, boolean>> = {
    name: isExample(after.name),
    organisation: isExample(organisation.name),
    signed: !signed || isExample(organisation.signedOff.by),
    notice: !channels.notice.some((channel) => found.channel(channel) !== undefined),
    queue: found.channel(channels.queue) === undefined,
    'channels-same': double(places),
    'youth-worker': youthWorker === undefined,
    moderator: moderator === undefined,
    'roles-same': volunteer !== undefined && [youthWorker, moderator].includes(volunteer),
    contact: isExample(name) || isExample(contact),
    decided: reading === undefined || (reading.way === 'full' && isExample(reading.decided.by)),
    hours: !Object.values(after.hours.week).some((spans) => spans.length > 0),
  }
  return (Object.keys(GAPS) as Gap[]).filter((gap) => wrong[gap])
}

const gone = (name: string | undefined, find: (name: string) => string | undefined): boolean =>
  name !== undefined && find(name) === undefined
const none = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]))

/**
 * Settings as whoever confirms them saw them: what the agreements name and is not on this server stood there as nobody or
 * nothing, and that is what it becomes, where it may be left out. A shared folder knows the channels of no house.
 */
export function asShown(settings: Settings, house: HousePolicy, found: Found): Settings {
  const { roles, channels } = houseWith(house, settings)
  const rolesGone = (['volunteer', 'backUp', 'onCall'] as const).filter((role) =>
    gone(roles[role], found.role),
  )
  const channelsGone = (['automodAlerts', 'talks'] as const).filter((use) =>
    gone(channels[use], found.channel),
  )
  const closing = channels.closing?.filter((name) => !gone(name, found.channel))
  const closes = closing !== undefined && closing.length < (channels.closing?.length ?? 0)
  return {
    ...settings,
    ...(rolesGone.length === 0 ? {} : { roles: { ...settings.roles, ...none(rolesGone) } }),
    ...(channelsGone.length === 0 && !closes
      ? {}
      : {
          channels: {
            ...settings.channels,
            ...none(channelsGone),
            ...(closes ? { closing: closing.length === 0 ? null : closing } : {}),
          },
        }),
  }
}

/** The house as it would be. */
export const houseAfter = (draft: Draft, house: HousePolicy): HousePolicy =>
  houseWith(house, settingsOf(draft, house))
