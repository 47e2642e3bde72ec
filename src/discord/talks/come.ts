import { MessageFlags } from 'discord.js'
import type { Part } from '../../talks/deps.ts'
import { followUpAt, followUpDays } from '../../talks/moments.ts'
import { isOngoing } from '../../talks/talk.ts'
import type { TalkResult } from '../../talks/talks.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { button, row } from '../praat/rows.ts'
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

/** *Gesprek afsluiten*: the young person is asked whether it is sure, the team when somebody asks how it goes. */
export const stop: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const talk = await desk.talks.find(house.id, args[0] ?? '')
  const me = interaction.user.id
  const say = (content: string, components: ReturnType<typeof row>[] = []) =>
    interaction.reply({ content, components, flags: MessageFlags.Ephemeral })
  if (talk === undefined) return void (await say(desk.texts().t('talk.refusal.gone')))
  const texts = desk.texts(me === talk.askerId ? talk.language : undefined)
  if (!isOngoing(talk)) return void (await say(texts.t('talk.refusal.closed')))
  if (me === talk.askerId) {
    const sure = button(customId('praat', 'sure', talk.id), texts.t('talk.button.sure'))
    return void (await say(texts.t('talk.stop.sure'), [row(sure)]))
  }
  if (!talk.workerIds.includes(me)) return void (await say(texts.t('talk.refusal.not-in-it')))
  await say(texts.t('talk.follow.choose'), [followUpMenu('after', talk.id, desk)])
}

/** The young person closes their talk. */
export const sure: Handler = async (interaction, args, { desk, house }) => {
  const result = await desk.talks.act(house.id, args[0] ?? '', {
    type: 'close',
    actorId: interaction.user.id,
  })
  const texts = desk.texts(result.talk?.language)
  const content = result.ok ? texts.t('talk.stop.done') : texts.t(`talk.refusal.${result.refusal}`)
  await interaction.update({ content, components: [] })
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
