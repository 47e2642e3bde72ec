import type { Policy } from '../../../src/policy/schema.ts'
import type { createRandom } from '../../chaos/random.ts'

type Random = ReturnType<typeof createRandom>

const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '$', t: '7' }
const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' }
const replaced = (text: string, table: Readonly<Record<string, string>>): string =>
  Array.from(text, (letter) => table[letter.toLowerCase()] ?? letter).join('')

/** Ways in which people write so that a filter would not see it. */
const DISGUISES: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => replaced(text, LEET),
  (text) => replaced(text, CYRILLIC),
  (text) => Array.from(text).join(' '),
  (text) => text.replaceAll(/\p{L}(?=\p{L})/gu, '$&.'),
  (text) => text.replaceAll(/\p{L}/gu, '$&\u200b'),
  (text, random) => text.replaceAll(/[aeiou]/gi, (vowel) => vowel.repeat(1 + random.below(6))),
  (text) => `**${text}** ||${text}||`,
  (text) => text.normalize('NFD').replaceAll(/\p{L}/gu, '$&\u0301'),
]

const fitted = (parts: () => string, length: number): string => {
  let text = ''
  while (text.length < length) text += `${parts()} `
  return text.slice(0, length)
}

/** Without anything between the parts. */
function glued(parts: () => string, length: number): string {
  let text = ''
  while (text.length < length) text += parts()
  return text.slice(0, length)
}

/** A message full of what the rules of a policy must find, in plain and in disguise. */
export function hostileMessage(policy: Policy, random: Random, length: number): string {
  const from = policy.rules.flatMap(({ mustHit }) => mustHit)
  return fitted(() => random.pick(DISGUISES)(random.pick(from), random), length)
}

/** What each kind of trap is made of, again and again. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  'one letter': ['a'],
  'one letter, spaced': ['a '],
  'two letters, dotted': ['k.', 'a.'],
  'digits, spaced': ['0 ', '1 ', '4 ', '+32 ', '. '],
  digits: ['0', '1', '4', '7', '9'],
  'account numbers': ['BE', '68 ', '5390 ', '0754 ', '7034'],
  separators: ['.', '-', '_', '*', ' ', '/'],
  'leet only': ['4', '3', '1', '0', '@', '$', '!', '7'],
  'marks of Discord': ['*', '_', '~~', '||', '`', '```', '\n> ', '\n# ', '\\'],
  'open mentions': ['<@', '<#', '<:', '<a:', '<t:', '1', '>'],
  'open code': ['`', '``', '```', 'a', '\n'],
  'open spoilers': ['||', '|', 'a'],
  'emoji of Discord': ['<:kek:123456789012345678>', ' ', '<a:'],
  emoji: ['😀', '👨‍👩‍👧', '🇧🇪', '❤️', '🏳️‍🌈'],
  'accents piled up': ['e', '\u0301', '\u0308', '\u0323', '\u034f'],
  invisible: ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', 'a'],
  'look-alikes': ['а', 'е', 'о', 'ѕ', 'і', 'ʏ', 'ⲟ', '𝐚', '𝒷', 'ｋ'],
  'mathematical letters': ['𝖐', '𝖆', '𝖓', '𝖐', '𝖊', '𝖗', ' '],
  'half characters': ['\ud83d', '\ude00', 'a', '\udc00'],
  'right to left': ['\u202e', 'كلب', ' ', 'حمار', '\u200f'],
  'wide compatibility': ['ﷺ', '㎏', '﷼', 'ﬃ'],
  links: ['http://', 'a.', 'b', 'https://x.', 'discord.gg/', '/', '?', '%'],
  'open links': ['http://', 'www.', '(', '['],
  brackets: ['(', ')', '[', ']', '{', '}', '|'],
  apostrophes: ["'", '’', "a'", "''"],
  clauses: ['a. ', 'en, ', 'dat ', 'omdat ', '! '],
  newlines: ['\n', '\r\n', 'a\n'],
}

/** Inputs that could make a reader slow: traps for each part of it, words of the rules out of order, and noise. */
export function* traps(
  policy: Policy,
  random: Random,
  length: number,
  each: number,
): Generator<{ readonly name: string; readonly text: string }> {
  const sentences = policy.rules.flatMap(({ mustHit }) => mustHit)
  const terms = policy.rules.flatMap((rule) => rule.terms)
  const words = sentences.flatMap((sentence) => sentence.split(' '))
  const letters = Array.from(new Set(sentences.join('')))
  const noise = (): string => String.fromCodePoint(random.below(random.next() < 0.5 ? 0x3_000 : 0x1_f9_ff))
  for (let n = 0; n < each; n++) {
    for (const [name, pieces] of Object.entries(PIECES)) {
      yield { name, text: glued(() => random.pick(pieces), length) }
    }
    const again = random.pick(words)
    const saying = random.pick(sentences)
    yield { name: 'one word of the rules', text: fitted(() => again, length) }
    yield { name: 'one sentence of the rules', text: fitted(() => saying, length) }
    yield { name: 'one word, glued', text: glued(() => again, length) }
    yield { name: 'words of the rules', text: fitted(() => random.pick(words), length) }
    yield { name: 'words of the rules, glued', text: glued(() => random.pick(words), length) }
    yield { name: 'terms as they are written', text: fitted(() => random.pick(terms), length) }
    yield { name: 'letters of the rules', text: glued(() => random.pick(letters), length) }
    yield { name: 'noise', text: glued(noise, length) }
    yield { name: 'hostile', text: hostileMessage(policy, random, length) }
  }
}
