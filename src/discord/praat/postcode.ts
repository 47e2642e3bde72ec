import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { readPostcode } from '../../referral/places.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import type { Desk } from '../desk.ts'
import { type Asked, drawPraat } from './answer.ts'
import { type PraatState, stateId, stateOf } from './state.ts'

/** Room for "B-9000 Gent"; a field that takes four digits only would let Discord refuse in its own words. */
const LONGEST = 60

function form(state: PraatState, desk: Desk): ModalBuilder {
  const texts = desk.texts(state.language)
  const field = new TextInputBuilder()
    .setCustomId('postcode')
    .setStyle(TextInputStyle.Short)
    .setPlaceholder(texts.t('praat.postcode.placeholder'))
    .setMaxLength(LONGEST)
    .setRequired(false)
  return new ModalBuilder()
    .setCustomId(stateId('postcode', state))
    .setTitle(texts.t('praat.postcode.title'))
    .addTextDisplayComponents({
      type: ComponentType.TextDisplay,
      content: texts.t('praat.postcode.about'),
    })
    .addLabelComponents(
      new LabelBuilder().setLabel(texts.t('praat.postcode.label')).setTextInputComponent(field),
    )
}

/** *Vul je postcode in*: opens the form; what was chosen before is carried in its id, the postcode never is. */
export async function askPostcode(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Pick<Visit, 'desk'>,
): Promise<void> {
  await interaction.showModal(form(stateOf(args, desk), desk))
}

/**
 * The same answer, with the place that serves the postcode. What was typed goes from the form into the words of this
 * answer and nowhere else: no row, no id, no count, no log (design decision 11, a safeguard). Left empty, or when it is
 * no postcode, the answer stays as it was.
 */
export async function usePostcode(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  { desk }: Pick<Visit, 'desk'>,
  asked: Asked,
): Promise<void> {
  if (!interaction.isFromMessage()) return
  const state = stateOf(args, desk)
  const texts = desk.texts(state.language)
  const typed = interaction.fields.getTextInputValue('postcode')
  const postcode = readPostcode(typed)
  const forNow =
    postcode !== undefined
      ? { postcode, remark: texts.t('praat.postcode.forgotten') }
      : typed.trim() === ''
        ? {}
        : { remark: texts.t('praat.postcode.bad') }
  await interaction.update(drawPraat(state, asked, desk, forNow))
}
