import { expect, test } from 'vitest'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

const ASKS = 'notice: { requireBeforePosting: { role: Lid } }\n'

const pinned = (house: TestHouse) => {
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice is pinned')
  return notice
}
const press = (house: TestHouse, who: string, button = 'Ik heb dit gelezen') =>
  house.world.member(who).presses(pinned(house), button)
const rows = (house: TestHouse) => house.bot().desk.db.noticeRead.findMany()

/** A policy that gives the role "Lid" to whoever read the notice. */
async function policyThatAsks() {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'targetMinutes:', `${ASKS}targetMinutes:`)
  return policy
}
const withRole =
  (permissions: boolean, above = true) =>
  (seed: GuildSeed): GuildSeed => ({
    ...seed,
    roles: [...(seed.roles ?? []), { name: 'Lid' }],
    ...(permissions
      ? {
          bot: {
            ...seed.bot,
            permissions: [
              'ViewChannel',
              'SendMessages',
              'EmbedLinks',
              'ReadMessageHistory',
              'ManageMessages',
              'PinMessages',
              ...(above ? (['ManageRoles'] as const) : []),
            ],
          },
        }
      : {}),
  })

async function rolesOf(house: TestHouse, who: string): Promise<string[]> {
  const { id } = house.world.member(who)
  const guild = `/guilds/${house.discord.guildId}`
  const [member, roles] = await Promise.all([
    asBot(house.discord, 'GET', `${guild}/members/${id}`),
    asBot(house.discord, 'GET', `${guild}/roles`),
  ])
  const names = new Map((roles.json as { id: string; name: string }[]).map((role) => [role.id, role.name]))
  return (member.json as { roles: string[] }).roles.map((role) => names.get(role) ?? role)
}

test('"Ik heb dit gelezen" is written down once for each person, with the version, and thanked in private', async () => {
  const house = await openHouse()
  const before = pinned(house).content
  const thanks = await press(house, 'noor')
  expect(thanks.message?.ephemeral).toBe(true)
  expect(thanks.message?.words).toContain('Bedankt om dit te lezen.')
  const again = await press(house, 'noor')
  expect(again.message?.words).toContain('Dat zei je al op 25 november 2026')
  await press(house, 'milan')
  await house.settled()
  const read = await rows(house)
  expect(new Map(read.map(({ memberId, version }) => [memberId, version]))).toEqual(
    new Map(['noor', 'milan'].map((who) => [house.world.member(who).id, 1])),
  )
  expect(pinned(house).content).toBe(before)
  expect(pinned(house).edited).toBe(false)
})

test('who read it finds no button any more in the whole notice, but the day on which they said so', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const whole = await noor.presses(pinned(house), 'Alles lezen')
  const done = await noor.presses(whole, 'Ik heb dit gelezen')
  expect(done.kind).toBe('updated')
  expect(done.message?.words).toContain('Bedankt om dit te lezen.')
  expect(done.message?.words).toContain('Je zei op 25 november 2026 dat je dit las.')
  expect(JSON.stringify(done.message?.components)).not.toContain('Ik heb dit gelezen')
  expect(await rows(house)).toHaveLength(1)
})

test('the team can be told how many read it, and never who', async () => {
  const house = await openHouse()
  await press(house, 'noor')
  await press(house, 'milan')
  const { desk } = house.bot()
  const { id } = await desk.db.house.findFirstOrThrow()
  expect(await desk.noticeReads.readers(id as never, 1)).toEqual({ thisVersion: 2, earlierVersion: 0 })
  expect(await desk.noticeReads.readers(id as never, 2)).toEqual({ thisVersion: 0, earlierVersion: 2 })
  for (const name of house.world.channelNames()) {
    const said = house.world
      .channel(name)
      .messages()
      .map((message) => message.words)
    expect(said.join('\n')).not.toContain(house.world.member('noor').id)
  }
})

test('a new version asks again, says since when and what is new, and takes nothing away', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  await press(house, 'noor')
  await house.settled()
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
  const old = pinned(house)
  const kept = await house.world.member('milan').presses(old, 'Alles lezen')
  await policy.change(
    'notice.yaml',
    'version: 1',
    'version: 2\nsince: 2026-11-24\nnews: { nl: We lezen nu ook in gaming., en: We read gaming too., fr: On lit aussi gaming. }',
  )
  await house.stop()
  await house.start()
  expect(pinned(house).id).toBe(old.id)
  expect(pinned(house).content).toContain('**Nieuw sinds 24 november 2026:** We lezen nu ook in gaming.')
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
  expect(
    house.requests.filter(({ method, path }) => method === 'DELETE' && path.includes('/roles/')),
  ).toEqual([])
  // Milan still has the old text on his screen: what he did not see, he did not read.
  const outdated = await house.world.member('milan').presses(kept, 'Ik heb dit gelezen')
  expect(outdated.message?.words).toContain('Intussen is er een nieuwe versie')
  expect(outdated.message?.words).toContain('We lezen nu ook in gaming.')
  expect((await rows(house)).map(({ version }) => version)).toEqual([1])
  expect((await press(house, 'noor')).message?.words).toContain('Bedankt om dit te lezen.')
  expect((await rows(house)).map(({ version }) => version)).toEqual([2])
})

test('a house that requires it before the first post gives the role to whoever reads it, and to nobody else', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  const thanks = await press(house, 'noor')
  expect(thanks.message?.words).toContain('Je krijgt nu de rol Lid')
  await house.settled()
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
  expect(await rolesOf(house, 'milan')).toEqual([])
  // Where everybody may write anyhow, nothing is required: the log says so.
  expect(house.log.join('\n')).toMatch(
    /"channels":\[[^\]]*"algemeen"[^\]]*\].*without having read the notice/,
  )
})

test('a house that does not ask for it gives nobody a role', async () => {
  const house = await openHouse({ seed: withRole(true) })
  await press(house, 'noor')
  await house.settled()
  expect(house.requests.filter(({ path }) => path.includes('/roles/'))).toEqual([])
})

test('a role that was given, but of which the answer was lost, is given once more and harms nothing', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  house.discord.faults.rest({
    seed: 3,
    lostAnswers: 1,
    until: 1,
    routes: (method, path) => method === 'PUT' && path.includes('roles'),
  })
  await press(house, 'noor')
  await house.pass(2)
  await house.pass(2)
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
  const given = house.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/roles/'))
  expect(given.length).toBeGreaterThan(1)
  expect(await house.bot().desk.outbox.pending()).toBe(0)
})

test('a role that was wanted before a restart is given after it', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  house.discord.faults.rest({
    seed: 3,
    status5xx: 1,
    routes: (method, path) => method === 'PUT' && path.includes('roles'),
  })
  await press(house, 'noor')
  await house.settled()
  expect(await rolesOf(house, 'noor')).toEqual([])
  await house.stop()
  house.discord.faults.rest()
  await house.start()
  await house.pass(2)
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
})

test('who deletes their own data is forgotten, keeps the role, and can say it again', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  const noor = house.world.member('noor')
  await press(house, 'noor')
  await house.settled()
  const mine = await noor.runs('/mijn-gegevens')
  const ask = await noor.presses(mine, 'Wis mijn gegevens')
  await noor.presses(ask, 'Ja, wis het nu')
  expect(await rows(house)).toEqual([])
  expect(await rolesOf(house, 'noor')).toEqual(['Lid'])
  await press(house, 'noor')
  expect(await rows(house)).toHaveLength(1)
})

test('after the time that the policy says it is forgotten by itself, and the wish for the role sooner', async () => {
  const policy = await policyThatAsks()
  const house = await openHouse({ policyFolder: policy.folder, seed: withRole(true) })
  await press(house, 'noor')
  await house.settled()
  await house.pass(11)
  const { db } = house.bot().desk
  expect(JSON.stringify(await db.outboxTarget.findMany())).not.toContain(house.world.member('noor').id)
  expect(await rows(house)).toHaveLength(1)
  await house.pass((house.policy.house.retention.auditIdsDays + 1) * 1_440)
  expect(await rows(house)).toEqual([])
})

test.each([
  ['no such role', (seed: GuildSeed) => seed, 'Lid', 'Die rol bestaat niet op deze server'],
  ['no permission to give it', withRole(true, false), 'Lid', 'mist daarvoor het recht Rollen beheren'],
  ['a role that Discord gives out itself', withRole(true), 'Huisbot', 'Discord laat niemand die rol geven'],
] as const)(
  'a house that asks for a role, with %s: it opens, the team is told what to do, and who reads the notice too',
  async (_what, seed, role, says) => {
    const policy = await copyOfPolicy()
    await policy.change('house.yaml', 'targetMinutes:', `${ASKS.replace('Lid', role)}targetMinutes:`)
    const house = await openHouse({ policyFolder: policy.folder, seed })
    const told = house.world.channel('#wachtrij').messages()
    expect(told.map(({ content }) => content).join()).toContain(says)
    expect(house.log.join('')).toContain(says)
    const thanks = await press(house, 'noor')
    expect(thanks.message?.words).toContain(`De bot kan je de rol ${role} nu niet geven.`)
    expect(await rows(house)).toHaveLength(1)
  },
)
