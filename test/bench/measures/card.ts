import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { openSqlite } from '../../../src/storage/statements.ts'
import type { Bench, Discord, Subject } from '../bench.ts'
import type { Opened } from '../discord/api.ts'
import { at, median, short } from '../figures.ts'
import { type Figure, figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'

interface Answerer {
  readonly opened: Opened
  readonly subject: Subject
  readonly worrying: boolean
}

async function openOurs(bench: Bench, discord: Discord): Promise<Answerer> {
  const opened = await bench.open(discord)
  const folder = join(bench.folder, 'ours')
  const subject = bench.subject({ kind: 'ours', ...opened, policies: bench.policies, folder })
  await subject.ask('ready', null)
  await discord.ask('ready', { house: opened.house, duty: true })
  return { opened, subject, worrying: true }
}

async function openEcho(bench: Bench, discord: Discord, commits: boolean): Promise<Answerer> {
  const opened = await bench.open(discord)
  const folder = join(bench.folder, commits ? 'echo-commits' : 'echo')
  await mkdir(folder, { recursive: true })
  const subject = bench.subject({
    kind: 'bare',
    ...opened,
    policies: bench.policies,
    folder,
    echoTo: opened.queueId,
    commits,
  })
  await subject.ask('ready', null)
  return { opened, subject, worrying: false }
}

const ask = (discord: Discord, { opened, worrying }: Answerer, times: number): Promise<readonly number[]> =>
  discord.ask('answers', { house: opened.house, times, worrying })

/** In turn, a block of each in each round, and the first of them in turn as well. */
async function inTurn(bench: Bench, discord: Discord, both: readonly [Answerer, Answerer], times: number) {
  const rounds: readonly [number[][], number[][]] = [[], []]
  for (let round = 0; round < bench.rounds; round++) {
    const [first, second] = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
    rounds[first].push([...(await ask(discord, both[first], times))])
    rounds[second].push([...(await ask(discord, both[second], times))])
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
  }
  return rounds
}

/**
 * Copies the database while Discord still handles the request that posts a card: the flag, its line in the audit and the
 * wish for the card must stand in the copy, as they would after a power failure at that moment.
 */
async function standsDurably(bench: Bench, discord: Discord, ours: Answerer): Promise<void> {
  const to = join(bench.folder, 'copy.db')
  const { opened, subject } = ours
  await subject.ask('idle', null)
  const before = await subject.ask('facts', null)
  must(before.durable, 'what is committed is not on the disk before it is answered')
  await discord.ask('copyAtCard', {
    house: opened.house,
    from: join(bench.folder, 'ours', 'huisbot.db'),
    to,
  })
  await ask(discord, ours, 1)
  const copy = openSqlite(to)
  const count = (sql: string): number => Number(Object.values(copy.prepare(sql).get() as object)[0])
  const newest = 'SELECT id FROM Flag ORDER BY createdAt DESC LIMIT 1'
  must(count('SELECT count(*) FROM Flag') === before.rows + 1, 'a card came before its flag was committed')
  must(count(`SELECT count(*) FROM AuditLine WHERE flagId = (${newest})`) > 0, 'a card came before its audit')
  must(
    count(`SELECT count(*) FROM OutboxTarget WHERE kind = 'card' AND targetKey LIKE '%' || (${newest})`) ===
      1,
    'a card came before the wish for it was committed',
  )
  copy.close()
}

async function faultless({ subject }: Answerer, rows: number): Promise<void> {
  await subject.ask('idle', null)
  const facts = await subject.ask('facts', null)
  must(facts.errors.length === 0, `there were errors: ${facts.errors[0]}`)
  must(facts.rows === rows, `${facts.rows} rows were written, and it should be ${rows}`)
}

const medians = (rounds: readonly number[][]): readonly number[] => rounds.map((round) => median(round))

function figuresOf([ours, echo]: readonly [number[][], number[][]]): readonly Figure[] {
  const all = [ours.flat(), echo.flat()] as const
  const note = `${all[0].length} messages each; p95 ours ${short(at(all[0], 0.95))} ms, echo ${short(at(all[1], 0.95))} ms`
  // 99 of 100 of all together: of the few of one round it would be the slowest.
  const p99 = [at(all[0], 0.99), at(all[1], 0.99)] as const
  return [
    figureOf('card-p50', medians(ours), medians(echo), note),
    {
      id: 'card-p99',
      ours: p99[0],
      bare: p99[1],
      ratio: p99[0] / p99[1],
      rounds: ours.map((round, n) => at(round, 0.99) / at(echo[n] ?? [], 0.99)),
      note: `most: ours ${short(Math.max(...all[0]))} ms, echo ${short(Math.max(...all[1]))} ms`,
    },
  ]
}

async function run(bench: Bench) {
  const [warm, times, far] = bench.quick ? [20, 24, 6] : [200, 150, 40]
  const discord = bench.discord()
  const ours = await openOurs(bench, discord)
  const commits = await openEcho(bench, discord, true)
  const echo = await openEcho(bench, discord, false)
  for (const one of [ours, commits, echo]) await ask(discord, one, warm)
  const near = await inTurn(bench, discord, [ours, commits], times)
  const asked = warm + times * bench.rounds
  await faultless(ours, asked)
  await faultless(commits, asked * 3)
  must((await commits.subject.ask('facts', null)).durable, 'the echo does not write durably')
  await standsDurably(bench, discord, ours)

  for (const { opened } of [ours, echo]) await discord.ask('latency', { house: opened.house, ms: 40 })
  const [oursFar, echoFar] = await inTurn(bench, discord, [ours, echo], far)
  must(median(echoFar.flat()) > 40, 'Discord did not take 40 ms')
  await faultless(ours, asked + 1 + far * bench.rounds)
  return {
    figures: [
      ...figuresOf(near),
      figureOf('card-at-40ms', medians(oursFar), medians(echoFar), `${far * bench.rounds} messages each`),
    ],
  }
}

export const card: Measure = {
  ids: ['card-p50', 'card-p99', 'card-at-40ms'],
  seconds: { quick: 14, full: 75 },
  run,
}
