import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { NoticeError } from '../../../src/notice/problem.ts'
import {
  FULL_MAX,
  noticeGaps,
  noticePages,
  PINNED_MAX,
  renderMeldplicht,
  renderNotice,
} from '../../../src/notice/render.ts'
import {
  type HousePolicy,
  houseSchema,
  LANGUAGES,
  type Language,
  noticeSchema,
  type Policy,
} from '../../../src/policy/schema.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const shipped = noticeSchema.parse(
  parse(readFileSync(new URL('../../../policies/notice.yaml', import.meta.url), 'utf8')),
)
type Kind = HousePolicy['organisation']['kind']
type Way = HousePolicy['reading']['way']
const KINDS = ['ambtenaar', 'vzw', 'zorg'] as const
const WAYS = ['reports', 'full'] as const
const signed = { by: 'Ans Maes', on: '2026-11-01' }

/** The house that is shipped; what a notice is made of is set here, so that a test reads what it says. */
const shippedHouse = houseSchema.parse(
  parse(readFileSync(new URL('../../../policies/house.yaml', import.meta.url), 'utf8')),
)
const house = (kind: Kind, way: Way): HousePolicy => ({
  ...shippedHouse,
  name: 'Het Pakhuis',
  organisation: { kind, name: 'Jeugdhuis Het Pakhuis vzw', signedOff: signed },
  languages: ['nl', 'en', 'fr'],
  reading: way === 'full' ? { way, decided: signed } : { way },
  hours: { week: { woensdag: ['14:00-22:00'], vrijdag: ['20:00-01:00'] }, holidays: 'closed', closed: [] },
  roles: { youthWorker: 'Jeugdwerker', moderator: 'Moderator' },
  contacts: { integrity: { name: 'Ans Maes', contact: 'api@hetpakhuis.example' } },
  parents: {
    nl: 'Nee, niet zonder het je te zeggen. Alleen bij gevaar bellen we hen.',
    en: 'Not without telling you. Only when there is danger.',
    fr: 'Pas sans te le dire. Seulement en cas de danger.',
  },
})
const policyOf = (kind: Kind, way: Way, change: Partial<HousePolicy> = {}): Policy => ({
  version: 'x',
  words: {},
  questions: { sections: [], starters: [], call: {} },
  drills: { hours: 24, cases: [] },
  house: { ...house(kind, way), ...change },
  channels: {
    defaults: {
      purpose: 'praten',
      norms: [],
      strictness: {},
      usual: [],
      attachments: {},
      links: { rule: 'allow', allowed: [], blocked: [] },
      newcomers: { hours: 24, links: 'allow', attachments: 'allow' },
    },
    channels: {},
  },
  rules: [],
  helplines: [],
  subjects: [],
  notice: shipped,
  texts: {},
})
const names = { bot: 'Huisbot', youthWorkerRole: '@Jeugdwerker' }
const render = (policy: Policy, language: Language, as = names) =>
  renderNotice({ policy, texts: createTexts(language), language, names: as })

/** Every kind of organisation, way of reading and language for which the shipped sentences are complete. */
const COMPLETE = KINDS.flatMap((kind) =>
  WAYS.flatMap((way) =>
    LANGUAGES.filter((language) => language === 'nl' || kind === 'vzw').map(
      (language) => [kind, way, language] as const,
    ),
  ),
)

describe.each(COMPLETE)('%s, %s, %s', (kind, way, language) => {
  const { pinned, full } = render(policyOf(kind, way), language)
  const meldplicht = shipped.meldplicht[kind][language]?.replaceAll(
    '{organisatie}',
    'Jeugdhuis Het Pakhuis vzw',
  )

  test('both say what has to be passed on, as the organisation signed it', () => {
    expect(pinned).toContain(meldplicht)
    expect(full).toContain(meldplicht)
    for (const other of KINDS.filter((each) => each !== kind)) {
      expect(full).not.toContain(shipped.meldplicht[other].nl.slice(0, 40))
    }
  })

  test('both say what the bot reads, and that it hears no voice', () => {
    const reads = {
      nl: {
        reports: 'De bot leest niet mee.',
        full: 'De bot leest elk bericht in deze kanalen, dag en nacht',
      },
      en: {
        reports: 'The bot does not read along.',
        full: 'The bot reads every message in these channels, day and night',
      },
      fr: {
        reports: 'Le bot ne lit pas vos messages.',
        full: 'Le bot lit chaque message dans ces canaux, jour et nuit',
      },
    }[language]
    const other = way === 'full' ? reads.reports : reads.full
    for (const text of [pinned, full]) {
      expect(text).toContain(reads[way])
      expect(text).not.toContain(other)
      expect(text).toMatch(
        /Stem hoor of bewaar ik niet|luistert de bot niet mee|I do not hear or keep voice|does not listen|n’entends pas la voix|n’écoute pas/,
      )
    }
  })

  test('the pinned part helps when the bot is down: the safe places are in it in plain text', () => {
    for (const place of ['jac.be', '102', '1813', '106', '112']) expect(pinned).toContain(place)
    expect(pinned.length).toBeLessThanOrEqual(PINNED_MAX)
    // A heading and five sentences, or paragraphs that a sentence of the house makes longer.
    expect(pinned.split('\n\n')).toHaveLength(6)
  })

  test('the full part answers about parents, says who to complain to, and names the people, the bot and the hours', () => {
    const { parents, contacts } = house(kind, way)
    expect(full).toContain(parents[language])
    expect(full).toContain(contacts.integrity.contact)
    expect(full).toContain('@Jeugdwerker')
    expect(full).toContain('Huisbot')
    expect(full).toContain({ nl: 'Nagekeken door', en: 'Checked by', fr: 'Vérifié par' }[language])
    expect(full).toContain('Ans Maes')
    expect(full).toContain('/mijn-gegevens')
    expect(full).toContain(
      { nl: 'woensdag 14 tot 22 uur', en: 'Wednesday 2 pm to 10 pm', fr: 'mercredi de 14 h à 22 h' }[
        language
      ],
    )
    expect(full).not.toMatch(/[{}]/)
    expect(full.length).toBeLessThanOrEqual(FULL_MAX)
  })

  test('it says that Discord is not private, and claims no professional secrecy but for who has it', () => {
    const notPrivate = {
      nl: 'Discord is niet privé',
      en: 'Discord is not private',
      fr: 'Discord n’est pas privé',
    }[language]
    for (const text of [pinned, full]) {
      expect(text).toContain(notPrivate)
      expect(text.includes('beroepsgeheim')).toBe(kind === 'zorg')
    }
  })
})

const codeOf = (make: () => unknown): unknown => {
  try {
    make()
  } catch (error) {
    if (error instanceof NoticeError) return [error.code, error.language, error.details]
    throw error
  }
  return 'made'
}

const second = (news?: { nl: string }): Policy => ({
  ...policyOf('vzw', 'full'),
  notice: { ...shipped, version: 2, since: '2026-11-24', ...(news && { news }) },
})

describe('a second version', () => {
  test('says first of all since when, what is new, and to read it again', () => {
    const { pinned, full } = render(second({ nl: 'We lezen nu ook in gaming.' }), 'nl')
    for (const text of [pinned, full]) {
      expect(text.split('\n\n')[1]).toBe(
        '**Nieuw sinds 24 november 2026:** We lezen nu ook in gaming. Las je een vorige versie? Lees dan opnieuw en druk op *Ik heb dit gelezen*.',
      )
    }
    expect(full).toContain('Versie 2.')
  })

  test('may keep to itself what is new, and the first version has nothing new', () => {
    expect(render(second(), 'nl').pinned).toContain('**Nieuw sinds 24 november 2026.** Las je')
    expect(render(policyOf('vzw', 'full'), 'nl').pinned).not.toContain('Nieuw sinds')
  })
})

describe('what is passed on, in plain words', () => {
  test.each(COMPLETE)(
    'holds the sentence that was signed, and who signed it: %s, %s, %s',
    (kind, way, language) => {
      const policy = policyOf(kind, way)
      const words = renderMeldplicht({ policy, language, texts: createTexts(language) })
      const sentence = shipped.meldplicht[kind][language] ?? ''
      expect(words).toContain(sentence.replaceAll('{organisatie}', 'Jeugdhuis Het Pakhuis vzw'))
      expect(words).toContain('Ans Maes')
      expect(words).toMatch(/1 (november|November|novembre) 2026/)
      expect(words).not.toMatch(/[{}]/)
      expect(words.length).toBeLessThanOrEqual(PINNED_MAX)
    },
  )

  test('is refused where nothing was signed', () => {
    const policy = policyOf('zorg', 'full')
    expect(codeOf(() => renderMeldplicht({ policy, language: 'fr', texts: createTexts('fr') }))).toEqual([
      'language-incomplete',
      'fr',
      ['notice.yaml: meldplicht.zorg.fr'],
    ])
  })
})

describe('a language whose sentences are missing', () => {
  test.each(['en', 'fr'] as const)('is refused: no %s sentence for civil servants', (language) => {
    expect(noticeGaps(policyOf('ambtenaar', 'full'), language)).toEqual([
      `notice.yaml: meldplicht.ambtenaar.${language}`,
    ])
    expect(codeOf(() => render(policyOf('ambtenaar', 'full'), language))).toEqual([
      'language-incomplete',
      language,
      [`notice.yaml: meldplicht.ambtenaar.${language}`],
    ])
  })

  test('every gap is told at once', () => {
    const policy = policyOf('zorg', 'reports', { parents: { nl: 'Nee.' } })
    expect(noticeGaps(policy, 'fr')).toEqual(['notice.yaml: meldplicht.zorg.fr', 'house.yaml: parents.fr'])
    expect(noticeGaps(policy, 'nl')).toEqual([])
    expect(codeOf(() => render(policy, 'fr'))).toMatchObject(['language-incomplete', 'fr', { length: 2 }])
  })

  test('a house that words a text too long for Discord is told which', () => {
    const policy = policyOf('vzw', 'full')
    const texts = createTexts('nl', { 'notice.pinned.elsewhere': 'jac.be '.repeat(250).trim() })
    expect(codeOf(() => renderNotice({ policy, texts, language: 'nl', names }))).toEqual([
      'too-long',
      'nl',
      ['notice.pinned.*'],
    ])
  })
})

const spans = ['10:30-11:31', '12:32-13:33', '14:34-15:35', '16:36-17:37']
const longest = (kind: Kind, way: Way): Policy => {
  const week = Object.fromEntries(
    ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].map((day, index) => [
      day,
      spans.map((span) => span.replace(/^\d\d/, String(10 - index).padStart(2, '0'))),
    ]),
  )
  const sentence = 'm'.repeat(400)
  const each = { nl: sentence, en: sentence, fr: sentence }
  return {
    ...policyOf(kind, way, {
      name: 'n'.repeat(60),
      hours: { week, holidays: 'closed', closed: [] },
      contacts: { integrity: { name: 'a'.repeat(100), contact: 'c'.repeat(200) } },
      parents: each,
    }),
    notice: {
      version: 99,
      since: '2026-09-30',
      news: { nl: 'n'.repeat(150), en: 'n'.repeat(150), fr: 'n'.repeat(150) },
      meldplicht: { ambtenaar: each, vzw: each, zorg: each },
    },
  }
}

describe('the longest that a policy may hold', () => {
  test.each(COMPLETE)('fits on Discord: %s, %s, %s', (kind, way, language) => {
    const as = { bot: 'b'.repeat(32), youthWorkerRole: 'r'.repeat(100) }
    const { pinned, full } = render(longest(kind, way), language, as)
    expect(pinned.length).toBeLessThanOrEqual(PINNED_MAX)
    expect(full.length).toBeLessThanOrEqual(FULL_MAX)
  })
})

describe('the digest', () => {
  const policy = policyOf('vzw', 'full')

  test('is the same for the same notice, and another for every change that people see', () => {
    const digest = render(policy, 'nl').digest
    expect(render(policyOf('vzw', 'full'), 'nl').digest).toBe(digest)
    expect(digest).toMatch(/^[0-9a-f]{16}$/)
    const changed = [
      render(policyOf('vzw', 'reports'), 'nl'),
      render(policyOf('ambtenaar', 'full'), 'nl'),
      render(policy, 'en'),
      render({ ...policy, notice: { ...policy.notice, version: 2 } }, 'nl'),
      render(policyOf('vzw', 'full', { parents: { nl: 'Nooit.' } }), 'nl'),
      render(policy, 'nl', { ...names, bot: 'Bolleke' }),
      render(policyOf('vzw', 'full', { hours: { week: {}, holidays: 'open', closed: [] } }), 'nl'),
    ]
    expect(new Set([digest, ...changed.map((notice) => notice.digest)]).size).toBe(changed.length + 1)
  })

  test('does not change with what people do not see', () => {
    const closed = [{ from: '2026-12-24', until: '2027-01-03' }]
    const other = policyOf('vzw', 'full', { hours: { ...policy.house.hours, closed } })
    expect(render(other, 'nl').digest).toBe(render(policy, 'nl').digest)
    expect(render({ ...policy, version: 'y' }, 'nl').digest).toBe(render(policy, 'nl').digest)
  })
})

describe('pages', () => {
  test('cut between paragraphs, lose nothing and each fit in a message', () => {
    const { full } = render(longest('vzw', 'full'), 'nl')
    const pages = noticePages(full)
    expect(pages.join('\n\n')).toBe(full)
    expect(pages.length).toBeGreaterThan(1)
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(2_000)
  })

  test('the notice of an ordinary house is one page', () => {
    expect(noticePages(render(policyOf('vzw', 'full'), 'nl').full)).toHaveLength(1)
  })

  test('a paragraph that is too long by itself is cut at a space, or where it must be', () => {
    expect(noticePages('aa bb cc\n\ndd', 5)).toEqual(['aa bb', 'cc', 'dd'])
    expect(noticePages('aabbcc', 4)).toEqual(['aabb', 'cc'])
  })

  test('what fits in one message is one page', () => {
    expect(noticePages('a\n\nb', 10)).toEqual(['a\n\nb'])
    expect(noticePages('aaaa\n\nbbbb', 9)).toEqual(['aaaa', 'bbbb'])
  })
})
