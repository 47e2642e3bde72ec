/** What the audit must tell of a flag to be called complete: played again, it gives the row. */

export interface AuditRow {
  readonly id: number
  readonly flagId: string | null
  readonly act: string
  readonly actorId: string | null
  readonly fromState: string | null
  readonly toState: string | null
  /** JSON. */
  readonly codes: string
}
export interface FlagState {
  readonly state: string
  readonly version: number
  readonly ownerId: string | null
  readonly level: string
  readonly outcome: string | null
}

/** Lines beside the life of the row: they change nothing in it. */
const BESIDE: ReadonlySet<string> = new Set([
  'shown',
  'answered',
  'recorded',
  'printed',
  'received',
  'practised',
  'held',
  'hold-ended',
])
/** Whoever decides what nobody took takes it. */
const TAKES: ReadonlySet<string> = new Set(['closed', 'proposed'])
/** Acts after which a closed flag waits for people again, and nobody has it. */
const OPENS: ReadonlySet<string> = new Set(['reopened', 'objected'])

/** What the lines tell. */
export interface Told extends Omit<FlagState, 'ownerId'> {
  /** Who may have it: within the minute after a closing the audit does not tell taking back from turning back. */
  readonly owners: readonly (string | null)[]
}

/**
 * Plays the lines of one flag, oldest first.
 *
 * @returns how the row must look; undefined where a line does not follow from the one before it
 */
export function replay(lines: readonly AuditRow[]): Told | undefined {
  let now: Told | undefined
  for (const [index, line] of lines.entries()) {
    const codes = JSON.parse(line.codes) as Readonly<Record<string, string>>
    if (now === undefined) {
      if (line.act !== 'raised' || line.toState !== 'open') return undefined
      now = { state: 'open', version: 1, owners: [null], level: codes['level'] ?? '', outcome: null }
      continue
    }
    if (BESIDE.has(line.act)) continue
    if (line.fromState !== now.state || line.toState === null) return undefined
    now = {
      state: line.toState,
      version: now.version + 1,
      owners: ownersAfter(now, line, codes, lines[index + 1]),
      level: line.act === 'level' ? (codes['to'] ?? '') : (codes['level'] ?? now.level),
      outcome:
        line.toState !== 'closed' ? null : line.act === 'closed' ? (codes['outcome'] ?? null) : now.outcome,
    }
  }
  return now
}

function ownersAfter(
  { state, owners }: Told,
  { act, actorId }: AuditRow,
  codes: Readonly<Record<string, string>>,
  next: AuditRow | undefined,
): readonly (string | null)[] {
  const orTakes = owners.map((owner) => owner ?? actorId)
  if (act === 'claimed') return [actorId]
  // Who received it stands in the line beside.
  if (act === 'passed') return next?.act === 'received' ? [next.actorId] : []
  if (act === 'released') return [null]
  if (TAKES.has(act)) return orTakes
  if (OPENS.has(act) && state === 'closed') return [null]
  if (act === 'undone') return codes['by'] === 'second' ? [actorId, ...orTakes] : orTakes
  return owners
}

/** Whether the row is what the audit tells. */
export function isAudited(row: FlagState, lines: readonly AuditRow[]): boolean {
  const told = replay(lines)
  return (
    told !== undefined &&
    told.state === row.state &&
    told.version === row.version &&
    told.owners.includes(row.ownerId) &&
    told.level === row.level &&
    told.outcome === row.outcome
  )
}
