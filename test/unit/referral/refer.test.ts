import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Helpline, LANGUAGES, type Language, type Subject } from '../../../src/policy/schema.ts'
import { describeReferral } from '../../../src/referral/describe.ts'
import { AGES, type Age, type Referral, refer, type Step } from '../../../src/referral/refer.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { openByTheWall, wallOf } from '../duty/wall-clock.ts'
import { helpline, helplines, subject, subjects } from './shipped.ts'

const stepsIn = ({ first, beside, others }: Referral): readonly Step[] => [
  first,
  ...(beside ? [beside] : []),
  ...others,
]
const ids = (referral: Referral) => stepsIn(referral).map((step) => step.helpline.id)
const hourOf = (at: Date) => wallOf(at).minutes / 60
const isNight = (at: Date) => hourOf(at) < 9 || hourOf(at) >= 21
const reallyOpen = ({ helpline: line, by }: Step, at: Date): boolean => {
  const hours = by === 'site' ? undefined : line[by]?.hours
  return hours !== undefined && openByTheWall(hours, at)
}

/** Every 45 minutes of 20 days that hold the night of the clock in October, 1 and 11 November. */
const MOMENTS = Array.from(
  { length: 20 * 32 },
  (_, index) => new Date(Date.UTC(2026, 9, 23, 22) + index * 2_700_000),
)
const CASES = subjects.flatMap((one) =>
  LANGUAGES.flatMap((language) =>
    MOMENTS.map((at) => ({
      at,
      language,
      id: one.id,
      referral: refer({ subject: one, language, helplines, at }),
      about: `${one.id} ${language} ${at.toISOString()}`,
    })),
  ),
)
/** The cases, of all subjects, languages and moments, in which something is not as it must be. */
const broken = (isRight: (given: (typeof CASES)[number]) => boolean) =>
  CASES.filter((one) => !isRight(one)).map((one) => one.about)

/** The languages in which a chat of known hours is open at each moment. */
const CHATS = new Map(
  MOMENTS.map((at) => [
    at,
    helplines
      .filter((line) => line.chat?.hours !== undefined && openByTheWall(line.chat.hours, at))
      .flatMap((line) => line.languages),
  ]),
)

describe('at every moment of three weeks, for every subject and language', () => {
  test('there is one first step and there are at most two others, all different', () => {
    expect(
      broken(({ referral }) => {
        const named = ids(referral)
        return named.length >= 1 && named.length <= 3 && new Set(named).size === named.length
      }),
    ).toEqual([])
  })

  test('what is called open is open, what is called closed is not, and neither is said of unknown hours', () => {
    expect(
      broken(({ referral, at }) =>
        stepsIn(referral).every((step) => {
          if (step.now === 'unknown') return step.by === 'site' || step.helpline[step.by]?.hours === undefined
          return (step.now === 'open') === reallyOpen(step, at)
        }),
      ),
    ).toEqual([])
  })

  test('a closed line says when it opens, and opens then', () => {
    expect(
      broken(({ referral }) =>
        stepsIn(referral).every(
          (step) => step.now !== 'closed' || (step.opensAt !== undefined && reallyOpen(step, step.opensAt)),
        ),
      ),
    ).toEqual([])
  })

  test('the first step is somebody who is there now, but for the JAC by day', () => {
    expect(
      broken(
        ({ referral, at }) =>
          reallyOpen(referral.first, at) || (referral.first.helpline.id === 'jac' && !isNight(at)),
      ),
    ).toEqual([])
  })

  test('the first step speaks your language', () => {
    expect(broken(({ referral, language }) => referral.first.helpline.languages.includes(language))).toEqual(
      [],
    )
  })

  test('a first step whose hours are not known has a line beside it that is open and speaks your language', () => {
    expect(
      broken(({ referral, at, language }) => {
        if (referral.first.now !== 'unknown') return referral.beside === undefined
        const { beside } = referral
        return beside !== undefined && reallyOpen(beside, at) && beside.helpline.languages.includes(language)
      }),
    ).toEqual([])
  })

  test('in Dutch the JAC comes first by day wherever its subject puts it first', () => {
    expect(
      broken(
        ({ referral, at, language, id }) =>
          language !== 'nl' ||
          isNight(at) ||
          (referral.first.helpline.id === 'jac') === (subject(id).lines.nl[0] === 'jac'),
      ),
    ).toEqual([])
  })

  test('for suicide somebody answers at once, day and night, whatever the language', () => {
    const first: Record<Language, string> = { nl: '1813', en: '02 616 26 26', fr: '0800 32 123' }
    expect(
      broken(
        ({ referral, language, id }) =>
          id !== 'zelfdoding' || referral.first.helpline.phone?.number === first[language],
      ),
    ).toEqual([])
  })

  test('that no chat is open is said only at night and only when we know none', () => {
    expect(
      broken(
        ({ referral, at, language }) =>
          referral.noChat === (isNight(at) && CHATS.get(at)?.includes(language) === false),
      ),
    ).toEqual([])
  })
})

describe('the preference of the person', () => {
  test('typing is first where a chat is open, calling where one prefers that', () => {
    const at = new Date('2026-11-24T21:30:00Z') // Tuesday, 22.30 h: the chats of 106 and 1813 are open
    const by = (prefer?: 'phone' | 'chat') => {
      const { first } = refer({
        subject: subject('slecht'),
        language: 'nl',
        helplines,
        at,
        ...(prefer && { prefer }),
      })
      return [first.helpline.id, first.by]
    }
    expect(by('chat')).toEqual(['tele-onthaal', 'chat'])
    expect(by('phone')).toEqual(['tele-onthaal', 'phone'])
  })

  test('whoever wants to call by day is not sent to the JAC-chat first', () => {
    const at = new Date('2026-11-24T13:00:00Z')
    const given = { subject: subject('slecht'), language: 'nl', helplines, at } as const
    expect(refer(given).first.helpline.id).toBe('jac')
    expect(refer({ ...given, prefer: 'phone' }).first.helpline.id).toBe('tele-onthaal')
  })
})

describe('the age of the person', () => {
  const at = new Date('2026-11-24T13:00:00Z')
  const named = (id: string, age?: Age) =>
    ids(refer({ subject: subject(id), language: 'nl', helplines, at, ...(age && { age }) }))

  test('a line is named only to whom it is for: minors, adults, young people', () => {
    expect(named('slecht', '12-15')[0]).toBe('jac')
    expect(named('slecht', '18-25')[0]).toBe('jac')
    expect(named('slecht', '26')).not.toContain('jac')
    expect(named('slecht', '26')).toContain('caw')
    expect(named('geweld', '16-17')).toContain('nupraat')
    expect(named('geweld', '18-25')).not.toContain('nupraat')
  })

  test('whoever does not say an age is not sent to a line for adults', () => {
    expect(subjects.flatMap((one) => named(one.id))).not.toContain('caw')
    expect(subjects.flatMap((one) => named(one.id, '18-25'))).not.toContain('caw')
  })

  test('for every age, subject, language and hour there is a first step that is for that age', () => {
    const wrong = subjects.flatMap((one) =>
      LANGUAGES.flatMap((language) =>
        AGES.flatMap((age) =>
          MOMENTS.filter((_, nth) => nth % 7 === 0).filter((moment) => {
            const [from, until] = age === '26' ? [26, 120] : age.split('-').map(Number)
            return stepsIn(refer({ subject: one, language, helplines, at: moment, age })).some(
              ({ helpline: line }) =>
                (line.ageMin ?? 0) > (until ?? 120) || (line.ageMax ?? 120) < (from ?? 0),
            )
          }),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('a line for another age is better than none', () => {
    const only = [helpline('caw')]
    const given = { ...subject('slecht'), lines: { nl: ['caw'], en: ['caw'], fr: ['caw'] } }
    expect(ids(refer({ subject: given, language: 'nl', helplines: only, at, age: '12-15' }))).toEqual(['caw'])
  })
})

describe('the JAC once its hours are known', () => {
  const withHours: readonly Helpline[] = helplines.map((line) =>
    line.id === 'jac'
      ? {
          ...line,
          verifiedOn: '2026-11-20',
          chat: {
            url: 'https://www.jac.be',
            hours: { week: { dinsdag: ['11:00-22:00'] }, holidays: 'closed', closed: [] },
          },
        }
      : line,
  )
  const at = (iso: string) =>
    refer({ subject: subject('slecht'), language: 'nl', helplines: withHours, at: new Date(iso) })

  test('it is first when it is open, also in the evening, and needs no line beside it', () => {
    for (const iso of ['2026-11-24T11:00:00Z', '2026-11-24T20:30:00Z']) {
      expect(at(iso).first).toMatchObject({ helpline: { id: 'jac' }, now: 'open', by: 'chat' })
      expect(at(iso).beside).toBeUndefined()
    }
  })

  test('it is not first when it is closed, and says when it opens', () => {
    const referral = at('2026-11-24T09:00:00Z')
    expect(referral.first.helpline.id).toBe('tele-onthaal')
    expect(referral.others.find((step) => step.helpline.id === 'jac')).toMatchObject({
      now: 'closed',
      opensAt: new Date('2026-11-24T10:00:00Z'),
    })
  })
})

describe('old data', () => {
  const later = new Date('2027-02-10T17:30:00Z') // Wednesday, 18.30 h; six months after the check of 6 August

  test('a line that was not checked for 180 days is marked, and its hours are no longer said', () => {
    const { first, others } = refer({
      subject: subject('iets-anders'),
      language: 'nl',
      helplines: helplines.filter((line) => line.id !== 'jac'),
      at: later,
    })
    const awel = [first, ...others].find((step) => step.helpline.id === 'awel')
    expect(awel).toMatchObject({ stale: true, now: 'unknown' })
  })

  test('a line that answers day and night stays first', () => {
    const { first } = refer({ subject: subject('zelfdoding'), language: 'nl', helplines, at: later })
    expect(first).toMatchObject({ helpline: { id: 'zelfmoordlijn' }, now: 'open', by: 'phone', stale: true })
  })

  test('on the 180th day it is still fresh', () => {
    const fresh = { ...helpline('awel'), verifiedOn: '2026-08-06' }
    const stale = (iso: string) =>
      refer({ subject: subject('iets-anders'), language: 'nl', helplines: [fresh], at: new Date(iso) }).first
        .stale
    expect(stale('2027-02-02T00:00:00Z')).toBe(false)
    expect(stale('2027-02-03T00:00:00Z')).toBe(true)
  })
})

const school = (lines: Partial<Subject['lines']> = {}): Subject => ({
  ...subject('school'),
  lines: { nl: ['clb'], en: ['clb'], fr: ['clb'], ...lines },
})

describe('a house with its own list', () => {
  const night = new Date('2026-11-25T02:00:00Z')

  test('when none of its lines is there, a line that answers day and night in your language is', () => {
    const first = LANGUAGES.map(
      (language) => refer({ subject: school(), language, helplines, at: night }).first.helpline.id,
    )
    expect(first).toEqual(['tele-onthaal', 'chs', 'tele-accueil'])
  })

  test('112 is not a step: it stands in the answer by itself', () => {
    const emergency: Helpline = {
      ...helpline('tele-onthaal'),
      id: '112',
      phone: { number: '112', hours: '24/7' },
    }
    const referral = refer({
      subject: school(),
      language: 'nl',
      helplines: [emergency, ...helplines],
      at: night,
    })
    expect(ids(referral)).toEqual(['tele-onthaal', 'clb'])
  })

  test('a line in another language comes only when no other fits, and it is said', () => {
    const given = school({ en: ['tele-onthaal'] })
    const only = [helpline('tele-onthaal')]
    const referral = refer({ subject: given, language: 'en', helplines: only, at: night })
    expect(referral.first.speaks).toBe(false)
    const said = describeReferral({ referral, subject: given, texts: createTexts('en'), now: night })
    expect(said).toContain('In Dutch.')
    expect(said).toContain('we know no line in English')
  })

  test('whatever it leaves out, there is a first step, at most three in all, and no closed line is called open', () => {
    const moment = fc
      .integer({ min: 0, max: 2 * 365 * 96 - 1 })
      .map((quarter) => new Date(Date.UTC(2026, 0, 1) + quarter * 900_000))
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...helplines], { minLength: 1 }),
        fc.constantFrom(...subjects),
        fc.constantFrom(...LANGUAGES),
        fc.option(fc.constantFrom('phone', 'chat'), { nil: undefined }),
        moment.filter((at) => !/-(03|10)-(2[4-9]|3[01])T/.test(at.toISOString())),
        (some, one, language, prefer, at) => {
          const listed = (one.lines[language] ?? []).filter((id) => some.some((line) => line.id === id))
          fc.pre(listed.length > 0)
          const given = { subject: one, language, helplines: some, at, ...(prefer && { prefer }) }
          const steps = stepsIn(refer(given))
          expect(new Set(steps.map((step) => step.helpline.id)).size).toBe(steps.length)
          expect(steps.length).toBeLessThanOrEqual(3)
          expect(steps.filter((step) => step.now === 'open' && !reallyOpen(step, at))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a line that speaks your language comes before one that a house listed higher, and both before what is closed', () => {
    const day = new Date('2026-11-24T13:00:00Z') // 1712 is open, the chat of Awel is not yet
    const given = school({ en: ['1712', 'awel', 'chs'] })
    expect(ids(refer({ subject: given, language: 'en', helplines, at: day }))).toEqual([
      'chs',
      '1712',
      'awel',
    ])
  })

  test('a subject without any line is a broken policy', () => {
    const given = {
      subject: school({ nl: ['gone'] }),
      language: 'nl',
      helplines: [helpline('clb')],
      at: night,
    } as const
    expect(() => refer(given)).toThrow('subject school has no line for nl')
  })
})
