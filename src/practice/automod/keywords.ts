import type { Match } from './model.ts'

interface Keyword {
  readonly keyword: string
  readonly pattern: string
}

type Span = readonly [start: number, end: number]

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** A word as a pattern: an asterisk at an end opens that end, without it there is white space or nothing there. */
function patternOf(keyword: string): string | undefined {
  const opensBefore = keyword.startsWith('*')
  const opensAfter = keyword.length > 1 && keyword.endsWith('*')
  const word = keyword.slice(opensBefore ? 1 : 0, opensAfter ? -1 : undefined)
  if (word === '') return undefined
  return `${opensBefore ? '' : String.raw`(?<!\S)`}${escaped(word)}${opensAfter ? '' : String.raw`(?!\S)`}`
}

const compiled = (keywords: readonly string[]): Keyword[] =>
  keywords.flatMap((keyword) => {
    const pattern = patternOf(keyword)
    return pattern === undefined ? [] : [{ keyword, pattern }]
  })

/**
 * Makes a search for words and patterns, any case, that passes over what stands inside a word of the allow list: how
 * the two lists meet is not documented. The first word of the list that is found is the one that is named.
 * Source: Discord, Auto Moderation, Keyword Matching Strategies.
 *
 * @param regexes - patterns that were made runnable, with how the rule writes them
 */
export function createWordSearch(
  keywords: readonly string[],
  regexes: readonly { readonly written: string; readonly runs: RegExp }[],
  allowList: readonly string[],
): (content: string) => Match | undefined {
  const wanted = compiled(keywords)
  // One pass over all words at once: most messages hold none of a thousand.
  const any = wanted.length === 0 ? undefined : new RegExp(wanted.map((one) => one.pattern).join('|'), 'iu')
  const allowed = compiled(allowList).map((one) => one.pattern)
  return (content) => {
    const spans = allowed.flatMap((pattern) => spansOf(new RegExp(pattern, 'giu'), content))
    if (any?.test(content) === true) {
      for (const { keyword, pattern } of wanted) {
        const found = firstOutside(new RegExp(pattern, 'giu'), content, spans)
        if (found !== undefined) return { keyword, content: found }
      }
    }
    for (const { written, runs } of regexes) {
      const found = firstOutside(new RegExp(runs, 'g' + runs.flags.replace('g', '')), content, spans)
      if (found !== undefined) return { keyword: written, content: found }
    }
    return undefined
  }
}

const spansOf = (pattern: RegExp, content: string): Span[] =>
  [...content.matchAll(pattern)].map((one) => [one.index, one.index + one[0].length])

function firstOutside(pattern: RegExp, content: string, spans: readonly Span[]): string | undefined {
  for (const [start, end] of spansOf(pattern, content)) {
    if (!spans.some(([from, to]) => from <= start && end <= to)) return content.slice(start, end)
  }
  return undefined
}
