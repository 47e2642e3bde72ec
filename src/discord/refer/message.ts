import { ButtonStyle, roleMention, userMention } from 'discord.js'
import { listOf } from '../../duty/clock.ts'
import { meldplichtOf } from '../../notice/render.ts'
import type { Helpline } from '../../policy/schema.ts'
import type { Wording } from '../../texts/wording.ts'
import { lineText } from '../../referral/describe.ts'
import { stepOf } from '../../referral/refer.ts'
import type { ReadersThere, SentLine } from '../../talks/sent-lines.ts'
import type { Texts } from '../../texts/texts.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'
import { fit } from '../fit.ts'
import { languageButtons, simplicityOf } from '../languages.ts'
import { button, row } from '../praat/rows.ts'
import { theirWordsQuoted } from '../their-words.ts'
import { linesNow } from '../talks/say.ts'

/** What a worker may write with a line. */
export const WORDS_MAX = 500
const MESSAGE_MAX = 2_000

/** What of the message is known where it is drawn, which is away from the server itself. */
export interface SentTo {
  readonly readers: ReadersThere
  /** Whether the bot can bring somebody into a private talk here. */
  readonly talks: boolean
}

export const helplineNamed = ({ policy }: Pick<Desk, 'policy'>, id: string): Helpline | undefined =>
  policy.helplines.find((line) => line.id === id)

/** Who can read along, in sentences; people and roles are named so that nobody is notified. */
export function readersLines({ roleIds, peopleIds }: ReadersThere, texts: Texts): string[] {
  const list = (names: readonly string[]): string => listOf(names, texts.language)
  const roles = list(roleIds.map((id) => roleMention(id)))
  const people = list(peopleIds.map((id) => userMention(id)))
  return [
    texts.t('refer.say.readers'),
    ...(roleIds.length === 0 ? [] : [texts.t('talk.readers-roles', { roles })]),
    ...(peopleIds.length === 0 ? [] : [texts.t('talk.readers-people', { people })]),
  ]
}

/** The line with its hours at this moment, what this thread is, and 112. */
function aboutLine(helpline: Helpline | undefined, talks: boolean, desk: Desk, texts: Texts): string[] {
  const now = desk.now()
  const step = helpline && stepOf(helpline, { language: texts.language, at: now })
  // A language without this sentence is not served (policy), so it is there.
  const meldplicht = meldplichtOf(desk.policy, texts.wording) ?? ''
  return [
    // A line that the house took out of its agreements meanwhile: who is there now instead.
    ...(step === undefined
      ? linesNow(desk, texts)
      : [...lineText(step, { texts, now }), texts.t('praat.danger')]),
    '',
    texts.t('refer.say.choice'),
    texts.t(talks ? 'refer.say.not-read' : 'refer.say.not-read-off'),
    ...(talks ? [texts.t('meldplicht.short', { meldplicht })] : []),
    texts.t('refer.say.kept', { days: desk.policy.house.talks.deleteAfterDays }),
  ]
}

const quoted = (words: string): string[] => theirWordsQuoted(words, WORDS_MAX).split('\n')

const languageId = (line: Pick<SentLine, 'workerId'>, lineId: string, language: Wording): string =>
  customId('praat', 'sent-in', language, lineId, line.workerId ?? '0')

function contentIn(
  line: Pick<SentLine, 'workerId'>,
  helpline: Helpline | undefined,
  more: { readonly words?: string | undefined; readonly to?: SentTo },
  desk: Desk,
  texts: Texts,
): string {
  const { words, to } = more
  const lines = [
    texts.t('refer.say.from', { worker: userMention(line.workerId ?? '0') }),
    ...(words === undefined ? [] : quoted(words)),
    ...aboutLine(helpline, to?.talks ?? true, desk, texts),
    ...(to === undefined ? [] : readersLines(to.readers, texts)),
    texts.t('talk.unprotected'),
  ]
  return fit(lines, '…', MESSAGE_MAX)
}

/**
 * The one message of the bot in the thread: from whom it comes, the line, who can read along, and a way to a person. By
 * the id of its first button the bot knows it as its own.
 */
export function drawSent(line: SentLine, words: string | undefined, to: SentTo, desk: Desk): MessageBody {
  const texts = desk.texts(line.language)
  const lineId = line.lineId ?? '-'
  const helpline = helplineNamed(desk, lineId)
  const talk = button(
    customId('praat', 'sent-us', line.language, line.id),
    texts.t('refer.button.talk'),
    ButtonStyle.Success,
  ).setDisabled(!to.talks)
  return {
    content: contentIn(line, helpline, { words, to }, desk, texts),
    components: [
      row(
        talk,
        ...languageButtons(
          line.language,
          desk,
          (wording) => languageId(line, lineId, wording),
          simplicityOf(line.language, desk, (inThem) =>
            contentIn(line, helpline, { words, to }, desk, inThem),
          ),
        ),
      ),
    ],
  }
}

/** The same in another language, for whoever asks; what the worker wrote stands in the thread. */
export function drawSentIn(workerId: string, lineId: string, language: Wording, desk: Desk): string {
  return contentIn({ workerId }, helplineNamed(desk, lineId), {}, desk, desk.texts(language))
}

/** Its writer was gone when it came: the worker gets back what they wrote. */
export function drawLeft(line: SentLine, words: string | undefined, desk: Desk): MessageBody {
  const texts = desk.texts(line.language)
  return {
    content: [
      texts.t('refer.say.left', { worker: userMention(line.workerId ?? '0') }),
      ...(words === undefined ? [] : [texts.t('refer.words-back'), ...quoted(words)]),
      texts.t('refer.say.kept', { days: desk.policy.house.talks.deleteAfterDays }),
    ].join('\n'),
    components: [],
  }
}

/** Somebody wrote where nobody reads: help asked there must not stay without an address. */
export function drawNobody(line: SentLine, desk: Desk): MessageBody {
  const texts = desk.texts(line.language)
  return { content: [texts.t('refer.say.nobody'), ...linesNow(desk, texts)].join('\n') }
}
