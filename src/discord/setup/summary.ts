import { EmbedBuilder } from '@discordjs/builders'
import { type APIEmbed, ButtonStyle, channelMention, roleMention, userMention } from 'discord.js'
import { describeWeek } from '../../duty/describe.ts'
import { today } from '../../duty/house-end.ts'
import { noticeWith, problemsOf, type Settings, withSettings } from '../../house/settings.ts'
import { NoticeError } from '../../notice/problem.ts'
import { type Notice, renderNotice } from '../../notice/render.ts'
import type { Policy } from '../../policy/schema.ts'
import { isSubstance, type NoticePart, noticeChanges, raised } from '../../setup/notice-change.ts'
import { asShown, type Gap, GAPS, gapsOf, settingsOf } from '../../setup/outcome.ts'
import { placeOf, type Step, STEPS } from '../../setup/steps.ts'
import { languageName } from '../../texts/names.ts'
import { createTexts } from '../../texts/texts.ts'
import { namesOf } from '../notice-message.ts'
import { openHouse } from '../open-house.ts'
import { pressId } from './parts.ts'
import { foundOn, houseIn, type SetUp } from './set-up.ts'
import type { StepPage } from './steps.ts'

/** All that follows from a set-up, before any of it holds. */
export interface Outlook {
  readonly gaps: readonly Gap[]
  readonly settings: Settings
  readonly after: Policy
  /** What keeps it from standing, by the checks of the files. */
  readonly problems: readonly string[]
  readonly parts: readonly NoticePart[]
  /** The notice stood here before, so people know what it said. */
  readonly stood: boolean
}

const stoodBefore = async ({ desk, house }: SetUp): Promise<boolean> =>
  (await desk.db.outboxTarget.findFirst({
    where: { houseId: house.id, kind: 'notice', messageId: { not: null } },
    select: { id: true },
  })) !== null

/** What is new in the notice, in each language: one sentence, the weightiest change. */
function newsOf(parts: readonly NoticePart[], after: Policy): { nl: string; en?: string; fr?: string } {
  const key = parts.includes('reading')
    ? (`setup.news.reading.${after.house.reading.way}` as const)
    : parts.includes('kind')
      ? 'setup.news.kind'
      : 'setup.news.signed'
  const says = (language: 'nl' | 'en' | 'fr') => createTexts(language).t(key)
  return { nl: says('nl'), en: says('en'), fr: says('fr') }
}

/** Looks ahead: what is missing, what the settings would be, and what the notice would say. */
export async function outlookOf(setUp: SetUp): Promise<Outlook> {
  const { desk, draft, guild } = setUp
  const { policy } = desk
  const found = foundOn(guild)
  const plain = asShown(settingsOf(draft, policy.house), policy.house, found)
  const wouldBe = withSettings(policy, plain)
  const parts = noticeChanges(policy, wouldBe)
  const gaps = gapsOf(draft, policy.house, found)
  const stood = await stoodBefore(setUp)
  const rises = stood && isSubstance(parts)
  const settings: Settings = rises
    ? { ...plain, notice: raised(noticeWith(policy, plain), today(desk.now()), newsOf(parts, wouldBe)) }
    : plain
  const problems = gaps.length > 0 ? [] : problemsOf(policy, settings).map(({ message }) => message)
  const after = rises ? withSettings(policy, settings) : wouldBe
  return { gaps, settings, after, problems, parts, stood }
}

/** The notice as it stands and as it would be; undefined where it cannot be made. */
export function noticeIn(setUp: SetUp, policy: Policy): Notice | undefined {
  const { desk, guild } = setUp
  const [language = 'nl'] = policy.house.languages
  const names = namesOf(openHouse(guild, policy), desk)
  try {
    const texts = createTexts(language, policy.texts[language])
    return renderNotice({ policy, texts, language, names, ends: names.ends })
  } catch (error) {
    if (error instanceof NoticeError) return undefined
    throw error
  }
}

/** What each step came to, in a few words. */
function saidAt(step: Exclude<Step, 'summary'>, setUp: SetUp): string {
  const { texts } = setUp
  const house = houseIn(setUp)
  const { role, channel } = foundOn(setUp.guild)
  const none = texts.t('setup.contact.none')
  const asRole = (name: string | undefined) => {
    const id = name === undefined ? undefined : role(name)
    return id === undefined ? none : roleMention(id)
  }
  const asChannel = (name: string | undefined) => {
    const id = name === undefined ? undefined : channel(name)
    return id === undefined ? '–' : channelMention(id)
  }
  switch (step) {
    case 'language':
      return house.languages.map((one) => languageName(one, texts.language)).join(', ')
    case 'organisation':
      return `${house.name} · ${texts.t(`setup.kind.${house.organisation.kind}.option`)} · ${house.organisation.name}`
    case 'roles':
      return [house.roles.youthWorker, house.roles.moderator, house.roles.volunteer].map(asRole).join(' · ')
    case 'channels': {
      const { notice, queue, automodAlerts, talks } = house.channels
      return [notice.map(asChannel).join(' '), ...[queue, automodAlerts, talks].map(asChannel)].join(' · ')
    }
    case 'alarm':
      return [house.roles.backUp, house.roles.onCall].map(asRole).join(' · ')
    case 'contact': {
      const { name, discordId } = house.contacts.integrity
      return discordId === undefined ? name : `${name} (${userMention(discordId)})`
    }
    case 'reading':
      return texts.t(`setup.reading.${setUp.draft.answers.reading?.way ?? house.reading.way}.option`)
    case 'hours':
      return describeWeek(house.hours, texts.language, texts)
    case 'retention': {
      const { openFlagDays: open, closedFlagDays: closed, auditIdsDays: audit } = house.retention
      return texts.t('setup.retention.now', { open, closed, audit })
    }
    case 'region':
      return house.region ?? texts.t('setup.region.none')
  }
}

function noticeLines({ parts, stood }: Outlook, { texts }: SetUp): readonly string[] {
  if (!stood) return []
  if (parts.length === 0) return [texts.t('setup.notice.same')]
  return [
    texts.t('setup.notice.changes'),
    texts.t(isSubstance(parts) ? 'setup.notice.again' : 'setup.notice.quiet'),
  ]
}

/** The last step: all of it, what is missing, and the notice as it was and as it will be. */
export async function summaryPage(setUp: SetUp): Promise<StepPage & { readonly embeds: APIEmbed[] }> {
  const { texts, desk } = setUp
  const outlook = await outlookOf(setUp)
  const { gaps, problems, parts, stood, after } = outlook
  const lines = STEPS.flatMap((step) =>
    step === 'summary'
      ? []
      : [`${placeOf(step).number}. **${texts.t(`setup.step.${step}`)}**: ${saidAt(step, setUp)}`],
  )
  const ready = gaps.length === 0 && problems.length === 0
  const missing = gaps.map((gap) => {
    const { number } = placeOf(GAPS[gap])
    return `- ${texts.t('setup.summary.at', { gap: texts.t(`setup.gap.${gap}`), number })}`
  })
  const told = parts.length > 0 || !stood
  const old = ready && stood && told ? noticeIn(setUp, desk.policy) : undefined
  const next = ready && told ? noticeIn(setUp, after) : undefined
  const embed = (title: 'setup.notice.old' | 'setup.notice.new', notice: Notice | undefined): APIEmbed[] =>
    notice === undefined
      ? []
      : [new EmbedBuilder().setTitle(texts.t(title)).setDescription(notice.pinned).toJSON()]
  return {
    lines: [
      ...lines,
      '',
      ...(missing.length > 0 ? [texts.t('setup.summary.missing'), ...missing] : []),
      ...problems.map((problem) => texts.t('setup.summary.problem', { problem })),
      ...(ready ? [texts.t('setup.summary.ready'), ...noticeLines(outlook, setUp)] : []),
    ],
    embeds: [...embed('setup.notice.old', old), ...embed('setup.notice.new', next)],
    menus: [],
    buttons: ready
      ? [
          pressId(
            setUp,
            'confirm',
            stood && parts.length > 0 ? 'setup.button.confirm-notice' : 'setup.button.confirm',
            ButtonStyle.Success,
          ),
          ...(old === undefined
            ? []
            : [pressId(setUp, 'notice', 'setup.button.notice-old', ButtonStyle.Secondary, 'old')]),
          ...(next === undefined
            ? []
            : [pressId(setUp, 'notice', 'setup.button.notice-new', ButtonStyle.Secondary, 'new')]),
        ]
      : [],
  }
}
