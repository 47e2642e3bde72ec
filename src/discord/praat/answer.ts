import { ButtonStyle } from 'discord.js'
import type { Policy, Subject } from '../../policy/schema.ts'
import { describeReferral } from '../../referral/describe.ts'
import { postcodeHelps } from '../../referral/places.ts'
import { refer } from '../../referral/refer.ts'
import { languageOf } from '../../texts/wording.ts'
import type { Desk } from '../desk.ts'
import {
  ageMenu,
  button,
  languageButtons,
  postcodeButton,
  preferButtons,
  type Row,
  row,
  subjectMenu,
  wipeButton,
} from './rows.ts'
import { type PraatState, stateId } from './state.ts'

/**
 * Where somebody asks: in a direct message with the bot, or in a house. There a talk with the team is asked by a button,
 * in person where the house has no private talks, or not yet where it is not set up.
 */
export type Asked =
  | { readonly in: 'house'; readonly talks: 'button' | 'in person' | 'off' }
  | { readonly in: 'direct' }

export interface PraatAnswer {
  readonly content: string
  readonly components: Row[]
}

const filled = (buttons: readonly Parameters<typeof row>[number][]): Row[] =>
  buttons.length === 0 ? [] : [row(...buttons)]

/** "Liever met ons", where that is possible by a button. */
const usButtons = (state: PraatState, asked: Asked, desk: Desk) =>
  asked.in === 'house' && asked.talks === 'button'
    ? [button(stateId('us', state), desk.texts(state.language).t('praat.button.us'), ButtonStyle.Success)]
    : []

const lastRow = (state: PraatState, asked: Asked, desk: Desk): Row[] =>
  filled([...languageButtons(state, desk), ...(asked.in === 'direct' ? [wipeButton(state, desk)] : [])])

/** What is asked first: a subject, never words. */
export function startRows(state: PraatState, asked: Asked, desk: Desk): Row[] {
  return [subjectMenu(state, desk), ...filled(usButtons(state, asked, desk)), ...lastRow(state, asked, desk)]
}

/** By agreements, of which the texts are a part: the rows that they lead to, by everything else that decides them. */
const drawn = new WeakMap<Policy, Map<string, Row[]>>()

/**
 * As `startRows`, made once: what is asked first is the same for everybody as long as the agreements stand, and checking
 * its parts took longer than anything else between the command and its answer.
 */
function startRowsOnce(state: PraatState, asked: Asked, desk: Desk): Row[] {
  const known = drawn.get(desk.policy) ?? new Map<string, Row[]>()
  drawn.set(desk.policy, known)
  const key = `${asked.in === 'house' ? asked.talks : asked.in} ${stateId('start', state)}`
  const rows = known.get(key) ?? startRows(state, asked, desk)
  known.set(key, rows)
  return rows
}

function start(state: PraatState, asked: Asked, desk: Desk): PraatAnswer {
  const texts = desk.texts(state.language)
  // In a direct message the answer may stand in the open between the person and the bot: then nothing else is claimed.
  const seen = asked.in === 'house' ? 'praat.only-you' : 'direct.answer'
  return {
    content: [texts.t('praat.start'), texts.t(seen), texts.t('praat.danger')].join('\n'),
    components: startRowsOnce(state, asked, desk),
  }
}

/** A postcode for this one drawing, or what to say about one that was none; neither is in the state. */
export interface ForNow {
  readonly postcode?: string
  readonly remark?: string
}

const referralFor = ({ language, prefer, age }: PraatState, subject: Subject, at: Date, { policy }: Desk) =>
  refer({
    subject,
    language: languageOf(language),
    helplines: policy.helplines,
    at,
    ...(prefer === undefined ? {} : { prefer }),
    ...(age === undefined ? {} : { age }),
  })

/** The line that stands first for what somebody chose, for the count of the day; never with the subject. */
export function firstLine(state: PraatState, desk: Desk): string | undefined {
  const subject = desk.policy.subjects.find(({ id }) => id === state.subject)
  return subject && referralFor(state, subject, desk.now(), desk).first.helpline.id
}

/** The answer of `/praat` for what somebody chose so far. */
export function drawPraat(state: PraatState, asked: Asked, desk: Desk, forNow: ForNow = {}): PraatAnswer {
  const texts = desk.texts(state.language)
  if (state.subject === undefined) return start(state, asked, desk)
  const subject = desk.policy.subjects.find((candidate) => candidate.id === state.subject)
  if (subject === undefined) {
    const { subject: _, ...rest } = state
    return { ...start(rest, asked, desk), content: texts.t('praat.subject-gone') }
  }
  const now = desk.now()
  const referral = referralFor(state, subject, now, desk)
  const withUs = asked.in === 'direct' ? { house: desk.policy.house.name } : asked.talks
  return {
    content: describeReferral({
      referral,
      subject,
      texts,
      now,
      onlyYou: asked.in === 'house',
      withUs,
      ...(desk.policy.house.region === undefined ? {} : { region: desk.policy.house.region }),
      ...forNow,
    }),
    components: [
      subjectMenu(state, desk),
      ageMenu(state, desk),
      row(
        ...preferButtons(state, desk),
        ...(postcodeHelps(referral) ? [postcodeButton(state, desk)] : []),
        ...usButtons(state, asked, desk),
      ),
      ...lastRow(state, asked, desk),
    ],
  }
}
