import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tell } from '../../../src/policy/problem.ts'
import { parseSource } from '../../../src/policy/source.ts'
import { copyOfPolicy, problemsOf } from './world.ts'

const refusalOf = (text: string) => {
  const result = parseSource(text, 'policies/house.yaml')
  return 'problems' in result ? result.problems.map(tell) : 'accepted'
}

test('a folder that is not there is one sentence', async () => {
  const { folder } = await copyOfPolicy()
  const problems = await problemsOf(join(folder, 'nergens'))
  expect(problems.map(({ message }) => message)).toEqual([
    'Deze map met afspraken is er niet. Geef de map op waarin house.yaml staat.',
  ])
})

test.each(['house.yaml', 'channels.yaml', 'helplines.yaml', 'subjects.yaml', 'notice.yaml'])(
  'a missing %s is one sentence, without a cascade',
  async (file) => {
    const policy = await copyOfPolicy()
    await policy.remove(file)
    expect((await problemsOf(policy.folder)).map(tell)).toEqual([
      `policies/${file}: Dit bestand is er niet. Zet het terug uit de voorbeeldmap.`,
    ])
  },
)

test('a missing folder of rules is one sentence', async () => {
  const policy = await copyOfPolicy()
  await policy.remove('rules')
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    'policies/rules: De map "rules" is er niet. Zet ze terug uit de voorbeeldmap.',
  ])
})

test('a file that nobody reads does not pass for an agreement', async () => {
  const policy = await copyOfPolicy()
  await policy.write('huose.yaml', 'name: x\n')
  await policy.write('rules/nieuw.yml', 'category: spam\n')
  await policy.write('rules/notities.md', 'vrije notities\n')
  await policy.write('.house.yaml.swp', 'rommel van een editor')
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    'policies/huose.yaml: Dit bestand ken ik niet. Bedoelde je house.yaml?',
    'policies/rules/nieuw.yml: Laat de naam eindigen op .yaml, in kleine letters.',
  ])
})

test.each<[string, Uint8Array]>([
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['a text in UTF-16', Buffer.from('name: Het Praktijkhuis\n', 'utf16le')],
  ['a text in Latin-1', Buffer.from('name: Het Café\n', 'latin1')],
])('%s instead of a text is refused', async (_, bytes) => {
  const policy = await copyOfPolicy()
  await policy.write('house.yaml', bytes)
  expect((await problemsOf(policy.folder)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/UTF-8/),
  ])
})

test('a byte-order mark of Windows is no problem', async () => {
  const policy = await copyOfPolicy()
  await policy.write('notice.yaml', '\ufeffversion: x\n')
  expect((await problemsOf(policy.folder)).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('"version" moet een'),
  )
})

test('a folder in the place of a file, and an empty file, are told', async () => {
  const policy = await copyOfPolicy()
  await policy.remove('notice.yaml')
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(policy.folder, 'notice.yaml'))
  await policy.write('subjects.yaml', '# alleen uitleg\n')
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    'policies/notice.yaml: Dit is geen bestand. Zet hier een tekstbestand met deze naam.',
    'policies/subjects.yaml: Dit bestand is leeg.',
  ])
})

test('a file that is far too big is not read', async () => {
  const policy = await copyOfPolicy()
  await policy.write('rules/groot.yaml', `# ${'x'.repeat(250_000)}\n`)
  expect((await problemsOf(policy.folder)).map(({ message }) => message)).toEqual([
    'Dit bestand is groter dan 250 kB. Deel het op in kleinere bestanden.',
  ])
})

test('a bomb of pointers is refused before it fills the memory', () => {
  const levels = Array.from({ length: 30 }, (_, n) =>
    n === 0
      ? 'a0: &a0 [x, x]'
      : `a${n}: &a${n} [${Array.from({ length: 9 }, () => `*a${n - 1}`).join(', ')}]`,
  )
  expect(refusalOf(levels.join('\n'))).toEqual([expect.stringContaining('verwijst te vaak naar zichzelf')])
})

test('a thing that points to itself is refused, not followed', async () => {
  const policy = await copyOfPolicy()
  await policy.write('notice.yaml', 'version: 1\nmeldplicht: &m\n  vzw: *m\n')
  const problems = await problemsOf(policy.folder)
  expect(problems.length).toBeGreaterThan(0)
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['policies/notice.yaml']))
})

test('endless nesting is refused', () => {
  expect(refusalOf('['.repeat(100_000))).not.toBe('accepted')
})

test.each<[string, string, RegExp]>([
  ['a key that stands twice', 'name: a\nname: b\n', /regel 2, teken 1: Dit woord staat twee keer/],
  ['a tag of its own', 'name: !!js/function "x"\n', /regel 1.*begint met?|regel 1.*!/],
  ['an unknown local tag', 'name: !geheim x\n', /regel 1.*met ! begint/],
  ['a tab', 'hours:\n\tweek: x\n', /regel 2.*(tab|spring)/],
  ['two colons on one line', 'name: Huis: het beste\n', /regel 1.*aanhalingstekens/],
  ['a quote that stays open', 'name: "Huis\n', /ontbreekt een teken/],
  ['two documents', 'name: a\n---\nname: b\n', /regel 2.*---/],
])('%s is refused in plain words', (_, text, message) => {
  expect(String(refusalOf(text))).toMatch(message)
})

test.each(['a:\n  - {{y: 1}: 2}\n', 'b: 1\n? {y: 1}\n: 2\n', 'a:\n  [b]: 1\n'])(
  'a table or a list where a name belongs is told with its line',
  (text) => {
    const result = parseSource(text, 'policies/house.yaml')
    expect('problems' in result && result.problems).toEqual([
      { file: 'policies/house.yaml', line: 2, message: expect.stringContaining('waar een naam hoort') },
    ])
  },
)
