/** Discord's markdown inside a line, as data: what is drawn is made of it, never of text as HTML. */
export type Inline =
  | { readonly t: 'text'; readonly text: string }
  | { readonly t: 'code'; readonly text: string }
  | {
      readonly t: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'
      readonly inside: readonly Inline[]
    }
  | { readonly t: 'link'; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly t: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly t: 'command'; readonly name: string }
  | { readonly t: 'time'; readonly seconds: number; readonly style: string }
  | { readonly t: 'emoji'; readonly name: string }
  | { readonly t: 'everyone'; readonly name: string }

/** Deeper than anybody writes; deeper still is left as it was typed. */
const DEEPEST = 12

const PAIRS = [
  ['||', 'spoiler'],
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
] as const

const MASKED = /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?(?:\s+"[^"]*")?\)/
const ADDRESS = /^https?:\/\/[^\s<>]+/
const CODE = /^(`{1,2})([^`](?:[\s\S]*?[^`])?)\1(?!`)/
const ESCAPED = /^\\([^\p{L}\p{N}\s])/u
const ANGLED: readonly (readonly [RegExp, (found: RegExpExecArray) => Inline])[] = [
  [/^<@!?(\d+)>/, ([, id = '']) => ({ t: 'user', id })],
  [/^<@&(\d+)>/, ([, id = '']) => ({ t: 'role', id })],
  [/^<#(\d+)>/, ([, id = '']) => ({ t: 'channel', id })],
  [/^<\/([^:<>]{1,100}):\d+>/, ([, name = '']) => ({ t: 'command', name })],
  [
    /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/,
    ([, seconds, style = 'f']) => ({ t: 'time', seconds: Number(seconds), style }),
  ],
  [/^<a?:(\w{2,32}):\d+>/, ([, name = '']) => ({ t: 'emoji', name })],
  [/^<(https?:\/\/[^\s<>]+)>/, ([, url = '']) => ({ t: 'link', url, inside: [{ t: 'text', text: url }] })],
]

export function readInline(text: string, depth = 0): readonly Inline[] {
  const found: Inline[] = []
  let plain = ''
  let at = 0
  const put = (one: Inline): void => {
    if (plain !== '') found.push({ t: 'text', text: plain })
    plain = ''
    found.push(one)
  }
  while (at < text.length) {
    const next = depth > DEEPEST ? undefined : readOne(text, at, depth)
    if (next === undefined) plain += text[at++]
    else {
      if (next.one.t === 'text') plain += next.one.text
      else put(next.one)
      at = next.end
    }
  }
  if (plain !== '') found.push({ t: 'text', text: plain })
  return found
}

type Read = { readonly one: Inline; readonly end: number } | undefined

function readOne(text: string, at: number, depth: number): Read {
  switch (text[at]) {
    case '\\': {
      const found = ESCAPED.exec(text.slice(at, at + 3))
      return found === null
        ? undefined
        : { one: { t: 'text', text: found[1] ?? '' }, end: at + found[0].length }
    }
    case '`': {
      const found = CODE.exec(text.slice(at))
      return found === null
        ? undefined
        : { one: { t: 'code', text: found[2]?.trim() ?? '' }, end: at + found[0].length }
    }
    case '<':
      return readAngled(text, at)
    case '[':
      return readMasked(text, at, depth)
    case 'h':
      return readAddress(text, at)
    case '@': {
      const name = /^@(?:everyone|here)\b/.exec(text.slice(at, at + 10))?.[0]
      return name === undefined ? undefined : { one: { t: 'everyone', name }, end: at + name.length }
    }
    case '|':
    case '*':
    case '_':
    case '~':
      return readPair(text, at, depth)
    default:
      return undefined
  }
}

function readAngled(text: string, at: number): Read {
  const rest = text.slice(at, at + 2_100)
  for (const [pattern, make] of ANGLED) {
    const found = pattern.exec(rest)
    if (found !== null) return { one: make(found), end: at + found[0].length }
  }
  return undefined
}

function readMasked(text: string, at: number, depth: number): Read {
  const found = MASKED.exec(text.slice(at))
  if (found === null) return undefined
  const [whole, words = '', url = ''] = found
  return { one: { t: 'link', url, inside: readInline(words, depth + 1) }, end: at + whole.length }
}

function readAddress(text: string, at: number): Read {
  if (at > 0 && /\w/.test(text[at - 1] ?? '')) return undefined
  const found = ADDRESS.exec(text.slice(at))?.[0]
  if (found === undefined) return undefined
  // What ends a sentence is not part of an address; a bracket is, when it was opened in it.
  let url = found.replace(/[.,:;!?'"*_~|]+$/, '')
  if (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1)
  return { one: { t: 'link', url, inside: [{ t: 'text', text: url }] }, end: at + url.length }
}

function readPair(text: string, at: number, depth: number): Read {
  for (const [mark, t] of PAIRS) {
    if (!text.startsWith(mark, at)) continue
    const from = at + mark.length
    const to = closing(text, mark, from)
    if (to === -1 || to === from) continue
    return { one: { t, inside: readInline(text.slice(from, to), depth + 1) }, end: to + mark.length }
  }
  return undefined
}

/** Where a pair ends, past what is escaped or code; -1 when it does not. */
function closing(text: string, mark: string, from: number): number {
  const single = mark.length === 1
  if (single && /\s/.test(text[from] ?? ' ')) return -1
  // snake_case_words are words.
  if (mark === '_' && /\w/.test(text[from - 2] ?? '')) return -1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '`') at += (CODE.exec(text.slice(at))?.[0].length ?? 1) - 1
    else if (text.startsWith(mark, at)) {
      if (!single) return at + (text[at + mark.length] === mark[0] ? 1 : 0)
      if (text[at + 1] === mark) at++
      else if (!/\s/.test(text[at - 1] ?? ' ') && !(mark === '_' && /\w/.test(text[at + 1] ?? ''))) return at
    }
  }
  return -1
}
