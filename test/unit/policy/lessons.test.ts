import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkLessons } from '../../../src/policy/check-lessons.ts'
import { describeLessons } from '../../../src/policy/describe.ts'
import { lessonMoment } from '../../../src/policy/lesson-moment.ts'
import { unreachable } from '../../../src/policy/lesson-reach.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { loadLessons } from '../../../src/policy/load-lessons.ts'
import { tell } from '../../../src/policy/problem.ts'
import {
  type Lesson,
  type LessonStep,
  lessonSchema,
  type PlainStep,
} from '../../../src/policy/schema-lessons.ts'
import { agreementsOf } from '../../support/agreements.ts'
import { policyWith } from '../../support/policy.ts'

const flow = (keys: Readonly<Record<string, string>>): string =>
  `  - { ${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`
const SAYS = (other: Readonly<Record<string, string>>): string =>
  flow({ do: 'says', who: 'tibo', in: 'algemeen', text: 'hallo', as: 'groet', ...other })
const WAITS = (fact: string): string => `  - { do: waits, for: [{ see: ${fact} }], hint: "Kijk" }`
const AGREES = (how: string): string => `  - { says: a, why: b, source: c, ${how} }`

const LINES = [
  'title: Een les', // 1
  'intro: Wat vooraf gaat', // 2
  'asks: Iemand van dienst', // 3
  'minutes: 10', // 4
  'at: { house: open }', // 5
  'cast: { tibo: young, elif: young, ruben: youth-worker }', // 6
  'steps:', // 7
  '  - { do: says, who: tibo, in: algemeen, text: "hallo", as: groet }', // 8
  '  - { do: says, who: ruben, in: algemeen, text: "dag", as: dag, flags: nothing }', // 9
  '  - { do: waits, for: [{ see: taken, of: groet }], hint: "Kijk in de wachtrij" }', // 10
  'agreements:', // 11
  '  - { says: Iemand neemt het op, why: Omdat, source: "seed:1", done: [{ see: taken, of: groet }] }', // 12
  'talkAbout: [Hoe ging het?]', // 13
]

/** Each lesson with one line written otherwise, by what is wrong in it: which line, what stands there, and what is told. */
const WRONG: Readonly<Record<string, readonly [line: number, written: string, told: string, at?: number]>> = {
  'somebody who is not in the cast': [8, SAYS({ who: 'tibbo' }), 'Bedoelde je "tibo"?'],
  'a channel that is not there': [8, SAYS({ in: 'algemen' }), 'Bedoelde je "algemeen"?'],
  'a channel of the team': [8, SAYS({ in: 'wachtrij' }), 'jongeren zien het niet'],
  'a word that it does not know': [8, SAYS({ do: 'zegt' }), 'Kies een van deze woorden: "says"'],
  'a key that it does not know': [
    8,
    SAYS({ tekst: 'hallo' }),
    'Hier kan staan: "do", "who", "in", "text", "as", "replyTo", "flags", "reportedBy"',
  ],
  'a message that nobody says': [10, WAITS('taken, of: groeten'), 'Bedoelde je "groet"?'],
  'a message that is said later': [
    8,
    '  - { do: reacts, who: tibo, to: dag, emoji: "👍" }',
    'pas later gezegd',
  ],
  'an outcome that does not exist': [
    12,
    AGREES('done: [{ see: decided, of: groet, outcome: [banned] }]'),
    '"banned" kan hier niet',
  ],
  'an agreement that the house cannot see': [12, AGREES(''), 'Kies done of unless'],
  'an agreement without a source': [
    12,
    '  - { says: a, why: b, unless: [{ see: anything }] }',
    '"source" ontbreekt',
  ],
  'a moment that this house does not have': [
    5,
    'at: { house: open, time: "04:00" }',
    "Zo'n moment is er in jullie huis niet",
  ],
  'a time that is no time': [
    5,
    'at: { house: open, time: "kwart over acht" }',
    'een uur tussen aanhalingstekens',
  ],
  'somebody who reports themselves': [
    9,
    '  - { do: reports, who: tibo, of: groet, reason: other }',
    'van zichzelf',
  ],
  'time that goes by in two ways': [9, '  - { do: passes, minutes: 5, until: opening }', 'één van de twee'],
  'a button before anything was typed': [9, '  - { do: presses, who: tibo, button: Ja }', 'typte nog niets'],
  'a step that no play comes to': [9, '  - { do: ends }', 'komt de les nooit', 10],
  'a wait for what can never be': [10, WAITS('taken, of: dag'), 'nooit kan gebeuren'],
  'an agreement for what can never be': [
    12,
    AGREES('done: [{ see: matter-shown, of: groet }]'),
    'in deze les nooit gebeuren',
  ],
  'a sentence that a # cuts off': [2, 'intro: Kijk eens in #algemeen', 'valt weg'],
  'two messages with one name': [9, SAYS({ as: 'groet' }), 'Er is al een bericht met de naam "groet"'],
  nothing: [1, 'title: Een les', ''],
}
const fileOf = (what: string): string => `${what.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '')}.yaml`

/** One folder with all of them, read once: what is wrong in one leaves the others alone. */
let read: Awaited<ReturnType<typeof loadLessons>>
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'huisbot-lessons-'))
  const folder = join(root, 'policies')
  await mkdir(join(folder, 'lessons'), { recursive: true })
  for (const name of ['house.yaml', 'channels.yaml']) await cp(join('policies', name), join(folder, name))
  for (const [what, [line, written]] of Object.entries(WRONG))
    await writeFile(join(folder, 'lessons', fileOf(what)), LINES.with(line - 1, written).join('\n'))
  read = await loadLessons(folder)
  await rm(root, { recursive: true })
})

describe('a lesson file is refused with its line', () => {
  test.each(Object.entries(WRONG).filter(([, [, , says]]) => says !== ''))(
    '%s',
    (what, [line, , says, at = line]) => {
      const mine = read.problems.filter(({ file }) => file === `policies/lessons/${fileOf(what)}`).map(tell)
      expect(
        mine.find((problem) => problem.includes(says)),
        mine.join('\n'),
      ).toContain(`, regel ${at}: `)
    },
  )
  test('and only that file: the one with nothing wrong can be played', () => {
    expect(read.lessons.map(({ lesson }) => `${lesson.id}.yaml`)).toEqual([fileOf('nothing')])
  })
})

test('a house without lessons has none, and the bot of a house never reads one: a broken lesson leaves it alone', async () => {
  const folder = await policyWith()
  await writeFile(join(folder, 'lessons', 'kapot.yaml'), 'title: [')
  expect((await loadPolicy(folder)).version).toBe((await agreementsOf('policies')).policy.version)
  expect((await loadLessons(folder)).problems.map(({ file }) => file)).toEqual([
    'policies/lessons/kapot.yaml',
  ])
})

test('npm run policy tries what is said in a lesson with the rules of the house, and outcomes with the kind of what is said', async () => {
  const { policy } = await agreementsOf('policies')
  const shipped = await checkLessons('policies', policy)
  expect(shipped.problems).toEqual([])
  expect(describeLessons(shipped).join()).toMatch(/Lessen van het oefenhuis: 9, met \d\d zinnen nagekeken/)
  const folder = await policyWith(
    { file: 'lessons/dreiging-school.yaml', from: 'hoe was uw dag jef', to: 'ik ga u vermoorden jef' },
    {
      file: 'lessons/niet-meer-willen-leven.yaml',
      from: 'done: [{ see: decided, of: zorg, outcome: [talked, referred, passed-on] }]',
      to: 'done: [{ see: decided, of: zorg, outcome: [removed] }]',
    },
  )
  const { problems } = await checkLessons(folder, policy)
  expect(problems.map(tell)).toEqual([
    expect.stringMatching(
      /dreiging-school\.yaml, regel \d+: Volgens de les laat de bot dit met rust, maar .* rood/,
    ),
    expect.stringMatching(/niet-meer-willen-leven\.yaml, regel \d+: Zo kan dit bericht nooit eindigen/),
  ])
})

/** What a lesson is made of, as far as reaching is concerned. */
type Shape =
  | 'step'
  | 'ends'
  | { readonly first: readonly ('step' | 'ends')[]; readonly otherwise: readonly ('step' | 'ends')[] }
const plain = (shape: 'step' | 'ends'): PlainStep =>
  shape === 'ends' ? { do: 'ends' } : { do: 'looks', hint: 'Kijk' }
const stepOf = (shape: Shape): LessonStep =>
  typeof shape === 'string'
    ? plain(shape)
    : {
        do: 'if',
        sees: [{ see: 'agreed', what: 'talks' }],
        steps: shape.first.map(plain),
        ...(shape.otherwise.length === 0 ? {} : { otherwise: shape.otherwise.map(plain) }),
      }

/** Every place that some play comes to: plays all of them, choosing both ways at each `if`. */
function reached(shapes: readonly Shape[]): ReadonlySet<string> {
  const places = new Set<string>()
  const arm = (steps: readonly ('step' | 'ends')[], where: string): boolean => {
    for (const [index, step] of steps.entries()) {
      places.add(`${where}/${index}`)
      if (step === 'ends') return false
    }
    return true
  }
  /** Whether a play that makes these choices is still going on after step `index`. */
  const play = (choices: number): void => {
    for (const [index, shape] of shapes.entries()) {
      places.add(String(index))
      if (shape === 'ends') return
      if (typeof shape === 'string') continue
      const first = ((choices >> index) & 1) === 0
      if (!arm(first ? shape.first : shape.otherwise, `${index}/${first ? 'steps' : 'otherwise'}`)) return
    }
  }
  for (let choices = 0; choices < 2 ** shapes.length; choices++) play(choices)
  return places
}

test('a lesson is refused exactly when it holds a step that no play comes to', () => {
  const small = fc.constantFrom<'step' | 'ends'>('step', 'step', 'ends')
  const shape: fc.Arbitrary<Shape> = fc.oneof(
    { weight: 3, arbitrary: small },
    {
      weight: 2,
      arbitrary: fc.record({
        first: fc.array(small, { minLength: 1, maxLength: 3 }),
        otherwise: fc.array(small, { maxLength: 3 }),
      }),
    },
  )
  let refused = 0
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 7 }), (shapes) => {
      const lesson: Lesson = {
        id: 'les',
        ...lessonSchema.parse({
          title: 'Les',
          intro: 'x',
          asks: 'x',
          minutes: 10,
          at: { house: 'open' },
          cast: { tibo: 'young' },
          steps: shapes.map(stepOf),
          agreements: [{ says: 'x', why: 'x', source: 'x', unless: [{ see: 'anything' }] }],
          talkAbout: ['x'],
        }),
      }
      const all = shapes.flatMap((one, index) =>
        typeof one === 'string'
          ? [String(index)]
          : [
              String(index),
              ...one.first.map((_, place) => `${index}/steps/${place}`),
              ...one.otherwise.map((_, place) => `${index}/otherwise/${place}`),
            ],
      )
      const come = reached(shapes)
      const never = all.filter((place) => !come.has(place))
      const found = unreachable(lesson).map((path) => path.slice(1).join('/'))
      expect(found.length > 0).toBe(never.length > 0)
      // What is told is never reached, so that nobody takes a good step away.
      for (const place of found) expect(never).toContain(place)
      if (found.length > 0) refused++
    }),
    { numRuns: 300 },
  )
  expect(refused).toBeGreaterThan(30)
})

describe('the moment of a lesson', () => {
  const hours = {
    week: { woensdag: ['13:30-18:00', '19:00-21:30'], zaterdag: ['20:00-01:00'] },
    holidays: 'closed',
    closed: [],
  } as const
  const momentOf = (at: Lesson['at'], from: string): string | undefined =>
    lessonMoment(
      at,
      {
        ...hours,
        week: { woensdag: [...hours.week.woensdag], zaterdag: [...hours.week.zaterdag] },
        closed: [],
      },
      new Date(from),
    )?.toISOString()

  test.each<[string, Lesson['at'], string, string | undefined]>([
    ['now, in a house that is open', { house: 'open' }, '2026-11-25T13:00:00Z', '2026-11-25T13:00:00.000Z'],
    ['not just before it closes', { house: 'open' }, '2026-11-25T16:40:00Z', '2026-11-25T18:05:00.000Z'],
    [
      'the next opening, in a house that is closed',
      { house: 'open' },
      '2026-11-26T10:00:00Z',
      '2026-11-28T19:05:00.000Z',
    ],
    [
      'at 23.40 on a night on which nobody is there',
      { house: 'closed', time: '23:40' },
      '2026-11-25T13:00:00Z',
      '2026-11-25T22:40:00.000Z',
    ],
    [
      'not on Saturday, when the house is open then',
      { house: 'closed', time: '23:40' },
      '2026-11-28T12:00:00Z',
      '2026-11-29T22:40:00.000Z',
    ],
    [
      'on a day of the week',
      { house: 'open', time: '20:15', day: 'zaterdag' },
      '2026-11-25T13:00:00Z',
      '2026-11-28T19:15:00.000Z',
    ],
    [
      'in summer the clock of Brussels',
      { house: 'closed', time: '23:40', day: 'maandag' },
      '2026-07-01T13:00:00Z',
      '2026-07-06T21:40:00.000Z',
    ],
    ['at closing time', { house: 'closed' }, '2026-11-25T13:00:00Z', '2026-11-25T17:00:00.000Z'],
    [
      'never, when the house is never open then',
      { house: 'open', time: '04:00' },
      '2026-11-25T13:00:00Z',
      undefined,
    ],
  ])('%s', (_, at, from, moment) => expect(momentOf(at, from)).toBe(moment))
})
