import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import { ButtonStyle, type MessageActionRowComponentBuilder } from 'discord.js'
import { AGES } from '../../referral/refer.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { languageButtons as buttonsFor } from '../languages.ts'
import { wordedIn } from '../../texts/wording.ts'
import { type PraatState, stateId } from './state.ts'

export type Row = ReturnType<ActionRowBuilder<MessageActionRowComponentBuilder>['toJSON']>

export const row = (...components: MessageActionRowComponentBuilder[]): Row =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components).toJSON()

/** A quiet button that carries a state. */
export const button = (id: string, label: string, style = ButtonStyle.Secondary): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setStyle(style).setLabel(label)

export function subjectMenu(state: PraatState, desk: Desk): Row {
  const { language } = state
  const { subject: _, ...rest } = state
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(stateId('subject', rest))
      .setPlaceholder(desk.texts(language).t('praat.choose.placeholder'))
      .addOptions(
        desk.policy.subjects.map((subject) => ({
          value: subject.id,
          label: wordedIn(subject.label, language) ?? subject.label.nl,
          default: subject.id === state.subject,
        })),
      ),
  )
}

/** Self-chosen and optional; it decides which lines are for somebody of that age, and is kept nowhere. */
export function ageMenu(state: PraatState, desk: Desk): Row {
  const texts = desk.texts(state.language)
  const { age, ...rest } = state
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(stateId('age', rest))
      .setPlaceholder(texts.t('praat.age.placeholder'))
      .addOptions([
        ...AGES.map((band) => ({
          value: band,
          label: texts.t(`praat.age.${band}.option`),
          default: band === age,
        })),
        { value: 'none', label: texts.t('praat.age.none.option') },
      ]),
  )
}

/** Calling or typing: the one that was chosen is coloured, and pressing it again takes it back. */
export function preferButtons(state: PraatState, desk: Desk): ButtonBuilder[] {
  const texts = desk.texts(state.language)
  const { prefer: chosen, ...rest } = state
  return (['phone', 'chat'] as const).map((prefer) => {
    const isChosen = prefer === chosen
    const label = texts.t(`praat.button.${prefer}`)
    // The taken-back state of one button could be that of the other: the action keeps their ids apart.
    return isChosen
      ? button(stateId(`any-${prefer}`, rest), label, ButtonStyle.Primary)
      : button(stateId('prefer', { ...rest, prefer }), label)
  })
}

/** Buttons for the other languages of the house: the same answer in each of them. */
export const languageButtons = (state: PraatState, desk: Desk): ButtonBuilder[] =>
  // What was chosen leads to advice and to what we must pass on, which have a simple form.
  buttonsFor(state.language, desk, (language) => stateId('language', { ...state, language }), 'also simple')

/** Asks for a postcode, where it could change the answer. */
export const postcodeButton = (state: PraatState, desk: Desk): ButtonBuilder =>
  button(stateId('postcode', state), desk.texts(state.language).t('praat.button.postcode'))

/** Takes away what the bot answered in a direct message. */
export const wipeButton = (state: PraatState, desk: Desk): ButtonBuilder =>
  button(customId('praat', 'wipe', state.language), desk.texts(state.language).t('praat.button.wipe'))
