import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { tell } from '../../../src/policy/problem.ts'
import { copyOfPolicy, problemsOf, SHIPPED } from './world.ts'

/** Spoils one piece of one file, and gives the one problem that follows. */
async function spoiled(file: string, from: string, to: string) {
  const policy = await copyOfPolicy()
  const line = await policy.change(file, from, to)
  const problems = await problemsOf(policy.folder)
  expect(problems.map(tell)).toHaveLength(1)
  const [problem] = problems
  if (problem === undefined) throw new Error('no problem')
  return { ...problem, changedLine: line }
}

test('a misspelt key is told with its line and the key that was meant', async () => {
  const policy = await copyOfPolicy()
  const line = await policy.change('house.yaml', '\nretention:', '\nretentoin:')
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    expect.stringMatching(
      /^policies\/house\.yaml, regel \d+: "retention" ontbreekt\. Schrijf: retention: \{/,
    ),
    `policies/house.yaml, regel ${line + 1}: "retentoin" ken ik niet. Bedoelde je "retention"?`,
  ])
})

test('a Dutch word for a key is understood as what it means', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', '\nhours:', '\nopeningsuren:')
  expect((await problemsOf(policy.folder)).map(tell)).toContainEqual(
    expect.stringContaining('"openingsuren" ken ik niet. Bedoelde je "hours"?'),
  )
})

test('every problem of every file is told at once', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'kind: vzw', 'kind: vwz')
  await policy.change('channels.yaml', 'huiswerk:\n    purpose:', 'huiswerk:\n    purpos:')
  await policy.change('rules/spam.yaml', 'level: groen', 'level: blauw')
  const files = (await problemsOf(policy.folder)).map(({ file }) => file)
  expect(new Set(files)).toEqual(
    new Set(['policies/house.yaml', 'policies/channels.yaml', 'policies/rules/spam.yaml']),
  )
})

test('a problem is told on the line where it stands', async () => {
  const problem = await spoiled('house.yaml', 'kind: vzw', 'kind: vwz')
  expect(problem.line).toBe(problem.changedLine)
  const term = await spoiled('rules/threat.yaml', '- ik maak u kapot', '- ka*pot')
  expect(term.line).toBe(term.changedLine)
})

test('a language whose text is missing stays off, and says where; the house works on in the others', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', '  fr: Pas sans', '  # fr: Pas sans')
  const loaded = await loadPolicy(policy.folder)
  expect(loaded.house.languages).toEqual(['nl', 'en'])
  expect(loaded.languagesOff).toEqual([
    { language: 'fr', missing: [expect.stringMatching(/^policies\/house\.yaml, regel \d+$/)] },
  ])
  await policy.change('house.yaml', '[nl, en, fr]', '[nl, en]')
  expect((await loadPolicy(policy.folder)).languagesOff).toBeUndefined()
})

test('the language of the house itself cannot be off: without its texts the house does not open', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', '[nl, en, fr]', '[fr, nl]')
  await policy.change('house.yaml', '  fr: Pas sans', '  # fr: Pas sans')
  const [problem, ...others] = await problemsOf(policy.folder)
  expect(others).toEqual([])
  expect(problem?.message).toMatch(/Frans ontbreekt\. Schrijf hier fr: .* haal fr weg bij "languages"/)
  expect(problem?.message).toMatch(/Tot dan blijft die taal uit/)
})

test('the sentence about passing on is needed for the own kind of organisation only', async () => {
  const policy = await copyOfPolicy()
  const all = '{ nl: a, en: b, fr: c }'
  const notice = (zorg: string, vzw: string) =>
    `version: 1\nmeldplicht:\n  ambtenaar: ${all}\n  vzw: ${vzw}\n  zorg: ${zorg}\n`
  await policy.write('notice.yaml', notice('{ nl: a }', all))
  expect((await loadPolicy(policy.folder)).languagesOff).toBeUndefined()
  await policy.write('notice.yaml', notice(all, '{ nl: a, fr: c }'))
  expect((await loadPolicy(policy.folder)).languagesOff).toEqual([
    { language: 'en', missing: ['policies/notice.yaml, regel 4'] },
  ])
})

test('a notice of a second version says since when, and what is new in every language that stays on', async () => {
  const policy = await copyOfPolicy()
  await policy.change('notice.yaml', 'version: 1', 'version: 2')
  const [problem] = await problemsOf(policy.folder)
  expect(problem?.message).toMatch(/Schrijf: since: \d/)
  await policy.change(
    'notice.yaml',
    'version: 2',
    'version: 2\nsince: 2026-11-24\nnews: { nl: Iets, fr: Quoi }',
  )
  const loaded = await loadPolicy(policy.folder)
  expect(loaded.house.languages).toEqual(['nl', 'fr'])
})

test('a notice that the house made too long for Discord is told before anybody sees the bot', async () => {
  const policy = await copyOfPolicy()
  await mkdir(join(policy.folder, 'texts'), { recursive: true })
  await policy.write('texts/nl.yaml', `notice.pinned.elsewhere: "${'jac.be '.repeat(250).trim()}"\n`)
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    expect.stringMatching(/past niet op Discord: notice\.pinned/),
  ])
})

test('a subject that names a line which does not exist is refused', async () => {
  const policy = await copyOfPolicy()
  await policy.write(
    'subjects.yaml',
    'subjects:\n  - id: x\n    label: { nl: a, en: b, fr: c }\n    lines: { nl: [awell], en: [awel], fr: [awel] }\n',
  )
  expect((await problemsOf(policy.folder)).map(({ message }) => message)).toEqual([
    'De hulplijn "awell" staat niet in helplines.yaml. Bedoelde je "awel"?',
  ])
})

test('a house starts in reports: three lines are enough', async () => {
  const policy = await copyOfPolicy()
  await policy.change(
    'house.yaml',
    'reading:\n  way: full\n  decided: { by: Mieke Vandevoorbeeld, on: 2026-11-16 }',
    'reading:\n  way: reports',
  )
  await expect(loadPolicy(policy.folder)).resolves.toMatchObject({ house: { reading: { way: 'reports' } } })
})

test('the house words texts in its own way, if the names and the values in them are right', async () => {
  const policy = await copyOfPolicy()
  await policy.remove('texts').catch(() => undefined)
  await mkdir(join(policy.folder, 'texts'))
  await policy.write('texts/nl.yaml', '# nog niets\n')
  await expect(loadPolicy(policy.folder)).resolves.toMatchObject({ texts: {} })
  await policy.write('texts/nl.yaml', 'rules.no-norms: Wees lief.\n')
  await expect(loadPolicy(policy.folder)).resolves.toMatchObject({
    texts: { nl: { 'rules.no-norms': 'Wees lief.' } },
  })
  await policy.write('texts/nl.yaml', 'rules.no-norm: Wees lief.\nrules.norm: "- {x}"\n')
  expect((await problemsOf(policy.folder)).map(tell)).toEqual([
    expect.stringMatching(
      /^policies\/texts\/nl\.yaml, regel 1: "rules.no-norm": Deze tekst bestaat niet.*Bedoelde je "rules\.no-norms"\?/,
    ),
    expect.stringMatching(
      /^policies\/texts\/nl\.yaml, regel 2: "rules\.norm": .*dezelfde woorden.*: \{norm\}/,
    ),
  ])
})

test('the same agreements have the same version; a comment changes nothing, a word does', async () => {
  const shipped = await loadPolicy(SHIPPED)
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'name: Het Praktijkhuis', '# een opmerking\nname:    Het Praktijkhuis')
  expect((await loadPolicy(policy.folder)).version).toBe(shipped.version)
  await policy.change('house.yaml', 'Het Praktijkhuis\n', 'Het Andere Huis\n')
  expect((await loadPolicy(policy.folder)).version).not.toBe(shipped.version)
  expect(shipped.version).toMatch(/^[0-9a-f]{12}$/)
})
