import type { Guild, GuildMember } from 'discord.js'
import { LANGUAGES } from '../../policy/schema.ts'
import { z } from 'zod'
import { type Answers, answersSchema } from '../../setup/draft.ts'
import { isExample } from '../../house/example.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { ComponentInteraction } from '../command.ts'
import { houseIn, type SetUp } from './set-up.ts'

/** What a menu of a step answers, or why what was chosen cannot be. */
export type Chosen = { readonly said: Answers } | { readonly refused: TextKey }
type Read = (values: readonly string[], setUp: SetUp, interaction: ComponentInteraction) => Chosen

const language = z.enum(LANGUAGES)
const said = (answers: Answers): Chosen => ({ said: answers })

/** A role that the house gives itself: that of everybody would make everybody of the team, that of an app nobody. */
const isOwn = (guild: Guild, id: string): boolean =>
  id !== guild.roles.everyone.id && guild.roles.cache.get(id)?.managed === false

const role =
  (name: 'youthWorker' | 'moderator' | 'volunteer' | 'backUp' | 'onCall'): Read =>
  ([id], { guild }) => {
    if (id === undefined) return said({ roles: { [name]: null } })
    return isOwn(guild, id) ? said({ roles: { [name]: id } }) : { refused: 'setup.role.refused' }
  }

const channel =
  (name: 'queue' | 'automodAlerts' | 'talks'): Read =>
  ([id]) =>
    said({ channels: { [name]: id ?? null } })

const days =
  (name: 'openFlagDays' | 'closedFlagDays' | 'auditIdsDays'): Read =>
  ([value]) =>
    said({ retention: { [name]: Number(value) } })

/** Who a select of people named; undefined when nobody. */
function memberIn(interaction: ComponentInteraction): { id: string; name: string; bot: boolean } | undefined {
  if (!interaction.isUserSelectMenu()) return undefined
  const user = interaction.users.first()
  if (user === undefined) return undefined
  const member = interaction.members.first() as GuildMember | undefined
  return { id: user.id, name: member?.displayName ?? user.displayName, bot: user.bot }
}

const integrity: Read = (_values, setUp, interaction) => {
  const person = memberIn(interaction)
  const { name } = houseIn(setUp).contacts.integrity
  if (person?.bot === true) return { refused: 'setup.contact.bot' }
  const known = isExample(name) ? person?.name : undefined
  return said({
    contacts: {
      integrity: { discordId: person?.id ?? null, ...(known === undefined ? {} : { name: known }) },
    },
  })
}

const responsible: Read = (_values, setUp, interaction) => {
  const person = memberIn(interaction)
  if (person?.bot === true) return { refused: 'setup.contact.bot' }
  const before = houseIn(setUp).contacts.responsible
  if (person === undefined)
    return said({ contacts: { responsible: before === undefined ? null : { name: before.name } } })
  const name = before === undefined || isExample(before.name) ? person.name : before.name
  return said({ contacts: { responsible: { name, discordId: person.id } } })
}

/** Every menu of the set-up, by the name in its id. */
export const FIELDS = {
  language: ([value], setUp) => {
    const first = language.parse(value)
    const { languages } = houseIn(setUp)
    return said({ languages: [first, ...languages.filter((one) => one !== first)] })
  },
  languages: (values, setUp) => {
    const [first = 'nl'] = houseIn(setUp).languages
    const others = z.array(language).parse(values)
    return said({ languages: [first, ...others.filter((one) => one !== first)] })
  },
  kind: ([kind]) => said(answersSchema.parse({ organisation: { kind } })),
  notice: (values) => said({ channels: { notice: [...values] } }),
  queue: channel('queue'),
  automodAlerts: channel('automodAlerts'),
  talks: channel('talks'),
  youthWorker: role('youthWorker'),
  moderator: role('moderator'),
  volunteer: role('volunteer'),
  backUp: role('backUp'),
  onCall: role('onCall'),
  integrity,
  responsible,
  reading: ([way]) => said(answersSchema.parse({ reading: { way } })),
  holidays: ([holidays], setUp) =>
    said(answersSchema.parse({ hours: { ...houseIn(setUp).hours, holidays } })),
  openFlagDays: days('openFlagDays'),
  closedFlagDays: days('closedFlagDays'),
  auditIdsDays: days('auditIdsDays'),
} as const satisfies Record<string, Read>
export type Field = keyof typeof FIELDS

/** What somebody chose in a menu; undefined for one that is not ours, or for a choice that nobody was offered. */
export function chosenIn(
  field: string,
  values: readonly string[],
  setUp: SetUp,
  interaction: ComponentInteraction,
): Chosen | undefined {
  const read: Read | undefined = Object.hasOwn(FIELDS, field) ? FIELDS[field as Field] : undefined
  try {
    const chosen = read?.(values, setUp, interaction)
    return chosen === undefined || 'refused' in chosen || answersSchema.safeParse(chosen.said).success
      ? chosen
      : undefined
  } catch (error) {
    if (error instanceof z.ZodError) return undefined
    throw error
  }
}
