import { join } from 'node:path'
import type { Bench, Discord, Subject } from '../bench.ts'
import type { Opened } from '../discord/api.ts'
import { median, short } from '../figures.ts'
import { figureOf, type Measure } from '../measure.ts'
import { must } from '../measure-errors.ts'
import type { Heard, Kind } from '../subject/api.ts'

const KINDS = ['bare', 'bare-same-options', 'ours'] as const satisfies readonly Kind[]
const MEMBERS = 500

interface Contender {
  readonly opened: Opened
  readonly subject: Subject
  readonly rounds: Heard[]
}

/** A burst that waited at a dam: the bot never waits for Discord, whatever that can deliver. */
export async function burst(
  discord: Discord,
  { opened, subject }: Pick<Contender, 'opened' | 'subject'>,
  messages: number,
) {
  await subject.ask('idle', null)
  await subject.ask('expect', { messages })
  const heard = subject.ask('heard', null)
  await discord.ask('talk', { house: opened.house, messages, atOnce: true })
  return heard
}

/** Nothing was flagged of what was said, and the next thing that worries is: it was screened all the while. */
export async function screens(
  discord: Discord,
  { opened, subject }: Pick<Contender, 'opened' | 'subject'>,
): Promise<void> {
  await subject.ask('idle', null)
  const before = await subject.ask('facts', null)
  must(before.rows === 0, `${before.rows} messages were flagged, and none should be`)
  await discord.ask('answers', { house: opened.house, times: 3, worrying: true })
  await subject.ask('idle', null)
  const { rows, errors } = await subject.ask('facts', null)
  must(rows === 3, `of three messages that worry ${rows} were flagged`)
  must(errors.length === 0, `there were errors: ${errors[0]}`)
}

async function run(bench: Bench) {
  const messages = bench.quick ? 8_000 : 40_000
  const discord = bench.discord()
  const contenders: Record<string, Contender> = {}
  for (const kind of KINDS) {
    const opened = await bench.open(discord, { members: MEMBERS })
    const { api, token } = opened
    const subject = bench.subject({
      kind,
      api,
      token,
      policies: bench.policies,
      folder: join(bench.folder, kind),
    })
    await subject.ask('ready', null)
    contenders[kind] = { opened, subject, rounds: [] }
  }
  const of = (kind: (typeof KINDS)[number]): Contender => {
    const found = contenders[kind]
    must(found !== undefined, 'a contender is missing')
    return found
  }
  // Thrown away: by then everything is compiled, and every cache is as full as it gets.
  for (let n = 0; n < 2; n++) for (const kind of KINDS) await burst(discord, of(kind), messages)
  for (let round = 0; round < bench.rounds; round++) {
    for (const kind of KINDS) of(kind).rounds.push(await burst(discord, of(kind), messages))
    bench.progress(`round ${round + 1} of ${bench.rounds}`)
  }
  await screens(discord, of('ours'))
  const rates = (kind: (typeof KINDS)[number]): readonly number[] => of(kind).rounds.map(({ rate }) => rate)
  const processor = (kind: (typeof KINDS)[number]): string =>
    short(median(of(kind).rounds.map((one) => one.processor)))
  const note = (kind: (typeof KINDS)[number]): string =>
    `${messages.toLocaleString('en-US')} messages a round; processor for each: ours ${processor('ours')} µs, bare ${processor(kind)} µs`
  return {
    figures: [
      figureOf('receive', rates('ours'), rates('bare'), note('bare')),
      figureOf('receive-same-options', rates('ours'), rates('bare-same-options'), note('bare-same-options')),
    ],
  }
}

export const receive: Measure = {
  ids: ['receive', 'receive-same-options'],
  seconds: { quick: 15, full: 60 },
  run,
}
