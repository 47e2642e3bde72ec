import { seedFor } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { agreementsOf } from './agreements.ts'
import { policyWith, type Change } from './policy.ts'
import type { TestHouse } from './house.ts'

/** More people of the house: the back-up, who is on call, and the one who answers for it. */
export const withTeam = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  members: [
    ...seed.members,
    { name: 'bert', roles: ['Achterwacht'] },
    { name: 'olga', roles: ['Oproep'] },
    { name: 'mieke', roles: ['Jeugdwerker'] },
  ],
})

const ON_CALL: Change = {
  file: 'house.yaml',
  from: '  backUp: Achterwacht\n',
  to: '  backUp: Achterwacht\n  onCall: Oproep\n',
}

/** The shipped policy with somebody on call, and with the responsible by her account, as her id is at that moment. */
export async function policyWithTeam(at: string, ...changes: readonly Change[]): Promise<string> {
  const first = await policyWith(ON_CALL)
  const seed = withTeam(seedFor((await agreementsOf(first)).policy))
  let clock = Date.parse(at)
  const discord = await startLocalDiscord({ seedGuild: seed, clock: { now: () => new Date((clock += 1)) } })
  const { id } = discord.world.member('mieke')
  await discord.stop()
  return policyWith(
    ON_CALL,
    {
      file: 'house.yaml',
      from: 'responsible: { name: Mieke Vandevoorbeeld }',
      to: `responsible: { name: Mieke Vandevoorbeeld, discordId: "${id}" }`,
    },
    ...changes,
  )
}

/** Lets time pass until a moment, stopping at everything that falls due on the way, as a bot that runs does. */
export async function until(
  house: TestHouse,
  iso: string,
  look: () => void = () => undefined,
): Promise<void> {
  const goal = Date.parse(iso)
  for (;;) {
    const { desk } = house.bot()
    const now = desk.now().getTime()
    const due = (await desk.timers.nextDue())?.getTime() ?? goal
    const next = Math.max(now, Math.min(goal, due))
    if (now >= goal) return
    await house.pass((next - now) / 60_000)
    look()
  }
}

/** What a person reads: names in place of ids, and what of it pings. */
export function readable(house: TestHouse, content: string): string {
  const { world, policy } = house
  const names = new Map<string, string>()
  for (const name of world.memberNames()) names.set(world.member(name).id, name)
  const { roles } = policy.house
  for (const name of [roles.backUp, roles.onCall]) {
    const role = name === undefined ? undefined : world.role(name)
    if (name !== undefined && role !== undefined) names.set(role.id, name)
  }
  return content
    .replaceAll(/<@&?(\d+)>/g, (_, id: string) => `@${names.get(id) ?? '?'}`)
    .replaceAll(/<t:(\d+):[a-zA-Z]>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1_000).toISOString().slice(0, 16).replace('T', ' '),
    )
    .replaceAll(/\[([A-Z0-9]{5})\]\(https?:[^)]*\)/g, '[…]')
}
