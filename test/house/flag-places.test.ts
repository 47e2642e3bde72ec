import { expect, test } from 'vitest'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { policyWith, REPORTS } from '../support/policy.ts'

/** It would be found by rules of worry, harm and conduct alike. */
const WORST = 'ik wil dood, ik steek u neer, wat zijt gij een kankerlijer'

const withPlaces = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  everyone: [
    'ViewChannel',
    'SendMessages',
    'ReadMessageHistory',
    'AttachFiles',
    'EmbedLinks',
    'CreatePublicThreads',
    'CreatePrivateThreads',
    'SendMessagesInThreads',
    'UseApplicationCommands',
  ],
  channels: [
    ...seed.channels,
    { name: 'klein-groepje', type: 'private', readers: ['Jeugdwerker'] },
    { name: 'ideeen', type: 'forum' },
    {
      name: 'teamforum',
      type: 'forum',
      overwrites: [
        { role: '@everyone', deny: ['ViewChannel'] },
        { role: 'Jeugdwerker', allow: ['ViewChannel'] },
        { role: '@bot', allow: ['ViewChannel'] },
      ],
    },
  ],
})
const openPlaces = (): Promise<TestHouse> => openHouse({ seed: withPlaces })
const flags = (house: TestHouse) => house.bot().desk.db.flag.findMany({ orderBy: { createdAt: 'asc' } })

/** Each place that is never read, and how somebody says something there. */
const NEVER: Readonly<Record<string, (house: TestHouse) => Promise<unknown>>> = {
  'a private thread': (house) => {
    const noor = house.world.member('noor')
    return noor.says(noor.opensThread('#algemeen', 'onder ons', { isPrivate: true }), WORST)
  },
  'a private thread that the bot is in': (house) => {
    const noor = house.world.member('noor')
    const thread = noor.opensThread('#algemeen', 'met de bot', { isPrivate: true })
    noor.brings(thread, 'huisbot')
    return noor.says(thread, WORST)
  },
  'a direct message with the bot': (house) => house.world.member('noor').dms(WORST),
  'a staff channel': (house) => house.world.member('sam').says('#team', WORST),
  'the queue': (house) => house.world.member('fatima').says('#wachtrij', WORST),
  'a thread of a staff channel': async (house) => {
    const sam = house.world.member('sam')
    const from = await sam.says('#team', 'even apart')
    return sam.says(sam.opensThread('#team', 'apart', { from }), WORST)
  },
  'a channel that not everybody sees and that the policy does not name': (house) =>
    house.world.member('sam').says('#klein-groepje', WORST),
  'a thread of such a channel': async (house) => {
    const sam = house.world.member('sam')
    const from = await sam.says('#klein-groepje', 'even apart')
    return sam.says(sam.opensThread('#klein-groepje', 'apart', { from }), WORST)
  },
  'a post of a forum that not everybody sees': async (house) =>
    house.world.member('sam').postsIn('#teamforum', WORST, WORST),
  'a webhook': async (house) => {
    const { id, token } = house.world.admin().createsWebhook('#algemeen', 'nieuws')
    await fetch(`${house.discord.api}/v10/webhooks/${id}/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: WORST, allowed_mentions: { parse: [] } }),
    })
  },
  'the bot itself': (house) =>
    fetch(`${house.discord.api}/v10/channels/${house.world.channel('#algemeen').id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${house.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: WORST, allowed_mentions: { parse: [] } }),
    }),
}

for (const [place, say] of Object.entries(NEVER)) {
  test(`the worst sentence is never read in ${place}, nor when it is said while the bot is away`, async () => {
    const house = await openPlaces()
    await say(house)
    // Somebody says the same where it is read: what comes first is handled first, so nothing is still under way.
    await house.world.member('milan').says('#algemeen', `${WORST} hier`)
    await house.world.until(() => house.cards().length > 0)
    await house.bot().idle()
    expect((await flags(house)).map(({ authorId }) => authorId)).toEqual([house.world.member('milan').id])
    await house.stop()
    await say(house)
    await house.start()
    await house.bot().idle()
    expect(await flags(house)).toHaveLength(1)
  })
}

test('a public thread and a forum post are read: the first message, the title and the answers', async () => {
  const house = await openPlaces()
  const noor = house.world.member('noor')
  const from = await noor.says('#algemeen', 'wie doet mee?')
  const thread = noor.opensThread('#algemeen', 'meedoen', { from })
  await house.world.member('milan').says(thread, 'wat zijt gij een kankerlijer')
  await house.world.until(() => house.cards().length === 1)
  const post = house.world.member('lotte').postsIn('#ideeen', 'een idee', 'ik wil dood')
  await house.world.until(() => house.cards().length === 2)
  await house.world.member('yara').says(post, 'ik steek u neer')
  await house.world.until(() => house.cards().length === 3)
  house.world.member('ayoub').postsIn('#ideeen', 'gij vuile kankerlijer', 'zomaar')
  await house.world.until(() => house.cards().length === 4)
  await house.settled()
  const all = await flags(house)
  expect(all.map(({ channelId }) => channelId).slice(0, 3)).toEqual([thread, post, post])
  const words = await house.bot().desk.flags.words(all[3]?.houseId as never, all[3]?.id ?? '')
  expect(words).toBe('gij vuile kankerlijer\nzomaar')
})

test('what was said in a thread that was made while the bot was away is read, from its first message', async () => {
  const house = await openPlaces()
  await house.world.member('yara').says('#algemeen', 'dag allemaal')
  await house.settled()
  await house.pass(1)
  await house.stop()
  house.world.member('lotte').postsIn('#ideeen', 'een idee', 'ik wil dood')
  await house.start()
  await house.settled()
  expect(await flags(house)).toMatchObject([{ kind: 'worry', seenLate: true }])
})

test('a house that went to reports and back does not read what was said meanwhile', async () => {
  const house = await openPlaces()
  await house.world.member('yara').says('#algemeen', 'dag allemaal')
  await house.settled()
  await house.pass(1)
  await house.stop()
  await house.start({ policyFolder: await policyWith(REPORTS) })
  await house.world.member('lotte').says('#algemeen', 'ik wil dood')
  await house.settled()
  await house.stop()
  await house.start()
  await house.settled()
  expect(await flags(house)).toEqual([])
})
