import { languageName } from '../texts/names.ts'
import { missingTexts } from '../texts/texts.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Language } from './schema.ts'
import type { Path, Source } from './source.ts'
import { problemAt } from './validate.ts'

type PerLanguage = { readonly [L in Language]?: unknown }
interface Needed {
  readonly source: Source
  readonly path: Path
  readonly text: PerLanguage
}

/** Every text of the policy that people read in their own language. */
function needed({ house, rules, helplines, subjects, notice }: Parts): readonly Needed[] {
  const all: Needed[] = []
  if (house !== undefined) {
    all.push({ source: house.source, path: ['parents'], text: house.value.parents })
    const news = notice?.value.news
    if (notice !== undefined && news !== undefined) {
      all.push({ source: notice.source, path: ['news'], text: news })
    }
    const { kind } = house.value.organisation
    if (notice !== undefined) {
      // Only the sentence of this kind of organisation is said; the others wait until somebody needs them.
      all.push({ source: notice.source, path: ['meldplicht', kind], text: notice.value.meldplicht[kind] })
    }
  }
  for (const { source, value } of rules) {
    for (const [index, { why }] of value.rules.entries()) {
      all.push({ source, path: ['rules', index, 'why'], text: why })
    }
  }
  for (const [index, { about }] of (helplines?.value.helplines ?? []).entries()) {
    if (helplines !== undefined) {
      all.push({ source: helplines.source, path: ['helplines', index, 'about'], text: about })
    }
  }
  for (const [index, subject] of (subjects?.value.subjects ?? []).entries()) {
    if (subjects === undefined) continue
    all.push({ source: subjects.source, path: ['subjects', index, 'lines'], text: subject.lines })
    for (const key of ['label', 'urgent', 'advice'] as const) {
      const text = subject[key]
      if (text === undefined) continue
      all.push({ source: subjects.source, path: ['subjects', index, key], text })
    }
  }
  return all
}

/** Texts of the bot itself that the folder of a language does not have yet. */
function unwritten({ house }: Parts, language: Language): readonly Problem[] {
  const missing = missingTexts(language)
  if (house === undefined || missing.length === 0) return []
  const named = missing.slice(0, 3).join(', ')
  return [
    problemAt(
      house.source,
      ['languages'],
      `In src/texts/${language} ontbreken nog ${missing.length} teksten (${named}${missing.length > 3 ? ', …' : ''}). ` +
        'Tot dan blijft die taal uit.',
    ),
  ]
}

function missingIn(parts: Parts, language: Language): readonly Problem[] {
  const inPolicy = needed(parts)
    .filter(({ text }) => text[language] === undefined)
    .map(({ source, path }) =>
      problemAt(
        source,
        path,
        `De tekst in het ${languageName(language, 'nl')} ontbreekt. Schrijf hier ${language}: "…", of haal ` +
          `${language} weg bij "languages" in house.yaml. Tot dan blijft die taal uit.`,
      ),
    )
  return [...unwritten(parts, language), ...inPolicy]
}

/** Texts that are missing in the language of the house itself: without those it cannot open. */
export function crossLanguages(parts: Parts): readonly Problem[] {
  const own = parts.house?.value.languages[0]
  return own === undefined ? [] : missingIn(parts, own)
}

/**
 * The other languages that the house wants and for which texts are missing. Such a language stays off, and the house
 * works on in the others: half a notice in French is worse than none (design decision 13).
 */
export function languagesOff(parts: Parts): readonly { language: Language; problems: readonly Problem[] }[] {
  const others = parts.house?.value.languages.slice(1) ?? []
  return others.flatMap((language) => {
    const problems = missingIn(parts, language)
    return problems.length === 0 ? [] : [{ language, problems }]
  })
}
