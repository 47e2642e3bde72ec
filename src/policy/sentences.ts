import type { z } from 'zod'
import { exampleFor, whyNot } from './hints.ts'
import { nearest } from './nearest.ts'

export type Issue = z.core.$ZodIssue
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>

/** Where an issue stands: what was written there, and which keys the schema knows there. */
export interface Here {
  readonly path: readonly PropertyKey[]
  readonly value: unknown
  readonly known: readonly string[]
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')

/** What a person calls a place: its key, or its number in the list of that key. */
export function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'Dit bestand'
  if (typeof last !== 'number') return `"${String(last)}"`
  const list = path.findLast((step) => typeof step === 'string')
  return `Nummer ${last + 1} van ${list === undefined ? 'de lijst' : `"${list}"`}`
}

const write = ({ path }: Here): string => {
  const example = exampleFor(path)
  return example === undefined ? '' : ` Schrijf: ${example}`
}

/** A value that can be shown in one word. */
function plainOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst, elk stuk op een regel met een streepje',
  object: 'een blok: woorden met een dubbelpunt, ingesprongen op de regels eronder',
  record: 'een blok: woorden met een dubbelpunt, ingesprongen op de regels eronder',
}

function wrongType({ expected }: IssueOf<'invalid_type'>, here: Here): string {
  const name = nameOf(here.path)
  if (here.value === undefined) return `${name} ontbreekt.${write(here)}`
  if (here.value === null) {
    return here.path.length === 0 ? 'Dit bestand is leeg.' : `Achter ${name} staat niets.${write(here)}`
  }
  const plain = plainOf(here.value)
  if (expected === 'string' && plain !== undefined) {
    return `${name} moet een tekst zijn. Zet er aanhalingstekens rond: "${plain}".`
  }
  return `${name} moet ${KINDS[expected] ?? 'anders geschreven'} zijn.${write(here)}`
}

const UNITS: Readonly<Record<string, string>> = { string: 'tekens', array: 'stuks' }

function tooSmall({ origin, minimum }: IssueOf<'too_small'>, here: Here): string {
  const name = nameOf(here.path)
  if (origin === 'string') return `${name} is leeg.${write(here)}`
  if (origin === 'array') return `${name} heeft minstens ${minimum} nodig.${write(here)}`
  return `${name} is te klein: minstens ${minimum}.`
}

const tooBig = ({ origin, maximum }: IssueOf<'too_big'>, here: Here): string => {
  const unit = UNITS[origin]
  return unit === undefined
    ? `${nameOf(here.path)} is te groot: hoogstens ${maximum}.`
    : `${nameOf(here.path)} is te lang: hoogstens ${maximum} ${unit}. Kort het in.`
}

/** The patterns by their key in the schema, the formats by their name. */
const FORMATS: Readonly<Record<string, string>> = {
  span: 'een begin en een einde, zoals "14:00-18:00" (na middernacht: "20:00-01:00")',
  slug: 'kleine letters, cijfers en streepjes, zoals naam-van-de-regel',
  domain: 'een domein in kleine letters, zonder https:// en zonder pad, zoals jac.be',
  languageCode: 'de code van een taal, zoals nl, en of tr',
  region: 'de postcode van het huis, vier cijfers tussen aanhalingstekens: "9000"',
  postcodes: 'een postcode van vier cijfers, of van een tot een: "9000", "9000-9099"',
  discordId: 'het nummer van iemand op Discord: 17 tot 20 cijfers, tussen aanhalingstekens',
  clock: 'een uur tussen aanhalingstekens, zoals "23:40"',
  date: 'een datum: jaar-maand-dag, zoals 2026-11-23',
  url: 'een webadres dat met https:// begint, zoals https://www.jac.be',
}

const wrongFormat = ({ format, message }: IssueOf<'invalid_format'>, here: Here): string =>
  `${nameOf(here.path)} moet zo: ${FORMATS[format] ?? FORMATS[message] ?? 'anders geschreven'}.`

function notAllowed(values: readonly string[], here: Here): string {
  const name = nameOf(here.path)
  const choose =
    values.length === 1 ? `Schrijf ${quoted(values)}.` : `Kies een van deze woorden: ${quoted(values)}.`
  if (here.value === undefined) return `${name} ontbreekt. ${choose}`
  if (here.value === null) return `Achter ${name} staat niets. ${choose}`
  const plain = plainOf(here.value)
  if (plain === undefined) return `${name} moet één woord zijn. ${choose}`
  const why = whyNot(here.path, plain)
  const meant = nearest(plain, values)
  return [
    `"${plain}" kan hier niet.`,
    ...(why === undefined ? [] : [why]),
    ...(meant === undefined ? [] : [`Bedoelde je "${meant}"?`]),
    choose,
  ].join(' ')
}

/** Tells that a key is not known; `key` is one of the keys of the issue. */
export function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  const others = known.filter((other) => other !== key)
  if (meant !== undefined) return `"${key}" ken ik niet. Bedoelde je "${meant}"?`
  if (others.length === 0) return `"${key}" ken ik hier niet. Haal het weg.`
  if (known.includes(key)) return `"${key}" hoort hier niet bij. Haal het weg.`
  return `"${key}" ken ik niet. Hier kan staan: ${quoted(others)}.`
}

/** Every code of zod has its Dutch sentence: the table is complete by its type. */
export const SENTENCES: { readonly [C in Issue['code']]: (issue: IssueOf<C>, here: Here) => string } = {
  invalid_type: wrongType,
  too_small: tooSmall,
  too_big: tooBig,
  invalid_format: wrongFormat,
  not_multiple_of: ({ divisor }, here) => `${nameOf(here.path)} moet een veelvoud van ${divisor} zijn.`,
  unrecognized_keys: ({ keys }, here) => keys.map((key) => unknownKey(key, here.known)).join(' '),
  invalid_union: (issue, here) =>
    'options' in issue && Array.isArray(issue.options)
      ? notAllowed(issue.options.map(String), here)
      : `${nameOf(here.path)} kan zo niet.${write(here)}`,
  invalid_key: (_, here) =>
    `De naam ${nameOf(here.path)} is leeg of te lang: hoogstens 100 tekens. Kort hem in.`,
  invalid_element: (_, here) => `${nameOf(here.path)} kan zo niet.${write(here)}`,
  invalid_value: ({ values }, here) => notAllowed(values.map(String), here),
  custom: (issue, here) => {
    const allowed: unknown = issue.params?.['allowed']
    return Array.isArray(allowed)
      ? `Bij deze soort (category) ${notAllowed(allowed.map(String), here)}`
      : `${nameOf(here.path)} kan zo niet.${write(here)}`
  },
}

/** The sentence of one issue. */
export function sentenceOf<C extends Issue['code']>(issue: IssueOf<C> & { code: C }, here: Here): string {
  const tell = SENTENCES[issue.code] as (issue: IssueOf<C>, here: Here) => string
  return tell(issue, here)
}
