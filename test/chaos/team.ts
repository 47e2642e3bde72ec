import { type MessageHandle, type Reply, type World } from '../../src/practice/world.ts'
import { LEVELS } from '../../src/screening/kinds.ts'
import { type Button, buttonsOn, optionsIn } from './buttons.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import { unlessRefused } from './young-people.ts'

export interface Team {
  /** One thing that somebody of the team does with a card. */
  step(): Promise<void>
  readonly counts: Readonly<Record<string, number>>
}

export interface TeamDeps {
  readonly world: World
  readonly ledger: Ledger
  readonly random: Random
  readonly queueChannel: string
  readonly talksChannel: string
  /** The beginnings of what the bot says when it was done. */
  readonly said: { readonly decided: string; readonly level: string }
}

const PEOPLE = ['fatima', 'jonas', 'sam'] as const
/** Nobody scrolls back further; beside, what is older is closed more and more. */
const NEWEST = 25
const PASSED_ON = { contact: '101', ground: 'danger', told: 'urgent', at: '', words: '' }

/** Which lines of the audit say that a press was done; to take what one has, or confirm what one proposed, writes nothing. */
const SAYS_SO: Readonly<Record<string, readonly string[]>> = {
  'wachtrij:claim': ['claimed', 'received', 'proposed', 'closed', 'undone'],
  'wachtrij:confirm': ['confirmed', 'closed', 'proposed'],
  'wachtrij:undo': ['undone'],
  'wachtrij:refute': ['undone'],
}

const warns = ({ components }: MessageHandle): boolean =>
  buttonsOn({ components }).some(({ action }) => action === 'wachtrij:remove-anyway')

/** What moderators and youth workers do with cards: everything that their buttons offer, at any moment. */
export function createTeam(deps: TeamDeps): Team {
  const { world, ledger, random, queueChannel, talksChannel, said } = deps
  const counts: Record<string, number> = {}
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1)

  const cards = (): readonly MessageHandle[] =>
    world
      .channel(queueChannel)
      .messages()
      .slice(-NEWEST)
      .filter(({ components }) => buttonsOn({ components }).length > 0)

  /** Hands in whatever form the bot opened, with the first thing that it offers. */
  const handIn = async (who: string, reply: Reply): Promise<Reply> => {
    if (reply.modal === undefined) return reply
    const member = world.member(who)
    const form = reply.modal.data.components
    if (optionsIn(form, 'contact').length > 0) return member.submits(reply, PASSED_ON)
    const [reason] = optionsIn(form, 'reason')
    return member.submits(reply, { ...(reason === undefined ? {} : { reason }), words: '' })
  }
  const decide = async (who: string, card: MessageHandle, flagId: string): Promise<void> => {
    const member = world.member(who)
    const menu = await member.presses(card, 'Beslis')
    if (menu.message === undefined) return
    const possible = optionsIn(menu.message.components, 'Kies een uitkomst').filter(
      // A measure would take the person out of the stream.
      (outcome) => outcome !== 'made-safe',
    )
    if (possible.length === 0) return
    const chosen = await member.chooses(menu, 'Kies een uitkomst', random.pick(possible))
    const form =
      chosen.kind === 'updated' && chosen.message !== undefined && warns(chosen.message)
        ? await member.presses(chosen, 'Toch weghalen')
        : chosen
    const answer = await handIn(who, form)
    if (answer.message?.words.startsWith(said.decided) !== true) return
    ledger.confirmed({ flagId, actorId: member.id, acts: ['closed', 'proposed'] })
    ledger.note('decided', flagId, who)
    count('decided')
  }
  const level = async (who: string, card: MessageHandle, flagId: string): Promise<void> => {
    const menu = await world.member(who).presses(card, 'Niveau')
    if (menu.message === undefined) return
    const answer = await world.member(who).chooses(menu, 'Verander het niveau', [random.pick(LEVELS)])
    if (answer.message?.words.startsWith(said.level) === true) {
      ledger.note('level set', flagId, who)
      count('levels')
    }
  }
  const pass = async (who: string, card: MessageHandle, flagId: string): Promise<void> => {
    const menu = await world.member(who).presses(card, 'Geef door')
    if (menu.message === undefined) return
    await world.member(who).chooses(menu, 'Kies een collega', random.pick(PEOPLE))
    ledger.note('passed', flagId, who)
  }
  /** A press that is answered with the card as it then is. */
  const press = async (who: string, card: MessageHandle, button: Button, flagId: string): Promise<void> => {
    const member = world.member(who)
    const reply = await member.presses(card, { customId: button.customId })
    if (reply.kind === 'failed') count('unanswered')
    if (reply.kind !== 'updated') return
    const acts = SAYS_SO[button.action]
    if (acts !== undefined) ledger.confirmed({ flagId, actorId: member.id, acts })
    ledger.note(`done: ${button.action}`, flagId, who)
    count('done')
  }
  /** Somebody who is in a talk closes it, now and then. */
  const endTalk = async (who: string): Promise<void> => {
    const threads = world.threadsIn(talksChannel)
    if (threads.length === 0) return
    const first = world
      .channel(random.pick(threads))
      .messages()
      .find(({ components }) => buttonsOn({ components }).length > 0)
    if (first === undefined) return
    const member = world.member(who)
    const asked = await member.presses(first, 'Gesprek afsluiten')
    if (asked.message === undefined) return
    const [when] = optionsIn(asked.message.components)
    if (when === undefined) return
    const menu = /"custom_id":"(praat:after:[^"]+)"/.exec(JSON.stringify(asked.message.components))?.[1]
    if (menu !== undefined) await member.chooses(asked, { customId: menu }, when)
    count('talksClosed')
  }

  const act = async (): Promise<void> => {
    const who = random.pick(PEOPLE)
    if (random.next() < 0.05) return endTalk(who)
    const all = cards()
    if (all.length === 0) return
    const card = random.pick(all)
    const button = random.pick(buttonsOn(card))
    const { action, customId, about } = button
    // Measures, other channels and printing have tests of their own; here they would end the stream.
    if (/^wachtrij:(safe|channel|print)$/.test(action)) return
    count('pressed')
    if (!action.startsWith('wachtrij:') || about === undefined)
      return void (await world.member(who).presses(card, { customId }))
    ledger.note(`presses ${action}`, about, who)
    if (action === 'wachtrij:decide') return decide(who, card, about)
    if (action === 'wachtrij:level') return level(who, card, about)
    if (action === 'wachtrij:pass') return pass(who, card, about)
    if (action === 'wachtrij:tell' || action === 'wachtrij:called')
      return void (await handIn(who, await world.member(who).presses(card, { customId })))
    return press(who, card, button, about)
  }
  return { counts, step: () => unlessRefused(act) }
}
