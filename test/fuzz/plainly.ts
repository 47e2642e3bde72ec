import type { Block } from '../../src/practice/page/markdown/blocks.ts'
import type { Inline } from '../../src/practice/page/markdown/inline.ts'

/** What may stand in words that the bot shows for somebody: text, names, and addresses that say where they lead. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'user', 'role', 'channel', 'everyone'])

const inLine = (all: readonly Inline[]): string[] =>
  all.flatMap((one) => {
    if (PLAIN.has(one.t)) return []
    if (one.t !== 'link') return [one.t]
    const [only, ...others] = one.inside
    return only?.t === 'text' && others.length === 0 && only.text === one.url ? [] : ['masked link']
  })

/** Everything else than plain text that people would see, as Discord draws it. */
export const whatElse = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.t === 'paragraph' ? inLine(block.inside) : [block.t]))
