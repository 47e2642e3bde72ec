import type { ComponentInteraction, Visit } from '../command.ts'
import { act, look, refuse, whisper } from '../queue/look.ts'
import { answerWith, nameOf } from './answer.ts'

/**
 * *Waarom?* under *Toon*: what the rules as they are now find in the words of a flag. It shows words, so it is written
 * down as *Toon* is.
 */
export async function explainFlag(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const { desk, house } = visit
  const view = await look(interaction, flagId, 'queue.show', visit)
  if (view === undefined || !interaction.inCachedGuild()) return
  const text = await desk.flags.words(house.id, flagId)
  if (text === undefined) return whisper(interaction, desk.texts().t('queue.show.words-gone'))
  const result = await act(visit, interaction, flagId, { type: 'show' })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const channel = nameOf(interaction.guild.channels.cache.get(view.channelId) ?? null, visit)
  await interaction.reply(answerWith(desk.screening.explain({ text, channel: channel ?? '' }), visit))
}
