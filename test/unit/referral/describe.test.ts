import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language, type Subject } from '../../../src/policy/schema.ts'
import { describeReferral, referralLines, shortReferralLines } from '../../../src/referral/describe.ts'
import { referAnybody } from '../../../src/referral/general.ts'
import { refer } from '../../../src/referral/refer.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { helplines, subject, subjects } from './shipped.ts'

const said = (one: Subject, language: Language, iso: string, lines = helplines): string => {
  const now = new Date(iso)
  const referral = refer({ subject: one, language, helplines: lines, at: now })
  return describeReferral({ referral, subject: one, texts: createTexts(language), now })
}
const DAY = '2026-11-24T13:00:00Z' // Tuesday, 14 h
const EVENING = '2026-11-24T20:30:00Z' // 21.30 h
const NIGHT = '2026-11-25T02:00:00Z'

describe('the answer of /praat', () => {
  test.each(LANGUAGES)(
    '%s: each answer fits in one message, with the first step, the door to us and 112',
    (language) => {
      const texts = createTexts(language)
      for (const one of subjects) {
        for (const iso of [DAY, EVENING, NIGHT]) {
          const text = said(one, language, iso)
          expect(text.length).toBeLessThanOrEqual(2_000)
          expect(text).toContain(texts.t('praat.intro'))
          expect(text).toContain(texts.t('praat.with-us'))
          expect(text).toContain(texts.t('praat.danger'))
          expect(text).toContain(texts.t('praat.only-you'))
        }
      }
    },
  )

  test('by day the JAC is explained, with a line beside it that is open', () => {
    const text = said(subject('slecht'), 'nl', DAY)
    expect(text).toContain('**Begin hier: JAC.** De JAC-chat is gemaakt om veilig te praten.')
    expect(text).toContain('- Chat: <https://www.jac.be>. Kijk op de site wanneer er iemand is.')
    expect(text).toContain(
      'Kan het niet wachten? **Tele-Onthaal.** Iemand die luistert, wat er ook is. Bel 106. Dag en nacht open.',
    )
    expect(text).toContain('Bel 102. Nu dicht. Weer open: vandaag om 16 uur.')
  })

  test('in the evening the open line is first, until its hour', () => {
    const text = said(subject('slecht'), 'nl', EVENING)
    expect(text).toContain('**Begin hier: Awel.**')
    expect(text).toContain('- Chat: <https://awel.be>. Nu open, tot 22 uur.')
    expect(text).not.toContain('Kan het niet wachten?')
  })

  test('at night it says honestly that we know no chat that is open', () => {
    const text = said(subject('slecht'), 'nl', NIGHT)
    expect(text).toContain('**Begin hier: Tele-Onthaal.**')
    expect(text).toContain('Om deze tijd kennen we geen Nederlandstalige chat die open is. Bellen kan wel.')
    expect(said(subject('slecht'), 'nl', DAY)).not.toContain('Om deze tijd')
  })

  test('what is urgent stands before everything else', () => {
    const [first] = referralLines({
      referral: refer({ subject: subject('zelfdoding'), language: 'nl', helplines, at: new Date(NIGHT) }),
      subject: subject('zelfdoding'),
      texts: createTexts('nl'),
      now: new Date(NIGHT),
    })
    expect(first).toMatch(/^\*\*Denk je aan zelfdoding\? Bel 1813, dag en nacht, gratis\./)
  })

  test('a line in another language says so', () => {
    expect(said(subject('gender'), 'en', DAY)).toMatch(/\*\*Lumi\.\*\* .*In Dutch\./)
    expect(said(subject('slecht'), 'fr', EVENING)).not.toMatch(/Écoute-Enfants.*En néerlandais/)
  })

  test('a number whose hours we do not know points to its site', () => {
    expect(said(subject('drugs-gamen-gokken'), 'fr', NIGHT)).toContain(
      'Appelle le 02 227 52 52. Les heures sont sur <https://infordrogues.be>.',
    )
  })

  test('no address is written so that Discord would show a picture of it', () => {
    for (const one of subjects) {
      for (const language of LANGUAGES) expect(said(one, language, EVENING)).not.toMatch(/(?<!<)https:/)
    }
  })

  test('when a house writes at great length, what matters least is left out, never the first step, urgency or 112', () => {
    const long = {
      ...subject('zelfdoding'),
      urgent: { nl: 'Bel 1813. '.padEnd(300, 'x') },
      advice: { nl: 'y'.repeat(600) },
    }
    const wordy = helplines.map((line) => ({ ...line, about: { nl: 'z'.repeat(200) } }))
    const longest = wordy.map((line) => ({
      ...line,
      ...(line.chat && { chat: { ...line.chat, url: `https://www.voorbeeld.be/${'q'.repeat(500)}` } }),
    }))
    const text = said(long, 'nl', '2026-11-24T21:30:00Z', longest)
    expect(text.length).toBeLessThanOrEqual(2_000)
    expect(text).toContain('Bel 1813. x')
    expect(text).toContain('**Begin hier: Zelfmoordlijn 1813.**')
    expect(text).toContain('112')
    expect(text).not.toContain('yyy')
  })
})

describe('how talking to the team is offered', () => {
  const now = new Date(DAY)
  const one = subject('slecht')
  const input = {
    referral: refer({ subject: one, language: 'nl', helplines, at: now }),
    subject: one,
    texts: createTexts('nl'),
    now,
  } as const

  test('by a button where the house has private talks, on the server of the house elsewhere, in person otherwise', () => {
    expect(describeReferral(input)).toContain('Liever met ons? Spreek een jeugdwerker aan.')
    expect(describeReferral({ ...input, withUs: 'button' })).toContain('Druk op de knop.')
    expect(describeReferral({ ...input, withUs: { house: 'De Test' } })).toContain(
      'Typ /praat op de Discord van De Test.',
    )
  })

  test('an answer that others could see is not called a secret one', () => {
    expect(describeReferral({ ...input, onlyYou: false })).not.toContain('Alleen jij')
  })
})

const short = (iso: string, language: Language = 'nl') => {
  const now = new Date(iso)
  const referral = referAnybody({ subjects, helplines, language, at: now })
  return shortReferralLines({ referral, texts: createTexts(language), now })
}

describe('the short list of who is there now', () => {
  test('says calling and typing for each line that is open', () => {
    const text = short(EVENING).join('\n')
    expect(text).toMatch(
      /\*\*Tele-Onthaal\.\*\*.*Chat: <.*>\. Nu open, tot 23 uur\. Bel 106\. Dag en nacht open\./,
    )
  })

  test.each(LANGUAGES)('%s: holds somebody who is there at any hour, in at most three lines', (language) => {
    for (const iso of [DAY, EVENING, NIGHT]) {
      const lines = short(iso, language)
      expect(lines.length).toBeLessThanOrEqual(3)
      expect(lines.join('\n')).toContain(createTexts(language).t('praat.open-always'))
    }
  })
})
