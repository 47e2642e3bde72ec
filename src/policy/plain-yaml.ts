/**
 * Reads YAML as people write it in a policy: tables and lists by indentation, `[lists]` and `{tables}`, texts of one
 * line with or without quotes, texts under `>-`, whole numbers, true and false. The library for YAML makes a start
 * hundreds of milliseconds longer, so it reads only what is written in another way, and what is wrong: it tells the
 * problems.
 *
 * What is read here means the same to the library, without an error or a warning (test/unit/policy/plain-yaml.test.ts).
 * At the least doubt a text is left to it.
 */

type Table = Record<string, unknown>

/** Thrown, and never seen outside of this file: the text holds something that is left to the library. */
const NOT_PLAIN = new Error('not plain')
function leave(): never {
  throw NOT_PLAIN
}

/** Tabs, carriage returns, and what looks like a space or a new line and is none. */
// oxlint-disable-next-line no-control-regex
const STRANGE = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/
const KEY = /([A-Za-z][\w.-]{0,99}):(?= |\n|$)/y
const IN_FLOW = /[^\n,[\]{}]+/y
/** With these begins something else than a text, or perhaps. */
const NO_TEXT = /^[-?:,[\]{}#&*!|>'"%@`~.+<=\\ ]/
const WHOLE = /^(0|[1-9]\d{0,14})$/
const NUMBER = /^\d[\d.]*([eE][-+]?\d+)?$|^0[ox]/
const NO_TEXTS = new Set(['null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'])
/** Deeper than any policy; the library answers to what is endless. */
const DEEPEST = 20

const SPACE = 32
const NEW_LINE = 10
const HASH = 35
const COMMA = 44
const QUOTES = 34
const APOSTROPHE = 39
const LIST = { open: 91, close: 93 } as const
const TABLE = { open: 123, close: 125 } as const
const FOLDED = '>-\n'
const AT_END = -1

/** What a text without quotes stands for. */
function meaningOf(said: string): unknown {
  if (said === 'true') return true
  if (said === 'false') return false
  if (WHOLE.test(said)) return Number(said)
  return said === '' || NO_TEXT.test(said) || NUMBER.test(said) || NO_TEXTS.has(said) ? leave() : said
}

/** A text without the spaces at its end; no other white space comes here. */
function trimmed(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === SPACE) end -= 1
  return text.slice(0, end)
}

/** Reads a whole text. Throws `NOT_PLAIN`. */
function readAll(text: string): unknown {
  let at = 0
  /** How far the next line that says something stands in. */
  let indent = AT_END
  let depth = 0

  const endOfLine = (): number => {
    const end = text.indexOf('\n', at)
    return end === -1 ? text.length : end
  }
  const passSpaces = (): number => {
    const begin = at
    while (text.charCodeAt(at) === SPACE) at += 1
    return at - begin
  }
  /** From the beginning of a line to the next that says something. */
  const toNext = (): void => {
    for (;;) {
      const spaces = passSpaces()
      const unit = text.charCodeAt(at)
      if (unit !== NEW_LINE && unit !== HASH) {
        indent = at < text.length ? spaces : AT_END
        return
      }
      at = endOfLine() + 1
    }
  }
  /** Nothing but a remark may stand behind a value. */
  const closeLine = (): void => {
    if (passSpaces() > 0 && text.charCodeAt(at) === HASH) at = endOfLine()
    if (at < text.length && text.charCodeAt(at) !== NEW_LINE) leave()
    at += 1
    toNext()
  }
  const deeper = <T>(read: () => T): T => {
    if (++depth > DEEPEST) leave()
    const value = read()
    depth -= 1
    return value
  }
  const key = (): string | undefined => {
    KEY.lastIndex = at
    const name = KEY.exec(text)?.[1]
    if (name === undefined) return undefined
    at += name.length + 1
    return NO_TEXTS.has(name) ? leave() : name
  }
  const put = (table: Table, value: () => unknown): void => {
    const name = key() ?? leave()
    if (Object.hasOwn(table, name)) leave()
    table[name] = value()
  }

  const quoted = (): string | undefined => {
    const unit = text.charCodeAt(at)
    if (unit !== QUOTES && unit !== APOSTROPHE) return undefined
    const end = text.indexOf(text.charAt(at), at + 1)
    const said = end === -1 ? leave() : text.slice(at + 1, end)
    // A text of more lines; a stroke that changes what comes behind it; two apostrophes, which are one.
    if (said.includes('\n') || said.includes('\\') || text.charCodeAt(end + 1) === unit) leave()
    at = end + 1
    return said
  }

  /** In brackets a new line may begin anywhere between two things, further in than what holds the brackets. */
  const passInFlow = (outer: number): void => {
    passSpaces()
    if (text.charCodeAt(at) !== NEW_LINE) return
    at += 1
    if (passSpaces() <= outer || text.charCodeAt(at) === NEW_LINE) leave()
  }
  const flow = (outer: number): unknown => {
    const isTable = text.charCodeAt(at) === TABLE.open
    const { close } = isTable ? TABLE : LIST
    const list: unknown[] = []
    const table: Table = {}
    const value = (): unknown => {
      passInFlow(outer)
      return flowValue(outer)
    }
    do {
      at += 1
      passInFlow(outer)
      if (list.length === 0 && text.charCodeAt(at) === close && Object.keys(table).length === 0) break
      if (isTable) put(table, value)
      else list.push(value())
      passInFlow(outer)
    } while (text.charCodeAt(at) === COMMA)
    if (text.charCodeAt(at) !== close) leave()
    at += 1
    return isTable ? table : list
  }
  const flowValue = (outer: number): unknown => {
    const unit = text.charCodeAt(at)
    if (unit === LIST.open || unit === TABLE.open) return deeper(() => flow(outer))
    const inQuotes = quoted()
    if (inQuotes !== undefined) return inQuotes
    IN_FLOW.lastIndex = at
    const said = trimmed(IN_FLOW.exec(text)?.[0] ?? leave())
    if (/ #|:(?![A-Za-z0-9/])/.test(said)) leave()
    at += said.length
    return meaningOf(said)
  }

  const lineOfText = (): unknown => {
    const line = text.slice(at, endOfLine())
    const remark = line.indexOf(' #')
    const said = trimmed(remark === -1 ? line : line.slice(0, remark))
    if (said.includes(': ') || said.endsWith(':')) leave()
    at += said.length
    return meaningOf(said)
  }
  /** Lines that are one text: all equally far in, without empty lines between them. */
  const folded = (outer: number): string => {
    const lines: string[] = []
    at += FOLDED.length
    const inner = passSpaces()
    for (let spaces = inner; spaces > outer && at < text.length; spaces = passSpaces()) {
      const line = text.slice(at, endOfLine())
      if (spaces !== inner || line === '' || line.endsWith(' ')) leave()
      lines.push(line)
      at = Math.min(endOfLine() + 1, text.length)
      // Behind an empty line the text may go on, also with what looks like a remark.
      while (text.charCodeAt(at) === NEW_LINE) at += 1
      if (text.charCodeAt(at - 2) === NEW_LINE && text.startsWith(' '.repeat(outer + 1), at)) leave()
    }
    // Of a line of nothing but spaces the library keeps some.
    if (lines.length === 0 || !text.endsWith('\n') || text.charCodeAt(at) === NEW_LINE) leave()
    // Back to the beginning of the line that ended it.
    at = text.lastIndexOf('\n', at - 1) + 1
    toNext()
    return lines.join(' ')
  }
  /** What stands behind a name or a dash, in a table or list that stands in so far as `outer`. */
  const inline = (outer: number): unknown => {
    if (text.startsWith(FOLDED, at)) return folded(outer)
    const unit = text.charCodeAt(at)
    const isFlow = unit === LIST.open || unit === TABLE.open
    const value = isFlow ? flowValue(outer) : (quoted() ?? lineOfText())
    closeLine()
    return value
  }

  const isAt = (outer: number): boolean => indent === outer
  const isItem = (): boolean => text.startsWith('- ', at)
  const items = (outer: number): unknown[] => {
    const all: unknown[] = []
    while (isAt(outer)) {
      if (!isItem()) leave()
      at += 2
      KEY.lastIndex = at
      if (KEY.test(text)) {
        // A table of which the first name stands behind the dash.
        indent = outer + 2
        all.push(deeper(() => pairs(outer + 2)))
      } else all.push(inline(outer))
    }
    // Text that goes on below, or something that stands neither in this nor outside of it.
    return indent > outer ? leave() : all
  }
  const pairs = (outer: number): Table => {
    const all: Table = {}
    while (isAt(outer)) put(all, () => valueIn(outer))
    return indent > outer ? leave() : all
  }
  const block = (): unknown => deeper(() => (isItem() ? items(indent) : pairs(indent)))
  const valueIn = (outer: number): unknown => {
    const begin = at
    passSpaces()
    const unit = text.charCodeAt(at)
    if (at < text.length && unit !== NEW_LINE && unit !== HASH) return inline(outer)
    at = begin
    closeLine()
    return indent > outer ? block() : leave()
  }

  toNext()
  const data = indent === 0 ? block() : leave()
  return indent === AT_END ? data : leave()
}

/** What a text of plain YAML says; `undefined` where the library must look. */
export function readPlainYaml(text: string): unknown {
  if (STRANGE.test(text)) return undefined
  try {
    return readAll(text)
  } catch (error) {
    if (error === NOT_PLAIN) return undefined
    throw error
  }
}
