import { DETECTOR_NAMES } from '../screening/detectors/index.ts'
import { MAX_PIECES, MAX_WAYS, MIN_LETTERS_BESIDE_STAR } from '../screening/language/parse.ts'
import type { TermError, TermProblem } from '../screening/language/problem.ts'
import { nearest } from './nearest.ts'

const SENTENCES: Readonly<Record<TermProblem, string>> = {
  'no-words': 'heeft geen letters of cijfers. Schrijf er minstens één woord.',
  'too-many-words': `is te lang. Hoogstens ${MAX_PIECES} woorden.`,
  'star-place': 'heeft een * op een verkeerde plaats. Een * staat voor of achter een woord, niet erin.',
  'star-short': `vindt te veel. Zet minstens ${MIN_LETTERS_BESIDE_STAR} letters naast de *.`,
  brackets: 'heeft een haakje dat niet klopt. Schrijf (dit|dat), of {lijst}.',
  'choice-empty': 'heeft haakjes zonder keuze. Schrijf (dit|dat), of (dit|) voor iets dat weg mag.',
  'too-many-ways': `heeft te veel keuzes samen. Hoogstens ${MAX_WAYS}. Maak er een lijst van.`,
  'connector-place': 'heeft ... of ~ of >> op een verkeerde plaats. Daar staat altijd iets voor en iets na.',
  'list-unknown': 'noemt een lijst die er niet is.',
  'list-circle': 'noemt een lijst die zichzelf noemt.',
  'list-plain': 'kan niet in een lijst. Daar staan alleen woorden, {lijsten} en keuzes.',
  'detector-unknown': 'noemt iets na @ dat de bot niet kent.',
}

/** What is wrong with a term or saying of the policy, and what to write instead. */
export function termSentence(said: string, { problem, about }: TermError, lists: readonly string[]): string {
  const sentence = `"${said}" ${SENTENCES[problem]}`
  if (about === undefined) return sentence
  if (problem === 'list-unknown') {
    const meant = nearest(about, lists)
    return meant === undefined
      ? `${sentence} Maak "${about}" in words/.`
      : `${sentence} Bedoelde je {${meant}}?`
  }
  if (problem === 'detector-unknown') {
    return `${sentence} Kies uit: ${DETECTOR_NAMES.map((name) => `@${name}`).join(', ')}.`
  }
  return sentence
}
