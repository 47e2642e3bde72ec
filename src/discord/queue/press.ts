import { MessageFlags } from 'discord.js'
import type { Act } from '../../permissions/table.ts'
import type { FlagAct, FlagResult } from '../../queue/flags.ts'
import { drawCard } from '../card.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { careAfter, careBefore } from './care.ts'
import { act, look, refuse, whisper } from './look.ts'

const cardKey = (flagId: string): string => `card:${flagId}`

/**
 * A press that changes a flag answers at once with the card as it now is (design decision 7). The outbox waits a moment
 * for that answer and then need not send the card again; when the answer fails, it does.
 */
export const pressed =
  (name: Act, wanted: FlagAct | ((visit: Visit) => FlagAct)) =>
  async (
    interaction: ComponentInteraction,
    args: readonly string[],
    visit: Visit,
  ): Promise<FlagResult | undefined> => {
    const flagId = args[0] ?? ''
    const { desk, house } = visit
    const before = await look(interaction, flagId, name, visit)
    if (before === undefined) return undefined
    const what = typeof wanted === 'function' ? wanted(visit) : wanted
    const result = await act(visit, interaction, flagId, what, { answersCard: true })
    if (!result.ok) {
      await refuse(interaction, flagId, result, visit)
      return result
    }
    const settled = await showCard(interaction, flagId, visit, result.cardVersion).catch(
      async (error: unknown) => {
        await desk.outbox.answerFailed(house.id, cardKey(flagId))
        throw error
      },
    )
    if (!settled) await desk.outbox.answerFailed(house.id, cardKey(flagId))
    if (what.type === 'undo' && before.outcome === 'removed') {
      await interaction.followUp({
        content: desk.texts().t('queue.undo.stays-gone'),
        flags: MessageFlags.Ephemeral,
      })
    }
    return result
  }

/** The same for a button, with what is said to whoever took on or closed something heavy. */
export const pressCard =
  (name: Act, what: FlagAct) =>
  async (interaction: ComponentInteraction, args: readonly string[], visit: Visit): Promise<void> => {
    const result = await pressed(name, what)(interaction, args, visit)
    if (result === undefined) return
    const me = interaction.user.id
    const before = what.type === 'claim' ? careBefore(result, me, visit) : undefined
    const closes = what.type === 'confirm' || what.type === 'decide'
    const lines = before === undefined ? (closes ? careAfter(result, me, visit) : []) : [before]
    if (lines.length === 0) return
    await interaction.followUp({ content: lines.join('\n'), flags: MessageFlags.Ephemeral })
  }

/** Answers with the card. True when nothing more needs to be sent: it is the message that counts, in this version. */
async function showCard(
  interaction: ComponentInteraction,
  flagId: string,
  { desk, house }: Visit,
  version: number | undefined,
): Promise<boolean> {
  const view = await desk.flags.card(house.id, flagId)
  if (view === undefined) {
    await whisper(interaction, desk.texts().t('queue.refusal.gone'))
    return false
  }
  const { embeds, components } = drawCard(view, desk)
  await interaction.update({ embeds: embeds ?? [], components: components ?? [] })
  // The card of somebody's own list is seen by that person alone; the one in the channel is another message.
  if (version === undefined || interaction.message.flags.has(MessageFlags.Ephemeral)) return false
  return desk.outbox.settle(house.id, cardKey(flagId), version, interaction.message.id)
}
