import { youngRead } from '../texts/audience.ts'
import { EASY_KEY, isTextKey } from '../texts/texts.ts'
import { isEasy, type Language, type Wording, wordingIn, wordingOf } from '../texts/wording.ts'
import type { Policy } from './schema.ts'

/** One text of the agreements that young people read. */
export interface YoungText {
  /** The file, and what in it. */
  readonly where: string
  readonly wording: Wording
  readonly text: string
  /** Whether it has a very simple form beside it, or is one. */
  readonly simple: boolean
}

type Worded = Readonly<Partial<Record<string, string | undefined>>>

const eachOf = (where: string, texts: Worded | undefined): readonly YoungText[] =>
  Object.entries(texts ?? {}).flatMap(([key, text]) => {
    const wording = wordingIn(key)
    if (wording === undefined || text === undefined) return []
    const simple = isEasy(wording) || texts?.[`${wording}-easy`] !== undefined
    return [{ where, wording, text, simple }]
  })

/** What a house words in its own way: texts under their key, very simple forms under that and an ending. */
const ownWordings = (texts: Policy['texts']): readonly YoungText[] =>
  Object.entries(texts).flatMap(([language, own]) =>
    Object.entries(own).flatMap(([key, text]) => {
      const easy = key.endsWith(EASY_KEY)
      const base = easy ? key.slice(0, -EASY_KEY.length) : key
      if (!isTextKey(base) || !youngRead(base)) return []
      const wording = wordingOf(language as Language, easy)
      const where = `texts/${language}.yaml, ${key}`
      // What stands between braces is filled in: a word, as it is read.
      return [
        {
          where,
          wording,
          text: text.replace(/\{[^{}]*\}/g, '2'),
          simple: easy || `${key}${EASY_KEY}` in own,
        },
      ]
    }),
  )

/** Everything in the agreements that young people read, in every language in which it is written. */
export function youngTexts({
  house,
  channels,
  helplines,
  subjects,
  notice,
  rules,
  texts,
}: Policy): readonly YoungText[] {
  const [home = 'nl'] = house.languages
  const places = [['defaults', channels.defaults], ...Object.entries(channels.channels)] as const
  const ofChannels = places.flatMap(([name, { purpose, norms = [] }]) =>
    [...(purpose === undefined ? [] : [purpose]), ...norms].flatMap((text) =>
      eachOf(`channels.yaml, ${name}`, { [home]: text }),
    ),
  )
  return [
    ...eachOf('house.yaml, parents', house.parents),
    // Only the sentence of this kind of organisation is ever said.
    ...eachOf(`notice.yaml, ${house.organisation.kind}`, notice.meldplicht[house.organisation.kind]),
    ...eachOf('notice.yaml, news', notice.news),
    ...subjects.flatMap(({ id, label, urgent, advice }) => [
      ...eachOf(`subjects.yaml, ${id}, label`, label),
      ...eachOf(`subjects.yaml, ${id}, urgent`, urgent),
      ...eachOf(`subjects.yaml, ${id}, advice`, advice),
    ]),
    ...helplines.flatMap(({ id, about }) => eachOf(`helplines.yaml, ${id}`, about)),
    ...ofChannels,
    // The writer of a message that was held reads why.
    ...rules
      .filter(({ may }) => (may as readonly string[]).includes('hold'))
      .flatMap(({ id, category, why }) => eachOf(`rules/${category}.yaml, ${id}, why`, why)),
    ...ownWordings(texts),
  ]
}
