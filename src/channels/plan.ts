/**
 * What a limit does to a channel and how it is put back, apart from Discord: numbers and bits in, numbers and bits out.
 */

/** What a role (0) or a person or bot (1) may in a channel beside what their roles say; bits as Discord writes them. */
export interface Overwrite {
  readonly id: string
  readonly type: 0 | 1
  readonly allow: string
  readonly deny: string
}
/** One change of a shut channel: what stood there before (null: nothing), and what the bot sets. */
export interface Change {
  readonly before: Overwrite | null
  readonly set: Overwrite
}

interface ShutInput {
  /** What stands in the channel now. */
  readonly overwrites: readonly Overwrite[]
  /** The role of everybody. */
  readonly everyoneId: string
  /** The roles that go on writing. */
  readonly teamRoleIds: readonly string[]
  readonly botId: string
  /** Saying something, in the channel and in its threads. */
  readonly speak: bigint
  /** The same, with making threads: as much of it as the bot itself may, since it can take away nothing else. */
  readonly write: bigint
}

const NONE = { allow: '0', deny: '0' }

const withBits = (
  { overwrites }: Pick<ShutInput, 'overwrites'>,
  who: Pick<Overwrite, 'id' | 'type'>,
  change: (allow: bigint, deny: bigint) => readonly [allow: bigint, deny: bigint],
): Change | undefined => {
  const before = overwrites.find(({ id }) => id === who.id) ?? null
  const { allow, deny } = before ?? NONE
  const [nextAllow, nextDeny] = change(BigInt(allow), BigInt(deny))
  if (nextAllow === BigInt(allow) && nextDeny === BigInt(deny)) return undefined
  return { before, set: { ...who, allow: String(nextAllow), deny: String(nextDeny) } }
}

/**
 * Nobody but the team writes: refused to everybody, and what another role (such as that of who read the notice) was
 * given in this channel is taken back; the team and the bot are given it by name. Those who go on come first, so that
 * nobody of them is ever kept out in between.
 */
export const planShut = (input: ShutInput): readonly Change[] => {
  const { everyoneId, teamRoleIds, botId, speak, write } = input
  const keeps = (who: Pick<Overwrite, 'id' | 'type'>) =>
    withBits(input, who, (allow, deny) => [allow | speak, deny & ~speak])
  const others = input.overwrites.filter(
    ({ id, type }) => type === 0 && id !== everyoneId && !teamRoleIds.includes(id),
  )
  return [
    keeps({ id: botId, type: 1 }),
    ...teamRoleIds.map((id) => keeps({ id, type: 0 })),
    ...others.map(({ id, type }) => withBits(input, { id, type }, (allow, deny) => [allow & ~write, deny])),
    withBits(input, { id: everyoneId, type: 0 }, (allow, deny) => [allow & ~write, deny | write]),
  ].filter((change) => change !== undefined)
}

const same = (one: Overwrite | null | undefined, other: Overwrite | null | undefined): boolean => {
  if (one == null || other == null) return (one ?? null) === (other ?? null)
  return BigInt(one.allow) === BigInt(other.allow) && BigInt(one.deny) === BigInt(other.deny)
}

/** What is to be done about one thing of a channel: `act` is ours to do, `stands` needs nothing, `foreign` is somebody else's by now. */
export type Verdict = 'act' | 'stands' | 'foreign'

const verdict = (isWanted: boolean, isOurs: boolean): Verdict =>
  isWanted ? 'stands' : isOurs ? 'act' : 'foreign'

/** Before setting: what stands is as it was when it was decided. */
export const mayShut = ({ before, set }: Change, now: Overwrite | undefined): Verdict =>
  verdict(same(now, set), same(now, before))

/** Before putting back: what stands is what the bot set. */
export const mayOpen = ({ before, set }: Change, now: Overwrite | undefined): Verdict =>
  verdict(same(now, before), same(now, set))

/** The time between two messages: what it was, what the bot set (each time), what is wanted. */
export interface Slow {
  readonly before: number
  readonly set: readonly number[]
}

export const maySlow = ({ before, set }: Slow, seconds: number, now: number): Verdict =>
  verdict(now === seconds, now === before || set.includes(now))

export const maySpeed = ({ before, set }: Slow, now: number): Verdict =>
  verdict(now === before, set.includes(now))
