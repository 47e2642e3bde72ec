import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lessonsOf, messageWith, teamOf } from '../support/lessons.ts'
import { policyWithTeam, withTeam } from '../support/duty.ts'
import { openHouse, WEDNESDAY_AFTERNOON } from '../support/house.ts'
import { policyWith, REPORTS } from '../support/policy.ts'
import { withPowers } from '../support/queue.ts'

const CRY = 'ik wil er niet meer zijn'
const ACUTE = 'vannacht maak ik er een einde aan'

test('with somebody on call the night goes otherwise: they are called, do what protects, and a second looks at the opening', async () => {
  const policyFolder = await policyWithTeam(WEDNESDAY_AFTERNOON)
  const house = await openHouse({
    policyFolder,
    seed: (seed) => {
      const more = withTeam(seed)
      // Who is on call is somebody of the team as well: else they could not decide.
      return {
        ...more,
        members: more.members.map((one) =>
          one.name === 'olga' ? { ...one, roles: ['Oproep', 'Jeugdwerker'] } : one,
        ),
      }
    },
  })
  const lessons = await lessonsOf(house)
  const team = teamOf(house, lessons)
  await lessons.start('niet-meer-willen-leven')
  await team.waits(0)
  expect(house.bot().desk.now().toISOString()).toMatch(/^2026-11-25T22:40/)
  expect(lessons.now()?.waitsFor).toContain('oproeprol')
  await team.takes(ACUTE, 'olga')
  await team.decides(ACUTE, 'passed-on', 'olga')
  // The house opened: time went by, and nobody is on duty until somebody says so.
  expect(house.bot().desk.now().toISOString()).toMatch(/^2026-11-26T15:00/)
  await team.onDuty()
  await team.confirms(ACUTE, 'fatima')
  await team.takes(CRY)
  await team.comes()
  await team.decides(CRY, 'talked')
  const { phase, agreements = [], done = [] } = lessons.now() ?? {}
  expect(phase).toBe('afterwards')
  expect(agreements.map(({ seen }) => seen)).toEqual(agreements.map(() => 'done'))
  expect(agreements.map(({ agreement }) => agreement.says)).toContain(
    'Wie oproep heeft, neemt het acute bericht meteen op.',
  )
  const told = done.map(({ who, what }) => `${who} ${what}`)
  expect(told).toContain('Olga besliste over het bericht van Aya: Doorgegeven aan 101 (iemand is in gevaar)')
  expect(told).toContain('Fatima keek als tweede mee en bevestigde')
  // Sixteen hours and a bit later.
  expect(done.find(({ what }) => what.startsWith('begon'))?.afterSeconds).toBeGreaterThan(16 * 3_600)
})

test('where the bot does not read along, somebody of the cast reports what the lesson is about', async () => {
  const house = await openHouse({ policyFolder: await policyWith(REPORTS) })
  const lessons = await lessonsOf(house)
  const team = teamOf(house, lessons)
  await lessons.start('grap-te-ver')
  await team.waits(0)
  expect(house.cards()).toHaveLength(1)
  await team.takes('ge stinkt')
  await team.says('#algemeen', 'tibo, waar komt dat vandaan?')
  await team.decides('ge stinkt', 'talked')
  const { done = [], agreements = [] } = lessons.now() ?? {}
  expect(agreements.map(({ seen }) => seen)).toEqual(['done', 'done', 'done', 'done'])
  // Who reported it stands nowhere, here neither.
  expect(done.map(({ who, what }) => `${who} ${what}`)).toContain('Iemand meldde het bericht van Tibo')
  expect(JSON.stringify(lessons.now())).not.toContain('Wout')
})

const OWN = `title: Twee woorden
intro: Een eigen les van het team
asks: Iemand van dienst
minutes: 5
order: 1
at: { house: open }
cast: { tibo: young, elif: young }
steps:
  - { do: says, who: tibo, in: algemeen, text: "wat zijt gij een kankerlijer", as: grof }
  - { do: waits, for: [{ see: decided, of: grof }], hint: Beslis }
  - { do: says, who: tibo, in: algemeen, text: "ik zeg al niets meer", as: later }
  - { do: edits, message: later, text: "ik zeg niets meer" }
  - { do: says, who: elif, in: algemeen, text: "oef" }
  - { do: passes, minutes: 90 }
reactions:
  - { when: [{ see: taken, of: grof }], steps: [{ do: reacts, who: elif, to: grof, emoji: "👀" }] }
agreements:
  - { says: Een tweede kijkt na, why: Zo staat niemand er alleen voor, source: "domain §4.1", if: [{ see: measured, of: grof }], done: [{ see: second, of: grof, within: 60 }] }
  - { says: Het kanaal blijft open, why: Anderen praten verder, source: channels.yaml, unless: [{ see: limited, in: algemeen }] }
talkAbout: [Hoe ging het?]
`

test('a lesson of the team itself: it never holds up the house, can be stopped and begun again, and goes on when somebody is put out', async () => {
  const policyFolder = await policyWith()
  await mkdir(join(policyFolder, 'lessons'), { recursive: true })
  await writeFile(join(policyFolder, 'lessons', 'eigen.yaml'), OWN)
  await writeFile(
    join(policyFolder, 'lessons', 'kapot.yaml'),
    OWN.replace('cast: { tibo: young', 'cast: { tybo: young'),
  )
  const house = await openHouse({ seed: withPowers })
  const { world } = house
  const lessons = await lessonsOf(house, policyFolder)
  const team = teamOf(house, lessons)
  const [first] = lessons.cards()
  expect(first).toMatchObject({ id: 'eigen', title: 'Twee woorden', done: false })
  const broken = lessons.cards().find(({ problems }) => problems !== undefined)
  expect(broken?.problems?.[0]).toMatch(/kapot\.yaml, regel 9: "tibo" speelt niet mee/)
  await expect(lessons.start('kapot')).rejects.toThrow('Er is geen les "kapot"')

  let shown = 0
  const quiet = lessons.onChange(() => shown++)
  // Two windows press at the same moment: it is played once.
  await Promise.all([lessons.start('eigen'), lessons.start('eigen')])
  await team.waits(0)
  expect(shown).toBeGreaterThan(0)
  quiet()
  expect(lessons.now()).toMatchObject({ id: 'eigen', phase: 'waiting', waitsFor: 'Beslis', done: [] })
  expect(world.memberNames().filter((name) => name === 'tibo')).toHaveLength(1)

  // Other things go on meanwhile, and are not the lesson's: what the team does with them counts for nothing.
  await world.member('milan').says('#muziek', 'ik ga u vermoorden')
  await team.waits(0)
  await team.takes('ik ga u', 'fatima')
  expect(lessons.now()?.phase).toBe('waiting')

  // Stopped half-way: what it said is gone, its people too, and what was not the lesson's stays.
  const said = messageWith(house, 'wat zijt gij')
  await lessons.stop()
  expect(said.deleted).toBe(true)
  expect(world.memberNames()).not.toContain('tibo')
  expect(messageWith(house, 'ik ga u').deleted).toBe(false)
  expect(lessons.now()).toBeUndefined()

  // Begun again: the card is a new one. Tibo is put out by hand, and cannot say what he would have said.
  await lessons.start('eigen')
  await team.waits(0)
  await team.takes('wat zijt gij')
  expect(messageWith(house, 'wat zijt gij').id).not.toBe(said.id)
  await team.makesSafe('wat zijt gij', 'kick')
  const before = lessons.now()
  expect(before).toMatchObject({
    phase: 'afterwards',
    notPlayed: [expect.stringMatching(/^Tibo: /), expect.stringContaining('"later" is niet gezegd')],
  })
  expect(before?.agreements?.map(({ seen, recorded }) => [seen, recorded])).toEqual([
    ['not-seen', undefined],
    ['done', undefined],
  ])
  expect(world.channel('#algemeen').messages().at(-1)?.content).toBe('oef')
  // Whoever does it after the last step has done it all the same, and later than agreed.
  await team.confirms('wat zijt gij', 'jonas')
  const [second] = lessons.now()?.agreements ?? []
  expect(second).toMatchObject({
    seen: 'otherwise',
    recorded: expect.stringMatching(/^na 1 uur en 3\d minuten, door Jonas$/),
  })
  await lessons.stop()
  // He is a stranger to nobody: the next time he is there again.
  await lessons.start('eigen')
  await team.waits(0)
  expect(messageWith(house, 'wat zijt gij').deleted).toBe(false)
  await lessons.stop()
})
