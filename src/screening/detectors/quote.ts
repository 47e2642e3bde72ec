import type { Place } from './plain.ts'

/** What opens a quotation, and every mark that closes it. An apostrophe opens none: it stands inside words. */
const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”"', '„': '”“"', '«': '»', '‘': '’' }

/** Where somebody's words are quoted, marks included. Linear: each mark is looked at once. */
export function quotations(text: string): readonly Place[] {
  const found: Place[] = []
  let start = 0
  let closers: string | undefined
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (closers === undefined) {
      closers = Object.hasOwn(PAIRS, mark) ? PAIRS[mark] : undefined
      start = at
    } else if (closers.includes(mark)) {
      found.push({ start, end: at + 1 })
      closers = undefined
    }
  }
  return found
}
