import { CATALOGUES, checkOverrides } from '../texts/texts.ts'
import { nearest } from './nearest.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './validate.ts'

type Code = ReturnType<typeof checkOverrides>[number]['code']

const SENTENCES: Readonly<Record<Code, string>> = {
  'unknown-key': 'Deze tekst bestaat niet. Haal hem weg, of verbeter de naam.',
  syntax: 'Een accolade staat verkeerd. Laat wat tussen { en } staat zoals in de gewone tekst.',
  placeholders: 'Tussen { en } moeten dezelfde woorden staan als in de gewone tekst',
  'too-long': 'Deze tekst is te lang voor zijn plaats. Kort hem in.',
}

const placeholders = (text: string): string => (text.match(/\{[^{}]*\}/g) ?? []).join(' ')

/** What is wrong with the wordings that the house gives to texts. */
export function crossTexts({ texts }: Parts): readonly Problem[] {
  return texts.flatMap(({ language, source, value }) =>
    checkOverrides(language, value).map(({ key, code }) => {
      const shipped: Readonly<Record<string, string>> = CATALOGUES[language]
      const meant = code === 'unknown-key' ? nearest(key, Object.keys(shipped)) : undefined
      const found = Object.hasOwn(shipped, key) ? shipped[key] : undefined
      const which = code === 'placeholders' ? `: ${placeholders(found ?? '') || 'geen'}.` : ''
      const help = meant === undefined ? '' : ` Bedoelde je "${meant}"?`
      return problemAt(source, [key], `"${key}": ${SENTENCES[code]}${which}${help}`)
    }),
  )
}
