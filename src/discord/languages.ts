import { ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { FOLDERS } from '../generated/language-folders.ts'
import type { Texts } from '../texts/texts.ts'
import { isEasy, languageOf, type Wording, wordingIn, wordingOf } from '../texts/wording.ts'
import type { Desk } from './desk.ts'

/**
 * The language of an answer (design decision 13): that of the house, whatever the client of the person says, because
 * many young people have an English client. Who wants another, or the very simple form, presses a button; the choice
 * stands in the custom ids of that one answer and is kept nowhere else.
 *
 * @param carried - what a custom id carries; anything that the house does not serve gives the language of the house
 */
export function languageIn(carried: string | undefined, desk: Pick<Desk, 'policy' | 'texts'>): Wording {
  const wording = wordingIn(carried)
  const serves = wording !== undefined && desk.policy.house.languages.includes(languageOf(wording))
  return serves ? wording : desk.texts().language
}

/** Whether an answer also has a very simple form: then there is a button for it. */
export type Simple = 'also simple' | 'simple already'

/** Whether the very simple form of an answer says anything otherwise. */
export const simplicityOf = (
  wording: Wording,
  desk: Pick<Desk, 'texts'>,
  draw: (texts: Texts) => string,
): Simple => {
  const language = languageOf(wording)
  const same = draw(desk.texts(wordingOf(language, true))) === draw(desk.texts(language))
  return same ? 'simple already' : 'also simple'
}

const button = (id: string, label: string): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setStyle(ButtonStyle.Secondary).setLabel(label)

/**
 * One button for each other language that the house serves, and one for the very simple form or back from it. A house
 * serves at most four languages (`MOST_LANGUAGES`), so these are four at most and share a row with one more.
 *
 * @param current - the language that the answer is in, and in which form
 * @param idFor - the custom id that shows the same answer in a language and form
 */
export function languageButtons(
  current: Wording,
  desk: Pick<Desk, 'policy' | 'texts'>,
  idFor: (wording: Wording) => string,
  simple: Simple = 'simple already',
): ButtonBuilder[] {
  const own = languageOf(current)
  const easy = isEasy(current)
  const others = desk.policy.house.languages
    .filter((language) => language !== own)
    .map((language) => button(idFor(wordingOf(language, easy)), FOLDERS[language].button))
  const texts = desk.texts(own)
  // Whoever came here from a simple answer always finds the way back.
  if (easy) return [...others, button(idFor(own), texts.t('wording.button.ordinary'))]
  if (simple === 'simple already') return others
  return [...others, button(idFor(wordingOf(own, true)), texts.t('wording.button.easy'))]
}
