import { expect, test } from 'vitest'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { openHouse, type TestHouse, type TestHouseOptions } from '../support/house.ts'
import { ALWAYS, type Change, HOLDS_INSULTS, policyWith, REPORTS } from '../support/policy.ts'

const ALERTS: Change = {
  file: 'house.yaml',
  from: 'queue: wachtrij',
  to: 'queue: wachtrij\n  automodAlerts: alarmen',
}
const BLOCKS: Change = { ...ALWAYS, to: 'hold: { when: always, byDiscord: true }' }

/** A word that stands in no saying and no second rule. */
const INSULT = 'teringlijer'
const CRY = 'ik wil dood'

type Powers = NonNullable<NonNullable<GuildSeed['bot']>['permissions']>
const POWERS: Powers = ['ManageGuild', 'ViewAuditLog']

const withPowers =
  (powers: Powers) =>
  (seed: GuildSeed): GuildSeed => ({
    ...seed,
    bot: {
      ...seed.bot,
      permissions: [
        'ViewChannel',
        'SendMessages',
        'EmbedLinks',
        'ReadMessageHistory',
        'ManageMessages',
        'PinMessages',
        'AddReactions',
        'CreatePrivateThreads',
        'SendMessagesInThreads',
        ...powers,
      ],
    },
    channels: [...seed.channels, { name: 'alarmen', type: 'private' }],
  })

async function openReports(
  changes: readonly Change[] = [],
  powers: Powers = POWERS,
  options: TestHouseOptions = {},
): Promise<TestHouse> {
  const house = await openHouse({
    ...options,
    policyFolder: await policyWith(REPORTS, ALERTS, ...changes),
    seed: withPowers(powers),
  })
  await house.settled()
  return house
}

interface Rule {
  readonly id: string
  readonly name: string
  readonly creator_id: string
  readonly trigger_metadata: { readonly keyword_filter?: string[]; readonly presets?: number[] }
  readonly actions: readonly {
    readonly type: number
    readonly metadata: { readonly custom_message?: string }
  }[]
  readonly exempt_channels: readonly string[]
}
async function rest(house: TestHouse, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${house.discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${house.discord.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}
const rulesOf = async (house: TestHouse): Promise<Rule[]> =>
  (await rest(house, 'GET', `/guilds/${house.discord.guildId}/auto-moderation/rules`)) as Rule[]
const writes = (house: TestHouse): number =>
  house.requests.filter(({ method, path }) => method !== 'GET' && path.includes('auto-moderation')).length
const flags = (house: TestHouse) => house.bot().desk.db.flag.findMany({ include: { findings: true } })
const untilFlag = (house: TestHouse, cards = 1) => house.world.until(() => house.cards().length === cards)
const alerts = (house: TestHouse) => house.world.channel('#alarmen').messages()

test('the filters are made from the agreements: worry and Discord’s own lists only tell, nothing pauses anybody', async () => {
  const house = await openReports()
  const rules = await rulesOf(house)
  expect(rules.map(({ name }) => name)).toContain('Huisbot: zorg')
  expect(rules.map(({ name }) => name)).toContain('Huisbot: woordenlijst van Discord')
  expect(rules.flatMap(({ actions }) => actions.map(({ type }) => type)).every((type) => type === 2)).toBe(
    true,
  )
  expect(rules.find(({ name }) => name === 'Huisbot: zorg')?.trigger_metadata.keyword_filter).toContain(CRY)
})

test('where the house lets Discord hold back, only what a rule says with hold is blocked, with the way to object', async () => {
  const house = await openReports([HOLDS_INSULTS, BLOCKS])
  const rules = await rulesOf(house)
  const block = rules.filter(({ actions }) => actions.some(({ type }) => type === 1))
  expect(block.map(({ name }) => name)).toEqual(['Huisbot: tegenhouden'])
  expect(block[0]?.trigger_metadata.keyword_filter).not.toContain(CRY)
  const said = block[0]?.actions[0]?.metadata.custom_message ?? ''
  expect(said).toContain('/bezwaar')
  expect(said.length).toBeLessThanOrEqual(150)
})

test('a cry for help brings a person at once, and the alert with its words is gone once the flag is stored', async () => {
  const house = await openReports()
  await house.world.member('lotte').says('#algemeen', CRY)
  await untilFlag(house)
  await house.world.until(() => alerts(house).length === 0)
  const [flag, ...more] = await flags(house)
  expect(more).toEqual([])
  expect(flag).toMatchObject({ kind: 'worry', source: 'automod', words: null })
  expect(
    house.world
      .channel('#algemeen')
      .messages()
      .map(({ content }) => content),
  ).toEqual([CRY])
  const show = await house.world.member('fatima').presses(house.cards()[0] as never, 'Toon')
  expect(show.message?.words).toContain('De bot heeft geen tekst van dit bericht')
})

test('a message that two filters see is one flag, and worry wins', async () => {
  const house = await openReports()
  await house.world.member('lotte').says('#algemeen', `${INSULT} ${CRY}`)
  await untilFlag(house)
  await house.world.until(() => alerts(house).length === 0)
  const [flag, ...more] = await flags(house)
  expect(more).toEqual([])
  expect(flag?.kind).toBe('worry')
})

test('a blocked message is one flag without a message, and counts as held back', async () => {
  const house = await openReports([HOLDS_INSULTS, BLOCKS])
  await expect(
    house.world.member('milan').says('#algemeen', `wat een ${INSULT} zijt gij`),
  ).rejects.toMatchObject({
    code: 200000,
  })
  await untilFlag(house)
  const [flag, ...more] = await flags(house)
  expect(more).toEqual([])
  expect(flag).toMatchObject({ kind: 'conduct', category: 'harassment', messageId: null, words: null })
  expect(flag?.subjectKey).toMatch(/^automod:\d+:\d+:\d+:\d+$/)
  const counted = await house.bot().desk.db.dailyCount.findFirst({ where: { name: 'blocked' } })
  expect(counted?.count).toBe(1)
})

test('what a filter of the house itself sees is left to the house, and its rules are never touched', async () => {
  const house = await openHouse({
    policyFolder: await policyWith(REPORTS, ALERTS),
    seed: withPowers(POWERS),
  })
  await house.stop()
  const path = `/guilds/${house.discord.guildId}/auto-moderation/rules`
  const own = { event_type: 1, trigger_type: 1, actions: [{ type: 1 }], enabled: true }
  // Made by the bot’s account but not named by it: as good as somebody else’s.
  const foreign = (await rest(house, 'POST', path, {
    ...own,
    name: 'Van het huis',
    trigger_metadata: { keyword_filter: ['zebrafluit'] },
  })) as Rule
  await house.start()
  await house.settled()
  expect((await rulesOf(house)).find(({ id }) => id === foreign.id)).toEqual(foreign)
  await expect(house.world.member('milan').says('#algemeen', 'zebrafluit')).rejects.toMatchObject({
    code: 200000,
  })
  await house.world.member('lotte').says('#algemeen', CRY)
  await untilFlag(house)
  expect(await flags(house)).toHaveLength(1)
})

test('with no room left, the house’s own filters stay and the cry for help gets the last place', async () => {
  const house = await openHouse({
    policyFolder: await policyWith(REPORTS, ALERTS),
    seed: withPowers(POWERS),
  })
  await house.stop()
  const path = `/guilds/${house.discord.guildId}/auto-moderation/rules`
  for (const rule of await rulesOf(house)) await rest(house, 'DELETE', `${path}/${rule.id}`)
  for (let index = 0; index < 5; index++) {
    await rest(house, 'POST', path, {
      event_type: 1,
      trigger_type: 1,
      actions: [{ type: 1 }],
      enabled: true,
      name: `Van het huis ${index}`,
      trigger_metadata: { keyword_filter: [`woord${index}`] },
    })
  }
  await house.start()
  await house.settled()
  const names = (await rulesOf(house)).map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('Van het huis'))).toHaveLength(5)
  expect(names).toContain('Huisbot: zorg')
  expect(names.filter((name) => name.startsWith('Huisbot: afspraken'))).toEqual([])
})

test('a restart writes nothing when all stands as agreed; killed between making and noting it makes nothing twice', async () => {
  const house = await openReports()
  const before = await rulesOf(house)
  const written = writes(house)
  await house.stop()
  await house.start()
  await house.settled()
  expect(writes(house)).toBe(written)
  const { db, outbox } = house.bot().desk
  await db.outboxTarget.updateMany({
    where: { kind: 'automod-rule' },
    data: { doneVersion: 0, nextTry: new Date(0) },
  })
  outbox.announce()
  await house.settled()
  expect(await rulesOf(house)).toEqual(before)
})

test('a filter that somebody changes or takes away is made true again, but one that is switched off stays off', async () => {
  const house = await openReports()
  const path = `/guilds/${house.discord.guildId}/auto-moderation/rules`
  const [worry] = await rulesOf(house)
  if (worry === undefined) throw new Error('no rule')
  await rest(house, 'PATCH', `${path}/${worry.id}`, {
    enabled: false,
    trigger_metadata: { keyword_filter: ['niets'] },
  })
  await house.world.until(() =>
    house.requests.some(({ method, path: to }) => method === 'PATCH' && to.includes(worry.id)),
  )
  await house.settled()
  const mended = (await rulesOf(house)).find(({ id }) => id === worry.id)
  expect(mended?.trigger_metadata.keyword_filter).toEqual(worry.trigger_metadata.keyword_filter)
  expect(mended).toMatchObject({ enabled: false })
  await rest(house, 'DELETE', `${path}/${worry.id}`)
  await house.world.until(() =>
    house.requests.some(
      ({ method, path: to, body }) =>
        method === 'POST' && to.endsWith('/rules') && JSON.stringify(body).includes(worry.name),
    ),
  )
  await house.settled()
  expect((await rulesOf(house)).filter(({ name }) => name === worry.name)).toHaveLength(1)
})

test('when the agreements change, the filters change with them; when the bot reads itself, its filters go', async () => {
  const house = await openReports()
  await house.stop()
  await house.start({
    policyFolder: await policyWith(REPORTS, ALERTS, {
      file: 'rules/threat.yaml',
      from: 'terms:',
      to: 'terms:\n      - zebrafluitbedreiging',
    }),
  })
  await house.settled()
  const words = (await rulesOf(house)).flatMap(
    ({ trigger_metadata: { keyword_filter = [] } }) => keyword_filter,
  )
  expect(words).toContain('zebrafluitbedreiging')
  await house.stop()
  await house.start({ policyFolder: await policyWith(ALERTS) })
  await house.settled()
  expect(await rulesOf(house)).toEqual([])
})

test('without the permission there are no filters, and that is said; reports by people go on', async () => {
  const house = await openReports([], ['ViewAuditLog'])
  expect(writes(house)).toBe(0)
  expect(house.log.join('\n')).toContain('no filters of Discord')
})

test('an alert channel that others see is not used', async () => {
  const house = await openHouse({
    policyFolder: await policyWith(REPORTS, ALERTS),
    seed: (seed) => {
      const planted = withPowers(POWERS)(seed)
      return {
        ...planted,
        channels: planted.channels.map((channel) =>
          channel.name === 'alarmen' ? { ...channel, readers: ['Moderator'] } : channel,
        ),
      }
    },
  })
  await house.settled()
  expect(await rulesOf(house)).toEqual([])
  expect(house.log.join('\n')).toContain('seen-by-others')
})

test('what a filter saw while the bot was away comes from the audit log: late, once, without a message', async () => {
  const house = await openReports()
  await house.world.member('yara').says('#algemeen', CRY)
  await untilFlag(house)
  await house.pass(1)
  await house.stop()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.start()
  await untilFlag(house, 2)
  await house.stop()
  await house.start()
  await house.settled()
  const late = (await flags(house)).filter(({ subjectKey }) => subjectKey.startsWith('automod:log:'))
  expect(late).toHaveLength(1)
  expect(late[0]).toMatchObject({ kind: 'worry', messageId: null, seenLate: true })
  expect(await flags(house)).toHaveLength(2)
})

test('a filter sees nothing in places that are never read, and what it sees in a private thread is nobody’s', async () => {
  const house = await openReports()
  const team = house.world.channel('#team').id
  for (const rule of await rulesOf(house)) expect(rule.exempt_channels).toContain(team)
  const noor = house.world.member('noor')
  const thread = noor.opensThread('#algemeen', 'onder ons', { isPrivate: true })
  await noor.says(thread, CRY)
  await house.world.until(() => alerts(house).length === 0)
  await house.settled()
  expect(await flags(house)).toEqual([])
})

test('no log holds the words that a filter saw', async () => {
  const house = await openReports()
  await house.world.member('lotte').says('#algemeen', `${CRY} paarsezebrafluit`)
  await untilFlag(house)
  await house.world.until(() => alerts(house).length === 0)
  expect(house.log.join('\n')).not.toContain('paarsezebrafluit')
})
