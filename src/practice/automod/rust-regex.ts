/** A pattern that can be run, or why not: `rust` when Discord would refuse it too, `here` when it would take it. */
export type RustRegex =
  | { readonly ok: true; readonly runs: RegExp }
  | { readonly ok: false; readonly by: 'rust' | 'here'; readonly why: string }

class Refusal extends Error {
  readonly by: 'rust' | 'here'
  constructor(by: 'rust' | 'here', why: string) {
    super(why)
    this.by = by
  }
}

/** What Rust means by its classes; JavaScript means less. */
const word = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`
const classes: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  s: String.raw`\p{White_Space}`,
  S: String.raw`\P{White_Space}`,
}
const outside: Readonly<Record<string, string>> = {
  ...classes,
  w: `[${word}]`,
  W: `[^${word}]`,
  b: `(?:(?<![${word}])(?=[${word}])|(?<=[${word}])(?![${word}]))`,
  B: `(?:(?<![${word}])(?![${word}])|(?<=[${word}])(?=[${word}]))`,
  A: String.raw`(?<![\s\S])`,
  z: String.raw`(?![\s\S])`,
}
const inside: Readonly<Record<string, string>> = { ...classes, w: word }
const plain: Readonly<Record<string, string>> = {
  n: '\\n',
  r: '\\r',
  t: '\\t',
  f: '\\f',
  v: '\\v',
  a: '\\x07',
}
const syntax = new Set('^$\\.*+?()[]{}|/-')

/**
 * Turns a pattern of Rust's `regex` crate, which Discord uses, into one that runs here and means the same. What Rust
 * does not know (looking around, referring back) is refused as Discord does; what Rust knows and this does not (sets
 * of sets, flags in the middle, repetition within repetition, which could run for hours here) is refused with a note.
 * Source: Discord, Auto Moderation, Trigger Metadata.
 */
export function fromRust(written: string): RustRegex {
  try {
    return { ok: true, runs: translate(written) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, by: error.by, why: error.message }
    return { ok: false, by: 'here', why: 'it cannot be made into a pattern that runs here' }
  }
}

interface Reader {
  readonly text: string
  at: number
}

const peek = (reader: Reader, text: string): boolean => reader.text.startsWith(text, reader.at)

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern, 'yu')
  sticky.lastIndex = reader.at
  const found = sticky.exec(reader.text)
  if (found === null) return undefined
  reader.at += found[0].length
  return found
}

function translate(written: string): RegExp {
  const reader: Reader = { text: written, at: 0 }
  const flags = take(reader, /\(\?([ims]+)\)/)?.[1] ?? ''
  let out = ''
  /** For each open group whether something in it repeats without end. */
  const groups: boolean[] = [false]
  let lastRepeats = false
  while (reader.at < written.length) {
    const repeats = take(reader, /[*+?]|\{\d+(,\d*)?\}/)
    if (repeats !== undefined) {
      if (out === '') throw new Refusal('rust', 'it repeats nothing')
      const endless = /^[*+]|,\}$/.test(repeats[0])
      if (endless && lastRepeats) throw new Refusal('here', 'it repeats what repeats already')
      if (endless) groups[groups.length - 1] = true
      out += repeats[0] + (take(reader, /\?/)?.[0] ?? '')
      continue
    }
    lastRepeats = false
    if (peek(reader, '(')) {
      out += openGroup(reader)
      groups.push(false)
    } else if (take(reader, /\)/) !== undefined) {
      if (groups.length === 1) throw new Refusal('rust', 'it closes a group that is not open')
      lastRepeats = groups.pop() === true
      if (lastRepeats) groups[groups.length - 1] = true
      out += ')'
    } else if (peek(reader, '[')) out += readSet(reader)
    else if (peek(reader, '\\')) out += readEscape(reader, outside)
    else out += readLiteral(reader, flags)
  }
  if (groups.length > 1) throw new Refusal('rust', 'it leaves a group open')
  return new RegExp(out, `u${flags.replaceAll('s', '')}`)
}

function openGroup(reader: Reader): string {
  if (take(reader, /\(\?(?:[=!]|<[=!])/) !== undefined)
    throw new Refusal('rust', 'it looks around, which Rust does not')
  const named = take(reader, /\(\?P?<(\w+)>/)
  if (named !== undefined) return `(?<${named[1] ?? ''}>`
  if (take(reader, /\(\?:/) !== undefined) return '(?:'
  if (peek(reader, '(?')) throw new Refusal('here', 'it changes flags in the middle')
  reader.at += 1
  return '('
}

function readLiteral(reader: Reader, flags: string): string {
  const [char = ''] = take(reader, /[\s\S]/) ?? []
  if (char === '{') throw new Refusal('rust', 'it opens a repetition that says no number')
  if (char === '.') return flags.includes('s') ? String.raw`[\s\S]` : String.raw`[^\n]`
  return char === '}' || char === ']' ? `\\${char}` : char
}

function readEscape(reader: Reader, known: Readonly<Record<string, string>>): string {
  reader.at += 1
  const property = take(reader, /([pP])(?:\{(\^?[\w=]+)\}|([A-Z]))/)
  if (property !== undefined) return `\\${property[1] ?? 'p'}{${property[2] ?? property[3] ?? ''}}`
  const code = take(reader, /(?:x|u|U)\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})/)
  if (code !== undefined) return `\\u{${code[1] ?? code[2] ?? code[3] ?? ''}}`
  const [char = ''] = take(reader, /[\s\S]/) ?? []
  const meaning = known[char] ?? plain[char]
  if (meaning !== undefined) return meaning
  if (/[1-9k]/.test(char)) throw new Refusal('rust', 'it refers back, which Rust does not')
  if (/[A-Za-z]/.test(char))
    throw new Refusal(known === inside && /[WbB]/.test(char) ? 'here' : 'rust', `\\${char} is not known`)
  if (char === '') throw new Refusal('rust', 'it ends in a backslash')
  return syntax.has(char) ? `\\${char}` : char
}

function readSet(reader: Reader): string {
  reader.at += 1
  let out = `[${take(reader, /\^/)?.[0] ?? ''}`
  let isFirst = true
  while (isFirst || !peek(reader, ']')) {
    if (reader.at >= reader.text.length) throw new Refusal('rust', 'it leaves a set open')
    if (peek(reader, '[')) throw new Refusal('here', 'it has a set within a set')
    if (/^(&&|--|~~)/.test(reader.text.slice(reader.at)))
      throw new Refusal('here', 'it takes one set from another')
    if (peek(reader, '\\')) out += readEscape(reader, inside)
    else {
      const [char = ''] = take(reader, /[\s\S]/) ?? []
      out += char === ']' || char === '^' ? `\\${char}` : char
    }
    isFirst = false
  }
  reader.at += 1
  return `${out}]`
}
