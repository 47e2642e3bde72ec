import { expect, test } from 'vitest'
import { loadLessons } from '../../src/policy/load-lessons.ts'
import type { LessonView } from '../../src/practice/lessons/view.ts'
import type { Lessons } from '../../src/practice/lessons/lessons.ts'
import { lessonsOf, type Team, teamOf } from '../support/lessons.ts'
import type { TestHouse } from '../support/house.ts'
import { withPowers } from '../support/queue.ts'
import { accepts, CONTACT, houseWithContact, matters } from '../support/reports.ts'

type Way = (team: Team, lessons: Lessons) => Promise<void>
type Seen = 'done' | 'otherwise' | 'not-seen'

/** How a team plays each lesson as its agreements say, and how another team might; and what then shows of each agreement. */
const WAYS: Readonly<
  Record<string, { readonly agreed: Way; readonly other: Way; readonly shows: readonly Seen[] }>
> = {
  'grap-te-ver': {
    async agreed(team) {
      await team.takes('ge stinkt')
      await team.says('#algemeen', 'tibo, wat bedoelde je daarmee?')
      await team.decides('ge stinkt', 'talked')
    },
    // Too late, without a word, and the writer is paused for it.
    async other(team) {
      await team.waits(125)
      await team.makesSafe('ge stinkt', 'pause-60')
    },
    shows: ['otherwise', 'otherwise', 'otherwise', 'otherwise'],
  },
  'spel-is-spel': {
    agreed: (team) => team.waits(16),
    // Somebody takes a message away that is ordinary here.
    other: (team) => team.deletes('gij zijt dood'),
    shows: ['otherwise', 'done'],
  },
  'dreiging-school': {
    async agreed(team) {
      await team.takes('maandag maak ik')
      await team.looksAt('maandag maak ik')
      await team.says('#algemeen', 'jef, waar komt dat vandaan?')
      await team.decides('maandag maak ik', 'passed-on')
    },
    // Two agree at once that it is nothing: nobody looked, nobody talked.
    async other(team) {
      await team.decides('maandag maak ik', 'no-problem')
      await team.decides('maandag maak ik', 'no-problem', 'fatima')
    },
    shows: ['done', 'not-seen', 'otherwise', 'done', 'otherwise'],
  },
  'druk-van-een-volwassene': {
    async agreed(team) {
      await team.takes('tot vanavond')
      await team.makesSafe('tot vanavond', 'ban-danger')
      await team.confirms('tot vanavond')
      await team.sendsLine('laat mij gerust')
    },
    // Talked with in the channel, and the evidence is gone.
    async other(team, lessons) {
      await team.takes('tot vanavond')
      await team.deletes('tot vanavond')
      await team.says('#algemeen', 'dat kan hier niet')
      await team.decides('tot vanavond', 'talked')
      await lessons.next()
      await team.waits(1)
    },
    shows: ['done', 'otherwise', 'otherwise', 'not-seen'],
  },
  'naam-en-adres': {
    async agreed(team) {
      await team.decides('voor wie mila zoekt', 'removed')
      await team.tells('voor wie mila zoekt')
    },
    // It stays there: somebody only writes in the channel.
    async other(team) {
      await team.says('#algemeen', 'kobe, dat doen we niet')
      await team.decides('voor wie mila zoekt', 'talked')
    },
    shows: ['done', 'not-seen', 'not-seen', 'done'],
  },
  'zorg-om-een-vriendin': {
    async agreed(team) {
      await team.takes('laat maar, het maakt')
      await team.answers('laat maar, het maakt')
      await team.sendsLine('laat maar, het maakt')
      await team.decides('laat maar, het maakt', 'talked')
    },
    async other(team) {
      await team.decides('laat maar, het maakt', 'no-problem')
    },
    shows: ['done', 'not-seen', 'not-seen', 'done', 'otherwise'],
  },
  'andrew-tate-gesprek': {
    async agreed(team) {
      await team.takes('een man moet de baas')
      await team.says('#algemeen', 'wat spreekt je daarin aan, dries?')
      await team.decides('een man moet de baas', 'talked')
    },
    async other(team) {
      await team.decides('een man moet de baas', 'removed')
    },
    shows: ['otherwise', 'otherwise', 'done', 'done', 'otherwise'],
  },
  'melding-over-een-jeugdwerker': {
    async agreed(team) {
      const { house } = team
      const samira = house.world.member(CONTACT)
      const card = matters(house).at(-1)
      if (card === undefined) throw new Error('the contact got nothing')
      await samira.presses(card, 'Toon')
      await team.waits(1)
      await samira.chooses(await samira.presses(card, 'Beslis'), 'Kies een uitkomst', 'talked')
      await team.waits(1)
    },
    // The team takes the message of its colleague away, and the contact does not look.
    async other(team, lessons) {
      await team.deletes('met ons twee')
      await lessons.next()
      await team.waits(1)
      await lessons.next()
      await team.waits(1)
    },
    shows: ['done', 'not-seen', 'not-seen', 'otherwise'],
  },
  'niet-meer-willen-leven': {
    async agreed(team, lessons) {
      await lessons.next()
      await team.waits(0)
      await team.onDuty()
      await team.takes('ik wil er niet meer zijn')
      await team.comes()
      await team.decides('ik wil er niet meer zijn', 'talked')
    },
    // Nobody begins, and at the end somebody takes the message away.
    async other(team, lessons) {
      await lessons.next()
      await team.waits(0)
      await team.deletes('ik wil er niet meer zijn')
      for (let skipped = 0; skipped < 3; skipped++) {
        await lessons.next()
        await team.waits(1)
      }
    },
    shows: ['not-seen', 'not-seen', 'not-seen', 'otherwise', 'not-seen'],
  },
}

async function plays(house: TestHouse, lessons: Lessons, id: string, way: Way): Promise<LessonView> {
  const team = teamOf(house, lessons)
  await lessons.start(id)
  await team.onDuty()
  expect(lessons.now()).toMatchObject({ id, phase: 'waiting' })
  expect(lessons.now()?.waitsFor).toMatch(/\S/)
  await way(team, lessons)
  const view = lessons.now()
  if (view === undefined) throw new Error('the lesson is gone')
  return view
}
const seenIn = ({ agreements = [] }: LessonView): readonly Seen[] => agreements.map(({ seen }) => seen)

test('every lesson on the shelf is played to its end: as agreed it all shows, and otherwise the difference does', async () => {
  const shipped = await loadLessons('policies')
  expect(shipped.problems).toEqual([])
  expect(shipped.lessons.map(({ lesson }) => lesson.id).toSorted()).toEqual(Object.keys(WAYS).sort())
  const house = await houseWithContact({ seed: withPowers })
  await accepts(house)
  const lessons = await lessonsOf(house)
  const before = house.world.memberNames()
  for (const [id, { agreed, other, shows }] of Object.entries(WAYS)) {
    const well = await plays(house, lessons, id, agreed)
    expect(well, id).toMatchObject({ phase: 'afterwards' })
    expect(well.notPlayed, id).toBeUndefined()
    expect(
      seenIn(well).map((seen, place) => `${seen}: ${well.agreements?.[place]?.agreement.says ?? ''}`),
      id,
    ).toEqual((well.agreements ?? []).map(({ agreement }) => `done: ${agreement.says}`))
    expect(well.talkAbout?.length, id).toBeGreaterThan(0)
    // Those whom the lesson plays are never told of as if they were the team, also not a youth worker among them.
    const cast = Object.keys(shipped.lessons.find(({ lesson }) => lesson.id === id)?.lesson.cast ?? {})
    expect(
      well.done.filter(({ who }) => cast.includes(who.toLowerCase())),
      id,
    ).toEqual([])

    // The same lesson again, at once, in the same house: nothing of the first time counts.
    const differently = await plays(house, lessons, id, other)
    expect(differently, id).toMatchObject({ phase: 'afterwards' })
    expect(seenIn(differently), id).toEqual(shows)
  }
  await lessons.stop()
  expect(lessons.now()).toBeUndefined()
  expect(lessons.cards().every(({ done }) => done)).toBe(true)
  // Nobody of a cast stays, and nothing that they said.
  expect(house.world.memberNames().toSorted()).toEqual([...before].sort())
  expect(
    house.world
      .channel('#algemeen')
      .messages()
      .filter((one) => one.authorId !== house.discord.botId && !one.deleted)
      .every((one) => house.world.memberNames().includes(one.author.toLowerCase())),
  ).toBe(true)
}, 120_000)
