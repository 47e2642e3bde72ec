import { ActionRowBuilder, type ButtonBuilder } from '@discordjs/builders'
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  MessageActionRowComponentBuilder,
} from 'discord.js'
import type { Wording } from '../texts/wording.ts'
import { isTextKey, type TextKey, type Texts, valuesOf } from '../texts/texts.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import { languageButtons, languageIn, type Simple, simplicityOf } from './languages.ts'

type Row = APIActionRowComponent<APIComponentInMessageActionRow>
type Served = Pick<Desk, 'policy' | 'texts'>
/** Values that a custom id can carry: a count, a code; never words and never a name. */
type Values = Readonly<Record<string, string | number>>

/** An answer of a sentence or two, in one language, with the way to the others. It goes into a reply and an update. */
export interface Spoken {
  readonly content: string
  readonly embeds: []
  readonly components: Row[]
  readonly allowedMentions: { readonly parse: [] }
}

const rowOf = (buttons: readonly ButtonBuilder[]): Row[] =>
  buttons.length === 0
    ? []
    : [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons).toJSON()]

/** The row of the other languages; none where the house serves only one. */
export const languageRow = (
  current: Wording,
  desk: Served,
  idFor: (wording: Wording) => string,
  simple?: Simple,
): Row[] => rowOf(languageButtons(current, desk, idFor, simple))

/**
 * An answer that its room can draw again in another language.
 *
 * @param idFor - the custom id that draws the same answer in a language
 * @param own - what else can be pressed under it
 * @param simple - whether it also has a very simple form
 */
export const inLanguages = (
  content: string,
  current: Wording,
  desk: Served,
  idFor: (language: Wording) => string,
  own: readonly ButtonBuilder[] = [],
  simple?: Simple,
): Spoken => ({
  content,
  embeds: [],
  components: [...rowOf(own), ...languageRow(current, desk, idFor, simple)],
  allowedMentions: { parse: [] },
})

// The parts of a custom id know no dots; no key has an underscore (a test holds it).
const coded = (key: TextKey): string => key.replaceAll('.', '_')

/**
 * One text as an answer, with a button for each other language (design decision 13). Which text it is, and its few
 * values, stand in the ids of those buttons; nothing is kept.
 */
export function spoken(desk: Served, language: Wording, key: TextKey, values: Values = {}): Spoken {
  const carried = Object.entries(values).flatMap(([name, value]) => [name, String(value)])
  const draw = (texts: Texts): string => texts.t(key, values)
  const idFor = (other: Wording): string => customId('info', 'zeg', other, coded(key), ...carried)
  const simple = simplicityOf(language, desk, draw)
  return inLanguages(draw(desk.texts(language)), language, desk, idFor, [], simple)
}

/** Reads back what the button of {@link spoken} carries; undefined for what was never written so. */
export function spokenAgain(desk: Served, args: readonly string[]): Spoken | undefined {
  const [language, code = '', ...carried] = args
  const key = code.replaceAll('_', '.')
  if (!isTextKey(key)) return undefined
  const values: Record<string, string | number> = {}
  for (let at = 0; at + 1 < carried.length; at += 2) {
    const [name = '', value = ''] = carried.slice(at, at + 2)
    values[name] = /^\d{1,9}$/.test(value) ? Number(value) : value
  }
  const wanted = valuesOf(key)
  const given = new Set(Object.keys(values))
  if (wanted.size !== given.size || [...wanted].some((name) => !given.has(name))) return undefined
  return spoken(desk, languageIn(language, desk), key, values)
}
