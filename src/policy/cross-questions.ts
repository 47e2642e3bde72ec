import { languageName } from '../texts/names.ts'
import { nearest } from './nearest.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Language } from './schema.ts'
import type { Path } from './source.ts'
import { problemAt } from './validate.ts'

type Text = { readonly [L in Language]?: string | undefined }

/** What is wrong in questions.yaml beyond its shape: an id twice, a line that is not there, a text that is missing. */
export function crossQuestions({ questions, helplines, house }: Parts): readonly Problem[] {
  if (questions === undefined) return []
  const { value, source } = questions
  const problems: Problem[] = []
  const tell = (path: Path, message: string): void => {
    problems.push(problemAt(source, path, message))
  }
  const seen = new Set<string>()
  const once = (id: string, path: Path): void => {
    if (seen.has(id)) tell(path, `De id "${id}" staat er twee keer. Geef dit een andere id.`)
    seen.add(id)
  }
  // The team works in the language of the house; what young people read is not in this file.
  const own = house?.value.languages[0]
  const inOwn = (text: Text | undefined, path: Path): void => {
    if (own === undefined || text === undefined || text[own] !== undefined) return
    tell(path, `De tekst in het ${languageName(own, 'nl')} ontbreekt. Schrijf hier ${own}: "…".`)
  }
  for (const [index, section] of value.sections.entries()) {
    const path = ['sections', index]
    once(section.id, [...path, 'id'])
    inOwn(section.label, [...path, 'label'])
    inOwn(section.note, [...path, 'note'])
    for (const [number, question] of section.questions.entries()) {
      const at = [...path, 'questions', number]
      once(question.id, [...at, 'id'])
      inOwn(question.ask, [...at, 'ask'])
      inOwn(question.hint, [...at, 'hint'])
    }
  }
  for (const [index, { say }] of value.starters.entries()) inOwn(say, ['starters', index, 'say'])
  const lines = helplines?.value.helplines.map(({ id }) => id)
  if (lines === undefined) return problems
  for (const [category, ids] of Object.entries(value.call)) {
    for (const [number, id] of (ids ?? []).entries()) {
      if (lines.includes(id)) continue
      const meant = nearest(id, lines)
      const help = meant === undefined ? 'Zet ze erbij in helplines.yaml.' : `Bedoelde je "${meant}"?`
      tell(['call', category, number], `De hulplijn "${id}" staat niet in helplines.yaml. ${help}`)
    }
  }
  return problems
}
