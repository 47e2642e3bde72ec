import { type APIMessage, MessageFlags, Routes } from 'discord.js'
import type { ComponentInteraction, DirectVisit } from '../command.ts'
import { spoken } from '../spoken.ts'
import { stateOf } from './state.ts'

/** Messages that Discord gives at once. */
const PAGE = 100

/**
 * Takes away everything that the bot answered in a direct message. What the person wrote there is theirs: Discord lets
 * nobody else delete it, and that is said.
 */
export async function wipe(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: DirectVisit,
): Promise<void> {
  await interaction.deferUpdate()
  const { rest, user: bot } = interaction.client
  const { channelId } = interaction
  let before: string | undefined
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) })
    const page = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]
    for (const { id, author } of page) {
      if (author.id === bot.id) await rest.delete(Routes.channelMessage(channelId, id))
    }
    before = page.at(-1)?.id
    if (page.length < PAGE) break
  }
  const said = spoken(desk, stateOf(args, desk).language, 'praat.wiped')
  await interaction.followUp({ ...said, flags: MessageFlags.Ephemeral })
}
