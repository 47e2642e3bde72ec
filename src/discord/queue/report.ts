import { AttachmentBuilder, ButtonStyle, MessageFlags } from 'discord.js'
import { dateOf, localDayOf } from '../../duty/brussels.ts'
import { renderReport } from '../../deciding/report.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { act, look, refuse } from './look.ts'
import { button, row } from './parts.ts'

/** *Maak een verslag*: what will stand in it, and whether the answers go with it. */
export async function askReport(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.print', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  await interaction.reply({
    content: texts.t('verslag.ask'),
    components: [
      row(
        button(texts.t('queue.button.short-report'), ButtonStyle.Primary, 'print-as', view.flagId, 'short'),
        button(texts.t('queue.button.full-report'), ButtonStyle.Secondary, 'print-as', view.flagId, 'full'),
      ),
    ],
    flags: MessageFlags.Ephemeral,
  })
}

/**
 * Makes the report, for the one who asked for it: written down that it was made, and kept nowhere. The words of the
 * message are not opened for it, and `renderReport` has no place for them.
 */
export async function printReport(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [flagId = '', how] = args
  const view = await look(interaction, flagId, 'queue.print', visit)
  if (view === undefined) return
  const result = await act(visit, interaction, flagId, { type: 'print' })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const { desk, house } = visit
  const texts = desk.texts()
  const written = await desk.flags.written(house.id, flagId)
  const madeAt = desk.now()
  const report = renderReport(
    {
      category: view.category,
      level: view.level,
      drill: view.drill,
      broughtUpAt: view.createdAt,
      madeAt,
      passedOn: written.passedOn,
      notes: written.notes,
      answers: how === 'full' ? written.answers : new Map(),
    },
    desk.policy,
    texts,
  )
  const name = `meldingsverslag-${dateOf(localDayOf(madeAt.getTime()))}.md`
  await interaction.reply({
    content: texts.t('verslag.here'),
    files: [new AttachmentBuilder(Buffer.from(report, 'utf8'), { name })],
    flags: MessageFlags.Ephemeral,
  })
}
