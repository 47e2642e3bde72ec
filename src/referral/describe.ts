import { listOf } from '../duty/clock.ts'
import type { Helpline, Subject } from '../policy/schema.ts'
import { languageName } from '../texts/names.ts'
import type { Texts } from '../texts/texts.ts'
import { wordedIn } from '../texts/wording.ts'
import { placeTexts } from './describe-places.ts'
import { type When, wayText } from './describe-ways.ts'
import { JAC, type Referral, type Step } from './refer.ts'
import type { Way } from './ways.ts'

export interface DescribeInput {
  readonly referral: Referral
  readonly subject: Subject
  readonly texts: Texts
  /** The moment that the referral was made for. */
  readonly now: Date
  /** How talking to the team is offered: by a button, on the server of this house, in person, or not yet. */
  readonly withUs?: 'button' | 'in person' | 'off' | { readonly house: string }
  /** False where the answer is no secret message of Discord: then it is not said to be one. */
  readonly onlyYou?: boolean
  /** A postcode that somebody gave for this one answer: the place that serves it is named first. */
  readonly postcode?: string
  /** Something to say about what was just done, before the answer, which stays whole. */
  readonly remark?: string
}
type LinesInput = Omit<DescribeInput, 'subject'>

/** What fits in one message on Discord (in UTF-16 units). */
const MESSAGE_MAX = 2_000

/** A line of the answer; the ones with the highest number go first when all of it does not fit. */
interface Line {
  readonly text: string
  readonly spare: number
}

const agesText = ({ ageMin, ageMax }: Helpline, texts: Texts): readonly string[] => {
  if (ageMin !== undefined && ageMax !== undefined)
    return [texts.t('praat.ages', { min: ageMin, max: ageMax })]
  if (ageMin !== undefined) return [texts.t('praat.ages-from', { min: ageMin })]
  return ageMax === undefined ? [] : [texts.t('praat.ages-until', { max: ageMax })]
}

const speaksText = ({ helpline, speaks }: Step, texts: Texts): readonly string[] => {
  if (speaks) return []
  const languages = helpline.languages.map((language) => languageName(language, texts.language))
  return [texts.t('praat.speaks', { languages: listOf(languages, texts.language) })]
}

const aboutText = (step: Step, texts: Texts): string => {
  const { helpline } = step
  const about = helpline.about[texts.language] ?? helpline.about.nl
  return [about, ...agesText(helpline, texts), ...speaksText(step, texts)].join(' ')
}

const bestWayOf = (step: Step): Way | undefined => step.ways.find((way) => way.by === step.by)

/** What a line is; the JAC is explained, because few young people know it (seed:952). */
const introText = (step: Step, texts: Texts): string => {
  const { helpline } = step
  return helpline.id === JAC
    ? texts.t('praat.jac')
    : [
        aboutText(step, texts),
        ...(helpline.free === true ? [texts.t('praat.free')] : []),
        ...(helpline.anonymous === true ? [texts.t('praat.anonymous')] : []),
      ].join(' ')
}

/** The best way to reach it, then every other in which there are people. */
const waysIn = (step: Step): readonly Way[] => {
  const best = bestWayOf(step)
  const people = step.ways.filter((way) => way.by !== 'site' && way !== best)
  return [...(best ? [best] : []), ...people]
}

/** The first step, with every way to reach it. */
const firstLines = (input: DescribeInput): readonly Line[] => {
  const { referral, texts } = input
  const { helpline } = referral.first
  const best = bestWayOf(referral.first)
  return [
    {
      text: `**${texts.t('praat.first', { name: helpline.name })}** ${introText(referral.first, texts)}`,
      spare: 0,
    },
    ...placeTexts(helpline, input).map((text) => ({ text: `- ${text}`, spare: 0 })),
    ...waysIn(referral.first).map((way) => ({
      text: `- ${wayText(helpline, way, input)}`,
      spare: way === best ? 0 : 3,
    })),
  ]
}

/** One line by itself, as somebody of the team sends it: what it is, and every way to reach it with its hours. */
export const lineText = (step: Step, when: When): readonly string[] => [
  `**${step.helpline.name}.** ${introText(step, when.texts)}`,
  ...waysIn(step).map((way) => `- ${wayText(step.helpline, way, when)}`),
]

const shortLine = (step: Step, input: LinesInput): string => {
  const way = bestWayOf(step)
  const reach = way ? ` ${wayText(step.helpline, way, input)}` : ''
  const places = placeTexts(step.helpline, input).map((text) => ` ${text}`)
  return `**${step.helpline.name}.** ${aboutText(step, input.texts)}${places.join('')}${reach}`
}

/** A step with every way in which somebody is there now, calling and typing alike; else its best way. */
const nowLine = (step: Step, input: LinesInput): string => {
  const open = step.ways.filter((way) => way.now === 'open')
  const ways = open.length > 0 ? open : [bestWayOf(step)].filter((way) => way !== undefined)
  const reach = ways.map((way) => wayText(step.helpline, way, input))
  return [`**${step.helpline.name}.**`, aboutText(step, input.texts), ...reach].join(' ')
}

/** The first step and the others, each in one line: for where no subject is known. */
export const shortReferralLines = (input: LinesInput): readonly string[] => {
  const { first, beside, others } = input.referral
  return [first, ...(beside ? [beside] : []), ...others].map((step) => `- ${nowLine(step, input)}`)
}

const withUsText = ({ withUs = 'in person', texts }: DescribeInput): string => {
  if (typeof withUs === 'object') return texts.t('praat.with-us-house', withUs)
  const keys = {
    button: 'praat.with-us-button',
    'in person': 'praat.with-us',
    off: 'praat.with-us-off',
  } as const
  return texts.t(keys[withUs])
}

/** Where the house knows no place of a line that has some, its site does. A postcode that was given says more. */
const regionalLines = ({ referral: { first }, texts, postcode }: DescribeInput): readonly Line[] => {
  const site = first.helpline.web ?? first.helpline.chat?.url
  if (postcode !== undefined && first.helpline.places !== undefined) return []
  if (first.helpline.regional !== true || site === undefined) return []
  return [{ text: `- ${texts.t('praat.regional', { url: `<${site}>` })}`, spare: 3 }]
}

const textIn = (texts: Texts, text: Subject['advice']): readonly string[] => {
  const own = wordedIn(text, texts.wording) ?? text?.nl
  return own === undefined ? [] : [own]
}

const must = (text: string): Line => ({ text, spare: 0 })

const linesOf = (input: DescribeInput): readonly Line[] => {
  const { referral, subject, texts } = input
  return [
    ...textIn(texts, subject.urgent).map((text) => must(`**${text}**`)),
    ...(input.remark === undefined ? [] : [must(input.remark)]),
    must(texts.t('praat.intro')),
    ...textIn(texts, subject.advice).map((text) => ({ text, spare: 4 })),
    ...(referral.first.speaks ? [] : [must(texts.t('praat.no-line-in-your-language'))]),
    ...firstLines(input),
    ...regionalLines(input),
    ...(referral.beside ? [must(`${texts.t('praat.beside')} ${shortLine(referral.beside, input)}`)] : []),
    ...(referral.noChat ? [must(texts.t('praat.no-chat-now'))] : []),
    ...(referral.others.length > 0 ? [{ text: texts.t('praat.others'), spare: 1 }] : []),
    ...referral.others.map((step, index) => ({ text: `- ${shortLine(step, input)}`, spare: 1 + index })),
    must(withUsText(input)),
    must(texts.t('praat.danger')),
    ...(input.onlyYou === false ? [] : [{ text: texts.t('praat.only-you'), spare: 5 }]),
  ]
}

/**
 * A referral in lines that a young person reads, in the language of `texts`: what is urgent first, one clear first
 * step, the others, the door to the youth workers, 112. Together at most 2,000 characters: when a house has written
 * long texts, the lines that matter least are left out; never what is urgent, the first step or 112.
 */
export const referralLines = (input: DescribeInput): readonly string[] => {
  let lines = linesOf(input)
  const length = () => lines.reduce((sum, line) => sum + line.text.length + 1, -1)
  while (length() > MESSAGE_MAX) {
    const spare = Math.max(...lines.map((line) => line.spare))
    if (spare === 0) break
    lines = lines.filter((line) => line.spare !== spare)
  }
  return lines.map((line) => line.text)
}

/** {@link referralLines} as one message. */
export const describeReferral = (input: DescribeInput): string => referralLines(input).join('\n')
