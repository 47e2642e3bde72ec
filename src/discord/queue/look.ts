import { type GuildMember, MessageFlags, type ModalSubmitInteraction, userMention } from 'discord.js'
import { type Act, may } from '../../permissions/table.ts'
import type { CardView, FlagAct, FlagResult } from '../../queue/flags.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { speakAsDrill } from '../drill-mark.ts'
import { rolesOf } from '../staff.ts'

/** A press or a form of somebody in this house. */
export type Pressed = ComponentInteraction | ModalSubmitInteraction

/** Says something to the one who pressed, and to nobody else. */
export async function whisper(interaction: Pressed, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
}

/** Who pressed, as a member of this house; undefined for somebody of another server. */
export function memberOf(interaction: Pressed, { house }: Visit): GuildMember | undefined {
  return interaction.inCachedGuild() && interaction.guildId === house.id ? interaction.member : undefined
}

/**
 * The flag that was pressed on, if this person may do this with it; else the person was told why not. The flag is
 * looked for in this house alone, so an id of another house finds nothing.
 *
 * @param act - an act of the table; with the category and kind of the flag it decides
 */
export async function look(
  interaction: Pressed,
  flagId: string,
  act: Act,
  visit: Visit,
): Promise<CardView | undefined> {
  const { desk, house } = visit
  const texts = desk.texts()
  const view = await desk.flags.card(house.id, flagId)
  if (view === undefined) {
    await whisper(interaction, texts.t('queue.refusal.gone'))
    return undefined
  }
  const member = memberOf(interaction, visit)
  if (member === undefined || !may(rolesOf(member, house), act, view)) {
    await whisper(interaction, texts.t('error.not-allowed'))
    return undefined
  }
  if (view.drill) speakAsDrill(interaction, texts)
  return view
}

/** Does it, in the name of who pressed. */
export const act = (
  { desk, house }: Visit,
  interaction: Pressed,
  flagId: string,
  what: FlagAct,
  more: { readonly seenVersion?: number; readonly answersCard?: boolean } = {},
): Promise<FlagResult> =>
  desk.flags.act({ house: house.id, flagId, actorId: interaction.user.id, act: what, ...more })

/** Why not, in words for the person who pressed. */
export function refusalText(result: FlagResult & { ok: false }, { desk }: Visit): string {
  const owner = typeof result.flag?.ownerId === 'string' ? userMention(result.flag.ownerId) : '?'
  return desk.texts().t(`queue.refusal.${result.refusal}`, { owner })
}

/** Says politely why not, and lets the card mend itself: it was pressed in good faith, so it showed something old. */
export async function refuse(
  interaction: Pressed,
  flagId: string,
  result: FlagResult & { ok: false },
  visit: Visit,
): Promise<void> {
  await whisper(interaction, refusalText(result, visit))
  if (result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
}

/** A version that stands in a custom id; undefined when it is not a number, as in an id that we never wrote. */
export const versionIn = (arg: string | undefined): { readonly seenVersion?: number } =>
  arg !== undefined && /^\d{1,9}$/.test(arg) ? { seenVersion: Number(arg) } : {}
