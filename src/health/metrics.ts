import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Build } from './build.ts'
import type { Gauges } from './gauges.ts'
import { closed, LABELS, OTHER, statusClass } from './labels.ts'
import type { Meters } from './meters.ts'

/** What is read when somebody asks, and costs nothing in between. */
export interface Scraped {
  readonly received: number
  readonly heard: number
  readonly policyVersion: string
  /** Undefined when the database could not be asked. */
  readonly gauges: Gauges | undefined
  readonly trouble: string | undefined
  readonly ready: boolean
  readonly choresFailing: number
}

export interface Metrics {
  readonly meters: Meters
  /** The registry, for tests. */
  readonly registry: Registry
  /** The page for Prometheus. */
  page(): Promise<{ readonly type: string; readonly text: string }>
}

interface MetricsDeps {
  readonly build: Build
  /** The names of all commands: nothing else can stand in the label `command`. */
  readonly commands: readonly string[]
  readonly scrape: () => Promise<Scraped>
  /** Whether the process itself (memory, event loop) is measured too; off in tests that open many houses. */
  readonly process?: boolean
}

/** A registry of its own for each bot: two in one process do not add up. */
export function createMetrics({ build, commands, scrape, process: measured = true }: MetricsDeps): Metrics {
  const registry = new Registry()
  if (measured) collectDefaultMetrics({ register: registry, prefix: 'huisbot_' })
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `huisbot_${name}`, help, labelNames, registers })
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `huisbot_${name}`, help, labelNames, registers })

  const asked = counter('commands_total', 'What people asked the bot, by command and how it ended.', [
    'command',
    'answer',
  ])
  const flagged = counter('flags_total', 'Messages that were brought to a person.', [
    'kind',
    'level',
    'source',
  ])
  const decided = counter('decisions_total', 'Flags that a person closed, by outcome.', ['outcome'])
  const effects = counter(
    'effects_total',
    'Attempts to make Discord match a row, by kind and how it ended.',
    ['effect', 'end'],
  )
  const rest = counter('rest_answers_total', 'Answers of Discord to requests, by class of status.', [
    'status',
  ])
  const turns = counter('gateway_turns_total', 'Connections to Discord lost and found again.', ['turn'])
  const messages = counter('messages_total', 'Messages that Discord sent; heard are those that rules read.', [
    'what',
  ])
  const open = gauge('queue_open', 'Flags that are not closed, by level.', ['level'])
  const oldest = gauge(
    'queue_oldest_unclaimed_seconds',
    'Age of the oldest flag that nobody took; 0 when none.',
  )
  const pending = gauge('outbox_pending', 'Targets on Discord that are not up to date.')
  const failing = gauge('outbox_failing', 'Of those, the ones that failed at least once.')
  const forPeople = gauge(
    'outbox_for_people',
    'Of those, the ones that a person must mend (a right, a channel).',
  )
  const late = gauge('timers_late', 'Timers that are due for more than a minute.')
  const gaps = gauge('catch_up_gaps', 'Channels with messages that are still to be read.')
  const houses = gauge('houses', 'Servers that the database knows.')
  const ready = gauge('ready', '1 when /health/ready says yes.')
  const chores = gauge('chores_failing', 'Recurring work that did not work the last time.')
  const storing = gauge('storing_trouble', '1 for what keeps the bot from storing.', ['trouble'])
  const info = gauge('build_info', 'Always 1: what runs, and with which agreements.', [
    'version',
    'commit',
    'policy',
  ])

  const meters: Meters = {
    command: (name, answer) =>
      asked.inc({ command: closed(commands, name), answer: closed(LABELS.answer, answer) }),
    flagged: ({ kind, level, source }) =>
      flagged.inc({
        kind: closed(LABELS.kind, kind),
        level: closed(LABELS.level, level),
        source: closed(LABELS.source, source),
      }),
    decided: (outcome) => decided.inc({ outcome: closed(LABELS.outcome, outcome ?? OTHER) }),
    effect: (kind, end) => effects.inc({ effect: closed(LABELS.effect, kind), end: closed(LABELS.end, end) }),
    rest: (status) => rest.inc({ status: statusClass(status) }),
    connection: (turn) => turns.inc({ turn: closed(LABELS.turn, turn) }),
  }

  const takeOver = ({ received, heard, policyVersion, gauges, trouble, ...now }: Scraped): void => {
    messages.reset()
    messages.inc({ what: 'received' }, received)
    messages.inc({ what: 'heard' }, heard)
    info.reset()
    // The version of the agreements is a digest; anything else would be somebody's words.
    const policy = /^[\w.-]{1,64}$/.test(policyVersion) ? policyVersion : OTHER
    info.set({ version: build.version, commit: build.commit ?? 'unknown', policy }, 1)
    ready.set(now.ready ? 1 : 0)
    chores.set(now.choresFailing)
    for (const kind of LABELS.trouble) storing.set({ trouble: kind }, kind === trouble ? 1 : 0)
    // Of a database that cannot be asked nothing is said: an old figure would look like a quiet evening.
    for (const each of [open, oldest, pending, failing, forPeople, late, gaps, houses]) each.reset()
    if (gauges === undefined) {
      for (const each of [oldest, pending, failing, forPeople, late, gaps, houses]) each.set(Number.NaN)
      return
    }
    for (const level of LABELS.level) open.set({ level }, gauges.open[level])
    oldest.set(gauges.oldestUnclaimedSeconds)
    pending.set(gauges.pending)
    failing.set(gauges.failing)
    forPeople.set(gauges.forPeople)
    late.set(gauges.timersLate)
    gaps.set(gauges.gaps)
    houses.set(gauges.houses)
  }

  return {
    meters,
    registry,
    async page() {
      takeOver(await scrape())
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
