import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { theirWords, theirWordsInOneLine, theirWordsQuoted } from '../../../src/discord/their-words.ts'
import { readBlocks } from '../../../src/practice/page/markdown/blocks.ts'
import { whatElse } from '../../fuzz/plainly.ts'
import { marked } from '../../fuzz/texts.ts'

test.each([
  [
    'a link behind other words',
    '[jac.be](https://evil.example)',
    String.raw`\[jac.be\](https://evil.example)`,
  ],
  ['bold and small print', '**Beslist**\n-# Huisbot', '\\*\\*Beslist\\*\\*\n\\-# Huisbot'],
  ['a heading after spaces', '  ## Geen probleem', String.raw`\## Geen probleem`],
  ['code that is opened and never closed', '```\nweg', '\\`\\`\\`\nweg'],
  ['a moment and a command that were never given', '<t:0:R> </praat:1>', String.raw`\<t:0:R\> \</praat:1\>`],
  ['a name', 'kom <@123456789012345678>', 'kom <@123456789012345678>'],
  ['an address with marks in it', 'https://a_b.be/c_d*e', 'https://a_b.be/c_d*e'],
  ['an address with marks after it', '**https://a.be**', String.raw`\*\*https://a.be \*\*`],
  ['what turns the reading around', 'a\u202Eb', 'ab'],
  ['an emoji of a server', '<:kek_:123456789012345678>', String.raw`:kek\_:`],
])('%s is shown as the text that it is', (_, text, shown) => {
  expect(theirWords(text, 4_000)).toBe(shown)
})

test('a quotation marks every line, whatever ends a line', () => {
  expect(theirWordsQuoted('een\r\ntwee\u2028drie', 100)).toBe('> een\n> twee\n> drie')
})

test('on one line nobody can pretend to be the next to speak', () => {
  expect(theirWordsInOneLine('ja\n<@123456789012345678>: opgelost', 100)).toBe(
    'ja ⏎ <@123456789012345678>: opgelost',
  )
})

test('whatever somebody writes, people see plain text, names and addresses: no typeface, no hidden link, no line of the bot', () => {
  fc.assert(
    fc.property(marked(), fc.integer({ min: 20, max: 400 }), (text, most) => {
      const shown = theirWords(text, most)
      expect(shown.length).toBeLessThanOrEqual(most)
      const blocks = readBlocks(`${shown}\n## Van de bot`)
      expect(blocks.at(-1)).toMatchObject({ t: 'heading', inside: [{ t: 'text', text: 'Van de bot' }] })
      expect(whatElse(blocks.slice(0, -1))).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('after a quotation of whatever somebody writes, the bot speaks for itself again', () => {
  fc.assert(
    fc.property(marked(), (text) => {
      const blocks = readBlocks(`${theirWordsQuoted(text, 300)}\nVan de bot`)
      expect(blocks.map(({ t }) => t)).toEqual(['quote', 'paragraph'])
      expect(blocks[1]).toEqual({ t: 'paragraph', inside: [{ t: 'text', text: 'Van de bot' }] })
    }),
    { numRuns: 1_000 },
  )
})
