import { readInline } from './inline.ts'
import type { Inline } from './inline.ts'

/** Discord's markdown over lines. */
export type Block =
  | { readonly t: 'paragraph' | 'subtext'; readonly inside: readonly Inline[] }
  | { readonly t: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Inline[] }
  | { readonly t: 'quote'; readonly inside: readonly Block[] }
  | { readonly t: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Block[])[] }
  | { readonly t: 'fence'; readonly text: string }

const FENCE = /```(?:[\w+.#-]*\n)?\n*([\s\S]*?)\n*```/g
const HEADING = /^(#{1,3})\s+(\S.*)$/
const SUBTEXT = /^-#\s+(\S.*)$/
const QUOTE = /^>\s(.*)$/
const ITEM = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(\S.*)$/
/** Lists in lists in lists: as deep as Discord draws them. */
const DEEPEST = 6

/** Reads a whole text. Everything that is not a mark stays as it was typed. */
export function readBlocks(text: string, depth = 0): readonly Block[] {
  const found: Block[] = []
  let from = 0
  for (const fence of text.matchAll(FENCE)) {
    if ((fence[1] ?? '').trim() === '') continue
    readLines(text.slice(from, fence.index).replace(/\n$/, ''), depth, found)
    found.push({ t: 'fence', text: fence[1] ?? '' })
    from = fence.index + fence[0].length
    if (text[from] === '\n') from++
  }
  readLines(text.slice(from), depth, found)
  return found
}

function readLines(text: string, depth: number, found: Block[]): void {
  if (text === '') return
  const lines = text.split('\n')
  let plain: string[] = []
  const endParagraph = (): void => {
    if (plain.some((line) => line.trim() !== '')) {
      found.push({ t: 'paragraph', inside: readInline(plain.join('\n')) })
    }
    plain = []
  }
  for (let at = 0; at < lines.length; ) {
    const read = readBlock(lines, at, depth)
    if (read === undefined) plain.push(lines[at++] ?? '')
    else {
      endParagraph()
      found.push(read.block)
      at = read.next
    }
  }
  endParagraph()
}

type Read = { readonly block: Block; readonly next: number } | undefined

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? ''
  const heading = HEADING.exec(line)
  if (heading !== null) {
    const level = (heading[1]?.length ?? 1) as 1 | 2 | 3
    return { block: { t: 'heading', level, inside: readInline(heading[2] ?? '') }, next: at + 1 }
  }
  const subtext = SUBTEXT.exec(line)
  if (subtext !== null) return { block: { t: 'subtext', inside: readInline(subtext[1] ?? '') }, next: at + 1 }
  if (depth >= DEEPEST) return undefined
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n')
    return { block: { t: 'quote', inside: readBlocks(rest, depth + 1) }, next: lines.length }
  }
  if (QUOTE.test(line)) return readQuote(lines, at, depth)
  return ITEM.test(line) ? readList(lines, at, depth) : undefined
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  const inside: string[] = []
  let next = at
  for (; next < lines.length; next++) {
    const quoted = QUOTE.exec(lines[next] ?? '')
    if (quoted === null) break
    inside.push(quoted[1] ?? '')
  }
  return { block: { t: 'quote', inside: readBlocks(inside.join('\n'), depth + 1) }, next }
}

/** Items of one indentation; what is indented deeper belongs to the item above it. */
function readList(lines: readonly string[], at: number, depth: number): Read {
  const [, indent = '', number] = ITEM.exec(lines[at] ?? '') ?? []
  const items: string[][] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next] ?? ''
    const item = ITEM.exec(line)
    const deeper = indentOf(line) > indent.length
    if (item !== null && !deeper) {
      if ((item[1]?.length ?? 0) < indent.length || (item[2] === undefined) !== (number === undefined)) break
      items.push([item[3] ?? ''])
    } else if (deeper && line.trim() !== '') items.at(-1)?.push(line.slice(indent.length + 1))
    else break
  }
  return {
    block: {
      t: 'list',
      start: number === undefined ? undefined : Number(number),
      items: items.map((item) => readBlocks(item.join('\n'), depth + 1)),
    },
    next,
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length
