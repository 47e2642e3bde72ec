import { EmbedBuilder } from '@discordjs/builders'
import { type APIEmbed, type Guild, time, TimestampStyles, userMention } from 'discord.js'
import type { Finding } from '../../doctor/finding.ts'
import { notesForStaff } from '../../house/notes.ts'
import { problemsOf, type Settings } from '../../house/settings.ts'
import type { Policy } from '../../policy/schema.ts'
import { draftSchema } from '../../setup/draft.ts'
import { isExample } from '../../house/example.ts'
import { placeOf, type Step } from '../../setup/steps.ts'
import { momentOf } from '../../storage/snowflake.ts'
import type { Texts } from '../../texts/texts.ts'
import { alertChannelOf } from '../automod/place.ts'
import type { Visit } from '../command.ts'
import { lookAtServer } from '../doctor/server.ts'
import { fit } from '../fit.ts'
import { canFollowUp, type Missing } from '../missing.ts'
import { alarmLines, channelLines } from './looks.ts'
import { talksPlaceOf } from '../talks/place.ts'

type State = 'ok' | 'note' | 'fault'
/** One thing that was looked at, with what to do about it. */
export interface Checked {
  readonly state: State
  readonly says: string
}
const MARKS: Readonly<Record<State, string>> = { ok: '✅', note: '⚠️', fault: '❌' }
/** A colour of each, as Discord's own. */
const COLOURS: Readonly<Record<State, number>> = { ok: 0x23_a5_5a, note: 0xf0_b2_32, fault: 0xf2_3f_43 }
const ORDER: readonly State[] = ['fault', 'note', 'ok']

const fault = (says: string): Checked => ({ state: 'fault', says })
const note = (says: string): Checked => ({ state: 'note', says })
const ok = (says: string): Checked => ({ state: 'ok', says })

/** What is not there, in the words of whoever can mend it here; permissions are told by `channelLines`. */
function missingLine(missing: Missing, texts: Texts): readonly Checked[] {
  switch (missing.what) {
    case 'channel':
      return [
        fault(
          texts.t('setup.status.channel', {
            use: texts.t(`setup.status.use.${missing.for}`),
            name: /^\d+$/.test(missing.name) ? '–' : `#${missing.name}`,
          }),
        ),
      ]
    case 'role':
      return [fault(texts.t('setup.status.role', { name: /^\d+$/.test(missing.name) ? '–' : missing.name }))]
    case 'notice-role':
      return [fault(texts.t(`start.notice-role.${missing.why}`, { role: missing.name }))]
    case 'hours':
      return [fault(texts.t('setup.status.hours'))]
    case 'own-agreements':
      return [fault(texts.t('start.example'))]
    case 'permissions':
      return []
  }
}

function setUpLines({ desk, house }: Visit, guild: Guild, texts: Texts): readonly Checked[] {
  const { policy } = desk
  const missing = house.missing.flatMap((each) => missingLine(each, texts))
  const talks = talksPlaceOf(guild, policy)
  const alerts = alertChannelOf(guild, policy)
  return [
    ...(canFollowUp(house) ? [] : [fault(texts.t('setup.status.reporting-off'))]),
    ...missing,
    ...channelLines(guild, policy, texts).map(fault),
    ...alarmLines(guild, policy, texts).map(note),
    ...('off' in talks && talks.off === 'no-channel' ? [fault(texts.t('setup.status.talks-gone'))] : []),
    ...('off' in talks && talks.off === 'not-wanted' ? [note(texts.t('setup.status.talks-off'))] : []),
    ...('off' in alerts && alerts.off === 'missing' ? [fault(texts.t('setup.status.alerts.missing'))] : []),
  ]
}

/** What `npm run doctor` sees on a server beside what is told above in other words. */
const TOLD: ReadonlySet<Finding['says']> = new Set([
  'doctor.set-up.missing',
  'doctor.set-up.ok',
  'doctor.talks.no-channel',
  'doctor.talks.permissions',
  'doctor.volunteers',
])
const serverLines = (guild: Guild, policy: Policy, texts: Texts): readonly Checked[] =>
  lookAtServer(guild, policy, texts)
    .filter(({ says }) => !TOLD.has(says))
    .map(({ state, says, values }) => ({ state, says: texts.t(says, values).replaceAll('\n', ' ') }))

function readingLine({ desk, house }: Visit, guild: Guild, texts: Texts): Checked {
  if (desk.policy.house.reading.way === 'reports') return ok(texts.t('setup.status.reads.reports'))
  if (!guild.client.options.intents.has('MessageContent'))
    return fault(texts.t('setup.status.reads.no-intent'))
  return house.tells ? ok(texts.t('setup.status.reads.full')) : fault(texts.t('setup.status.reads.not-told'))
}

async function contactLine({ desk, house }: Visit, texts: Texts): Promise<Checked> {
  const { discordId, name } = desk.policy.house.contacts.integrity
  if (discordId === undefined) return note(texts.t('setup.status.contact.none'))
  const since = await desk.consents.since(house.id, discordId)
  return since === undefined
    ? note(texts.t('setup.status.contact.waiting', { person: userMention(discordId) }))
    : ok(texts.t('setup.status.contact.accepted', { name }))
}

async function caughtUpLine({ desk, house }: Visit, texts: Texts): Promise<readonly Checked[]> {
  const gaps = new Set((await desk.cursors.gaps(house.id)).map(({ channelId }) => channelId))
  if (gaps.size > 0) return [note(texts.t('setup.status.behind', { count: gaps.size }))]
  const until = await desk.cursors.presentUntil(house.id)
  if (until === undefined) return []
  return [
    ok(texts.t('setup.status.caught-up', { when: time(momentOf(until), TimestampStyles.RelativeTime) })),
  ]
}

/** Under which step each block of the settings is asked. */
const STEP_OF: Readonly<Record<Exclude<keyof Settings, 'notice'>, Step>> = {
  name: 'organisation',
  languages: 'language',
  organisation: 'organisation',
  reading: 'reading',
  hours: 'hours',
  region: 'region',
  roles: 'roles',
  channels: 'channels',
  contacts: 'contact',
  retention: 'retention',
}

async function sourceLines({ desk, house }: Visit, texts: Texts): Promise<readonly Checked[]> {
  const { settings } = await desk.settings.read(house.id)
  const steps = new Set(
    Object.entries(STEP_OF).flatMap(([key, step]) => (Object.hasOwn(settings, key) ? [step] : [])),
  )
  const set = [...steps].map((step) => texts.t(`setup.step.${step}`)).join(', ')
  const [problem] = problemsOf(desk.policy, settings)
  return [
    ok(set === '' ? texts.t('setup.status.folder') : texts.t('setup.status.set', { set })),
    ...(problem === undefined ? [] : [fault(texts.t('setup.status.problem', { problem: problem.message }))]),
  ]
}

async function draftLine({ desk, house }: Visit, texts: Texts): Promise<readonly Checked[]> {
  const kept = await desk.settings.draft(house.id, draftSchema)
  return kept === undefined
    ? []
    : [note(texts.t('setup.status.draft', { number: placeOf(kept.draft.at).number }))]
}

/** Names and addresses of the shipped example that still stand there. */
function exampleLine({ house }: Policy, texts: Texts): readonly Checked[] {
  const { integrity, network = [], debrief, responsible } = house.contacts
  const named = [
    house.organisation.name,
    house.organisation.signedOff.by,
    integrity.name,
    ...network.flatMap(({ name, contact }) => (isExample(contact) ? [name] : [])),
    ...(debrief === undefined ? [] : [debrief.name]),
    ...(responsible === undefined ? [] : [responsible.name]),
  ]
  const left = named.filter((name, index) => isExample(name) || index > 2)
  const what = left.filter((name) => isExample(name) || network.some((one) => one.name === name))
  return what.length === 0
    ? []
    : [note(texts.t('setup.status.example', { what: [...new Set(what)].join(', ') }))]
}

/**
 * How a house stands: what is missing and what to do about it first, then what is well. The same list as at the end of the
 * set-up, at any time. Who read the notice is a count; nobody is named but the contact whom the agreements name.
 */
export async function checklist(visit: Visit, guild: Guild): Promise<readonly Checked[]> {
  const { desk, house } = visit
  const { policy } = desk
  const texts = desk.texts()
  const wrong = setUpLines(visit, guild, texts)
  const { thisVersion, earlierVersion } = await desk.noticeReads.readers(house.id, policy.notice.version)
  const lines = [
    ...wrong,
    ...(wrong.some(({ state }) => state === 'fault') ? [] : [ok(texts.t('setup.status.well'))]),
    readingLine(visit, guild, texts),
    await contactLine(visit, texts),
    ...(await draftLine(visit, texts)),
    ...notesForStaff(policy, texts, desk.now()).map(note),
    ...serverLines(guild, policy, texts),
    ...exampleLine(policy, texts),
    ...(await sourceLines(visit, texts)),
    ok(texts.t('setup.status.version', { version: policy.version, notice: policy.notice.version })),
    ...(await caughtUpLine(visit, texts)),
    ok(texts.t('setup.status.readers', { count: thisVersion, earlier: earlierVersion })),
  ]
  return ORDER.flatMap((state) => lines.filter((line) => line.state === state))
}

/** The list as one card. */
export async function statusPage(visit: Visit, guild: Guild): Promise<APIEmbed> {
  const texts = visit.desk.texts()
  const lines = await checklist(visit, guild)
  const worst = ORDER.find((state) => lines.some((line) => line.state === state)) ?? 'ok'
  const said = lines.map(({ state, says }) => `${MARKS[state]} ${says}`)
  return new EmbedBuilder()
    .setTitle(texts.t('setup.status.heading'))
    .setColor(COLOURS[worst])
    .setDescription(fit(said, texts.t('waarom.cut')))
    .toJSON()
}
