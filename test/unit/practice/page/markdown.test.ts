import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../../../../src/practice/page/markdown/blocks.ts'
import type { Block } from '../../../../src/practice/page/markdown/blocks.ts'
import { readInline } from '../../../../src/practice/page/markdown/inline.ts'
import type { Inline } from '../../../../src/practice/page/markdown/inline.ts'
import { plainText } from '../../../../src/practice/page/markdown/plain-text.ts'

/** A short picture of what was read, to compare with. */
function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.t) {
        case 'text':
          return part.text
        case 'code':
          return `code(${part.text})`
        case 'link':
          return `link(${part.url}|${inline(part.inside)})`
        case 'user':
        case 'role':
        case 'channel':
          return `${part.t}(${part.id})`
        case 'command':
        case 'emoji':
        case 'everyone':
          return `${part.t}(${part.name})`
        case 'time':
          return `time(${part.seconds},${part.style})`
        default:
          return `${part.t}(${inline(part.inside)})`
      }
    })
    .join('')
}

function blocks(list: readonly Block[]): string {
  return list
    .map((block) => {
      switch (block.t) {
        case 'fence':
          return `fence(${block.text})`
        case 'quote':
          return `quote[${blocks(block.inside)}]`
        case 'list':
          return `list${block.start ?? ''}[${block.items.map(blocks).join('; ')}]`
        case 'heading':
          return `h${block.level}(${inline(block.inside)})`
        case 'subtext':
          return `small(${inline(block.inside)})`
        default:
          return inline(block.inside)
      }
    })
    .join(' / ')
}

describe("Discord's markdown in a line", () => {
  it.each([
    ['**dik** en *schuin* en _schuin_', 'bold(dik) en italic(schuin) en italic(schuin)'],
    ['***beide***', 'bold(italic(beide))'],
    ['__onder__ ~~weg~~ ||stil||', 'underline(onder) strike(weg) spoiler(stil)'],
    ['||**stil**||', 'spoiler(bold(stil))'],
    ['een_lange_naam blijft', 'een_lange_naam blijft'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['\\*geen\\* schuin', '*geen* schuin'],
    ['`**code**` en ``a ` b``', 'code(**code**) en code(a ` b)'],
    ['**a `**` b**', 'bold(a code(**) b)'],
    ['<@1> <@!2> <@&3> <#4>', 'user(1) user(2) role(3) channel(4)'],
    ['typ </praat:5> of </huis status:6>', 'typ command(praat) of command(huis status)'],
    ['om <t:100:R>, <t:100>', 'om time(100,R), time(100,f)'],
    ['<:blij:12345> <a:dans:67>', 'emoji(blij) emoji(dans)'],
    ['@everyone en @here en a@hereweg', 'everyone(@everyone) en everyone(@here) en a@hereweg'],
    ['[hier](https://awel.be/a) lees je', 'link(https://awel.be/a|hier) lees je'],
    ['[nee](javascript:alert(1))', '[nee](javascript:alert(1))'],
    ['[nee](data:text/html,x) <javascript:x>', '[nee](data:text/html,x) <javascript:x>'],
    ['zie https://jac.be/x_y_z.', 'zie link(https://jac.be/x_y_z|https://jac.be/x_y_z).'],
    [
      '(https://jac.be/a) <https://b.be>',
      '(link(https://jac.be/a|https://jac.be/a)) link(https://b.be|https://b.be)',
    ],
    ['<b>niet</b> &amp; <img src=x>', '<b>niet</b> &amp; <img src=x>'],
  ])('reads %s', (text, expected) => {
    expect(inline(readInline(text))).toBe(expected)
  })

  it('becomes words alone where nothing may be pressed, and does not tell what is hidden', () => {
    expect(plainText(readInline('**Hey** ||geheim|| `x` [daar](https://a.be) <@9>'), undefined)).toBe(
      'Hey ████ x daar @onbekend',
    )
  })
})

const letters = (text: string): string => text.replace(/[^a-z]/g, '')

describe("Discord's markdown over lines", () => {
  it.each([
    ['# Een\n## Twee\n### Drie\n#vier', 'h1(Een) / h2(Twee) / h3(Drie) / #vier'],
    ['gewoon\n-# klein\nverder', 'gewoon / small(klein) / verder'],
    ['een\n\ntwee', 'een\n\ntwee'],
    ['> een\n> twee\ndrie', 'quote[een\ntwee] / drie'],
    ['voor\n>>> een\ntwee', 'voor / quote[een\ntwee]'],
    ['>geen citaat', '>geen citaat'],
    ['- een\n- twee\n  - drie\n- vier', 'list[een; twee / list[drie]; vier]'],
    ['3. drie\n4. vier', 'list3[drie; vier]'],
    ['- punt\n1. een', 'list[punt] / list1[een]'],
    ['> - een\n> - twee', 'quote[list[een; twee]]'],
    ['voor ```js\nconst a = **1**\n``` na', 'voor  / fence(const a = **1**) /  na'],
    ['```kaal```', 'fence(kaal)'],
    ['**over\nregels**', 'bold(over\nregels)'],
  ])('reads %j', (text, expected) => {
    expect(blocks(readBlocks(text))).toBe(expected)
  })

  it('keeps every letter that somebody typed, and reads the worst in no time', () => {
    // Without fences: their first line is the name of a language, which Discord does not show.
    const piece = constantFrom(
      '**',
      '*',
      '_',
      '||',
      '`',
      '\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      '\\',
      '[',
      '](',
      ')',
      'a',
      'b',
      ' ',
    )
    assert(
      property(array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const read = blocks(readBlocks(text)).replace(
          /(?:code|bold|italic|underline|strike|spoiler|fence|quote|list|small|h[123])(?=\d*[([])/g,
          '',
        )
        expect(letters(read)).toBe(letters(text))
      }),
    )
    // Discord takes 4,000 characters; each mark alone, and those that are tried again and again.
    for (const mark of ['*', '_', '|', '~', '`', '[', '<', '> ', '- ', '\\', '**a', '||`', '*_']) {
      expect(readBlocks(mark.repeat(4_000 / mark.length)).length).toBeGreaterThan(0)
    }
  })
})
