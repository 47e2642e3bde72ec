import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import { expect, it } from 'vitest'
import { startLocalDiscord } from '../../../src/practice/local-discord.ts'
import { manyGuilds } from '../../../src/practice/seed.ts'
import { setStage } from '../../support/practice/bot.ts'

/**
 * The figures of `npm run bench:local` are 30,000 messages a second and 2,500 guilds in a second. These bounds are far
 * below them: they hold on a busy machine, with the client in the same process, and break when something became slow.
 */
const messagesASecond = 4_000
const millisecondsFor2500Guilds = 8_000

it('a flood of twenty thousand messages reaches one client whole and in order, thousands a second', async () => {
  const discord = await startLocalDiscord()
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api: discord.api },
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
  })
  const ready = new Promise<void>((resolve) => void client.once(Events.ClientReady, () => resolve()))
  await client.login(discord.token)
  await ready
  let inOrder = 0
  client.on(Events.MessageCreate, (message) => {
    if (message.content === `bericht ${inOrder}`) inOrder += 1
  })
  const noor = discord.world.member('noor')
  const begun = performance.now()
  for (let n = 0; n < 20_000; n++) await noor.says('#algemeen', `bericht ${n}`)
  await discord.world.until(() => inOrder === 20_000, { within: 15_000, what: 'the whole flood' })
  const rate = 20_000 / ((performance.now() - begun) / 1_000)
  await client.destroy()
  await discord.stop()
  expect(rate).toBeGreaterThan(messagesASecond)
})

it('a bot of 2,500 guilds is greeted by all of them in seconds', async () => {
  await using stage = await setStage({ guilds: manyGuilds(2_499) })
  const begun = performance.now()
  const client = await stage.connect({ intents: [GatewayIntentBits.Guilds] })
  expect(performance.now() - begun).toBeLessThan(millisecondsFor2500Guilds)
  expect(client.guilds.cache.filter((guild) => guild.available).size).toBe(2_500)
  expect(client.channels.cache.size).toBeGreaterThanOrEqual(2_500)
})
