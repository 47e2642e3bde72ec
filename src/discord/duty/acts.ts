import { type Interaction, MessageFlags, TimestampStyles, time } from 'discord.js'
import type { Accepted } from '../../duty/hand-over.ts'
import { describeMoment } from '../../duty/describe.ts'
import { may } from '../../permissions/table.ts'
import type { CommandInteraction, ComponentInteraction, Visit } from '../command.ts'
import { rolesOf } from '../staff.ts'
import { drawHandOver, heldText } from './hand-over-card.ts'
import { buttons, dutyPage } from './page.ts'

type Handler = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>

/** `/dienst`. */
export async function openDuty(interaction: CommandInteraction, visit: Visit): Promise<void> {
  const page = await dutyPage(interaction.user.id, visit)
  await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
}

const again = async (interaction: ComponentInteraction, visit: Visit, said: string): Promise<void> => {
  await interaction.update(await dutyPage(interaction.user.id, visit, said))
}

export const begin: Handler = async (interaction, _args, visit) => {
  const { desk, house } = visit
  const texts = desk.texts()
  const began = await desk.duty.begin(house.id, interaction.user.id)
  if (began.did !== 'closed') {
    const until = time(began.until, TimestampStyles.ShortTime)
    return again(interaction, visit, texts.t('duty.began', { until }))
  }
  const { next } = began
  await again(
    interaction,
    visit,
    next === undefined
      ? texts.t('duty.closed-no-next')
      : texts.t('duty.closed', { next: describeMoment(next, texts.language, desk.now(), texts) }),
  )
}

const ending =
  (release: boolean): Handler =>
  async (interaction, _args, visit) => {
    const { desk, house } = visit
    const texts = desk.texts()
    const ended = await desk.duty.end(house.id, interaction.user.id, { release })
    if (ended.did !== 'holds') return again(interaction, visit, texts.t(`duty.${ended.did}`))
    await interaction.update({
      content: texts.t('duty.first-hand-over', { what: heldText(ended.held, texts) }),
      embeds: [],
      components: buttons(['offer-end', 'release'], visit),
    })
  }

/** Ends duty; whoever still has something is asked first what becomes of it. */
export const end = ending(false)
/** Puts everything back in the queue, and ends duty. */
export const release = ending(true)

const SAID = {
  offered: 'duty.offered',
  already: 'duty.offered-already',
  nothing: 'duty.holds.nothing',
} as const

const offering =
  (stops: boolean): Handler =>
  async (interaction, _args, visit) => {
    const { desk, house } = visit
    const offered = await desk.duty.offer(house.id, interaction.user.id, {
      channelId: house.queueChannelId,
      ending: stops,
    })
    await again(interaction, visit, desk.texts().t(SAID[offered]))
  }

export const offer = offering(false)
export const offerAndEnd = offering(true)

export const withdraw: Handler = async (interaction, _args, visit) => {
  const done = await visit.desk.duty.withdraw(visit.house.id, interaction.user.id)
  await again(interaction, visit, visit.desk.texts().t(done ? 'duty.withdrawn' : 'duty.refusal.over'))
}

function accepted(result: Accepted, { desk }: Visit): string {
  const texts = desk.texts()
  if (!result.ok) return texts.t(`duty.refusal.${result.refusal}`)
  const { passed, released } = result
  return released === 0
    ? texts.t('duty.accepted', { passed })
    : texts.t('duty.accepted-some', { passed, released })
}

const rolesIn = (interaction: Interaction, { house }: Visit) =>
  interaction.inCachedGuild() ? rolesOf(interaction.member, house) : []

/** *Neem over*: all of it, at once. */
export const accept: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const roles = rolesIn(interaction, visit)
  const id = args[0] ?? ''
  const result = await desk.duty.accept(house.id, id, {
    memberId: interaction.user.id,
    maySee: (about) => may(roles, 'queue.claim', about),
    mayTalk: may(roles, 'talk.come'),
  })
  const said = accepted(result, visit)
  const row = await desk.duty.offerOf(house.id, id)
  // Its own card shows how it ended; what was refused is told to whoever pressed alone.
  if (row === undefined || row.state === 'offered') {
    await interaction.reply({ content: said, flags: MessageFlags.Ephemeral })
    return
  }
  const { embeds, components } = await drawHandOver(row, desk)
  await interaction.update({ embeds: embeds ?? [], components: components ?? [] })
  await interaction.followUp({ content: said, flags: MessageFlags.Ephemeral })
}
