import { ButtonStyle, MessageFlags } from 'discord.js'
import { isOngoing, type Talk } from '../../talks/talk.ts'
import type { Wording } from '../../texts/wording.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { buttonRows } from '../button-rows.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'
import { languageButtons, languageIn } from '../languages.ts'
import { button } from '../praat/rows.ts'
import { statement } from './statement.ts'

/** What was decided, in a language; undefined when it was taken back meanwhile, or is not known any more. */
async function linesOf(talk: Talk, desk: Desk, language: Wording): Promise<readonly string[] | undefined> {
  if (talk.flagId === null) return undefined
  const view = await desk.flags.card(talk.houseId, talk.flagId)
  if (view === undefined) return undefined
  const { told } = await desk.flags.written(talk.houseId, talk.flagId)
  const lines = statement(view, told, desk, desk.texts(language))
  return lines.length === 0 ? undefined : lines
}

/**
 * The first message of a talk that the team opened to tell somebody what was decided. It is made from the row of the
 * flag and the policy, in the language of the house, with a button for each other language; what the worker wrote with
 * it stands below.
 */
export async function drawTold(talk: Talk, desk: Desk): Promise<MessageBody | undefined> {
  const lines = await linesOf(talk, desk, talk.language)
  if (lines === undefined) return undefined
  const texts = desk.texts(talk.language)
  const buttons = [
    button(
      customId('praat', 'readers', talk.language),
      texts.t('talk.button.readers'),
      ButtonStyle.Secondary,
    ),
    button(customId('praat', 'stop', talk.id), texts.t('talk.button.stop'), ButtonStyle.Secondary),
    // It ends with what holds for every private talk, which has a simple form.
    ...languageButtons(
      talk.language,
      desk,
      (wording) => customId('praat', 'told-in', talk.id, wording),
      'also simple',
    ),
  ]
  return {
    content: lines.join('\n').slice(0, 2_000),
    components: buttonRows(buttons),
  }
}

/** The same in another language, for one of the two people of the talk alone. */
export async function toldIn(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const talk = await desk.talks.find(house.id, args[0] ?? '')
  const language = languageIn(args[1], desk)
  const texts = desk.texts(language)
  const isIn =
    talk !== undefined && [talk.askerId, ...talk.workerIds].includes(interaction.user.id) && isOngoing(talk)
  const lines = talk === undefined || !isIn ? undefined : await linesOf(talk, desk, language)
  await interaction.reply({
    content: lines === undefined ? texts.t('talk.refusal.gone') : lines.join('\n').slice(0, 2_000),
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}
