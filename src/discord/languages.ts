import { ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { FOLDERS } from '../generated/language-folders.ts'
import type { Language } from '../policy/schema.ts'
import type { Desk } from './desk.ts'

/**
 * The language of an answer (design decision 13): that of the house, whatever the client of the person says, because
 * many young people have an English client. Who wants another presses a button; the choice stands in the custom ids of
 * that one answer and is kept nowhere else.
 *
 * @param carried - what a custom id carries; anything that the house does not serve gives the language of the house
 */
export function languageIn(carried: string | undefined, desk: Pick<Desk, 'policy' | 'texts'>): Language {
  return desk.policy.house.languages.find((language) => language === carried) ?? desk.texts().language
}

/**
 * One button for each other language that the house serves; none when there is no other.
 *
 * @param current - the language that the answer is in
 * @param idFor - the custom id that shows the same answer in a language
 */
export function languageButtons(
  current: Language,
  desk: Pick<Desk, 'policy' | 'texts'>,
  idFor: (language: Language) => string,
): ButtonBuilder[] {
  return desk.policy.house.languages
    .filter((language) => language !== current)
    .map((language) =>
      new ButtonBuilder()
        .setCustomId(idFor(language))
        .setStyle(ButtonStyle.Secondary)
        .setLabel(FOLDERS[language].button),
    )
}
