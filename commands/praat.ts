import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import {
  type Command,
  type ComponentInteraction,
  type DirectVisit,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { takesIn } from '../src/discord/duty/takes-in.ts'
import { type Asked, drawPraat, firstLine } from '../src/discord/praat/answer.ts'
import { askPostcode, usePostcode } from '../src/discord/praat/postcode.ts'
import { type PraatState, stateOf } from '../src/discord/praat/state.ts'
import { wipe } from '../src/discord/praat/wipe.ts'
import { sentIn, talkInstead } from '../src/discord/refer/open.ts'
import {
  ask,
  askedIn as askedInLanguage,
  integrity,
  not,
  other,
  readers,
  readersIn,
  us,
  without,
} from '../src/discord/talks/ask.ts'
import { talksChannel } from '../src/discord/talks/choice.ts'
import {
  askContact,
  contactIn,
  contactStop,
  contactStopIn,
  contactSure,
} from '../src/discord/talks/contact.ts'
import { after, come, plan, stop, stopIn, sure, tick } from '../src/discord/talks/come.ts'
import { toldIn } from '../src/discord/talks/told.ts'
import { withIn, withWorker } from '../src/discord/talks/with.ts'

/** Where somebody asks decides what is possible: a talk with the team is asked in the house itself. */
function askedIn({ guild }: Pick<ComponentInteraction, 'guild'>, visit: Visit | DirectVisit): Asked {
  if (guild === null || !('house' in visit)) return { in: 'direct' }
  if (!takesIn(visit)) return { in: 'house', talks: 'off' }
  return { in: 'house', talks: talksChannel(guild, visit) === undefined ? 'in person' : 'button' }
}

/** A component that leads to another state of the same answer. */
const to =
  (next: (state: PraatState, chosen: string | undefined, visit: Pick<Visit, 'desk'>) => PraatState) =>
  async (
    interaction: ComponentInteraction,
    args: readonly string[],
    visit: Visit | DirectVisit,
  ): Promise<void> => {
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
    const state = next(stateOf(args, visit.desk), chosen, visit)
    await interaction.update(drawPraat(state, askedIn(interaction, visit), visit.desk))
  }

/** An age that was chosen, or taken back by "I'd rather not say". */
function withAge(state: PraatState, chosen: string | undefined, { desk }: Pick<Visit, 'desk'>): PraatState {
  const { age } = stateOf([state.language, '-', '-', chosen ?? '-'], desk)
  const { age: before, ...rest } = state
  if (age === undefined) return before === undefined ? state : rest
  return { ...rest, age }
}

const chooseSubject = to((state, chosen) => (chosen === undefined ? state : { ...state, subject: chosen }))

/** A subject leads to a line: which one stood first is counted for the day, without the subject and without who. */
async function subject(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit | DirectVisit,
): Promise<void> {
  await chooseSubject(interaction, args, visit)
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  if (chosen === undefined) return
  const first = firstLine({ ...stateOf(args, visit.desk), subject: chosen }, visit.desk)
  if (first === undefined) return
  if ('house' in visit) await visit.desk.counts.add(visit.house.id, `praat:${first}`, visit.desk.now())
  else await visit.count(`praat:${first}`)
}

const same = to((state) => state)
/** What works in a house and in a direct message alike. */
const answers = {
  subject,
  age: to((state, chosen, visit) => withAge(state, chosen, visit)),
  language: same,
  prefer: same,
  'any-phone': same,
  'any-chat': same,
  back: same,
  postcode: askPostcode,
}

/** The form of the postcode, in a house and in a direct message alike. */
const forms = {
  postcode: (interaction: ModalSubmitInteraction, args: readonly string[], visit: Visit | DirectVisit) =>
    usePostcode(interaction, args, visit, askedIn(interaction, visit)),
}

/**
 * `/praat`: from a heavy subject to a safer place to talk, JAC-chat first (seed:952); talking to the team stays possible
 * ("Liever met ons"). Asks for a subject, never for words; what was chosen is in nobody's hands but the asker's. Only a
 * count per day is kept.
 */
export const praat: Command = {
  id: 'praat',
  act: 'praat.use',
  acts: {
    us: 'talk.ask',
    other: 'talk.ask',
    not: 'talk.ask',
    integrity: 'talk.ask',
    ask: 'talk.ask',
    readers: 'talk.ask',
    without: 'talk.ask',
    'ask-contact': 'talk.ask',
    'contact-in': 'talk.ask',
    'contact-stop': 'talk.close',
    'contact-stop-in': 'talk.close',
    'contact-sure': 'talk.close',
    'asked-in': 'talk.ask',
    'readers-in': 'talk.ask',
    'with-in': 'talk.ask',
    'told-in': 'talk.close',
    with: 'talk.ask',
    'sent-us': 'talk.ask',
    'sent-in': 'talk.ask',
    stop: 'talk.close',
    'stop-in': 'talk.close',
    sure: 'talk.close',
    come: 'talk.come',
    // Only who is in it closes it (the life cycle looks): also a moderator who told somebody what was decided.
    after: 'talk.close',
    plan: 'talk.follow',
    tick: 'talk.follow',
  },
  payload: {
    name: 'praat',
    type: ApplicationCommandType.ChatInput,
    ...localised('praat.description'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    const state = { language: visit.desk.texts().language }
    await interaction.reply({
      ...drawPraat(state, askedIn(interaction, visit), visit.desk),
      flags: MessageFlags.Ephemeral,
    })
    await visit.desk.counts.add(visit.house.id, 'praat', visit.desk.now())
  },
  components: {
    ...answers,
    us,
    other,
    not,
    integrity,
    ask,
    readers,
    without,
    'ask-contact': askContact,
    'contact-in': contactIn,
    'contact-stop': contactStop,
    'contact-stop-in': contactStopIn,
    'contact-sure': contactSure,
    'asked-in': askedInLanguage,
    'readers-in': readersIn,
    'with-in': withIn,
    'stop-in': stopIn,
    'told-in': toldIn,
    with: withWorker,
    // In a thread with a line that a worker sent (commands/verwijs-door.ts).
    'sent-us': talkInstead,
    'sent-in': sentIn,
    stop,
    sure,
    come,
    after,
    plan,
    tick,
  },
  forms,
  direct: {
    async run(interaction, visit) {
      const state = { language: visit.desk.texts().language }
      await interaction.reply({
        ...drawPraat(state, { in: 'direct' }, visit.desk),
        flags: MessageFlags.Ephemeral,
      })
      await visit.count('praat')
    },
    components: { ...answers, wipe },
    forms,
  },
}
