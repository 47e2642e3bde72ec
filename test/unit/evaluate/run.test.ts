import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { compileScreening } from '../../../src/screening/compile.ts'
import { copyOfPolicy } from '../policy/world.ts'
import { folder, ORDINARY, policy, promised, run } from './world.ts'

const FEW = ['--resamples', '50'] as const
const lines = (text: string): readonly Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('predictions have one line per sentence, in order, with the fields of the sentence as they were written', async () => {
  const dir = await folder()
  const [first = '', second = ''] = promised('threat')
  const file = await dir.write(
    'in.jsonl',
    [
      `{"id": 1234567890123456789, "text": ${JSON.stringify(first)}, "gold": "hateful", "own": {"a": [1.50]}}`,
      '',
      `{"text": ${JSON.stringify(ORDINARY)} }`,
      `{"text": ${JSON.stringify(second)}, "flag": "mine", "findings": 3, "after": null}`,
    ].join('\r\n'),
  )
  const plain = await dir.write('in.txt', `${ORDINARY}\n${first}\n`)
  const { code, err } = await run(file, plain, ...FEW, '--predictions', dir.at('out.jsonl'))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const written = await dir.read('out.jsonl')
  // A number too long for JavaScript keeps its digits.
  expect(written.split('\n')[0]).toContain('{"id": 1234567890123456789, "text"')
  const [one, two, three, four, five, ...rest] = lines(written)
  expect(rest).toEqual([])
  expect(one).toMatchObject({ text: first, gold: 'hateful', own: { a: [1.5] }, flag: true })
  expect(two).toEqual({ text: ORDINARY, flag: false, findings: [] })
  expect(three).toMatchObject({ text: second, after: null, flag: true, findings: [{ category: 'threat' }] })
  expect(four).toEqual({ text: ORDINARY, flag: false, findings: [] })
  expect(five).toMatchObject({ text: first, flag: true })
})

test('a prediction says what the bot says: the same findings, with the sentence of the rule', async () => {
  const dir = await folder()
  const sentences = promised('hate').slice(0, 20)
  const file = await dir.write(
    'in.jsonl',
    sentences.map((text) => ({ text })),
  )
  await run(file, ...FEW, '--predictions', dir.at('out.jsonl'))
  const screening = compileScreening(policy)
  for (const [index, { findings }] of lines(await dir.read('out.jsonl')).entries()) {
    const decision = screening.read({ text: sentences[index] ?? '', channel: 'algemeen' })
    const expected = decision.kind === 'nothing' ? [] : decision.findings
    expect(expected).not.toEqual([])
    expect(findings).toEqual(
      expected.map(({ category, level, ruleId, start, end }) => ({
        category,
        level,
        rule: ruleId,
        start,
        end,
        reason: policy.rules.find(({ id }) => id === ruleId)?.why.nl,
      })),
    )
  }
})

test('the reason is in the first language of the house', async () => {
  const dir = await folder()
  const french = await copyOfPolicy()
  const house = await readFile('policies/house.yaml', 'utf8')
  await french.change('house.yaml', /^languages: .*$/m.exec(house)?.[0] ?? '?', 'languages: [fr, nl]')
  const [text = ''] = promised('threat')
  const file = await dir.write('in.jsonl', [{ text }])
  const { code, err } = await run(file, ...FEW, '--policies', french.folder, '--predictions', dir.at('out'))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [first] = lines(await dir.read('out'))
  const [finding] = (first?.['findings'] ?? []) as readonly { rule: string; reason: string }[]
  expect(finding?.reason).toBe(policy.rules.find(({ id }) => id === finding?.rule)?.why.fr)
})

test('the channel decides: what is usual in a channel is not flagged there', async () => {
  const dir = await folder()
  // Ordinary in #gaming by a saying of the channel (policies/channels.yaml).
  const file = await dir.write('in.jsonl', [{ text: 'ik maak u kapot' }])
  const flagged = async (channel: string) => {
    await run(file, ...FEW, '--channel', channel, '--predictions', dir.at('out'))
    return lines(await dir.read('out'))[0]?.['flag']
  }
  expect(await flagged('algemeen')).toBe(true)
  expect(await flagged('gaming')).toBe(false)
})

test('the figures are written as JSON and told in lines of at most 100 characters, without a sentence', async () => {
  const dir = await folder()
  const hateful = promised('hate').slice(0, 30)
  const file = await dir.write('in.jsonl', [
    ...hateful.map((text) => ({ text, gold: 'hateful', functionality: 'promised_h' })),
    { text: hateful[0], gold: 'hateful', functionality: 'spell_leet_h' },
    { text: ORDINARY, gold: 'non-hateful', functionality: 'ident_pos_nh' },
    { text: hateful[0], gold: 'non-hateful', functionality: 'wrong_on_purpose' },
  ])
  const benign = await dir.write('gewoon.txt', `${ORDINARY}\n`.repeat(5))
  const { code, out } = await run(file, benign, ...FEW, '--json', dir.at('out.json'))
  expect(code).toBe(0)
  const report = JSON.parse(await dir.read('out.json')) as Record<string, unknown>
  expect(report).toMatchObject({
    channel: 'algemeen',
    category: 'hate',
    files: [
      {
        file,
        kind: 'one',
        key: 'gold',
        categories: [{ tp: hateful.length + 1, fp: 1, fn: 0, tn: 1, recall: { value: 1 } }, {}],
      },
      { file: benign, kind: 'benign', benign: { any: { count: 0, of: 5, value: 0 } } },
    ],
    benign: { any: { count: 0, of: 5 } },
  })
  for (const line of out.split('\n').filter((one) => !one.includes(dir.path))) {
    expect(line.length, line).toBeLessThanOrEqual(100)
  }
  for (const sentence of [...hateful, ORDINARY]) expect(out).not.toContain(sentence)
  expect(out).toContain('ja telt als hate')
  expect(out).toContain('gelezen als gewone zinnen')
  expect(out).toContain('wrong_on_purpose')
})

test('examples are shown only when asked for, so many, on one line each', async () => {
  const dir = await folder()
  const [text = ''] = promised('hate')
  const file = await dir.write('in.jsonl', [
    { text: `${ORDINARY}\n\u001b[2J`, gold: 'hateful' },
    { text: 'nog een gewone zin', gold: 'hateful' },
    { text, gold: 'non-hateful' },
  ])
  const { out } = await run(file, ...FEW, '--examples', '1')
  expect(out).toContain(`regel 1 ${ORDINARY} [2J`)
  expect(out).not.toContain('nog een gewone zin')
  expect(out).toMatch(/vals alarm\n {2}regel 3 \[hate-/)
})

test('the same run twice writes the same bytes', async () => {
  const dir = await folder()
  const file = await dir.write('in.jsonl', [
    ...promised('hate')
      .slice(0, 9)
      .map((text) => ({ text, label: 1 })),
    { text: ORDINARY, label: 1 },
    { text: ORDINARY, label: 0 },
  ])
  const once = async (name: string) => {
    await run(file, ...FEW, '--json', dir.at(name))
    return dir.read(name)
  }
  expect(await once('a.json')).toBe(await once('b.json'))
})

test.each([
  ['weg.jsonl', undefined, /weg\.jsonl: Dit bestand is er niet/],
  ['leeg.jsonl', '\n\n', /leeg\.jsonl: In dit bestand staat geen enkele zin/],
  ['a.jsonl', '{"text":"goed"}\n\nniet goed\n', /a\.jsonl, regel 3: Deze regel is geen JSON/],
  ['a.jsonl', '[{"text":"goed"}]', /regel 1: Hier begint een lijst/],
  ['a.jsonl', '{"text":"goed"}\n{"tekst":"fout"}', /regel 2: Op deze regel ontbreekt "text"/],
  ['a.jsonl', '{"text":null}', /regel 1: Op deze regel ontbreekt "text"/],
  ['a.jsonl', '{"text":12}', /regel 1: "text" moet een tekst zijn/],
  ['a.jsonl', '12', /regel 1: Op deze regel staat geen zin/],
  ['a.jsonl', '{"text":"goed","gold":"soms"}', /regel 1: Wat bij "gold" staat \("soms"\) begrijp ik niet/],
])('what is wrong in %s is told with its place, and nothing is written (%#)', async (name, content, said) => {
  const dir = await folder()
  const good = await dir.write('good.jsonl', [{ text: ORDINARY }])
  if (content !== undefined) await dir.write(name, content)
  const before = await dir.names()
  const { code, out, err } = await run(
    good,
    dir.at(name),
    '--json',
    dir.at('out.json'),
    '--predictions',
    dir.at('out.jsonl'),
  )
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(said)
  expect(await dir.names()).toEqual(before)
})

test('a file that is not UTF-8 is not half understood', async () => {
  const dir = await folder()
  await writeFile(dir.at('latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]))
  expect(await run(dir.at('latin.txt'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('geen tekst in UTF-8'),
  })
})

test('when one result cannot be written, the other is not there either and an older one is whole', async () => {
  const dir = await folder()
  const file = await dir.write('in.jsonl', [{ text: ORDINARY }])
  await dir.write('out.json', 'older')
  const { code, err } = await run(
    file,
    ...FEW,
    '--json',
    dir.at('out.json'),
    '--predictions',
    dir.at('no-folder/out.jsonl'),
  )
  expect(code).toBe(1)
  expect(err).toMatch(/no-folder\/out\.jsonl: Hier kan ik niet schrijven/)
  expect(await dir.names()).toEqual(['in.jsonl', 'out.json'])
  expect(await dir.read('out.json')).toBe('older')
})

test.each([
  [[], /Geef minstens één bestand op/],
  [['x', '--chanel', 'gaming'], /"--chanel" ken ik niet\. Bedoelde je "--channel"\?/],
  [['x', '--category', 'haet'], /"haet" ken ik niet\. Bedoelde je "hate"\?/],
  [['x', '--resamples', 'veel'], /Na --resamples hoort een geheel getal/],
  [['x', '--json', 'x'], /"x" staat er twee keer/],
  [['x', '--json', 'y', '--predictions', './y'], /"\.\/y" staat er twee keer/],
  [['x', '--json'], /moet nog een woord of een getal komen/],
])('used wrongly (%#), the command says how to use it, with exit 2', async (args, said) => {
  const { code, out, err } = await run(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(said)
  expect(err).toContain('npm run evaluate --')
})

test('a channel of the team is refused: the bot reads nothing there, and a perfect score would be a lie', async () => {
  const dir = await folder()
  const file = await dir.write('in.jsonl', [{ text: ORDINARY }])
  const { code, err } = await run(file, '--channel', 'team')
  expect(code).toBe(2)
  expect(err).toContain('is van het team: daar leest de bot niets')
})

test('a policy that cannot stand is told as by npm run policy, with exit 1', async () => {
  const dir = await folder()
  const file = await dir.write('in.jsonl', [{ text: ORDINARY }])
  const { code, err } = await run(file, '--policies', dir.at('nergens'))
  expect(code).toBe(1)
  expect(err).toContain('Deze map met afspraken is er niet.')
})
