import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from './child.ts'
import type { DiscordApi, Opened } from './discord/api.ts'
import type { SubjectApi, SubjectInput } from './subject/api.ts'

const DISCORD = new URL('./discord/main.js', import.meta.url)
const SUBJECT = new URL('./subject/main.js', import.meta.url)
/** The day and hour at which everything is measured: the house of the shipped agreements is open. */
const WEDNESDAY_AFTERNOON = Date.parse('2026-11-25T13:00:00Z')

export type Discord = Child<DiscordApi>
export type Subject = Child<SubjectApi>

/** What a measure has at hand. What it starts is ended after it. */
export interface Bench {
  readonly quick: boolean
  readonly rounds: number
  /** A folder of this measure alone, gone after it. */
  readonly folder: string
  /** What the clocks of the bots and of their Discord show. */
  now(): number
  /** Where the shipped agreements stand. */
  readonly policies: string
  /** A local Discord, in a process of its own; several houses that know nothing of each other fit in it. */
  discord(): Discord
  /** A bot, ours or a bare one, in a process of its own. */
  subject(input: Omit<SubjectInput, 'aheadMs'>): Subject
  /** Opens a house in a local Discord. */
  open(discord: Discord, seed?: Parameters<DiscordApi['open']>[0]): Promise<Opened>
  /** Tells how far it is. */
  progress(what: string): void
}

export interface BenchOptions {
  readonly quick: boolean
  readonly rounds: number
  readonly policies: string
  readonly progress: (what: string) => void
}

const leaving = new Set<() => Promise<void>>()
/** Ends what is being measured and takes its files away, for a run that is broken off. */
export async function leave(): Promise<void> {
  for (const putAway of leaving) await putAway()
}

/** Hands a bench to a measure, and cleans up after it. */
export async function withBench<T>(options: BenchOptions, measure: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-bench-'))
  const children: { end(): Promise<void> }[] = []
  const aheadMs = WEDNESDAY_AFTERNOON - Date.now()
  const keep = <A extends object>(child: Child<A>): Child<A> => {
    children.push(child)
    return child
  }
  const bench: Bench = {
    ...options,
    folder,
    discord: () => keep(startChild<DiscordApi>(DISCORD, { policies: options.policies, aheadMs })),
    subject: (input) => keep(startChild<SubjectApi>(SUBJECT, { ...input, aheadMs }, ['--expose-gc'])),
    now: () => Date.now() + aheadMs,
    open: (discord, seed = {}) => discord.ask('open', seed),
  }
  const putAway = async (): Promise<void> => {
    for (const child of children) await child.end()
    await rm(folder, { recursive: true, force: true })
  }
  leaving.add(putAway)
  try {
    return await measure(bench)
  } finally {
    leaving.delete(putAway)
    await putAway()
  }
}
