import * as fc from 'fast-check'

/** Pieces of what Discord reads as something else than text, and of what tries to be read as something else. */
const PIECES = [
  '**',
  '*',
  '__',
  '_',
  '~~',
  '||',
  '`',
  '```',
  '```js\n',
  '\n',
  '\r\n',
  '\u2028',
  '> ',
  '>>> ',
  '# ',
  '## ',
  '-# ',
  '- ',
  '1. ',
  '[',
  '](',
  ')',
  '[jac.be](https://evil.example)',
  '[a](<https://evil.example>)',
  'https://evil.example/a_b',
  'http://x.be**',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '@everyone',
  '@here',
  '<t:0:R>',
  '</praat:1>',
  '<:kek:123456789012345678>',
  '<id:guide>',
  '<https://evil.example>',
  '\\',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u0000',
  '\uFEFF',
  '\uD800',
  'hallo',
  'Huisbot',
  ' ',
  '  ',
  'é',
  '👨‍👩‍👧',
  'كلب',
  'ik wil dood',
  'a',
] as const

/** Texts as somebody writes them who looks for a way through: marks of every kind, in any order. */
export const marked = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  )

/** Something right with a few letters of it changed, left out, doubled or put in: where checks are passed by accident. */
export const nearly = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: marked() },
    {
      weight: 3,
      arbitrary: fc
        .array(
          fc.record({
            at: fc.nat({ max: right.length }),
            drop: fc.nat({ max: 4 }),
            put: fc.oneof(
              marked(),
              fc.constantFrom('', right.slice(0, 5), right.at(-1) ?? '', '\n', ':', '0', '{', '*', '|', ')'),
            ),
          }),
          { maxLength: 4 },
        )
        .map((changes) =>
          changes.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), right),
        ),
    },
  )
