import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, Discord, Subject } from '../bench.ts'
import type { Opened, Round } from '../discord/api.ts'
import { median } from '../figures.ts'
import { type Curve, figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'
import { type History, withHistory } from './history-rows.ts'

const FULL: History = { closed: 1_000_000, open: 10_000 }
/** For the plot: rows of flags, one in a hundred of them open. */
const SIZES = [0, 1_000, 10_000, 100_000, 1_000_000] as const
const ACTS = ['card', 'claim', 'list'] as const

interface Old {
  readonly opened: Opened
  readonly subject: Subject
  readonly rounds: Round[]
}

/** A house that was opened once and has one card, so that all its channels are known; stopped again. */
async function makeBase(bench: Bench): Promise<string> {
  const folder = join(bench.folder, 'base')
  const discord = bench.discord()
  const opened = await bench.open(discord)
  const subject = bench.subject({ kind: 'ours', ...opened, policies: bench.policies, folder })
  await subject.ask('ready', null)
  await discord.ask('ready', { house: opened.house, duty: true })
  await discord.ask('answers', { house: opened.house, times: 1, worrying: true })
  await subject.ask('idle', null)
  await subject.ask('stop', null)
  await subject.end()
  await discord.end()
  return folder
}

async function openOld(bench: Bench, discord: Discord, base: string, history: History): Promise<Old> {
  const folder = join(bench.folder, `history-${history.closed}`)
  await mkdir(folder, { recursive: true })
  await cp(join(base, 'keys'), join(folder, 'keys'), { recursive: true })
  const begun = performance.now()
  await withHistory(join(base, 'huisbot.db'), join(folder, 'huisbot.db'), history, bench.now())
  bench.progress(
    `${history.closed + history.open} flags made in ${Math.round((performance.now() - begun) / 1_000)} s`,
  )
  const opened = await bench.open(discord)
  const subject = bench.subject({ kind: 'ours', ...opened, policies: bench.policies, folder })
  await subject.ask('ready', null)
  // Sam is on duty since the base was made.
  await discord.ask('ready', { house: opened.house, duty: false })
  const { rows } = await subject.ask('facts', null)
  must(rows === history.closed + history.open + 1, `there are ${rows} flags`)
  return { opened, subject, rounds: [] }
}

async function round(discord: Discord, { opened, rounds }: Old, times: number, keep: boolean): Promise<void> {
  const measured = await discord.ask('queue', { house: opened.house, times })
  if (keep) rounds.push(measured)
}

async function faultless({ subject }: Old): Promise<void> {
  await subject.ask('idle', null)
  const { errors } = await subject.ask('facts', null)
  must(errors.length === 0, `there were errors: ${errors[0]}`)
}

const of = ({ rounds }: Old, act: (typeof ACTS)[number]): readonly number[] =>
  rounds.map((one) => median(one[act]))

async function run(bench: Bench) {
  const base = await makeBase(bench)
  const discord = bench.discord()
  const empty = await openOld(bench, discord, base, { closed: 0, open: 0 })
  const full = await openOld(bench, discord, base, FULL)
  for (const one of [empty, full]) await round(discord, one, 30, false)
  for (let n = 0; n < bench.rounds; n++) {
    for (const one of n % 2 === 0 ? [empty, full] : [full, empty]) await round(discord, one, 30, true)
    bench.progress(`round ${n + 1} of ${bench.rounds}`)
  }
  for (const one of [empty, full]) await faultless(one)
  const note = `${FULL.closed.toLocaleString('en-US')} closed flags and ${FULL.open.toLocaleString('en-US')} open, beside none; ${30 * bench.rounds} times each`
  return { figures: ACTS.map((act) => figureOf(`history-${act}`, of(full, act), of(empty, act), note)) }
}

export const history: Measure = {
  ids: ['history-card', 'history-claim', 'history-list'],
  seconds: { full: 150 },
  run,
}

async function plot(bench: Bench) {
  const base = await makeBase(bench)
  const curves = ACTS.map((act) => ({ name: `history-${act}`, points: [] as { x: number; y: number }[] }))
  for (const closed of SIZES) {
    const discord = bench.discord()
    const old = await openOld(bench, discord, base, { closed, open: Math.floor(closed / 100) })
    await round(discord, old, 20, false)
    for (let n = 0; n < bench.rounds; n++) await round(discord, old, 10, true)
    await faultless(old)
    for (const [n, act] of ACTS.entries()) curves[n]?.points.push({ x: closed, y: median(of(old, act)) })
    await old.subject.end()
    await discord.end()
    await rm(join(bench.folder, `history-${closed}`), { recursive: true, force: true })
  }
  return { figures: [], curves: { rows: curves satisfies readonly Curve[] } }
}

/** Queue latency by rows. */
export const rows: Measure = { ids: [], plot: 'rows', seconds: { full: 150 }, run: plot }
