import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { expect, test, vi } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Command } from '../../src/discord/command.ts'
import { may } from '../../src/permissions/table.ts'
import type { Reply } from '../../src/practice/world.ts'
import { codeOf } from '../../src/queue/card.ts'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { flagged, flagOf, THREAT } from '../support/queue.ts'

/** What is filled in where a command asks for something; a day where nothing is said. */
const FILLED: Readonly<Record<string, string>> = { tekst: 'hallo', periode: 'year' }
/** As many as ask in one moment; all that stands under one message is among them, for an answer may take its buttons. */
const AT_ONCE = 20
const BUTTONS = 20

interface Act {
  readonly what: string
  does(): Promise<Reply>
}

/** What was asked again, because a machine that does so much at once may be late itself. */
let again = 0

/**
 * Does them and answers what came of each. The next ones ask as soon as the first of those before has an answer. What got
 * no answer in time in that crowd is asked once more by itself: only then the bot is too late.
 */
async function all(acts: readonly Act[]): Promise<ReadonlyMap<string, Reply>> {
  const coming: Promise<readonly [string, Reply]>[] = []
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const some = acts.slice(from, from + AT_ONCE)
    const asked = some.map(async (one) => [one.what, await one.does()] as const)
    coming.push(...asked)
    await Promise.race(asked)
  }
  const replies = new Map(await Promise.all(coming))
  for (const act of acts) {
    if (replies.get(act.what)?.kind !== 'failed') continue
    again += 1
    replies.set(act.what, await act.does())
  }
  return replies
}

interface Option {
  readonly type: ApplicationCommandOptionType
  readonly name: string
  readonly autocomplete?: boolean
  readonly required?: boolean
  readonly options?: readonly Option[]
}
const optionsOf = ({ payload }: Command): readonly Option[] =>
  'options' in payload ? (payload.options ?? []) : []

/** A command and each of its subcommands, as they are typed. */
const typed = (
  command: Command,
): readonly { readonly path: string; readonly options: readonly Option[] }[] => {
  const options = optionsOf(command)
  const subs = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
  return subs.length === 0
    ? [{ path: `/${command.payload.name}`, options }]
    : subs.map((sub) => ({ path: `/${command.payload.name} ${sub.name}`, options: sub.options ?? [] }))
}

/** Everything that can be typed, chosen in a menu, or completed. */
async function commandActs(house: TestHouse): Promise<Act[]> {
  const sam = house.world.member('sam')
  const { id, channelId, messageId } = await flagOf(house)
  const link = `https://discord.com/channels/${house.discord.guildId}/${channelId}/${messageId}`
  const message = house.world.channel('algemeen').messages()[0]
  if (message === undefined) throw new Error('no message')
  const value = (name: string): string =>
    name === 'wat' ? codeOf(id) : name === 'link' ? link : (FILLED[name] ?? '2026-12-24')
  const filled = (some: readonly Option[]) => Object.fromEntries(some.map(({ name }) => [name, value(name)]))
  return commands.flatMap((command): Act[] => {
    const { payload } = command
    if (payload.type === ApplicationCommandType.Message)
      return [{ what: payload.name, does: () => sam.usesOn(message, payload.name) }]
    return typed(command).flatMap(({ path, options }) => {
      const texts = options.filter(({ type }) => type === ApplicationCommandOptionType.String)
      const needed = texts.filter(({ required }) => required === true)
      return [
        { what: path, does: () => sam.runs(path, filled(needed)) },
        ...(texts.length === needed.length
          ? []
          : [{ what: `${path} …`, does: () => sam.runs(path, filled(texts)) }]),
        ...texts
          .filter(({ autocomplete }) => autocomplete === true)
          .map(({ name }) => ({
            what: `${path} ${name}: typing`,
            does: () => sam.types(path, name, '', { others: filled(needed) }),
          })),
      ]
    })
  })
}

/** Every button and select that the bot answers, pressed by somebody who may, about a flag where it is about one. */
async function componentActs(house: TestHouse): Promise<Act[]> {
  const { id } = await flagOf(house)
  const channel = house.world.channel('algemeen')
  const ids = commands.flatMap((command) =>
    Object.keys(command.components ?? {}).map((action) => ({
      customId: `${command.id}:${action}:${id}:pause-60`,
      who: may(['member'], command.acts?.[action] ?? command.act) ? 'noor' : 'jonas',
    })),
  )
  const acts: Act[] = []
  for (let from = 0; from < ids.length; from += BUTTONS) {
    const some = ids.slice(from, from + BUTTONS)
    const rows = Array.from({ length: Math.ceil(some.length / 5) }, (_, row) => ({
      type: 1,
      components: some
        .slice(row * 5, row * 5 + 5)
        .map(({ customId }, index) => ({ type: 2, style: 2, label: `${row}.${index}`, custom_id: customId })),
    }))
    const body = { content: 'oud', components: rows, allowed_mentions: { parse: [] } }
    await asBot(house.discord, 'POST', `/channels/${channel.id}/messages`, body)
    const message = channel.lastMessage()
    if (message === undefined) throw new Error('no message')
    for (const { who, customId } of some)
      acts.push({ what: customId, does: () => house.world.member(who).presses(message, { customId }) })
  }
  return acts
}

interface Field {
  readonly type: number
  readonly custom_id?: string
  readonly component?: Field
  readonly required?: boolean
  readonly value?: string
  readonly options?: readonly { readonly value: string }[]
}

/** The forms among the answers, handed in with the least that they take. */
const formActs = (house: TestHouse, replies: ReadonlyMap<string, Reply>): Act[] =>
  [...replies].flatMap(([what, reply]) => {
    if (reply.kind !== 'modal' || reply.modal === undefined) return []
    const { userId } = reply.modal.openedBy
    const who = house.world.memberNames().find((name) => house.world.member(name).id === userId) ?? ''
    const fields = (reply.modal.data.components as unknown as readonly Field[]).flatMap(({ component }) =>
      component === undefined ? [] : [component],
    )
    const values = Object.fromEntries(
      fields.flatMap(({ custom_id: name, type, options, value }) => {
        const given = type === 4 ? (value ?? 'x') : options?.[0]?.value
        return name === undefined || given === undefined ? [] : [[name, type === 4 ? given : [given]]]
      }),
    )
    return [{ what: `${what}: the form`, does: () => house.world.member(who).submits(reply, values) }]
  })

/** Nobody got no answer, and in front of nobody the bot still thinks. */
async function answeredInTime(house: TestHouse, replies: ReadonlyMap<string, Reply>): Promise<void> {
  for (const [what, reply] of replies) expect(reply.kind, what).not.toBe('failed')
  await house.bot().idle()
  for (const who of ['sam', 'noor', 'jonas'])
    for (const message of house.world.messagesSeenBy(who, 'algemeen'))
      expect(message.loading, message.words).toBe(false)
}

for (const latency of [40, 900])
  test(`at ${latency} ms each way in which somebody asks something is answered within Discord’s three seconds, and nothing thinks for ever`, {
    timeout: 90_000,
  }, async () => {
    again = 0
    const { house } = await flagged(THREAT)
    const typing = await commandActs(house)
    const pressing = await componentActs(house)
    expect(typing.length).toBeGreaterThan(25)
    expect(pressing.length).toBeGreaterThan(100)
    house.discord.faults.rest({ seed: 1, latencyMs: [latency, latency] })
    const replies = new Map((await Promise.all([all(typing), all(pressing)])).flatMap((some) => [...some]))
    await answeredInTime(house, replies)
    const handedIn = await all(formActs(house, replies))
    expect(handedIn.size).toBeGreaterThan(3)
    await answeredInTime(house, handedIn)
    house.discord.faults.rest()
    expect(again, 'asked again').toBeLessThan(10)
    const failed = house.log.filter((line) => line.includes('an interaction failed'))
    expect(failed.slice(again)).toEqual([])
  })

test('Toon asks for patience, and the words come when Discord gives what stood around them', async () => {
  const { house, card } = await flagged(THREAT)
  house.discord.faults.rest({
    seed: 1,
    // The third waits for nearly five seconds.
    latencyMs: [1_600, 1_600],
    routes: (method, path) => method === 'GET' && path === '/channels/{channel}/messages',
  })
  const replies = await Promise.all(
    ['fatima', 'jonas', 'sam'].map((who) => house.world.member(who).presses(card, 'Toon')),
  )
  // Discord's limits are counted for a channel, so discord.js asks one after the other.
  const shown = replies.map((reply) => reply.message)
  await house.world.until(() => shown.every((message) => message?.words.includes(THREAT) === true), {
    within: 15_000,
  })
  expect(shown.filter((message) => message?.loading !== false)).toEqual([])
})

const isFirstAnswer = (method: string, path: string): boolean =>
  method === 'POST' && path.endsWith('/callback')

for (const [fault, how] of [
  ['doneAnd5xx', 'with 502'],
  ['lostAnswers', 'not at all'],
] as const)
  test(`an answer that Discord took and confirmed ${how} is said once, and is no fault`, async () => {
    const { house } = await flagged(THREAT)
    house.discord.faults.rest({ seed: 1, [fault]: 1, until: 1, routes: isFirstAnswer })
    const reply = await house.world.member('noor').runs('/praat')
    expect(reply.kind).toBe('message')
    await house.bot().idle()
    expect(reply.followups).toEqual([])
    expect(house.discord.faults.counted()[fault === 'lostAnswers' ? 'lost-answer' : 'done-and-5xx']).toBe(1)
    expect(house.log.join('')).not.toContain('an interaction failed')
  })

test('a form that came too late for Discord waits behind a button, for the one who asked, and is handed in as always', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'hoi allemaal, hoe is het')
  const noor = house.world.member('noor')
  house.discord.faults.rest({
    seed: 1,
    latencyMs: [1_900, 1_900],
    routes: (method, path) => method === 'GET' && path === '/guilds/{guild}/members/{user}',
  })
  const late = await noor.reports(message)
  expect(late.kind).toBe('message')
  expect(late.message?.words).toContain('Discord was te traag om het formulier te tonen')
  const form = await noor.presses(late, 'Toon het formulier')
  expect(form.kind).toBe('modal')
  const told = await noor.submits(form, { reason: ['threat'] })
  expect(told.message?.words).toContain('/mijn-meldingen')
})

test('whoever waits in front of "thinking…" reads in its place that it failed, and what to do', async () => {
  const { house } = await flagged(THREAT)
  vi.spyOn(house.bot().desk.db.flag, 'groupBy').mockImplementation(() => {
    throw new Error('the disk is gone')
  })
  const reply = await (await house.world.member('sam').runs('/cijfers')).settled()
  expect(reply.message?.words).toMatch(/Er ging iets mis bij ons\. Probeer het nog eens/)
  expect(reply.message?.loading).toBe(false)
  expect(reply.followups).toEqual([])
})
