import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawCard } from '../../../src/discord/card.ts'
import { checkCards } from '../../../src/discord/queue/check-cards.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import type { Policy } from '../../../src/policy/schema.ts'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { OUTCOMES } from '../../../src/queue/outcomes.ts'
import { LEVELS } from '../../../src/screening/kinds.ts'
import {
  createTinyDiscord,
  type Fault,
  Killed,
  type MortalBot,
  startMortalBot,
  type TinyDiscord,
} from '../../support/queue-world.ts'
import { NOTED } from '../../support/storage/flag-facts.ts'
import { cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

/**
 * The law of the whole queue (issue "the core in depth" 10): no sequence of acts, kills and retries yields two winners,
 * a lost flag, a doubled card or an unaudited transition. The real flags, outbox, timers and reconciler run on a real
 * SQLite file; Discord is a small one with nonces as Discord keeps them; the bot dies before or after any question.
 */

const STAFF = ['amira', 'bert', 'chris', 'writer'] as const
const MESSAGES = ['1000', '1001', '1002'] as const
const FINDINGS = { insult, cry: cryForHelp, threat } as const
const MINUTE = 60_000

interface Real {
  readonly house: TempHouse
  readonly discord: TinyDiscord
  readonly policy: Policy
  bot: MortalBot
  /** Who was told that they made the flag this version. */
  readonly told: Map<string, string>
}
/** What a person outside knows: which messages were surely brought to the queue. */
interface Model {
  readonly raised: Set<string>
}
type Command = fc.AsyncCommand<Model, Real>

const anyAct: fc.Arbitrary<FlagAct> = fc.oneof(
  fc.constantFrom<FlagAct>(
    { type: 'claim' },
    { type: 'release' },
    { type: 'confirm' },
    { type: 'refute' },
    { type: 'undo' },
    { type: 'show' },
    { type: 'print' },
    { type: 'tell', how: 'thread' },
    { type: 'tell', how: 'left' },
    { type: 'answer', answers: [{ questionId: 'protects', words: 'friends' }] },
    { type: 'answer', answers: [{ questionId: 'protects', words: '' }] },
    { type: 'record', passedOn: { contact: '112', at: new Date('2026-03-02T17:55:00Z') } },
  ),
  fc.constantFrom(...STAFF).map((to): FlagAct => ({ type: 'pass', to })),
  fc
    .tuple(fc.constantFrom(...OUTCOMES), fc.boolean())
    .map(([outcome, evidenceKept]): FlagAct => ({ type: 'decide', outcome, reason: 'other', evidenceKept })),
  fc.constantFrom(...LEVELS).map((level): FlagAct => ({ type: 'level', level })),
  fc
    .tuple(fc.constantFrom('pause' as const, 'kick' as const, 'ban' as const), fc.boolean())
    .map(([measure, danger]): FlagAct => ({ type: 'measure', measure, danger })),
)
const anyPress = fc.record({
  by: fc.constantFrom(...STAFF),
  message: fc.constantFrom(...MESSAGES),
  act: anyAct,
})
type Press = { by: string; message: string; act: FlagAct }

/** Killed is not wrong: whoever waited for an answer gets none. */
const orKilled = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Killed || (error instanceof Error && error.message.includes('Killed')))
      return undefined
    throw error
  }
}
const restart = async (real: Real): Promise<void> => {
  await real.bot.reconciler.stop()
  real.bot = await startMortalBot(real.house, real.discord, real.policy)
  await checkCards(real.bot.desk, real.bot.rest, { id: HOUSE, queueChannelId: '600' }).catch(() => undefined)
}
const flagIdOf = async ({ house }: Real, message: string): Promise<string | undefined> =>
  (await house.db.flag.findFirst({ where: { subjectKey: `message:${message}` }, select: { id: true } }))?.id

/** A press on the card: the act, and the answer with the picture, as the edge does it. */
const press = async (real: Real, { by, message, act }: Press): Promise<void> => {
  const flagId = await flagIdOf(real, message)
  if (flagId === undefined) return
  const { flags, outbox, desk } = real.bot
  const result = await orKilled(flags.act({ house: HOUSE, flagId, actorId: by, act, answersCard: true }))
  if (result?.ok !== true || result.cardVersion === undefined) return
  const made = `${flagId} ${result.flag.version}`
  expect(real.told.get(made), 'two winners').toBeUndefined()
  real.told.set(made, by)
  const key = `card:${flagId}`
  await orKilled(
    (async () => {
      const target = await outbox.target(HOUSE, key)
      const view = await flags.card(HOUSE, flagId)
      const messageId = target?.messageId ?? null
      if (view === undefined || messageId === null) return outbox.answerFailed(HOUSE, key)
      const answered = real.discord.edit(messageId, drawCard(view, desk))
      const settled = answered && (await outbox.settle(HOUSE, key, result.cardVersion ?? 0, messageId))
      if (!settled) await outbox.answerFailed(HOUSE, key)
    })(),
  )
}

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  toString: () => name,
  run: async (model, real) => {
    await run(model, real)
    await lawful(model, real)
  },
})

const raises = fc
  .record({
    what: fc.constantFrom('insult' as const, 'cry' as const, 'threat' as const),
    message: fc.constantFrom(...MESSAGES),
    words: fc.constantFrom('the same', 'another'),
    reporter: fc.constantFrom('noor', 'amira', undefined),
  })
  .map(({ what, message, words, reporter }) =>
    command(`raise ${what} ${message} ${words} ${reporter ?? ''}`, async (model, real) => {
      const more = { message, words }
      const input = reporter === undefined ? raiseOf(FINDINGS[what], more) : reportOf(reporter, more)
      const raised = await orKilled(real.bot.flags.raise(input))
      if (raised !== undefined) model.raised.add(message)
    }),
  )
const presses = fc
  .array(anyPress, { minLength: 1, maxLength: 3 })
  .map((together) =>
    command(
      `together ${together.map(({ by, message, act }) => `${by} ${message} ${JSON.stringify(act)}`).join(' | ')}`,
      async (_model, real) => void (await Promise.all(together.map((one) => press(real, one)))),
    ),
  )
const works = fc.constant(command('reconcile', (_model, real) => real.bot.reconciler.idle()))
const passes = fc.constantFrom(1, 3, 12, 70).map((minutes) =>
  command(`${minutes} minutes`, async (_model, real) => {
    real.house.clock.pass(minutes * MINUTE)
    await orKilled(
      real.bot.timers.fireDue(
        real.house.clock.now(),
        async (tx, timer) => void (await real.bot.flags.fire(tx, timer)),
      ),
    )
  }),
)
const kills = fc
  .tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom('before' as const, 'after' as const))
  .map(([steps, when]) =>
    command(`die ${when} step ${steps}`, async (_model, real) => real.bot.dieIn(steps, when)),
  )
const restarts = fc.constant(command('restart', (_model, real) => restart(real)))
const faults = fc
  .array(fc.constantFrom<Fault>('broken', 'forbidden', 'answer-lost', 'answer-lost'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((next) => command(`faults ${next.join()}`, async (_model, real) => real.discord.fails(...next)))
const deletions = fc.nat(5).map((index) =>
  command(`somebody deletes card ${index}`, async (_model, real) => {
    const message = real.discord.standing()[index]
    if (message === undefined) return
    message.deleted = true
    await orKilled(real.bot.outbox.missing(HOUSE, message.id))
  }),
)

const showsFlag = (body: unknown, flagId: string): boolean =>
  JSON.stringify(body).includes(`wachtrij:show:${flagId}"`)

/** What must hold at every moment. Read from the database itself, which no bot can kill. */
const lawful = async (model: Model, { house, discord }: Real): Promise<void> => {
  const flags = await house.db.flag.findMany()
  const counted = await house.db.flagMessage.findMany()
  for (const message of model.raised) {
    const subjectKey = `message:${message}`
    const places = [...flags, ...counted].filter((row) => row.subjectKey === subjectKey)
    expect(places.length, `message ${message} is in the queue once`).toBe(1)
  }
  for (const flag of flags) {
    const lines = await house.db.auditLine.findMany({ where: { flagId: flag.id }, orderBy: { id: 'asc' } })
    const moves = lines.filter(({ act }) => !NOTED.has(act))
    expect(moves.length, 'each transition has one line').toBe(flag.version)
    expect(moves.map(({ fromState }) => fromState)).toEqual([
      null,
      ...moves.slice(0, -1).map(({ toState }) => toState),
    ])
    expect(moves.at(-1)?.toState).toBe(flag.state)
    for (const { act, fromState } of moves) {
      if (act === 'claimed') expect(['open', 'awaiting']).toContain(fromState)
    }
    expect(flag.ownerId !== null).toBe(flag.state !== 'open')
    expect(flag.outcome !== null && flag.closedAt !== null).toBe(flag.state === 'closed')
    expect(flag.proposedById !== null).toBe(flag.state === 'awaiting')
    if (flag.measureState === 'proposed') expect(flag.state).toBe('awaiting')
    if (flag.kind === 'worry') expect(['reminded', 'removed', 'made-safe']).not.toContain(flag.outcome)
    if (flag.told !== null) expect(flag.kind).not.toBe('worry')
    for (const who of [flag.ownerId, flag.decidedById, flag.proposedById, flag.firstById])
      expect(who).not.toBe('writer')
    const cards = discord.standing().filter(({ body }) => showsFlag(body, flag.id))
    expect(cards.length, 'never two cards for a flag').toBeLessThanOrEqual(1)
  }
}

/** In the end, when everything runs, Discord shows what the rows say: one card for each flag, in its newest state. */
const settles = async (model: Model, real: Real): Promise<void> => {
  real.discord.allWell()
  await restart(real)
  for (let round = 0; round < 6; round += 1) {
    real.house.clock.pass(10 * MINUTE)
    await real.bot.timers.fireDue(
      real.house.clock.now(),
      async (tx, timer) => void (await real.bot.flags.fire(tx, timer)),
    )
    await real.bot.reconciler.idle()
  }
  await lawful(model, real)
  expect(await real.bot.outbox.pending()).toBe(0)
  for (const { id, state, measureState } of await real.house.db.flag.findMany()) {
    const view = await real.bot.flags.card(HOUSE, id)
    const cards = real.discord.standing().filter(({ body }) => showsFlag(body, id))
    expect(cards, `one card for ${id}, ${state}`).toHaveLength(1)
    expect(measureState).not.toBe('wanted')
    expect(measureState).not.toBe('lifting')
    if (view === undefined) throw new Error('a flag without a view')
    const drawn = drawCard(view, real.bot.desk)
    expect(cards[0]?.body).toMatchObject({ embeds: drawn.embeds, components: drawn.components })
  }
  const kicks = real.discord.done.filter(
    (request) => request.startsWith('DELETE /guilds') && request.includes('/members/'),
  )
  const kicked = await real.house.db.auditLine.count({
    where: { codes: { contains: '"measure":"kick"' }, act: 'closed' },
  })
  expect(kicks.length === 0 || kicked > 0, 'nobody is put out but by a person').toBe(true)
}

test('no sequence of acts, kills and retries yields two winners, a lost flag, a doubled card or an unaudited transition', {
  timeout: 300_000,
}, async () => {
  const policy = await loadPolicy('policies')
  const all = [
    raises,
    raises,
    presses,
    presses,
    presses,
    works,
    works,
    passes,
    kills,
    restarts,
    faults,
    deletions,
  ]
  const runs = Number(process.env['MODEL_RUNS'] ?? 25)
  let ran = 0
  await fc.assert(
    fc.asyncProperty(fc.commands(all, { maxCommands: 30, size: 'max' }), async (commands) => {
      const house = await openTempHouse()
      const discord = createTinyDiscord(house.clock)
      const bot = await startMortalBot(house, discord, policy)
      const real: Real = { house, discord, policy, bot, told: new Map() }
      const model: Model = { raised: new Set() }
      await fc.asyncModelRun(() => ({ model, real }), commands)
      await settles(model, real)
      ran += 1
      await real.bot.reconciler.stop()
      await house.storage.close()
    }),
    { numRuns: runs },
  )
  expect(ran).toBe(runs)
})
