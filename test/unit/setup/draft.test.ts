import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { houseWith, problemsOf, withSettings } from '../../../src/house/settings.ts'
import type { Policy } from '../../../src/policy/schema.ts'
import { type Answers, answer, beginDraft, draftSchema, goTo } from '../../../src/setup/draft.ts'
import { isSubstance, noticeChanges, raised } from '../../../src/setup/notice-change.ts'
import { type Found, GAPS, gapsOf, settingsOf } from '../../../src/setup/outcome.ts'
import { backOf, nextOf, placeOf, STEPS } from '../../../src/setup/steps.ts'
import { agreementsOf } from '../../support/agreements.ts'

let policy: Policy
beforeAll(async () => {
  policy = (await agreementsOf('policies')).policy
})
const NEW = { version: 0, settings: {} }
const id = (number: number): string => `9000000000000000${String(number).padStart(2, '0')}`
/** A server on which everything that has an id is there. */
const SERVER: Found = {
  channel: (name) => (/^\d+$/.test(name) ? name : undefined),
  role: (name) => (/^\d+$/.test(name) ? name : undefined),
}

const signed = { by: 'Ann Peeters', on: '2026-11-24' }
const WHOLE: Answers = {
  name: 'De Zolder',
  languages: ['nl'],
  organisation: { kind: 'vzw', name: 'vzw De Zolder', signedOff: signed },
  channels: { notice: [id(1)], queue: id(2), automodAlerts: null, talks: null, closing: null },
  roles: { youthWorker: id(11), moderator: id(12), volunteer: null },
  contacts: { integrity: { name: 'Karim', contact: 'karim@zolder.be', discordId: id(30) } },
  reading: { way: 'reports' },
  hours: { week: { woensdag: ['14:00-18:00'] }, holidays: 'closed', closed: [] },
  retention: { openFlagDays: 30 },
  region: '9000',
}
/** One answer of one part, and what else may be said there. */
const anyAnswer: fc.Arbitrary<Answers> = fc.oneof(
  fc.constantFrom<Answers>(
    { name: 'De Zolder' },
    { languages: ['fr', 'nl'] },
    { organisation: { kind: 'ambtenaar' } },
    { organisation: { kind: 'zorg' } },
    { organisation: { signedOff: signed } },
    { organisation: { name: 'Stad Gent' } },
    { channels: { notice: [id(1), id(3)] } },
    { channels: { queue: id(2) } },
    { channels: { automodAlerts: null } },
    { roles: { youthWorker: id(11) } },
    { roles: { volunteer: null } },
    { contacts: { integrity: { discordId: id(30) } } },
    { contacts: { outside: { name: 'Meldpunt', contact: 'meld@punt.be' } } },
    { contacts: { outside: null } },
    { reading: { way: 'full' } },
    { reading: { way: 'full', decided: signed } },
    { reading: { way: 'reports' } },
    { hours: { week: { zondag: ['14:00-18:00'] }, holidays: 'open', closed: [] } },
    { retention: { closedFlagDays: 7 } },
    { region: '9000' },
    { region: null },
  ),
)
const all = (answers: readonly Answers[]) => answers.reduce(answer, beginDraft('a', NEW))

describe('going through the steps', () => {
  test('there are eleven, and each says where it is', () => {
    expect(STEPS.map((step) => placeOf(step).number)).toEqual(STEPS.map((_, index) => index + 1))
    expect(placeOf('roles')).toEqual({ number: 3, of: 11 })
  })

  test('forth and back loses nothing: whatever steps somebody takes, what was answered stays as it was', () => {
    fc.assert(
      fc.property(
        fc.array(anyAnswer),
        fc.array(fc.constantFrom('next', 'back', 'reload'), { maxLength: 40 }),
        (answers, moves) => {
          let draft = all(answers)
          const { answers: before } = draft
          for (const move of moves) {
            if (move === 'next') draft = goTo(draft, nextOf(draft.at))
            else if (move === 'back') draft = goTo(draft, backOf(draft.at))
            // A restart: it is what was written down.
            else draft = draftSchema.parse(JSON.parse(JSON.stringify(draft)))
          }
          expect(draft.answers).toEqual(before)
        },
      ),
    )
  })

  test('forth and then back is where one was, but at the ends', () => {
    for (const step of STEPS.slice(0, -1)) expect(backOf(nextOf(step))).toBe(step)
    expect([backOf('language'), nextOf('summary')]).toEqual(['language', 'summary'])
  })

  test('an answer changes its own part and no other; the last answer counts', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), anyAnswer, (answers, last) => {
        const before = all(answers)
        const after = answer(before, last)
        const [part = ''] = Object.keys(last)
        const { [part as 'name']: _, ...others } = before.answers
        const { [part as 'name']: said, ...now } = after.answers
        expect(now).toEqual(others)
        expect(said).toMatchObject(last[part as 'name'] as never)
        expect([after.at, after.id, after.over]).toEqual([before.at, before.id, before.over])
      }),
    )
  })

  test('a draft that begins anew has all that was set before', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), (answers) => {
        const settings = settingsOf(all([WHOLE, ...answers]), policy.house)
        const again = beginDraft('b', { version: 3, settings })
        expect(settingsOf(again, houseWith(policy.house, settings))).toEqual(settings)
      }),
    )
  })
})

describe('what follows from it', () => {
  test('an untouched house follows its agreements: no setting comes out of looking', () => {
    expect(settingsOf(beginDraft('a', NEW), policy.house)).toEqual({})
  })

  test('of a new house everything that only it can know is missing; the shipped example is nobody', () => {
    const gaps = gapsOf(beginDraft('a', NEW), policy.house, SERVER)
    expect(gaps).toEqual([
      'name',
      'organisation',
      'signed',
      'youth-worker',
      'moderator',
      'notice',
      'queue',
      'contact',
      'decided',
    ])
    expect(gaps.map((gap) => GAPS[gap]).every((step) => STEPS.includes(step))).toBe(true)
  })

  test('when all is answered nothing is missing, and what comes out passes the checks of the files', () => {
    const draft = all([WHOLE])
    expect(gapsOf(draft, policy.house, SERVER)).toEqual([])
    const settings = settingsOf(draft, policy.house)
    expect(problemsOf(policy, settings)).toEqual([])
    const { house } = withSettings(policy, settings)
    expect(house).toMatchObject({ name: 'De Zolder', reading: { way: 'reports' }, region: '9000' })
    expect(house.channels).toEqual({ notice: [id(1)], queue: id(2) })
    // What was not asked stays as the agreements say it.
    expect(house.targetMinutes).toEqual(policy.house.targetMinutes)
    expect(house.retention).toEqual({ ...policy.house.retention, openFlagDays: 30 })
  })

  test('what can be confirmed never reads in full without a name and a date', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), (answers) => {
        const draft = all([WHOLE, ...answers])
        const settings = settingsOf(draft, policy.house)
        fc.pre(gapsOf(draft, policy.house, SERVER).length === 0)
        const { reading } = houseWith(policy.house, settings)
        expect(reading).toEqual(
          reading.way === 'full' ? { way: 'full', decided: signed } : { way: 'reports' },
        )
        expect(settings.organisation?.signedOff).toEqual(signed)
      }),
    )
  })

  test('another kind of organisation asks for another signature', () => {
    const draft = answer(all([WHOLE]), { organisation: { kind: 'ambtenaar' } })
    expect(gapsOf(draft, policy.house, SERVER)).toEqual(['signed'])
    const back = answer(draft, { organisation: { signedOff: { by: 'Els', on: '2026-11-23' } } })
    expect(gapsOf(back, policy.house, SERVER)).toEqual([])
  })

  test('one channel is for one thing, and volunteers have a role of their own', () => {
    const same = all([WHOLE, { channels: { talks: id(2) } }, { roles: { volunteer: id(12) } }])
    expect(gapsOf(same, policy.house, SERVER)).toEqual(['roles-same', 'channels-same'])
  })
})

const after = (said: Answers): Policy => withSettings(policy, settingsOf(all([said]), policy.house))
const parts = (said: Answers) => noticeChanges(policy, after(said))

describe('the notice', () => {
  test('what is substance asks everybody to read it again; hours and an address do not', () => {
    expect(parts({ reading: { way: 'reports' } })).toEqual(['reading'])
    expect(parts({ organisation: { kind: 'ambtenaar', signedOff: signed } })).toEqual(['kind', 'signed'])
    const hours: Answers = { hours: { week: { zondag: ['14:00-18:00'] }, holidays: 'open', closed: [] } }
    expect(parts(hours)).toEqual(['hours'])
    expect(isSubstance(['hours', 'contact', 'names'])).toBe(false)
    expect(isSubstance(['hours', 'reading'])).toBe(true)
    expect(parts({ retention: { closedFlagDays: 7 } })).toEqual([])
  })

  test('it rises by one, since today, and says what is new', () => {
    const notice = raised(policy.notice, '2026-11-24', { nl: 'De bot leest nu niets meer zelf.' })
    expect(withSettings(policy, { notice }).notice).toMatchObject({
      version: policy.notice.version + 1,
      since: '2026-11-24',
      meldplicht: policy.notice.meldplicht,
    })
    // Raised by hand in the file, beyond what was set here: the file counts.
    const ahead = { ...policy, notice: { ...policy.notice, version: 9, since: '2027-01-01' } }
    expect(withSettings(ahead, { notice }).notice.version).toBe(9)
  })
})
