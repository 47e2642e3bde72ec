import { UserSelectMenuBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  type Guild,
  type GuildMember,
  PermissionFlagsBits,
  type TextChannel,
  userMention,
} from 'discord.js'
import { describeMoment, describeUntil } from '../../duty/describe.ts'
import { isOpen, nextOpening, openingOf } from '../../duty/opening.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { takesIn } from '../duty/takes-in.ts'
import { simplicityOf } from '../languages.ts'
import { canFollowUp } from '../missing.ts'
import { button, type Row, row } from '../praat/rows.ts'
import { chosenId, type PraatState, stateId } from '../praat/state.ts'
import { languageRow } from '../spoken.ts'
import { placeForTalks } from './place.ts'
import { describeReaders, readersOf } from './readers.ts'
import type { ContactRoom } from './contact.ts'
import { conditions, linesNow } from './say.ts'

export interface Drawn {
  readonly content: string
  readonly components: Row[]
}

/** The channel of private talks, if they are possible here now. */
export function talksChannel(guild: Guild, visit: Visit): TextChannel | undefined {
  // Nobody would come: there is no card that the team sees, or no team that the bot knows.
  const { desk } = visit
  if (!takesIn(visit)) return undefined
  return placeForTalks(guild, desk.policy)
}

const back = (state: PraatState, texts: Texts) => button(stateId('back', state), texts.t('talk.button.back'))
const outside = (state: PraatState, texts: Texts) =>
  button(stateId('integrity', state), texts.t('talk.button.integrity'))

/** The same choice in another language, with all that was chosen in `/praat`. */
const others = (action: 'us' | 'other' | 'integrity', state: PraatState, desk: Desk): Row[] =>
  languageRow(
    state.language,
    desk,
    (language) => stateId(action, { ...state, language }),
    simplicityOf(state.language, desk, (texts) => conditions(desk, texts).join('\n')),
  )

/** Nobody of the team is there: when they are, and who is there now. A talk cannot be asked, so nobody waits in vain. */
function drawClosed(state: PraatState, { desk, house }: Visit, texts: Texts): Drawn {
  const now = desk.now()
  const next = nextOpening(desk.duty.hours.of(house.id), now)
  const when =
    next === undefined
      ? texts.t('hours.closed-no-next')
      : texts.t('hours.closed-now', { next: describeMoment(next, texts.language, now, texts) })
  return {
    content: [texts.t('talk.heading'), when, texts.t('direct.lines'), ...linesNow(desk, texts)].join('\n'),
    components: [row(outside(state, texts), back(state, texts)), ...others('us', state, desk)],
  }
}

/** With whom, who can read along, and what Discord is: all before anything is asked (design decision 12). */
export function drawChoice(
  state: PraatState,
  guild: Guild,
  visit: Visit,
  /** A select of those on duty, where the house tells who is there. */
  who: readonly Row[] = [],
): Drawn {
  const { desk } = visit
  const texts = desk.texts(state.language)
  const channel = talksChannel(guild, visit)
  if (channel === undefined)
    return {
      content: texts.t(canFollowUp(visit.house) ? 'praat.with-us' : 'praat.with-us-off'),
      components: [row(back(state, texts)), ...others('us', state, desk)],
    }
  const now = desk.now()
  const until = openingOf(desk.duty.hours.of(visit.house.id), now)?.until
  if (until === undefined) return drawClosed(state, visit, texts)
  return {
    content: [
      texts.t('talk.heading'),
      texts.t('talk.open', { until: describeUntil(until, texts.language, now, texts) }),
      '',
      ...conditions(desk, texts),
      '',
      ...describeReaders(readersOf(guild, channel), texts),
      texts.t('praat.danger'),
    ].join('\n'),
    components: [
      ...who,
      row(
        button(customId('praat', 'ask', state.language), texts.t('talk.button.anyone'), ButtonStyle.Success),
        button(stateId('other', state), texts.t('talk.button.other')),
        outside(state, texts),
        back(state, texts),
      ),
      ...others('us', state, desk),
    ],
  }
}

/** Whom somebody does not want. Without a member list the person points at them; Discord's own menu finds people. */
export function drawOther(state: PraatState, desk: Desk): Drawn {
  const texts = desk.texts(state.language)
  const menu = new UserSelectMenuBuilder()
    .setCustomId(stateId('not', state))
    .setPlaceholder(texts.t('talk.other.placeholder'))
  return {
    content: texts.t('talk.other'),
    components: [row(menu), row(back(state, texts)), ...others('other', state, desk)],
  }
}

/** What the choice means: that they get no place, and honestly whether they can read along all the same. */
export function drawWithout(state: PraatState, chosen: GuildMember, visit: Visit): Drawn {
  const { desk } = visit
  const texts = desk.texts(state.language)
  const channel = talksChannel(chosen.guild, visit)
  if (channel === undefined || !isOpen(desk.duty.hours.of(visit.house.id), desk.now()))
    return drawChoice(state, chosen.guild, visit)
  const who = userMention(chosen.id)
  const mayRead =
    chosen.guild.ownerId === chosen.id ||
    channel.permissionsFor(chosen).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageThreads])
  return {
    content: [
      texts.t('talk.other.chosen', { who }),
      ...(mayRead ? [texts.t('talk.other.can-read', { who })] : []),
      '',
      ...describeReaders(readersOf(chosen.guild, channel), texts),
    ].join('\n'),
    components: [
      row(
        button(
          customId('praat', 'ask', state.language, chosen.id),
          texts.t('talk.button.ask'),
          ButtonStyle.Success,
        ),
        outside(state, texts),
        back(state, texts),
      ),
      ...languageRow(state.language, desk, (language) =>
        chosenId('without', { ...state, language }, chosen.id),
      ),
    ],
  }
}

/**
 * Somebody outside the team. Where a talk with them here is safe it is offered, with who can read along; the address to
 * write to stands there in any case, and where somebody of the team could read along, that is why it is the only way.
 */
export function drawIntegrity(state: PraatState, room: ContactRoom, desk: Desk): Drawn {
  const texts = desk.texts(state.language)
  const { name, contact } = desk.policy.house.contacts.integrity
  const here = 'channel' in room
  return {
    content: [
      texts.t('talk.integrity', { name, contact }),
      ...(here
        ? [
            '',
            texts.t('talk.contact.here', { name }),
            texts.t('talk.contact.readers', { name }),
            ...conditions(desk, texts),
          ]
        : []),
      ...('not' in room && room.not === 'read' ? [texts.t('talk.contact.read')] : []),
      texts.t('praat.danger'),
    ].join('\n'),
    components: [
      row(
        ...(here
          ? [
              button(
                customId('praat', 'ask-contact', state.language),
                texts.t('talk.button.ask'),
                ButtonStyle.Success,
              ),
            ]
          : []),
        back(state, texts),
      ),
      ...others('integrity', state, desk),
    ],
  }
}
