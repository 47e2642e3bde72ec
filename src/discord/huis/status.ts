import { ApplicationCommandOptionType, MessageFlags } from 'discord.js'
import { localised } from '../command.ts'
import { statusPage } from '../setup/status.ts'
import type { Subcommand } from './subcommand.ts'

/** `/huis status`: how the house stands, and what to do about what is not well. */
export const status: Subcommand = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'status',
    ...localised('setup.status.description'),
  },
  act: 'house.set-up',
  async run(interaction, visit) {
    const embed = await statusPage(visit, interaction.guild)
    await interaction.reply({
      embeds: [embed],
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    })
  },
  components: {
    'status-show': async (interaction, _args, visit) => {
      if (!interaction.inCachedGuild()) return
      const embed = await statusPage(visit, interaction.guild)
      await interaction.reply({
        embeds: [embed],
        flags: MessageFlags.Ephemeral,
        allowedMentions: { parse: [] },
      })
    },
  },
}
