import { type Guild, MessageFlags, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js'
import type { HousePolicy, Policy } from '../../policy/schema.ts'
import { beginDraft, type Draft, draftSchema } from '../../setup/draft.ts'
import { type Found, houseAfter } from '../../setup/outcome.ts'
import type { JsonObject } from '../../storage/json.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { CommandInteraction, ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { isNamed } from '../place.ts'

export type SetUpInteraction = CommandInteraction | ComponentInteraction | ModalSubmitInteraction

/** A set-up in front of somebody: what was answered so far, and the server that it is about. */
export interface SetUp extends Visit {
  readonly guild: Guild
  readonly texts: Texts
  readonly draft: Draft
  /** The version of the draft that this person sees. Whoever presses something older is told so, kindly. */
  readonly version: number
}

/** Every part of a set-up carries which one it is and which version of it somebody saw. */
export const setUpId = (
  { draft, version }: Pick<SetUp, 'draft' | 'version'>,
  action: string,
  ...args: string[]
) => customId('huis', `opzet-${action}`, `${version}-${draft.id}`, ...args)

const isSeen = ({ draft, version }: Pick<SetUp, 'draft' | 'version'>, tag: string | undefined): boolean =>
  tag === `${version}-${draft.id}`

/** The agreements as they would be, for everything that looks at a server with them. Their version is the old one. */
export const policyAfter = ({ desk, draft }: SetUp): Policy => ({
  ...desk.policy,
  house: houseAfter(draft, desk.policy.house),
})
export const houseIn = (setUp: SetUp): HousePolicy => policyAfter(setUp).house

/** What is there on a server, by name or id. */
export const foundOn = (guild: Guild): Found => ({
  channel: (name) => guild.channels.cache.find((one) => isNamed(one, name) && one.isTextBased())?.id,
  role: (name) => guild.roles.cache.find((one) => isNamed(one, name))?.id,
})

const shortId = (newId: string): string => newId.replaceAll('-', '').slice(0, 8)

async function stored({ desk, house }: Visit): Promise<Pick<SetUp, 'draft' | 'version'> | undefined> {
  const kept = await desk.settings.draft(house.id, draftSchema)
  return kept === undefined ? undefined : { draft: kept.draft, version: kept.version }
}

const withGuild = (visit: Visit, guild: Guild, kept: Pick<SetUp, 'draft' | 'version'>): SetUp => ({
  desk: visit.desk,
  house: visit.house,
  guild,
  texts: visit.desk.texts(),
  ...kept,
})

/**
 * Whether this person may set the house up. Whoever manages the server may as long as there is no youth worker: who would
 * begin otherwise? A house that was set up before has one; when the role of its youth workers is taken away, that opens it
 * only to those who are above every role on Discord anyway.
 */
export async function refusalOf(
  interaction: SetUpInteraction,
  { desk, house }: Visit,
): Promise<TextKey | undefined> {
  if (!interaction.inCachedGuild()) return 'error.outside-house'
  if (house.roleIds.youthWorker !== undefined) return undefined
  const { version } = await desk.settings.read(house.id)
  const { member, guild } = interaction
  const above = guild.ownerId === member.id || member.permissions.has(PermissionFlagsBits.Administrator)
  return version === 0 || above ? undefined : 'setup.owner-only'
}

/** The set-up of this house that is under way, or a new one. */
export async function openSetUp(visit: Visit, guild: Guild): Promise<{ setUp: SetUp; resumed: boolean }> {
  const { desk, house } = visit
  const before = await stored(visit)
  if (before !== undefined) return { setUp: withGuild(visit, guild, before), resumed: true }
  const draft = beginDraft(shortId(desk.newId()), await desk.settings.read(house.id))
  const kept = await desk.settings.keepDraft(house.id, plain(draft), 0)
  // Somebody else began in the same moment: it is theirs that both see.
  const now = kept.done ? { draft, version: kept.version } : ((await stored(visit)) ?? { draft, version: 1 })
  return { setUp: withGuild(visit, guild, now), resumed: !kept.done }
}

const plain = (draft: Draft): JsonObject => JSON.parse(JSON.stringify(draft)) as JsonObject

/** What somebody pressed: the set-up as they saw it, or what it is by now and why theirs does not count. */
export type Seen = { readonly setUp: SetUp } | { readonly conflict: SetUp } | { readonly gone: true }

export async function seenBy(tag: string | undefined, visit: Visit, guild: Guild): Promise<Seen> {
  const kept = await stored(visit)
  if (kept === undefined || tag?.endsWith(`-${kept.draft.id}`) !== true) return { gone: true }
  const setUp = withGuild(visit, guild, kept)
  return isSeen(kept, tag) ? { setUp } : { conflict: setUp }
}

/** Keeps a change, if nobody was first. */
export async function keep(setUp: SetUp, draft: Draft): Promise<Seen> {
  const { desk, house, guild, version } = setUp
  const kept = await desk.settings.keepDraft(house.id, plain(draft), version)
  if (kept.done) return { setUp: { ...setUp, draft, version: kept.version } }
  const now = await stored(setUp)
  return now === undefined ? { gone: true } : { conflict: withGuild({ desk, house }, guild, now) }
}

/** Says something to whoever used it, in the message that it stands under where there is one. */
export async function say(
  interaction: SetUpInteraction,
  said: { content: string; components?: readonly unknown[]; embeds?: readonly unknown[] },
): Promise<void> {
  const whole = { components: [], embeds: [], allowedMentions: { parse: [] }, ...said } as never
  if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) {
    if (interaction.deferred) await interaction.editReply(whole)
    else await interaction.update(whole)
    return
  }
  await interaction.reply({ ...(whole as object), flags: MessageFlags.Ephemeral })
}
