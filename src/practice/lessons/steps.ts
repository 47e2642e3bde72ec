import { IN_TALK } from '../../policy/cross-lesson.ts'
import type { PlainStep } from '../../policy/schema-lessons.ts'
import { type Usable, usableIn } from '../people/components.ts'
import type { Member, MessageHandle, Reply } from '../world.ts'
import type { Cast } from './cast.ts'
import { type LessonHouse, policyOf } from './house.ts'

/** What a step that the cast does is played with. */
export interface Stage {
  readonly house: LessonHouse
  readonly cast: Cast
  /** What was said, by name; and what was said without one. */
  readonly said: Map<string, MessageHandle>
  readonly others: MessageHandle[]
  readonly takenAway: Set<string>
  /** What the bot answered each of them last. */
  readonly answers: Map<string, Reply>
  /** Lets somebody type for a while; in the time of the people who watch. */
  typing(text: string): Promise<void>
}

/** Steps that somebody of the cast does; the others are about time and waiting. */
export type CastStep = Exclude<PlainStep, { do: 'passes' | 'waits' | 'looks' | 'ends' }>

/**
 * Does one step of the cast, as that person would on Discord.
 *
 * @throws what Discord refuses, or an Error where what it needs is not there (any more)
 */
export async function perform(stage: Stage, step: CastStep): Promise<void> {
  switch (step.do) {
    case 'says':
      return says(stage, step)
    case 'edits':
    case 'deletes': {
      const message = named(stage, step.message)
      const writer = stage.house.discord.world.member(message.authorId)
      if (step.do === 'edits') return writer.edits(message, step.text)
      stage.takenAway.add(message.id)
      return writer.deletes(message)
    }
    case 'reacts':
      return stage.cast.member(step.who).reacts(named(stage, step.to), step.emoji)
    case 'reports':
      return reports(stage, step.who, named(stage, step.of), step.reason, step.words)
    case 'runs': {
      const reply = await stage.cast
        .member(step.who)
        .runs(`/${step.command}`, step.values ?? {}, { channel: step.in })
      stage.answers.set(step.who, await reply.settled())
      return
    }
    case 'presses':
    case 'chooses':
      return uses(stage, step)
  }
}

async function says(stage: Stage, step: Extract<CastStep, { do: 'says' }>): Promise<void> {
  const { house, cast, said, others } = stage
  const member = cast.member(step.who)
  const place = step.in === IN_TALK ? await threadOf(house, member.id) : step.in
  try {
    member.startsTyping(place)
  } catch {
    // Whoever may not write there any more is refused below, with the reason.
  }
  await stage.typing(step.text)
  const to = step.replyTo === undefined ? undefined : said.get(step.replyTo)
  const message = await member.says(place, step.text, to === undefined || to.deleted ? {} : { replyTo: to })
  if (step.as === undefined) others.push(message)
  else said.set(step.as, message)
  if (step.reportedBy === undefined || policyOf(house).house.reading.way === 'full') return
  await reports(stage, step.reportedBy.who, message, step.reportedBy.reason)
}

/** Menu, form, send. */
async function reports(
  stage: Stage,
  who: string,
  message: MessageHandle,
  reason: string,
  words?: string,
): Promise<void> {
  const member = stage.cast.member(who)
  const form = await member.reports(message)
  if (form.kind !== 'modal') throw new Error(`het formulier om te melden kwam niet (${form.kind})`)
  const reply = await member.submits(form, { reason, ...(words === undefined ? {} : { words }) })
  stage.answers.set(who, await reply.settled())
}

async function uses(stage: Stage, step: Extract<CastStep, { do: 'presses' | 'chooses' }>): Promise<void> {
  const { who } = step
  const on = stage.answers.get(who)
  if (on?.message === undefined) throw new Error(`${who} kreeg geen antwoord om op te drukken`)
  const member: Member = stage.cast.member(who)
  const reply =
    step.do === 'presses'
      ? await member.presses(on, step.button)
      : await member.chooses(on, menuWith(on.message, step.choice), step.choice)
  stage.answers.set(who, await reply.settled())
}

/** The menu in which something can be chosen. */
function menuWith(message: MessageHandle, choice: string): { readonly customId: string } {
  const holds = ({ options = [] }: Usable): boolean =>
    options.some(({ label, value }) => label === choice || value === choice)
  const menu = usableIn(message.components).find(holds)
  if (menu?.custom_id === undefined) throw new Error(`er is geen keuze "${choice}"`)
  return { customId: menu.custom_id }
}

function named({ said }: Stage, name: string): MessageHandle {
  const message = said.get(name)
  if (message === undefined) throw new Error(`het bericht "${name}" is niet gezegd`)
  return message
}

async function threadOf({ discord, bot }: LessonHouse, askerId: string): Promise<string> {
  const talk = await bot.desk.db.talk.findFirst({
    where: { houseId: discord.guildId, askerId, threadId: { not: null } },
    orderBy: { createdAt: 'desc' },
  })
  if (talk?.threadId == null) throw new Error('er is geen gesprek om in te praten')
  return talk.threadId
}
