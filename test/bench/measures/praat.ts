import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { at, median, short } from '../figures.ts'
import { figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'

const medians = (all: readonly (readonly number[])[]): readonly number[] => all.map((one) => median(one))
const p99 = (all: readonly (readonly number[])[]): string => short(at(all.flat(), 0.99))

async function run(bench: Bench) {
  const [warm, times] = bench.quick ? [30, 24] : [200, 150]
  const discord = bench.discord()
  const house = await bench.open(discord)
  const ours = bench.subject({
    kind: 'ours',
    ...house,
    policies: bench.policies,
    folder: join(bench.folder, 'ours'),
  })
  const bareHouse = await bench.open(discord)
  const bare = bench.subject({
    kind: 'bare',
    ...bareHouse,
    policies: bench.policies,
    folder: bench.folder,
    replies: true,
  })
  await Promise.all([ours.ask('ready', null), bare.ask('ready', null)])
  await discord.ask('ready', { house: house.house, duty: true })
  await discord.ask('ready', { house: bareHouse.house, duty: false })
  const ask = ({ house: number }: { house: number }, n: number): Promise<readonly number[]> =>
    discord.ask('praat', { house: number, times: n })
  for (const each of [house, bareHouse]) await ask(each, warm)
  const rounds = { ours: [] as (readonly number[])[], bare: [] as (readonly number[])[] }
  for (let round = 0; round < bench.rounds; round++) {
    const first = round % 2 === 0
    if (first) rounds.ours.push(await ask(house, times))
    rounds.bare.push(await ask(bareHouse, times))
    if (!first) rounds.ours.push(await ask(house, times))
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
  }

  // Afterwards, as counting costs time: no query before the answer, and a command that needs some shows that they are seen.
  await ours.ask('idle', null)
  await ours.ask('watchQueries', null)
  await ask(house, 20)
  const praatQueries = await ours.ask('queries', null)
  must(praatQueries.answers === 20, `of 20 answers ${praatQueries.answers} were seen`)
  must(praatQueries.most === 0, `${praatQueries.most} queries ran before the first answer of /praat`)
  await discord.ask('list', { house: house.house })
  must((await ours.ask('queries', null)).most > 0, 'queries are not seen, so that none was seen says nothing')
  const facts = await ours.ask('facts', null)
  must(facts.errors.length === 0, `there were errors: ${facts.errors[0]}`)

  return {
    figures: [
      figureOf(
        'praat',
        medians(rounds.ours),
        medians(rounds.bare),
        `${times * bench.rounds} times each; no query before the first answer; p99 ours ${p99(rounds.ours)} ms, bare ${p99(rounds.bare)} ms`,
      ),
    ],
  }
}

export const praat: Measure = { ids: ['praat'], seconds: { quick: 6, full: 25 }, run }
