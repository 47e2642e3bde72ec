import { ApplicationCommandOptionType, MessageFlags } from 'discord.js'
import { localised } from '../command.ts'
import { pageOf } from '../setup/page.ts'
import { filled, PRESSES } from '../setup/presses.ts'
import { openSetUp, refusalOf } from '../setup/set-up.ts'
import type { Subcommand } from './subcommand.ts'

/** `/huis opzet`: sets the house up step by step. Nothing holds before it is confirmed at the end. */
export const opzet: Subcommand = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'opzet',
    ...localised('setup.description'),
  },
  act: 'house.set-up',
  async run(interaction, visit) {
    const refusal = await refusalOf(interaction, visit)
    const texts = visit.desk.texts()
    if (refusal !== undefined) {
      await interaction.reply({ content: texts.t(refusal), flags: MessageFlags.Ephemeral })
      return
    }
    const { setUp, resumed } = await openSetUp(visit, interaction.guild)
    const page = await pageOf(setUp, resumed ? [texts.t('setup.resumed')] : [])
    await interaction.reply({ ...page, allowedMentions: { parse: [] }, flags: MessageFlags.Ephemeral })
  },
  components: PRESSES,
  forms: { 'opzet-filled': filled },
}
