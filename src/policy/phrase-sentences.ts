import { MAX_PHRASE_WORDS, MIN_LETTERS_BEFORE_STAR, type PhraseProblem } from '../screening/phrase.ts'

const SENTENCES: Readonly<Record<PhraseProblem, string>> = {
  'no-words': 'heeft geen letters of cijfers. Schrijf er minstens één woord.',
  'too-many-words': `is te lang. Hoogstens ${MAX_PHRASE_WORDS} woorden.`,
  'star-place': 'heeft een * op een verkeerde plaats. Een * kan alleen op het einde van een woord.',
  'star-short': `vindt te veel. Zet minstens ${MIN_LETTERS_BEFORE_STAR} letters voor de *.`,
}

/** What is wrong with a term or saying of the policy. */
export const phraseSentence = (said: string, problem: PhraseProblem): string =>
  `"${said}" ${SENTENCES[problem]}`
