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

const CONNECTORS: Readonly<Record<string, Connector>> = {
  '...': 'gap',
  '…': 'gap',
  '~': 'near',
  '>>': 'later',
}

/** A term as people write it, taken apart. `ways`: one for each combination of its choices. */
export interface Term {
  readonly said: string
  readonly ways: readonly (readonly Step[])[]
  /** Only where the sentence stops. */
  readonly atEnd: boolean
}

/** Puts every choice in its place: "(ben|zijt) dom" is two ways. */
function waysOf(said: string): readonly string[] {
  const open = said.indexOf('(')
  if (open === -1) {
    if (/[)|]/u.test(said)) throw new TermError('brackets')
    return [said]
  }
  const close = said.indexOf(')', open)
  const inside = said.slice(open + 1, close)
  if (close === -1 || inside.includes('(')) throw new TermError('brackets')
  const options = inside.split('|')
  if (options.length < 2) throw new TermError('choice-empty')
  const before = said.slice(0, open)
  const rest = waysOf(said.slice(close + 1))
  if (before.includes(')') || before.includes('|')) throw new TermError('brackets')
  const ways = options.flatMap((option) => rest.map((after) => `${before}${option}${after}`))
  if (ways.length > MAX_WAYS) throw new TermError('too-many-ways')
  return ways
}

function wordPieces(token: string): Piece[] {
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
    return { type: 'word', word, match, ...(written === undefined ? {} : { written }) }
  })
}

const glued = (text: string): string => plainWords(text).join('')

const LIST = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/u

function piecesOf(token: string): Piece[] {
  if (token.startsWith('@')) return [{ type: 'detector', name: token.slice(1).replace(/[.,!?]+$/u, '') }]
  if (!/[{}]/u.test(token)) return wordPieces(token)
  const list = LIST.exec(token)
  if (list === null) throw new TermError('brackets')
  const [, before = '', name = '', after = ''] = list
  if (`${before}${after}`.includes('*')) throw new TermError('star-place')
  return [{ type: 'list', name, before: glued(before), after: glued(after) }]
}

function stepsOf(way: string): readonly Step[] {
  const steps: Step[] = []
  let by: Connector = 'next'
  let connected = false
  for (const token of way.trim().split(/\s+/u)) {
    const connector = CONNECTORS[token]
    if (connector !== undefined) {
      if (connected || steps.length === 0) throw new TermError('connector-place')
      by = connector
      connected = true
      continue
    }
    for (const piece of piecesOf(token)) {
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
 * Reads a term as it stands in a policy file (docs/screening.md, "The language of terms").
 *
 * @throws {@link TermError}
 */
export function parseTerm(said: string): Term {
  const trimmed = said.trim()
  const atEnd = trimmed.endsWith('.') && !trimmed.endsWith('..')
  const ways = [...new Set(waysOf(atEnd ? trimmed.slice(0, -1) : trimmed).map((way) => way.trim()))]
  return { said, ways: ways.map(stepsOf), atEnd }
}
