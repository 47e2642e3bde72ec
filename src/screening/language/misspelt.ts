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
 * How a word is written wrong: two letters swapped, an inner letter left out, or asterisks for letters. Only for the
 * words of lists that ask for it, because for common words the misspelling is too often another word.
 */
export function misspellings(word: string): readonly string[] {
  const wrong = new Set([...swapped(word), ...withoutOne(word), ...starred(word)])
  wrong.delete(word)
  return [...wrong]
}
