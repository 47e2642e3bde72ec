import { CATEGORIES, type Category } from '../screening/kinds.ts'

/**
 * What people judged about a sentence. `one`: only whether it belongs to the category that is scored. `all`: all that
 * it belongs to, and so also what it does not belong to.
 */
export type Gold =
  | { readonly about: 'one'; readonly yes: boolean }
  | { readonly about: 'all'; readonly categories: readonly Category[] }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const YES = words('hateful hatespeech hate-speech toxic offensive abusive positive pos flag yes y ja true 1')
const NO = words('negative neg no n nee false 0')
/** Belongs to nothing at all. */
const NOTHING = words('none nothing benign ok clean safe normal neutral geen niets gewoon neutraal')
const NOT = /^(?:non|not|no|niet|geen)-?/

const isCategory = (word: string): word is Category => (CATEGORIES as readonly string[]).includes(word)

function fromWord(said: string): Gold | undefined {
  const word = said
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  if (isCategory(word)) return { about: 'all', categories: [word] }
  if (YES.has(word)) return { about: 'one', yes: true }
  if (NO.has(word)) return { about: 'one', yes: false }
  if (NOTHING.has(word)) return { about: 'all', categories: [] }
  const bare = word.replace(NOT, '')
  return bare !== word && (YES.has(bare) || bare === 'hate') ? { about: 'one', yes: false } : undefined
}

function fromList(list: readonly unknown[]): Gold | undefined {
  const categories: Category[] = []
  for (const one of list) {
    const gold = typeof one === 'string' ? fromWord(one) : undefined
    if (gold?.about !== 'all') return undefined
    categories.push(...gold.categories)
  }
  return { about: 'all', categories }
}

/**
 * Understands a verdict as people write it down: hateful / non-hateful, 1 / 0, true / false, the name of a category,
 * a list of them, or "none".
 *
 * @param positive - the word that means yes; then everything else means no
 * @returns undefined when it is not understood
 */
export function goldOf(value: unknown, positive?: string): Gold | undefined {
  if (positive !== undefined) {
    const plain = ['string', 'number', 'boolean'].includes(typeof value)
    return plain
      ? { about: 'one', yes: String(value).trim().toLowerCase() === positive.trim().toLowerCase() }
      : undefined
  }
  if (typeof value === 'string') return fromWord(value)
  if (typeof value === 'boolean') return { about: 'one', yes: value }
  if (value === 0 || value === 1) return { about: 'one', yes: value === 1 }
  return Array.isArray(value) ? fromList(value) : undefined
}
