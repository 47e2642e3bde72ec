import { isDetector } from '../detectors/index.ts'
import { MOST_GLUED } from './atoms.ts'
import type { ResolvedLists } from './lists.ts'
import { parseTerm, type Piece, type Step } from './parse.ts'
import { TermError } from './problem.ts'

/**
 * Tells of a saying what is wrong with it; undefined when it can be used. It looks where `createAtoms` does, in the same
 * order, and makes nothing of what it finds: a start checks all sayings before it makes the atoms of any.
 */
export function createTermCheck(lists: ResolvedLists): (said: string) => TermError | undefined {
  const fine = new Set<string>()

  const checkSteps = (steps: readonly Step[]): void => {
    for (const { piece } of steps) if (piece.type !== 'word') checkPiece(piece)
  }
  const checkPiece = (piece: Exclude<Piece, { type: 'word' }>): void => {
    if (piece.type === 'detector') {
      if (!isDetector(piece.name)) throw new TermError('detector-unknown', piece.name)
      return
    }
    const key = piece.type === 'choice' ? `(${piece.said})` : `${piece.before}{${piece.name}}${piece.after}`
    if (fine.has(key)) return
    if (piece.type === 'choice') for (const option of piece.options) checkSteps(option)
    else if (piece.before === '' && piece.after === '') {
      for (const way of lists.waysOf(piece.name)) checkSteps(way)
    } else if (lists.rowsOf(piece, MOST_GLUED) === undefined) throw new TermError('too-many-ways')
    fine.add(key)
  }

  return (said) => {
    try {
      for (const way of parseTerm(said).ways) checkSteps(way)
      return undefined
    } catch (error) {
      if (error instanceof TermError) return error
      throw error
    }
  }
}
