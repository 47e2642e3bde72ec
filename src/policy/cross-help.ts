import { rangeOf } from '../referral/places.ts'
import { hoursProblems, type Trouble } from './hours-problems.ts'
import { nearest } from './nearest.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import { LANGUAGES, type Place } from './schema.ts'
import type { Path } from './source.ts'
import { problemAt } from './validate.ts'

function twice(ids: readonly string[], index: number): boolean {
  const id = ids[index]
  return id !== undefined && ids.indexOf(id) < index
}

/** What is wrong with one place of a line: nowhere to go, hours that cannot be, postcodes turned round. */
function placeProblems(place: Place, path: Path): readonly Trouble[] {
  const { name, address, phone, web, postcodes } = place
  const nowhere =
    address === undefined && phone === undefined && web === undefined
      ? [{ path, message: `"${name}" heeft geen address, geen phone en geen web. Schrijf hoe je er komt.` }]
      : []
  const turned = postcodes.flatMap((written, index) => {
    const [from, until] = rangeOf(written)
    if (from <= until) return []
    const message = `"${written}" loopt achteruit. Schrijf de kleinste postcode eerst.`
    return [{ path: [...path, 'postcodes', index], message }]
  })
  const hours = phone?.hours
  const inHours =
    hours === undefined || hours === '24/7' ? [] : hoursProblems(hours, [...path, 'phone', 'hours'])
  return [...nowhere, ...turned, ...inHours]
}

/** What is wrong in helplines.yaml beyond its shape. */
export function crossHelplines({ helplines }: Parts): readonly Problem[] {
  if (helplines === undefined) return []
  const { value, source } = helplines
  const ids = value.helplines.map(({ id }) => id)
  return value.helplines.flatMap((line, index) => {
    const path = ['helplines', index]
    const problems: Problem[] = []
    const tell = (inside: readonly PropertyKey[], message: string): void => {
      problems.push(problemAt(source, [...path, ...inside], message))
    }
    if (twice(ids, index))
      tell(['id'], `De id "${line.id}" staat er twee keer. Geef deze lijn een andere id.`)
    if (line.ageMin !== undefined && line.ageMax !== undefined && line.ageMin > line.ageMax) {
      tell(['ageMax'], `ageMax (${line.ageMax}) is kleiner dan ageMin (${line.ageMin}). Wissel ze om.`)
    }
    if (line.phone === undefined && line.chat === undefined && line.web === undefined) {
      tell([], `"${line.id}" heeft geen phone, geen chat en geen web. Schrijf hoe je deze lijn bereikt.`)
    }
    for (const way of ['phone', 'chat'] as const) {
      const hours = line[way]?.hours
      if (hours === undefined || hours === '24/7') continue
      for (const trouble of hoursProblems(hours, [way, 'hours'])) tell(trouble.path, trouble.message)
    }
    for (const [number, place] of (line.places ?? []).entries())
      for (const trouble of placeProblems(place, ['places', number])) tell(trouble.path, trouble.message)
    return problems
  })
}

/** What is wrong in subjects.yaml beyond its shape: an id twice, a line that does not exist. */
export function crossSubjects({ subjects, helplines }: Parts): readonly Problem[] {
  if (subjects === undefined) return []
  const { value, source } = subjects
  const ids = value.subjects.map(({ id }) => id)
  const lines = helplines?.value.helplines.map(({ id }) => id)
  return value.subjects.flatMap((subject, index) => {
    const path = ['subjects', index]
    const problems: Problem[] = []
    if (twice(ids, index)) {
      const message = `De id "${subject.id}" staat er twee keer. Geef dit onderwerp een andere id.`
      problems.push(problemAt(source, [...path, 'id'], message))
    }
    if (lines === undefined) return problems
    for (const language of LANGUAGES) {
      for (const [number, id] of (subject.lines[language] ?? []).entries()) {
        if (lines.includes(id)) continue
        const meant = nearest(id, lines)
        const help = meant === undefined ? 'Zet ze erbij in helplines.yaml.' : `Bedoelde je "${meant}"?`
        const message = `De hulplijn "${id}" staat niet in helplines.yaml. ${help}`
        problems.push(problemAt(source, [...path, 'lines', language, number], message))
      }
    }
    return problems
  })
}
