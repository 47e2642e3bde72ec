import { asSealed, type Seal } from '../privacy/sealed.ts'
import { marksOf } from './gist.ts'
import { aboutFlag, type StoredFlag } from './row.ts'
import { unpackWords } from './words.ts'

/**
 * The words of a flag under another day, and their marks with them: under its old day a mark could be tried out longer
 * than the words are kept. What was forgotten by then stays forgotten.
 */
export const shutAgain = async (
  seal: Pick<Seal, 'open' | 'seal' | 'mark'>,
  flag: Pick<StoredFlag, 'words' | 'houseId' | 'subjectKey' | 'category'>,
  deleteAfter: Date,
): Promise<Pick<StoredFlag, 'words' | 'wordsMark' | 'alikeMark' | 'deleteAfter'>> => {
  const about = aboutFlag(flag.houseId, flag.subjectKey)
  const words = flag.words === null ? undefined : await seal.open(asSealed(flag.words), about)
  if (words === undefined) return { words: null, wordsMark: null, alikeMark: null, deleteAfter }
  return {
    words: await seal.seal(words, deleteAfter, about),
    ...(await marksOf(seal, unpackWords(words)[0], flag.category, deleteAfter)),
    deleteAfter,
  }
}
