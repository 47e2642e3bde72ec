import { ButtonStyle, PermissionFlagsBits, userMention } from 'discord.js'
import { dateOf } from '../../duty/clock.ts'
import { meldplichtOf } from '../../notice/render.ts'
import { LANGUAGES } from '../../policy/schema.ts'
import { isExample } from '../../house/example.ts'
import type { Step } from '../../setup/steps.ts'
import { languageName } from '../../texts/names.ts'
import { channelMenu, choiceMenu, formButton, type Part, personMenu, pressId, roleMenu } from './parts.ts'
import { hoursText } from './forms.ts'
import { alarmLines, channelLines, lackLine } from './looks.ts'
import { toMake } from './make-channels.ts'
import { houseIn, policyAfter, type SetUp } from './set-up.ts'

/** What a step shows beside its explanation: what stands now, what is wrong with it, menus, and its own buttons. */
export interface StepPage {
  readonly lines?: readonly string[]
  /** At most four: the row below them leads on. */
  readonly menus?: readonly Part[]
  /** At most two, beside back, next and later. */
  readonly buttons?: readonly Part[]
}

/** What the house said, or that it did not yet: the names of the example are nobody's. */
const known = (text: string | undefined, { texts }: SetUp): string =>
  text === undefined || isExample(text) ? texts.t('setup.unknown') : text

function language(setUp: SetUp): StepPage {
  const { desk, texts } = setUp
  const [first, ...others] = houseIn(setUp).languages
  const names = LANGUAGES.map((one) => ({ value: one as string, label: languageName(one, texts.language) }))
  return {
    lines: (desk.policy.languagesOff ?? []).map((off) =>
      texts.t('setup.language.off', { language: languageName(off.language, texts.language) }),
    ),
    menus: [
      choiceMenu(
        setUp,
        'language',
        'setup.language.placeholder',
        names.map((one) => ({ ...one, default: one.value === first })),
      ),
      choiceMenu(
        setUp,
        'languages',
        'setup.languages.placeholder',
        names
          .filter(({ value }) => value !== first)
          .map((one) => ({ ...one, default: others.some((other) => other === one.value) })),
        true,
      ),
    ],
  }
}

function organisation(setUp: SetUp): StepPage {
  const { texts } = setUp
  const after = policyAfter(setUp)
  const { organisation: who, name } = after.house
  const signs =
    setUp.draft.answers.organisation?.signedOff ??
    (who.kind === setUp.desk.policy.house.organisation.kind ? who.signedOff : undefined)
  const says = meldplichtOf(after, texts.language)
  return {
    lines: [
      texts.t('setup.organisation.now', {
        house: known(name, setUp),
        organisation: known(who.name, setUp),
        by: known(signs?.by, setUp),
        on: signs === undefined || isExample(signs.by) ? '–' : dateOf(signs.on, texts.language),
      }),
      ...(says === undefined ? [] : [texts.t('setup.organisation.says', { meldplicht: says })]),
    ],
    menus: [
      choiceMenu(
        setUp,
        'kind',
        'setup.kind.placeholder',
        (['ambtenaar', 'vzw', 'zorg'] as const).map((kind) => ({
          value: kind,
          label: texts.t(`setup.kind.${kind}.option`),
          description: texts.t(`setup.kind.${kind}.why`),
          default: kind === who.kind,
        })),
      ),
    ],
    buttons: [
      formButton(setUp, 'names', 'setup.button.names'),
      formButton(setUp, 'signed', 'setup.button.signed'),
    ],
  }
}

function roles(setUp: SetUp): StepPage {
  const { roles: named } = houseIn(setUp)
  return {
    menus: (['youthWorker', 'moderator', 'volunteer'] as const).map((name) =>
      roleMenu(setUp, name, named[name]),
    ),
  }
}

function channels(setUp: SetUp): StepPage {
  const { guild, texts } = setUp
  const { channels: named } = houseIn(setUp)
  const may = guild.members.me?.permissions.has(PermissionFlagsBits.ManageChannels) === true
  const missing = toMake(setUp).length > 0
  return {
    lines: [
      ...channelLines(guild, policyAfter(setUp), texts),
      ...(missing && !may ? [lackLine(['ManageChannels'], 'make', texts)] : []),
    ],
    menus: [
      channelMenu(setUp, 'notice', named.notice),
      channelMenu(setUp, 'queue', [named.queue]),
      channelMenu(setUp, 'automodAlerts', [named.automodAlerts]),
      channelMenu(setUp, 'talks', [named.talks]),
    ],
    buttons: missing ? [pressId(setUp, 'make', 'setup.button.make', ButtonStyle.Secondary)] : [],
  }
}

function alarm(setUp: SetUp): StepPage {
  const { roles: named } = houseIn(setUp)
  return {
    lines: alarmLines(setUp.guild, policyAfter(setUp), setUp.texts),
    menus: (['backUp', 'onCall'] as const).map((name) => roleMenu(setUp, name, named[name])),
  }
}

/** Whether somebody is of the team or owns the server: nobody reads what they may be part of. */
function isClose(setUp: SetUp, id: string): boolean {
  const { guild } = setUp
  const { roles: named } = houseIn(setUp)
  const ids = new Set([named.youthWorker, named.moderator, named.volunteer])
  const member = guild.members.cache.get(id)
  const has = member?.roles.cache.some((one) => ids.has(one.id) || ids.has(one.name)) === true
  return guild.ownerId === id || has
}

function contact(setUp: SetUp): StepPage {
  const { texts } = setUp
  const { integrity, outside, responsible } = houseIn(setUp).contacts
  const { discordId } = integrity
  const none = texts.t('setup.contact.none')
  const person = discordId === undefined ? '' : userMention(discordId)
  return {
    lines: [
      texts.t('setup.contact.now', {
        name: known(integrity.name, setUp),
        contact: known(integrity.contact, setUp),
        outside: outside === undefined ? none : `${outside.name} (${outside.contact})`,
        responsible: responsible === undefined ? none : known(responsible.name, setUp),
      }),
      discordId === undefined ? texts.t('setup.contact.nobody') : texts.t('setup.contact.accept', { person }),
      ...(discordId !== undefined && isClose(setUp, discordId)
        ? [texts.t('setup.contact.team', { person })]
        : []),
    ],
    menus: [
      personMenu(setUp, 'integrity', discordId),
      personMenu(setUp, 'responsible', responsible?.discordId),
    ],
    buttons: [formButton(setUp, 'contact', 'setup.button.contact')],
  }
}

/** What is chosen, also before it is known who decided it. */
const wayIn = (setUp: SetUp): 'reports' | 'full' =>
  setUp.draft.answers.reading?.way ?? houseIn(setUp).reading.way

function reading(setUp: SetUp): StepPage {
  const { texts, guild } = setUp
  const way = wayIn(setUp)
  const now = houseIn(setUp).reading
  const { answers } = setUp.draft
  const decided = answers.reading?.decided ?? (now.way === 'full' ? now.decided : undefined)
  const hears = guild.client.options.intents.has('MessageContent')
  const by = known(decided?.by, setUp)
  const on = decided === undefined || isExample(decided.by) ? '–' : dateOf(decided.on, texts.language)
  return {
    lines: [
      texts.t('setup.reading.now', { way: texts.t(`setup.reading.${way}.option`) }),
      ...(way === 'full' ? [texts.t('setup.reading.decided', { by, on })] : []),
      ...(way === 'full' && !hears ? [texts.t('setup.reading.no-intent')] : []),
    ],
    menus: [
      choiceMenu(
        setUp,
        'reading',
        'setup.reading.placeholder',
        (['reports', 'full'] as const).map((one) => ({
          value: one,
          label: texts.t(`setup.reading.${one}.option`),
          description: texts.t(`setup.reading.${one}.why`),
          default: one === way,
        })),
      ),
    ],
    buttons: way === 'full' ? [formButton(setUp, 'decided', 'setup.button.decided')] : [],
  }
}

function hours(setUp: SetUp): StepPage {
  const { texts } = setUp
  const { holidays } = houseIn(setUp).hours
  return {
    lines: [texts.t('setup.hours.now', { hours: hoursText(setUp) })],
    menus: [
      choiceMenu(
        setUp,
        'holidays',
        'setup.holidays.placeholder',
        (['open', 'closed'] as const).map((value) => ({
          value,
          label: texts.t(`setup.holidays.${value}.option`),
          default: value === holidays,
        })),
      ),
    ],
    buttons: [formButton(setUp, 'hours', 'setup.button.hours')],
  }
}

/** Within the bounds of the agreements; what stands in a file beside these is offered too. */
const DAYS = {
  openFlagDays: [1, 7, 14, 30, 60, 90, 180, 366],
  closedFlagDays: [1, 7, 14, 30, 60, 90, 180, 366],
  auditIdsDays: [30, 90, 180, 365, 730, 1_830],
} as const

function retention(setUp: SetUp): StepPage {
  const { retention: now } = houseIn(setUp)
  return {
    menus: (['openFlagDays', 'closedFlagDays', 'auditIdsDays'] as const).map((name) => {
      const offered = [...new Set<number>([...DAYS[name], now[name]])].sort((a, b) => a - b)
      const choices = offered.map((days) => ({
        value: String(days),
        label: setUp.texts.t(`setup.retention.${name}.option`, { days }),
        default: days === now[name],
      }))
      return choiceMenu(setUp, name, undefined, choices)
    }),
  }
}

function region(setUp: SetUp): StepPage {
  const { texts } = setUp
  const { region: now } = houseIn(setUp)
  return {
    lines: [now === undefined ? texts.t('setup.region.none') : texts.t('setup.region.now', { region: now })],
    buttons: [
      formButton(setUp, 'region', 'setup.button.region'),
      ...(now === undefined
        ? []
        : [pressId(setUp, 'clear', 'setup.button.region-none', ButtonStyle.Secondary)]),
    ],
  }
}

/** Every step but the last, which looks at all of them (summary.ts). */
export const PAGES: Readonly<Record<Exclude<Step, 'summary'>, (setUp: SetUp) => StepPage>> = {
  language,
  organisation,
  roles,
  channels,
  alarm,
  contact,
  reading,
  hours,
  retention,
  region,
}
