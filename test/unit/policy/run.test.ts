import { expect, test } from 'vitest'
import { checkPolicy } from '../../../src/policy/check.ts'
import { runPolicy } from '../../../src/policy/run.ts'
import { copyOfPolicy, SHIPPED } from './world.ts'

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runPolicy(args, { out: (text) => out.push(text), err: (text) => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('the shipped policy is right: exit 0, with counts per category', async () => {
  const { code, out, err } = await run('--policies', SHIPPED)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/Het Praktijkhuis · versie [0-9a-f]{12} · de bot leest mee \(full\)/)
  expect(out).toMatch(/hate \(haat tegen een groep\) +\d+ regels +\d+ termen +\d+ proefzinnen/)
  expect(out).toMatch(/Alles klopt\. \d+ proefzinnen nagekeken\./)
})

test('a language that stays off is told with the places where its texts are missing, and the policy still holds', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'kind: vzw', 'kind: zorg')
  const { code, out } = await run('--policies', policy.folder)
  expect(code).toBe(0)
  expect(out).toMatch(
    /Let op: het Frans blijft uit\. Er ontbreken teksten: policies\/notice\.yaml, regel \d+\./,
  )
})

test('a sentence that a rule should find and does not is told with file, line, rule and sentence', async () => {
  const policy = await copyOfPolicy()
  const line = await policy.change('rules/threat.yaml', 'mustHit:\n', 'mustHit:\n      - tot morgen\n')
  const { code, err } = await run('--policies', policy.folder)
  expect(code).toBe(1)
  expect(line).toBeGreaterThan(0)
  expect(err).toMatch(
    /policies\/rules\/threat\.yaml, regel \d+: De regel "threat-direct" vindt deze zin niet: "tot morgen"/,
  )
  expect(err).toMatch(/1 van \d+ proefzinnen klopt niet/)
  const { failures } = await checkPolicy(policy.folder)
  expect(failures).toMatchObject([{ ruleId: 'threat-direct', expected: 'hit', sentence: 'tot morgen' }])
})

test('a sentence that a rule should leave alone and does not is told too, on its own line', async () => {
  const policy = await copyOfPolicy()
  await policy.change('rules/spam.yaml', '- gratis nitro\n', '- inkom is gratis\n')
  const lines = (await checkPolicy(policy.folder)).failures
  expect(lines).toContainEqual(
    expect.objectContaining({
      expected: 'no-hit',
      sentence: 'De inkom is gratis.',
      line: expect.any(Number),
    }),
  )
})

test('a sentence counts only when its own rule finds it, not another', async () => {
  const policy = await copyOfPolicy()
  await policy.write(
    'rules/twee.yaml',
    [
      'category: spam',
      'rules:',
      '  - id: twee',
      '    why: { nl: a, en: b, fr: c }',
      '    kind: conduct',
      '    may: [flag]',
      '    level: groen',
      '    terms: [iets anders]',
      '    mustHit: [gratis nitro]',
      '    mustNotHit: [niets]',
    ].join('\n'),
  )
  expect((await checkPolicy(policy.folder)).failures).toMatchObject([
    { ruleId: 'twee', expected: 'hit', line: 9 },
  ])
})

test('broken files are told, all of them, with exit 1', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'kind: vzw', 'kind: vwz')
  await policy.remove('notice.yaml')
  const { code, out, err } = await run('--policies', policy.folder)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^Er kloppen 2 dingen niet:\npolicies\/house\.yaml, regel \d+: "vwz"/)
})

test('explaining a sentence tells what was read, which rules found it and what follows', async () => {
  const { code, out } = await run(
    'explain',
    'Ík maak u kapot',
    '--channel',
    'huiswerk',
    '--policies',
    SHIPPED,
  )
  expect(code).toBe(0)
  expect(out).toMatch(/Kanaal: huiswerk \(staat in channels\.yaml\)/)
  expect(out).toMatch(/Gelezen als: ik maak u kapot/)
  expect(out).toMatch(
    /threat-direct \(bedreiging, schade aan iemand anders, rood\)\n +reden: .+\n +gevonden: "ik maak u kapot"/,
  )
  expect(out).toMatch(/Besluit: schade aan iemand anders, bedreiging, rood: een mens kijkt ernaar\./)
})

test('explaining tells why a saying does not count in a channel, and which rules do not look there', async () => {
  const { out } = await run(
    'explain',
    'ik maak u kapot, gij sukkel',
    '--channel',
    'gaming',
    '--policies',
    SHIPPED,
  )
  expect(out).toMatch(/telt niet: "ik maak u kapot".*is gewoon in dit kanaal \(usual\)/)
  expect(out).toMatch(
    /harassment-rude .*kijkt hier niet, want het kanaal is "zacht" en deze regel begint bij "streng"/,
  )
  expect(out).toMatch(/Besluit: niets\. Dit bericht wordt met rust gelaten\./)
})

test('explaining in a channel of the team says that nobody reads there', async () => {
  const { out } = await run('explain', 'ik wil dood', '--channel', 'team', '--policies', SHIPPED)
  expect(out).toMatch(/hier wordt nooit gelezen/)
  expect(out).not.toMatch(/Gelezen als/)
})

test.each([
  [['--chanel', 'gaming'], /"--chanel" ken ik niet\. Bedoelde je "--channel"\?/],
  [['--policies'], /moet nog een naam komen/],
  [['explain'], /Na explain moet een zin komen/],
  [['explian', 'x'], /"explian" ken ik niet\. Bedoelde je "explain"\?/],
  [['--channel', 'gaming'], /--channel hoort bij explain/],
])('wrong use is told in a sentence, with exit 2: %j', async (args, message) => {
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toMatch(message)
  expect(err).toMatch(/Zo gebruik je dit/)
})

test('--help tells how it is used', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run policy') })
})

test('what the filters of Discord would look for is told, with what does not fit and why', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'queue: wachtrij', 'queue: wachtrij\n  automodAlerts: alarmen')
  const { code, out } = await run('filters', '--policies', policy.folder)
  expect(code).toBe(0)
  expect(out).toMatch(/Filters van Discord: \d+ woorden in \d filters\./)
  expect(out).toMatch(/Huisbot: zorg: \d+ woorden, meldt alleen/)
  expect(out).toMatch(/\d+ woorden: alleen waar de zin stopt/)
  expect((await run('filtres', '--policies', policy.folder)).err).toContain('Bedoelde je "filters"?')
})
