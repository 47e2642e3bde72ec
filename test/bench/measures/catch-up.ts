import { join } from 'node:path'
import { documentedLimits } from '../../../src/practice/rest/limits.ts'
import type { Bench } from '../bench.ts'
import { moment } from '../child.ts'
import { short } from '../figures.ts'
import { figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'

const MISSED = 10_000
const PAGE = 100

/** In how many seconds so many requests are allowed, the first at once. */
const windows = (count: number, { most, perMs }: { most: number; perMs: number }): number =>
  ((Math.ceil(count / most) - 1) * perMs) / 1_000

/** The least time in which so many pages of each of so many channels can be asked for, in seconds. */
export function leastSeconds(pages: number, channels: number): number {
  const route = documentedLimits.routes?.find(
    ({ method, path }) => method === 'GET' && path === '/channels/{channel}/messages',
  )
  const { global } = documentedLimits
  must(route !== undefined && global !== undefined, 'the limits are not known')
  return Math.max(windows(pages, route), windows(pages * channels, global))
}

async function run(bench: Bench) {
  const discord = bench.discord()
  const opened = await bench.open(discord, { rateLimits: true })
  const folder = join(bench.folder, 'ours')
  const open = () => bench.subject({ kind: 'ours', ...opened, policies: bench.policies, folder })
  const first = open()
  await first.ask('ready', null)
  // Each channel gets its mark, after which everything is missed.
  await discord.ask('talk', { house: opened.house, messages: 40, atOnce: false })
  await first.ask('idle', null)
  await first.ask('stop', null)
  await first.end()

  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < bench.rounds; round++) {
    const marks = await discord.ask('newest', { house: opened.house })
    await discord.ask('talk', { house: opened.house, messages: MISSED, atOnce: false })
    const before = await discord.ask('pages', { house: opened.house })
    const subject = open()
    await subject.ask('ready', null)
    const took = moment()
    const after = await discord.ask('pages', { house: opened.house })
    const { errors } = await subject.ask('facts', null)
    must(errors.length === 0, `there were errors: ${errors[0]}`)
    must((await subject.ask('screened', null)) >= MISSED, 'not everything that was missed was screened')
    must(after.pages - before.pages >= MISSED / PAGE, 'not everything that was missed was read')
    const { readyAt } = await subject.ask('ready', null)
    ours.push((took - readyAt) / 1_000)
    await subject.ask('stop', null)
    await subject.end()

    const reader = bench.subject({
      kind: 'reader',
      ...opened,
      policies: bench.policies,
      folder: bench.folder,
    })
    await reader.ask('ready', null)
    const read = await reader.ask('read', {
      channels: opened.talkIds.map((id, n) => ({ id, upTo: marks[n] ?? '0' })),
    })
    must(read.messages === MISSED, `the reader read ${read.messages} messages`)
    bare.push(read.ms / 1_000)
    await reader.end()
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
  }
  const channels = opened.talkIds.length
  // One page more than there are: only a page with something known in it says that nothing more was missed.
  const least = leastSeconds(Math.floor(MISSED / PAGE / channels) + 1, channels)
  return {
    figures: [
      figureOf(
        'catch-up',
        ours,
        bare,
        `${MISSED.toLocaleString('en-US')} messages in ${channels} channels; the limits alone take ${short(least)} s`,
      ),
    ],
  }
}

export const catchUp: Measure = { ids: ['catch-up'], seconds: { full: 300 }, run }
