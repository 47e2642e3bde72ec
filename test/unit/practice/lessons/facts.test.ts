import { describe, expect, test } from 'vitest'
import type { AgreementRule, Fact, Lesson } from '../../../../src/policy/schema-lessons.ts'
import { compare } from '../../../../src/practice/lessons/compare.ts'
import { seen } from '../../../../src/practice/lessons/facts.ts'
import type { FlagRecord, Line, Records, Said } from '../../../../src/practice/lessons/records.ts'
import { timelineOf } from '../../../../src/practice/lessons/timeline.ts'
import { momentAfter, momentInWords, spanInWords } from '../../../../src/practice/lessons/words.ts'

const START = Date.parse('2026-11-25T13:00:00Z')
/** So many minutes after the lesson began. */
const after = (minutes: number): Date => new Date(START + minutes * 60_000)
const SAM = '100'
const SAMIRA = '101'
const NOOR = '200'
const BOT = '1'

const said = (more: Partial<Said> = {}): Said => ({
  messageId: 'm1',
  channel: 'algemeen',
  authorId: 'tibo',
  at: after(1),
  gone: undefined,
  ...more,
})
const flag = (more: Partial<FlagRecord> = {}): FlagRecord => ({
  id: 'f1',
  messageIds: ['m1'],
  state: 'open',
  level: 'geel',
  outcome: null,
  told: null,
  onCallTold: false,
  inTime: undefined,
  ...more,
})
const line = (act: string, minutes: number, more: Partial<Line> = {}): Line => ({
  at: after(minutes),
  act,
  flagId: 'f1',
  actorId: SAM,
  codes: {},
  ...more,
})
const records = (more: Partial<Records> = {}): Records => ({
  startedAt: after(0),
  now: after(90),
  said: new Map([['grap', said()]]),
  flags: [flag()],
  matters: [],
  lines: [],
  talks: [],
  sentLines: [],
  limits: [],
  spoken: [],
  team: new Set([SAM, SAMIRA]),
  contactId: SAMIRA,
  botId: BOT,
  cast: new Map([['tibo', 'tibo']]),
  agreed: new Set(),
  opensFrom: (at) => (at < after(60) ? after(60) : at),
  nameOf: (id) => ({ [SAM]: 'Sam', [SAMIRA]: 'Samira', [NOOR]: 'Noor', tibo: 'Tibo' })[id] ?? '?',
  ...more,
})
const of = 'grap'
const closed = flag({ state: 'closed', outcome: 'talked' })
const talk = { askerId: 'tibo', threadId: 't1', joinedAt: after(5), workerId: SAM, closed: false }
const matter = { matters: [{ id: 'f1', messageId: 'm1' }], flags: [] }

describe('what the records show', () => {
  const shows: readonly (readonly [string, Fact, Partial<Records>, boolean])[] = [
    [
      'that it came into the queue',
      { see: 'flagged', of },
      { lines: [line('raised', 2, { actorId: null })] },
      true,
    ],
    ['that it did not', { see: 'flagged', of }, { flags: [] }, false],
    ['who took it', { see: 'taken', of }, { lines: [line('claimed', 3)] }, true],
    ['that deciding on it takes it', { see: 'taken', of }, { lines: [line('closed', 3)] }, true],
    [
      'not what somebody else than the team did',
      { see: 'taken', of },
      { lines: [line('claimed', 3, { actorId: NOOR })] },
      false,
    ],
    [
      'not what was done with another flag',
      { see: 'taken', of },
      { lines: [line('claimed', 3, { flagId: 'f2' })] },
      false,
    ],
    ['that somebody looked', { see: 'shown', of }, { lines: [line('shown', 3)] }, true],
    ['that a question was answered', { see: 'answered', of }, { lines: [line('answered', 3)] }, true],
    ['its level now', { see: 'level', of, is: ['rood'] }, { flags: [flag({ level: 'rood' })] }, true],
    ['not another level', { see: 'level', of, is: ['rood'] }, {}, false],
    ['that it is closed', { see: 'decided', of }, { flags: [closed], lines: [line('closed', 4)] }, true],
    [
      'that it is closed otherwise',
      { see: 'decided', of, outcome: ['removed'] },
      { flags: [closed], lines: [line('closed', 4)] },
      false,
    ],
    ['not what was undone', { see: 'decided', of }, { lines: [line('closed', 4), line('undone', 4)] }, false],
    [
      'a second, before',
      { see: 'second', of },
      { lines: [line('closed', 4, { codes: { confirms: 'proposal' } })] },
      true,
    ],
    ['a second, afterwards', { see: 'second', of }, { lines: [line('confirmed', 4)] }, true],
    [
      'not the first as a second',
      { see: 'second', of },
      { lines: [line('closed', 4), line('undone', 5, { codes: { by: 'first' } })] },
      false,
    ],
    [
      'that the writer is told',
      { see: 'told', of },
      { flags: [flag({ told: 'told' })], lines: [line('told', 5)] },
      true,
    ],
    [
      'not what could not be told',
      { see: 'told', of },
      { flags: [flag({ told: 'left' })], lines: [line('told', 5)] },
      false,
    ],
    [
      'a measure',
      { see: 'measured', of },
      { flags: [flag({ state: 'closed', outcome: 'made-safe' })], lines: [line('closed', 5)] },
      true,
    ],
    [
      'a message that is gone by hand',
      { see: 'removed', of },
      { said: new Map([['grap', said({ gone: { at: after(3), by: SAM } })]]) },
      true,
    ],
    ['a message that stands', { see: 'removed', of }, {}, false],
    ['who was called', { see: 'on-call-told', of }, { flags: [flag({ onCallTold: true })] }, true],
    [
      'somebody who spoke',
      { see: 'spoke', in: 'algemeen', after: of },
      { spoken: [{ channel: 'algemeen', authorId: SAM, at: after(2) }] },
      true,
    ],
    [
      'not who spoke before',
      { see: 'spoke', in: 'algemeen', after: of },
      { spoken: [{ channel: 'algemeen', authorId: SAM, at: after(0) }] },
      false,
    ],
    [
      'not the bot',
      { see: 'spoke', in: 'algemeen' },
      { spoken: [{ channel: 'algemeen', authorId: BOT, at: after(2) }] },
      false,
    ],
    [
      'who spoke in a private talk',
      { see: 'spoke', with: 'tibo' },
      { talks: [talk], spoken: [{ channel: 't1', authorId: SAM, at: after(6) }] },
      true,
    ],
    [
      'the bot that spoke',
      { see: 'bot-spoke', in: 'algemeen', after: of },
      { spoken: [{ channel: 'algemeen', authorId: BOT, at: after(2) }] },
      true,
    ],
    ['who came into a talk', { see: 'talk', with: 'tibo' }, { talks: [talk] }, true],
    [
      'not a talk that nobody came to',
      { see: 'talk', with: 'tibo' },
      { talks: [{ ...talk, joinedAt: null }] },
      false,
    ],
    [
      'a line that was sent',
      { see: 'line', to: 'tibo' },
      { sentLines: [{ writerId: 'tibo', workerId: SAM, at: after(3) }] },
      true,
    ],
    [
      'a channel that is slow',
      { see: 'limited', in: 'algemeen' },
      { limits: [{ channel: 'algemeen', at: after(3) }] },
      true,
    ],
    ['who began duty', { see: 'duty' }, { lines: [line('duty-began', 61, { flagId: null })] }, true],
    [
      'a report about the team',
      { see: 'matter-raised', of },
      { ...matter, lines: [line('matter-raised', 2, { actorId: NOOR })] },
      true,
    ],
    [
      'that the contact looked',
      { see: 'matter-shown', of },
      { ...matter, lines: [line('matter-shown', 3, { actorId: SAMIRA })] },
      true,
    ],
    ['that anything was done', { see: 'anything' }, { lines: [line('level', 3)] }, true],
    ['that a colleague reported it', { see: 'anything' }, { lines: [line('joined', 3)] }, true],
    [
      'nothing, when only a young person did something',
      { see: 'anything' },
      { lines: [line('raised', 3, { actorId: NOOR })] },
      false,
    ],
    [
      'nothing, when somebody talked along',
      { see: 'anything' },
      { spoken: [{ channel: 'algemeen', authorId: SAM, at: after(2) }] },
      false,
    ],
    ['that it was quiet', { see: 'quiet', minutes: 80 }, {}, true],
    [
      'that it was not',
      { see: 'quiet', minutes: 80 },
      { spoken: [{ channel: 'algemeen', authorId: SAM, at: after(20) }] },
      false,
    ],
    [
      'what the house agreed',
      { see: 'agreed', what: 'on-call' },
      { agreed: new Set(['on-call'] as const) },
      true,
    ],
    ['what the house did not agree', { see: 'agreed', what: 'on-call' }, {}, false],
  ]
  test.each(shows)('%s', (_, fact, more, is) => {
    const looked = { records: records(more), since: after(0) }
    expect(seen(fact, looked) !== undefined).toBe(is)
  })
})

const compared = (rule: Partial<AgreementRule>, more: Partial<Records>) => {
  const agreement = { says: 'x', why: 'y', source: 'seed:1', ...rule }
  const [one] = compare({ id: 'les', agreements: [agreement] } as unknown as Lesson, records(more))
  return one === undefined ? undefined : [one.seen, one.recorded]
}
const took = { lines: [line('claimed', 31)] }

describe('an agreement beside what was done', () => {
  test.each<[string, Partial<AgreementRule>, Partial<Records>, readonly unknown[] | undefined]>([
    ['in time', { done: [{ see: 'taken', of, within: 30 }] }, took, ['done', 'na 31 minuten, door Sam']],
    [
      'too late',
      { done: [{ see: 'taken', of, within: 29 }] },
      took,
      ['otherwise', 'na 31 minuten, door Sam'],
    ],
    [
      'counted from the opening',
      { done: [{ see: 'taken', of, within: 5, from: 'opening' }] },
      { lines: [line('claimed', 64)] },
      ['done', 'na 1 uur en 4 minuten, door Sam'],
    ],
    [
      'by the clock of the house itself',
      { done: [{ see: 'taken', of, within: 'target' }] },
      { ...took, flags: [flag({ inTime: false })] },
      ['otherwise', 'na 31 minuten, door Sam'],
    ],
    [
      'late in one way, in time in another',
      {
        done: [
          { see: 'taken', of, within: 1 },
          { see: 'taken', of },
        ],
      },
      took,
      ['done', 'na 31 minuten, door Sam'],
    ],
    [
      'decided otherwise',
      { done: [{ see: 'decided', of, outcome: ['removed'] }] },
      { flags: [closed], lines: [line('closed', 4)] },
      ['otherwise', 'na 4 minuten, door Sam'],
    ],
    ['not (yet)', { done: [{ see: 'decided', of, outcome: ['removed'] }] }, {}, ['not-seen', undefined]],
    ['left alone, as agreed', { unless: [{ see: 'anything' }] }, {}, ['done', undefined]],
    ['not left alone', { unless: [{ see: 'anything' }] }, took, ['otherwise', 'na 31 minuten, door Sam']],
    [
      'for another house',
      { unless: [{ see: 'anything' }], if: [{ see: 'agreed', what: 'on-call' }] },
      took,
      undefined,
    ],
    [
      'by the contact, without a name',
      { done: [{ see: 'matter-closed', of }] },
      { ...matter, lines: [line('matter-closed', 6, { actorId: SAMIRA })] },
      ['done', 'na 6 minuten, door de contactpersoon'],
    ],
  ])('%s', (_, rule, more, shows) => expect(compared(rule, more)).toEqual(shows))
})

test('the row of what happened is in order, and names nobody but the team', () => {
  const rows = timelineOf(
    records({
      flags: [closed],
      spoken: [2, 3, 4].map((minutes) => ({ channel: 'algemeen', authorId: SAM, at: after(minutes) })),
      lines: [
        line('raised', 1, { actorId: NOOR, codes: { source: 'report', level: 'geel', reason: 'bullying' } }),
        line('joined', 1, { actorId: NOOR, codes: { reason: 'worried' } }),
        line('shown', 5),
        line('closed', 6, { codes: { outcome: 'talked', reason: 'hurts' } }),
        line('duty-began', 61, { flagId: null }),
        line('duty-began', 61, { flagId: null, actorId: NOOR }),
      ],
    }),
  )
  expect(rows.map(({ who, what, afterSeconds }) => `${afterSeconds} ${who} ${what}`)).toEqual([
    '60 Iemand meldde het bericht van Tibo',
    '60 Iemand meldde het bericht van Tibo',
    '120 Sam zei 3 keer iets in #algemeen',
    '300 Sam keek naar het bericht van Tibo (Toon)',
    '360 Sam besliste over het bericht van Tibo: Gepraat (het kwetst iemand)',
    '3660 Sam begon een dienst',
  ])
  expect(JSON.stringify(rows)).not.toContain('Noor')
})

test('times in words', () => {
  expect([20_000, 60_000, 240_000, 3_600_000, 3_660_000, 7_500_000].map(spanInWords)).toEqual([
    'minder dan een minuut',
    'een minuut',
    '4 minuten',
    '1 uur',
    '1 uur en een minuut',
    '2 uur en 5 minuten',
  ])
  expect(momentAfter(after(4), after(0))).toBe('na 4 minuten')
  // Brussels, in winter an hour ahead.
  expect(momentAfter(after(24 * 60), after(0))).toBe('donderdag om 14.00 uur')
  expect(momentInWords({ house: 'closed', time: '23:40' })).toBe('23:40, als het huis dicht is')
  expect(momentInWords({ house: 'open' })).toBeUndefined()
})
