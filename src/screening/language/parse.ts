import type { WordMatch } from '../matching/vocabulary.ts'
import { plainWords } from './plain-words.ts'
import { TermError } from './problem.ts'

/** How a piece of a term follows the one before it. */
export type Connector = 'next' | 'gap' | 'near' | 'later'

/** One word of a term: exactly this one, every word that begins so (`moord*`), or that ends so (`*tuig`). */
export interface TermWord {
  readonly word: string
  readonly match: WordMatch
  /** As the policy writes it, where that differs (accents): for those who look for it in the raw text. */
  readonly written?: string
}

export type Piece =
  | ({ readonly type: 'word' } & TermWord)
  /** `{groep}`; with letters around it, glued: `kanker{groep}`. */
  | { readonly type: 'list'; readonly name: string; readonly before: string; readonly after: string }
  /** `(ben|zijt)`: one of these, each a row of steps. */
  | { readonly type: 'choice'; readonly said: string; readonly options: readonly (readonly Step[])[] }
  /** `@telefoon` */
  | { readonly type: 'detector'; readonly name: string }

/** A piece with how it follows the one before; the first follows as `next`. */
export interface Step {
  readonly piece: Piece
  readonly by: Connector
}

export const MAX_PIECES = 12
/** Fewer letters beside a star would match half the dictionary. */
export const MIN_LETTERS_BESIDE_STAR = 3
/** The ways that the choices of one term may make together. */
export const MAX_WAYS = 200

const CONNECTORS: ReadonlyMap<string, Connector> = new Map([
  ['...', 'gap'],
  ['…', 'gap'],
  ['~', 'near'],
  ['>>', 'later'],
])

/** A term as people write it, taken apart. `ways`: one with and one without each part that may be left out. */
export interface Term {
  readonly said: string
  readonly ways: readonly (readonly Step[])[]
  /** Only where the sentence stops. */
  readonly atEnd: boolean
}

/** Stands for a choice while a term is cut at its spaces; no policy can hold this character. */
const CHOICE = '\u0001'

interface Opened {
  readonly ways: readonly string[]
  readonly choices: readonly string[]
}

/** A choice that stands alone between spaces, of words that follow each other, is one piece of the term. */
const isPiece = (before: string, options: readonly string[], after: string): boolean =>
  (before === '' || before.endsWith(' ')) &&
  (after === '' || after.startsWith(' ')) &&
  options.every((option) => option.split(' ').every((token) => !CONNECTORS.has(token)))

/**
 * Takes the brackets away. "(ben|zijt) dom" keeps its choice as one piece; what may be left out, stands apart or is
 * glued to a word makes more ways to say the term.
 */
function open(said: string, choices: readonly string[] = []): Opened {
  const from = said.indexOf('(')
  if (from === -1) {
    if (/[)|]/u.test(said)) throw new TermError('brackets')
    return { ways: [said], choices }
  }
  const until = said.indexOf(')', from)
  const inside = said.slice(from + 1, until)
  const before = said.slice(0, from)
  if (until === -1 || inside.includes('(') || /[)|]/u.test(before)) throw new TermError('brackets')
  const options = inside.split('|').map((option) => option.trim())
  if (options.length < 2) throw new TermError('choice-empty')
  const after = said.slice(until + 1)
  const written = options.filter((option) => option !== '')
  const asPiece = written.length > 0 && isPiece(before, written, after)
  const heads = asPiece ? [`${CHOICE}${choices.length}`, ...(options.includes('') ? [''] : [])] : options
  const rest = open(after, asPiece ? [...choices, written.join('|')] : choices)
  const ways = heads.flatMap((head) => rest.ways.map((way) => `${before}${head}${way}`))
  if (ways.length > MAX_WAYS) throw new TermError('too-many-ways')
  return { ways, choices: rest.choices }
}

const WORD = /^[a-z]+$/
const BEGINNING = /^[a-z]{3,}\*$/

function wordPieces(token: string): Piece[] {
  // What nearly all are.
  if (WORD.test(token)) return [{ type: 'word', word: token, match: 'exact' }]
  if (BEGINNING.test(token)) return [{ type: 'word', word: token.slice(0, -1), match: 'start' }]
  const first = token.startsWith('*')
  const last = /\*[.!?,]*$/u.test(token) && token.length > 1
  const inner = token.replace(/^\*/u, '').replace(/\*[.!?,]*$/u, '')
  if (inner.includes('*') || (first && last)) throw new TermError('star-place')
  const words = plainWords(inner)
  return words.map((word, index): Piece => {
    const match =
      last && index === words.length - 1 ? 'start' : first && index === 0 ? 'end' : ('exact' as const)
    if (match !== 'exact' && word.length < MIN_LETTERS_BESIDE_STAR) throw new TermError('star-short')
    const written = words.length === 1 && inner.toLowerCase() !== word ? inner.toLowerCase() : undefined
    return written === undefined ? { type: 'word', word, match } : { type: 'word', word, match, written }
  })
}

const glued = (text: string): string => plainWords(text).join('')

const LIST = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/u

function piecesOf(token: string, choices: readonly string[]): Piece[] {
  if (token.startsWith(CHOICE)) {
    const said = choices[Number(token.slice(1))] ?? ''
    return [{ type: 'choice', said, options: said.split('|').map((option) => stepsOf(option, [])) }]
  }
  if (token.startsWith('@')) return [{ type: 'detector', name: token.slice(1).replace(/[.,!?]+$/u, '') }]
  if (!/[{}]/u.test(token)) return wordPieces(token)
  const list = LIST.exec(token)
  if (list === null) throw new TermError('brackets')
  const [, before = '', name = '', after = ''] = list
  if (`${before}${after}`.includes('*')) throw new TermError('star-place')
  return [{ type: 'list', name, before: glued(before), after: glued(after) }]
}

function stepsOf(way: string, choices: readonly string[]): readonly Step[] {
  const steps: Step[] = []
  let by: Connector = 'next'
  let connected = false
  for (const token of way.split(' ')) {
    if (token === '') continue
    const connector = CONNECTORS.get(token)
    if (connector !== undefined) {
      if (connected || steps.length === 0) throw new TermError('connector-place')
      by = connector
      connected = true
      continue
    }
    for (const piece of piecesOf(token, choices)) {
      steps.push({ piece, by })
      by = 'next'
      connected = false
    }
  }
  if (connected) throw new TermError('connector-place')
  if (steps.length === 0) throw new TermError('no-words')
  if (steps.length > MAX_PIECES) throw new TermError('too-many-words')
  return steps
}

/**
 * What was read before: the loader checks every term, and the screening then reads the same ones, in the same turn. It
 * holds megabytes that nobody asks for any more once both are done, so it is given up when there is no room.
 */
let terms: WeakRef<Map<string, Term>> | undefined

function termsRead(): Map<string, Term> {
  const known = terms?.deref()
  if (known !== undefined) return known
  const fresh = new Map<string, Term>()
  terms = new WeakRef(fresh)
  return fresh
}

/**
 * Reads a term as it stands in a policy file (docs/screening.md, "The language of terms").
 *
 * @throws {@link TermError}
 */
export function parseTerm(said: string): Term {
  const read = termsRead()
  const known = read.get(said)
  if (known !== undefined) return known
  const term = parseAnew(said)
  read.set(said, term)
  return term
}

/** Most terms are words with a space between. */
const WORDS = /^[a-z]+(?: [a-z]+)*$/

const plainStep = (word: string): Step => ({ piece: { type: 'word', word, match: 'exact' }, by: 'next' })

function parseAnew(said: string): Term {
  if (WORDS.test(said)) {
    const steps = said.includes(' ') ? said.split(' ').map(plainStep) : [plainStep(said)]
    if (steps.length > MAX_PIECES) throw new TermError('too-many-words')
    return { said, ways: [steps], atEnd: false }
  }
  const trimmed = said.trim()
  const atEnd = trimmed.endsWith('.') && !trimmed.endsWith('..')
  const { ways, choices } = open((atEnd ? trimmed.slice(0, -1) : trimmed).replaceAll(/\s+/gu, ' '))
  const different = [...new Set(ways.map((way) => way.trim()))]
  return { said, ways: different.map((way) => stepsOf(way, choices)), atEnd }
}
