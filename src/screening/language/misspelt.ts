import type { Entry } from './lists.ts'

/** Of shorter words every misspelling is another word. */
const SHORTEST = 3

function swapped(word: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 1 < word.length; at++) {
    found.push(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
  }
  return found
}

function withoutOne(word: string): string[] {
  const found: string[] = []
  for (let at = 1; at + 1 < word.length; at++) found.push(word.slice(0, at) + word.slice(at + 1))
  return found
}

/** "h*at", "ha*t", "h**t", and all but the ends: "k****r". */
function starred(word: string): string[] {
  if (word.length < 4) return []
  const found: string[] = []
  for (let at = 1; at + 1 < word.length; at++) {
    found.push(`${word.slice(0, at)}*${word.slice(at + 1)}`)
    if (at + 2 < word.length) found.push(`${word.slice(0, at)}**${word.slice(at + 2)}`)
  }
  found.push(word.charAt(0) + '*'.repeat(word.length - 2) + word.charAt(word.length - 1))
  return found
}

/**
 * The same sayings with one word misspelt: two letters swapped, an inner letter left out, or asterisks. Only for the
 * lists that ask for it, because for common words the misspelling is too often another word.
 *
 * @param existing - words that are never taken for a misspelling
 */
export function misspelt(entries: readonly Entry[], existing: ReadonlySet<string>): readonly Entry[] {
  const own = new Set(entries.flatMap((entry) => entry.map(({ word }) => word)))
  return entries.flatMap((entry) =>
    entry.flatMap(({ word, match }, at): readonly Entry[] => {
      if (match === 'end' || word.length < SHORTEST) return []
      const wrong = new Set([...swapped(word), ...withoutOne(word), ...starred(word)])
      return [...wrong]
        .filter((other) => other !== word && !own.has(other) && !existing.has(other))
        .map((other) => entry.map((one, index) => (index === at ? { ...one, word: other } : one)))
    }),
  )
}
