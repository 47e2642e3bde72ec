import type { Hard } from './measure.ts'

/** One thing that makes a text hard, as a kind hint for a youth worker: what it is, and what to write instead. */
export function describeHard({ trouble, at = '', is = 0, limit = 0, say = '', why = '' }: Hard): string {
  switch (trouble) {
    case 'sentence':
      return `een zin heeft ${is} woorden, liefst hoogstens ${limit}. Maak er twee van: “${at}”`
    case 'mean':
      return `de zinnen hebben gemiddeld ${is} woorden, liefst hoogstens ${limit}. Maak ze korter.`
    case 'word':
      return `“${at}” kennen veel jongeren niet (${why}). Schrijf liever: ${say}.`
    case 'form':
      return `“${at}” leest moeilijk (${why}). Schrijf liever: ${say}.`
    case 'clause':
      return `“${at.trim()}” maakt een zin in een zin. In een heel eenvoudige tekst: een nieuwe zin.`
    case 'score':
      return `de tekst leest moeilijk (leesbaarheid ${is}, liefst ${limit} of meer). Kies kortere woorden en zinnen.`
  }
}
