import { expect, test } from 'vitest'
import { tell } from '../../../src/policy/problem.ts'
import { copyOfPolicy, problemsOf } from './world.ts'

test.each<[string, string, string, string, RegExp]>([
  [
    'a word that is not allowed',
    'house.yaml',
    'kind: vzw',
    'kind: vwz',
    /"vwz" kan hier niet\. Bedoelde je "vzw"\? Kies/,
  ],
  ['a level that does not exist', 'rules/spam.yaml', 'level: groen', 'level: green', /Bedoelde je "groen"\?/],
  [
    'an empty value',
    'house.yaml',
    'name: Het Praktijkhuis\n',
    'name:\n',
    /Achter "name" staat niets\. Schrijf: name:/,
  ],
  [
    'a number where a text goes',
    'house.yaml',
    'name: Het Praktijkhuis\n',
    'name: 9000\n',
    /aanhalingstekens rond: "9000"/,
  ],
  [
    'hours without an end',
    'house.yaml',
    '"16:00-21:00"',
    '"16 uur"',
    /Nummer 1 van "donderdag" moet zo: een begin en een einde/,
  ],
  ['an hour that does not exist', 'house.yaml', '"16:00-21:00"', '"16:00-24:30"', /een begin en een einde/],
  [
    'hours that overlap',
    'house.yaml',
    '"16:00-21:00"',
    '"16:00-21:00", "20:00-22:00"',
    /"20:00-22:00" loopt door elkaar met "16:00-21:00"/,
  ],
  [
    'hours that overlap past midnight',
    'house.yaml',
    'zondag: ["14:00-18:00"]',
    'zondag: ["00:30-02:00"]',
    /"00:30-02:00" loopt door elkaar met "20:00-01:00"/,
  ],
  [
    'hours that overlap from Sunday to Monday',
    'house.yaml',
    'zondag: ["14:00-18:00"]',
    'zondag: ["22:00-01:00"]\n    maandag: ["00:00-02:00"]',
    /"00:00-02:00" loopt door elkaar met "22:00-01:00"/,
  ],
  ['empty hours', 'house.yaml', '"16:00-21:00"', '"16:00-16:00"', /begint en eindigt op hetzelfde moment/],
  [
    'a closing that ends before it begins',
    'house.yaml',
    'until: 2027-01-03',
    'until: 2026-01-03',
    /Wissel de twee datums om/,
  ],
  [
    'a date that does not exist',
    'house.yaml',
    'until: 2027-01-03',
    'until: 2027-02-30',
    /een datum: jaar-maand-dag/,
  ],
  [
    'a day that does not exist',
    'house.yaml',
    'donderdag:',
    'thursday:',
    /"thursday" ken ik niet\. Bedoelde je "donderdag"\?/,
  ],
  [
    'full reading that nobody decided',
    'house.yaml',
    '  decided: { by: Mieke Vandevoorbeeld, on: 2026-11-16 }\n',
    '',
    /"decided" ontbreekt\. Schrijf: decided: .*wie dat besliste/,
  ],
  [
    'a way of reading that does not exist',
    'house.yaml',
    'way: full',
    'way: all',
    /"all" kan hier niet\. Kies een van deze woorden: "reports", "full"/,
  ],
  [
    'a decision about reading in a house that does not read',
    'house.yaml',
    'way: full',
    'way: reports',
    /"decided" hoort hier niet bij/,
  ],
  ['more languages than fit', 'house.yaml', '[nl, en, fr]', '[nl, en, fr, nl, en]', /hoogstens 4 stuks/],
  ['a language said twice', 'house.yaml', '[nl, en, fr]', '[nl, en, en]', /"en" staat er twee keer/],
  [
    'a notice channel that does not exist',
    'house.yaml',
    'notice: [welkom]',
    'notice: [welkmo]',
    /Het kanaal "welkmo" staat niet in channels\.yaml\. Bedoelde je "welkom"\?/,
  ],
  ['a queue that everybody can read', 'house.yaml', 'queue: wachtrij', 'queue: algemeen', /staff: true/],
  [
    'distress switched off',
    'channels.yaml',
    'strictness: { spam: strict }',
    'strictness: { distress: off }',
    /"distress" kan niet "off" zijn: een roep om hulp wordt in elk kanaal gehoord/,
  ],
  [
    'distress softened',
    'channels.yaml',
    'strictness: { spam: strict }',
    'strictness: { distress: soft }',
    /Kies "normal" of "strict"/,
  ],
  [
    'drugs switched off, with the worry in it',
    'channels.yaml',
    'strictness: { spam: strict }',
    'strictness: { drugs: off }',
    /ook zorgen over de schrijver/,
  ],
  [
    'distress switched off in the defaults',
    'channels.yaml',
    'strictness: {}',
    'strictness: { distress: off }',
    /een roep om hulp/,
  ],
  [
    'a category that does not exist',
    'channels.yaml',
    'strictness: { spam: strict }',
    'strictness: { spm: strict }',
    /"spm" ken ik niet\. Bedoelde je "spam"\?/,
  ],
  [
    'a usual saying without words',
    'channels.yaml',
    'says: "{ik-vermoord} ({u}|{hem})."',
    'says: "!!!"',
    /geen letters of cijfers/,
  ],
  [
    'a long id without quotes',
    'channels.yaml',
    '  huiswerk:',
    '  123456789012345678:',
    /te lang om een getal te zijn.*"123456789012345678"/,
  ],
  [
    'a reminder about a worry',
    'rules/distress.yaml',
    'may: [flag, offer]',
    'may: [flag, remind]',
    /"remind" kan hier niet\. Een herinnering kan alleen bij gedrag/,
  ],
  [
    'a measure by a rule',
    'rules/spam.yaml',
    'may: [flag, remind]',
    'may: [flag, ban]',
    /Een maatregel neemt alleen een mens/,
  ],
  [
    'a kind that the category does not have',
    'rules/hate.yaml',
    'kind: harm',
    'kind: conduct',
    /Bij deze soort \(category\) "conduct" kan hier niet.*"harm"/,
  ],
  [
    'a star in the middle',
    'rules/spam.yaml',
    '- gratis nitro',
    '- gra*tis nitro',
    /"gra\*tis nitro" heeft een \* op een verkeerde plaats/,
  ],
  ['a star after two letters', 'rules/spam.yaml', '- gratis nitro', '- gr*', /minstens 3 letters/],
  ['a rule without terms', 'rules/personal-data.yaml', 'mustHit:', 'mustHit: []\n    mustHitOld:', /mustHit/],
  [
    'an id with capitals',
    'rules/spam.yaml',
    'id: spam-scam',
    'id: Spam Scam',
    /"id" moet zo: kleine letters, cijfers en streepjes/,
  ],
  [
    'an id that another file has',
    'rules/spam.yaml',
    'id: spam-scam',
    'id: hate-slur',
    /"hate-slur" bestaat al in policies\/rules\/hate\.yaml/,
  ],
])('%s is refused with what to write instead', async (_, file, from, to, message) => {
  const policy = await copyOfPolicy()
  await policy.change(file, from, to)
  const problems = await problemsOf(policy.folder)
  expect(problems.map(tell).join('\n')).toMatch(message)
  for (const problem of problems) {
    expect(problem.file).toBe(`policies/${file}`)
    expect(problem.line).toBeGreaterThan(0)
  }
})

test('Discord blocks day and night, so a house that holds only while it is open cannot let it', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'byDiscord: false }', 'byDiscord: true }')
  expect((await problemsOf(policy.folder)).map(({ message }) => message)).toEqual([
    'De filters van Discord houden dag en nacht tegen, ook als jullie dicht zijn. Wil je dat echt? Schrijf dan ook: when: always',
  ])
})

test('a rule of worry cannot hold, and says why', async () => {
  const policy = await copyOfPolicy()
  await policy.change('rules/distress.yaml', 'may: [flag, offer]', 'may: [flag, hold]')
  const [problem] = await problemsOf(policy.folder)
  expect(problem?.message).toContain('nooit bij zorgen over de schrijver')
})

test('the alarms of Discord, with names and words, cannot go to the queue', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'queue: wachtrij', 'queue: wachtrij\n  automodAlerts: wachtrij')
  const [problem] = await problemsOf(policy.folder)
  expect(problem?.message).toContain('alleen de bot ziet')
})
