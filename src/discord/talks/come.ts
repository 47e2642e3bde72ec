import { MessageFlags } from 'discord.js'
import type { Wording } from '../../texts/wording.ts'
import type { Part } from '../../talks/deps.ts'
import { followUpAt, followUpDays } from '../../talks/moments.ts'
import { isOngoing } from '../../talks/talk.ts'
import type { TalkResult } from '../../talks/talks.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { languageIn } from '../languages.ts'
import { button } from '../praat/rows.ts'
import { inLanguages, type Spoken, spoken } from '../spoken.ts'
import { drawTalkCard, followUpMenu } from './card.ts'

type Handler = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>

/** Says politely why not; a card that was pressed in good faith showed something old, and mends itself. */
async function refuse(
  interaction: ComponentInteraction,
  result: TalkResult & { ok: false },
  part: Part,
  { desk }: Visit,
): Promise<void> {
  const content = desk.texts().t(`talk.refusal.${result.refusal}`)
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
  if (result.talk !== undefined) await desk.talks.redraw(result.talk, part)
}

async function pressCard(
  interaction: ComponentInteraction,
  result: TalkResult,
  part: Part,
  visit: Visit,
): Promise<boolean> {
  if (!result.ok) {
    await refuse(interaction, result, part, visit)
    return false
  }
  const { embeds, components } = drawTalkCard(result.talk, part, visit.desk)
  await interaction.update({ embeds: embeds ?? [], components: components ?? [] })
  return true
}

/** *Ik kom*: whoever presses first has the place. */
export const come: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const act = { type: 'come', actorId: interaction.user.id } as const
  const result = await desk.talks.act(house.id, args[0] ?? '', act)
  if (await pressCard(interaction, result, 'asked', visit))
    await desk.counts.add(house.id, 'talk:came', desk.now())
}

/** Somebody asked how it goes. */
export const tick: Handler = async (interaction, args, visit) => {
  const act = { type: 'tick', actorId: interaction.user.id } as const
  const result = await visit.desk.talks.act(visit.house.id, args[0] ?? '', act)
  await pressCard(interaction, result, 'follow', visit)
}

/** The date that somebody chose; undefined for a value that was never offered. */
function chosenDate(interaction: ComponentInteraction, { desk, house }: Visit): Date | null | undefined {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  if (value === 'none') return null
  const { talks } = desk.policy.house
  const hours = desk.duty.hours.of(house.id)
  const days = followUpDays(talks.deleteAfterDays).find((count) => String(count) === value)
  return days === undefined ? undefined : followUpAt(hours, desk.now(), days)
}

/** A date after all, for a talk that the young person closed: chosen on the card. */
export const plan: Handler = async (interaction, args, visit) => {
  const at = chosenDate(interaction, visit)
  const act = { type: 'plan', actorId: interaction.user.id, followUpAt: at ?? null } as const
  const result: TalkResult =
    at === undefined
      ? { ok: false, refusal: 'no-date' }
      : await visit.desk.talks.act(visit.house.id, args[0] ?? '', act)
  await pressCard(interaction, result, 'asked', visit)
}

/** "Wil je stoppen?", in the language of the talk or another. */
function askSure(talkId: string, language: Wording, desk: Desk): Spoken {
  const texts = desk.texts(language)
  const press = button(customId('praat', 'sure', talkId, language), texts.t('talk.button.sure'))
  const idFor = (other: Wording): string => customId('praat', 'stop-in', other, talkId)
  return inLanguages(texts.t('talk.stop.sure'), language, desk, idFor, [press])
}

/** *Gesprek afsluiten*: the young person is asked whether it is sure, the team when somebody asks how it goes. */
export const stop: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const talk = await desk.talks.find(house.id, args[0] ?? '')
  const me = interaction.user.id
  const { language } = desk.texts(talk !== undefined && me === talk.askerId ? talk.language : undefined)
  const say = async (said: Spoken): Promise<void> => {
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
  }
  if (talk === undefined) return say(spoken(desk, language, 'talk.refusal.gone'))
  if (!isOngoing(talk)) return say(spoken(desk, language, 'talk.refusal.closed'))
  if (me === talk.askerId) return say(askSure(talk.id, language, desk))
  if (!talk.workerIds.includes(me)) return say(spoken(desk, language, 'talk.refusal.not-in-it'))
  await interaction.reply({
    content: desk.texts().t('talk.follow.choose'),
    components: [followUpMenu('after', talk.id, desk)],
    flags: MessageFlags.Ephemeral,
  })
}

/** The same question in another language. */
export const stopIn: Handler = async (interaction, args, { desk }) => {
  await interaction.update(askSure(args[1] ?? '', languageIn(args[0], desk), desk))
}

/** The young person closes their talk. */
export const sure: Handler = async (interaction, args, { desk, house }) => {
  const result = await desk.talks.act(house.id, args[0] ?? '', {
    type: 'close',
    actorId: interaction.user.id,
  })
  const language = args[1] === undefined ? result.talk?.language : languageIn(args[1], desk)
  const key = result.ok ? 'talk.stop.done' : (`talk.refusal.${result.refusal}` as const)
  await interaction.update(spoken(desk, desk.texts(language).language, key))
}

/** A worker closes the talk, with the day on which somebody asks how it goes. */
export const after: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const texts = desk.texts()
  const at = chosenDate(interaction, visit)
  const act = { type: 'close', actorId: interaction.user.id } as const
  const result = await desk.talks.act(
    house.id,
    args[0] ?? '',
    at === undefined ? act : { ...act, followUpAt: at },
  )
  const noted = at === null ? 'talk.follow.not-needed' : 'talk.follow.planned'
  const content = result.ok ? texts.t(noted) : texts.t(`talk.refusal.${result.refusal}`)
  await interaction.update({ content, components: [] })
}
