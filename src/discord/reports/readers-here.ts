import type { OpeningHours } from '../../policy/schema.ts'
import type { Guild } from 'discord.js'
import { describeMoment, describeUntil } from '../../duty/describe.ts'
import { nextOpening, openingOf } from '../../duty/opening.ts'
import { type Readers, readersOf } from '../../reports/readers.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import type { Desk } from '../desk.ts'

/** Who reads what this person reports, in this house, now. */
export async function readersHere(
  { desk, house }: Visit,
  guild: Pick<Guild, 'ownerId'>,
  report: { readonly team: boolean; readonly aboutId?: string; readonly reporterId: string },
): Promise<Readers> {
  const { discordId } = desk.policy.house.contacts.integrity
  const accepted = discordId !== undefined && (await desk.consents.since(house.id, discordId)) !== undefined
  return readersOf({ ...report, ownerId: guild.ownerId, contactId: accepted ? discordId : undefined })
}

/** Where somebody can go outside this: a name and an address. Not the contact's own, for what is about the contact. */
export function outsideOf(
  { policy }: Pick<Desk, 'policy'>,
  aboutId: string | undefined,
): { readonly name: string; readonly contact: string } | undefined {
  const { integrity, outside } = policy.house.contacts
  if (outside !== undefined) return outside
  if (aboutId !== undefined && aboutId === integrity.discordId) return undefined
  return { name: integrity.name, contact: integrity.contact }
}

/** "Ga naar …", or that there is nobody here. */
export function outsideLine(desk: Pick<Desk, 'policy'>, texts: Texts, aboutId: string | undefined): string {
  const outside = outsideOf(desk, aboutId)
  return outside === undefined ? texts.t('report.no-outside') : texts.t('report.outside', outside)
}

/** Whether somebody is there now, and else when. */
export function presenceLine(hours: OpeningHours, at: Date, texts: Texts): string {
  const opening = openingOf(hours, at)
  if (opening !== undefined)
    return texts.t('report.form.open', { until: describeUntil(opening.until, texts.language, at, texts) })
  const next = nextOpening(hours, at)
  return next === undefined
    ? texts.t('report.form.closed-no-next')
    : texts.t('report.form.closed', { next: describeMoment(next, texts.language, at, texts) })
}
