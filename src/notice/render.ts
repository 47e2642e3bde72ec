import { createHash } from 'node:crypto'
import { dateOf } from '../duty/clock.ts'
import { describeWeek } from '../duty/describe.ts'
import type { Language, Policy } from '../policy/schema.ts'
import type { Texts } from '../texts/texts.ts'
import { type Wording, wordedIn } from '../texts/wording.ts'
import { NoticeError } from './problem.ts'

/** The longest pinned message, and the longest text that is shown to one person at once (in UTF-16 units). */
export const PINNED_MAX = 2_000
export const FULL_MAX = 4_000

export interface NoticeInput {
  readonly policy: Policy
  readonly texts: Texts
  readonly language: Language
  /** How the bot and the role of the youth workers are called where the notice stands. */
  readonly names: { readonly bot: string; readonly youthWorkerRole: string }
  /** A house that ends: its last day (YYYY-MM-DD), and whether that is over. */
  readonly ends?: { readonly day: string; readonly over: boolean } | undefined
}

export interface Notice {
  /** Five sentences that also help when the bot is down: at most 2,000 characters. */
  readonly pinned: string
  /** All of it, for "Alles lezen": at most 4,000 characters, in paragraphs ({@link noticePages}). */
  readonly full: string
  /** The same for the same texts: tells whether what stands on Discord is still true. */
  readonly digest: string
}

/**
 * What the policy still needs before the notice can be made in a language: paths of policy files. Empty when it can.
 * A language in which the organisation has not said what it must pass on stays off (domain §5.2b).
 */
export const noticeGaps = (policy: Policy, language: Language): readonly string[] => [
  ...(policy.notice.meldplicht[policy.house.organisation.kind][language] === undefined
    ? [`notice.yaml: meldplicht.${policy.house.organisation.kind}.${language}`]
    : []),
  ...(policy.house.parents[language] === undefined ? [`house.yaml: parents.${language}`] : []),
]

/** What is new, from the second version on, and the request to read it again: all of it, then ever shorter, at last nothing. */
const newsOf = ({ policy, texts, language }: NoticeInput): readonly (readonly string[])[] => {
  const { version, since, news } = policy.notice
  if (version === 1 || since === undefined) return [[]]
  const date = dateOf(since, language)
  const what = news?.[language]
  const again = texts.t('notice.pinned.read-again')
  const plain = texts.t('notice.pinned.news-plain', { date })
  const whole =
    what === undefined ? [] : [[`${texts.t('notice.pinned.news', { date, news: what })} ${again}`]]
  return [...whole, [`${plain} ${again}`], [plain], []]
}

const pinnedOf = (input: NoticeInput, meldplicht: string, hours: string, news: readonly string[]): string => {
  const { policy, texts, names } = input
  return [
    `**${texts.t('notice.pinned.heading')}**`,
    ...news,
    texts.t('notice.pinned.who', { house: policy.house.name, role: names.youthWorkerRole, bot: names.bot }),
    texts.t(`notice.pinned.reads.${policy.house.reading.way}`),
    texts.t('notice.pinned.hours', { hours }),
    texts.t('notice.pinned.secret', { meldplicht }),
    texts.t('notice.pinned.elsewhere'),
  ].join('\n\n')
}

/**
 * Of a house that ends: its last day stands first; what does not fit any more is left out from the end, and stands in
 * "Alles lezen". Once it has ended nothing else is true: nobody reads along.
 */
const withEnd = ({ ends, texts, language }: NoticeInput, text: string, max: number): string => {
  if (ends === undefined) return text
  const day = dateOf(ends.day, language)
  if (ends.over) return texts.t('house.over.notice', { day })
  const paragraphs = [texts.t('house.ends', { day }), ...text.split('\n\n')]
  while (paragraphs.length > 1 && paragraphs.join('\n\n').length > max) paragraphs.pop()
  return paragraphs.join('\n\n')
}

/** Which version this is, and who of the organisation checked the sentence about passing on. */
const signedOf = ({ policy, texts, language }: NoticeInput): string => {
  const { by, on } = policy.house.organisation.signedOff
  return [
    texts.t('notice.full.version', { version: policy.notice.version }),
    texts.t('notice.full.signed', { by, date: dateOf(on, language) }),
  ].join(' ')
}

const fullOf = (input: NoticeInput, meldplicht: string, hours: string, answer: string): string => {
  const { policy, texts, names } = input
  const { house } = policy
  const { integrity } = house.contacts
  return [
    `**${texts.t('notice.full.heading')}**`,
    ...(newsOf(input)[0] ?? []),
    texts.t('notice.full.who', { house: house.name, role: names.youthWorkerRole, bot: names.bot }),
    texts.t('notice.full.hours', { hours }),
    texts.t('notice.full.discord'),
    texts.t('notice.full.anything'),
    texts.t('notice.full.secret', { meldplicht }),
    texts.t('notice.full.then'),
    texts.t('notice.full.parents', { answer }),
    [
      texts.t(`notice.full.reads.${house.reading.way}`),
      texts.t('notice.full.voice'),
      texts.t('notice.full.decides'),
    ].join(' '),
    texts.t('notice.full.report'),
    texts.t('notice.full.data'),
    texts.t('notice.full.contact', { name: integrity.name, contact: integrity.contact }),
    texts.t('notice.full.danger'),
    signedOf(input),
  ].join('\n\n')
}

const digestOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

/** What the organisation signed about passing on; a care organisation is named in it (domain §5.2). */
export const meldplichtOf = ({ house, notice }: Policy, wording: Wording): string | undefined =>
  wordedIn(notice.meldplicht[house.organisation.kind], wording)?.replaceAll(
    '{organisatie}',
    house.organisation.name,
  )

/**
 * The notice of a house in one language: who reads along, what the bot reads, what cannot stay secret, where to go.
 * It follows from the policy and the names alone, so it is the same at every start.
 *
 * @throws {@link NoticeError} `language-incomplete` when a sentence of the house is missing in that language;
 * `too-long` when the wordings of the house make it too long for Discord.
 */
export const renderNotice = (input: NoticeInput): Notice => {
  const { policy, language, texts } = input
  const meldplicht = meldplichtOf(policy, texts.wording)
  const answer = wordedIn(policy.house.parents, texts.wording)
  if (meldplicht === undefined || answer === undefined) {
    throw new NoticeError('language-incomplete', language, noticeGaps(policy, language))
  }
  const hours = describeWeek(policy.house.hours, language, texts)
  // What is new stands in the full text in any case; the sentences that help when the bot is down come first.
  const wordings = newsOf(input).map((news) => pinnedOf(input, meldplicht, hours, news))
  const pinned = wordings.find((wording) => wording.length <= PINNED_MAX) ?? wordings.at(-1) ?? ''
  const full = fullOf(input, meldplicht, hours, answer)
  const tooLong = [
    ...(pinned.length > PINNED_MAX ? ['notice.pinned.*'] : []),
    ...(full.length > FULL_MAX ? ['notice.full.*'] : []),
  ]
  if (tooLong.length > 0) throw new NoticeError('too-long', language, tooLong)
  const said = { pinned: withEnd(input, pinned, PINNED_MAX), full: withEnd(input, full, FULL_MAX) }
  return { ...said, digest: digestOf([said.pinned, said.full]) }
}

/**
 * What may have to be passed on, in plain words and in a few lines, with the sentence that the organisation signed: what
 * is true for a vzw is not true for a municipality or for care workers (domain §2.3).
 *
 * @throws {@link NoticeError} `language-incomplete`
 */
export const renderMeldplicht = (input: Omit<NoticeInput, 'names'>): string => {
  const { policy, language, texts } = input
  const meldplicht = meldplichtOf(policy, texts.wording)
  if (meldplicht === undefined)
    throw new NoticeError('language-incomplete', language, noticeGaps(policy, language))
  const { by, on } = policy.house.organisation.signedOff
  return [
    `**${texts.t('meldplicht.heading')}**`,
    texts.t('meldplicht.short', { meldplicht }),
    texts.t('notice.full.signed', { by, date: dateOf(on, language) }),
  ].join('\n\n')
}

/** A paragraph in pieces that fit, cut at a space where there is one. */
const pieces = (paragraph: string, max: number): readonly string[] => {
  if (paragraph.length <= max) return [paragraph]
  const space = paragraph.lastIndexOf(' ', max)
  const end = space > 0 ? space : max
  return [paragraph.slice(0, end), ...pieces(paragraph.slice(end).trimStart(), max)]
}

/**
 * The full notice in pages that each fit in one message, cut between paragraphs (only a paragraph that is itself too
 * long is cut inside). The shipped notice is one page; at its longest it is three. Where 4,000 characters fit at once
 * (a text display, an embed), no cut is needed.
 *
 * @param max - the longest page in UTF-16 units
 */
export const noticePages = (full: string, max = PINNED_MAX): readonly string[] => {
  const pages: string[] = []
  for (const part of full.split('\n\n').flatMap((paragraph) => pieces(paragraph, max))) {
    const last = pages.at(-1)
    const joined = last === undefined ? part : `${last}\n\n${part}`
    if (last !== undefined && joined.length <= max) pages[pages.length - 1] = joined
    else pages.push(part)
  }
  return pages
}
