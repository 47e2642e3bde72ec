import { FOLDERS } from '../generated/language-folders.ts'
import { describeHard } from '../reading/describe.ts'
import { EASY, hardIn, isLong, ORDINARY } from '../reading/measure.ts'
import { isEasy, languageOf } from '../texts/wording.ts'
import type { Policy } from './schema.ts'
import { youngTexts } from './young-texts.ts'

/**
 * What of the agreements is hard to read for young people, with what to write instead. Hints, never errors: the house
 * knows its young people, and a text that must stand as a lawyer wrote it may stand so.
 */
export function readingNotes(policy: Policy): readonly string[] {
  const served = new Set(policy.house.languages)
  return youngTexts(policy)
    .filter(({ wording }) => served.has(languageOf(wording)))
    .flatMap(({ where, wording, text, simple }) => {
      const limits = isEasy(wording) ? EASY : ORDINARY
      const hard = hardIn(text, FOLDERS[languageOf(wording)].reading, limits).map(describeHard)
      const form =
        isLong(text) && !simple
          ? [`deze tekst is lang. Schrijf ook een heel eenvoudige versie, bij ${wording}-easy.`]
          : []
      return [...hard, ...form].map((said) => `${where} (${wording}): ${said}`)
    })
}
