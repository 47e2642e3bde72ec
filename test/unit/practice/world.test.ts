import { request } from 'node:http'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startLocalDiscord } from '../../../src/practice/local-discord.ts'
import { limitsOfTheCheck } from '../../support/practice/spec-check.ts'
import { setStage, testHouse } from '../../support/practice/bot.ts'

it('the same seed gives the same ids, so that a practice house can be opened again', async () => {
  const [one, other] = [
    await startLocalDiscord({ seedGuild: testHouse }),
    await startLocalDiscord({ seedGuild: testHouse }),
  ]
  const idsOf = ({ world, guildId, botId }: typeof one) => [
    guildId,
    botId,
    ...world.channelNames().map((name) => world.channel(name).id),
    ...world
      .memberNames()
      .filter((name) => name !== 'Huisbot')
      .map((name) => world.member(name).id),
  ]
  expect(idsOf(one)).toEqual(idsOf(other))
  expect(new Set(idsOf(one)).size).toBe(idsOf(one).length)
  await one.stop()
  await other.stop()
})

it('a seed or a test that names what is not there is told so by name', async () => {
  await expect(
    startLocalDiscord({
      seedGuild: { name: 'Huis', channels: [], members: [{ name: 'noor', roles: ['kok'] }] },
    }),
  ).rejects.toThrow('There is no role "kok" in Huis.')
  await using stage = await setStage()
  expect(() => stage.world.member('niemand')).toThrow('There is no member "niemand" in Testhuis.')
  expect(() => stage.world.channel('#nergens')).toThrow('There is no channel "#nergens" in Testhuis.')
})

it('waiting in vain ends with what was waited for', async () => {
  await using stage = await setStage()
  const waiting = stage.world.until(() => false, { within: 30, what: 'a card in #wachtrij' })
  await expect(waiting).rejects.toThrow('Waited 30 ms in vain for: a card in #wachtrij')
})

it('a transcript shows who said what, which buttons there are, and who sees what is hidden', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const { world } = stage
  await world.member('noor').says('#algemeen', 'eerste regel\ntweede regel')
  const channel = await client.channels.fetch(world.channel('algemeen').id)
  if (channel?.isSendable() !== true) throw new Error('A text channel was expected.')
  await client.rest.post(`/channels/${channel.id}/messages`, {
    body: {
      embeds: [{ title: 'Kaart', fields: [{ name: 'Niveau', value: 'geel' }] }],
      components: [
        { type: 1, components: [{ type: 2, style: 1, label: 'Neem op', custom_id: 'a' }] },
        {
          type: 1,
          components: [
            { type: 3, custom_id: 's', placeholder: 'Kies', options: [{ label: 'Ja', value: 'j' }] },
          ],
        },
      ],
    },
  })
  const lines = world
    .transcript('#algemeen')
    .split('\n')
    .map((line) => line.replace(/^\d\d:\d\d:\d\d/, '··').trim())
  expect(lines).toEqual([
    '·· Noor: eerste regel',
    'tweede regel',
    '·· Huisbot: Kaart',
    'Niveau',
    'geel',
    '[Neem op] {Kies: Ja}',
  ])
})

it('a bot that is killed in the middle of a request leaves nothing behind', async () => {
  await using stage = await setStage()
  const { port } = new URL(stage.discord.api)
  const path = `/api/v10/channels/${stage.world.channel('algemeen').id}/messages`
  const headers = {
    authorization: `Bot ${stage.discord.token}`,
    'content-type': 'application/json',
    'content-length': 500,
  }
  await new Promise<void>((resolve) => {
    const half = request({ host: '127.0.0.1', port, method: 'POST', path, headers })
    half.on('error', () => resolve())
    half.write('{"content":"half een be')
    setImmediate(() => half.destroy(new Error('killed')))
  })
  await stage.world.member('noor').says('#algemeen', 'het huis staat nog')
  expect(
    stage.world
      .channel('algemeen')
      .messages()
      .map((one) => one.content),
  ).toEqual(['het huis staat nog'])
})

it('a session that nobody remembers is invalid, and nothing goes before identifying', async () => {
  await using stage = await setStage()
  const url = `${stage.discord.api.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`
  const talk = (first: object) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(url)
      socket.on('message', (raw: Buffer) => {
        const { op, d } = JSON.parse(raw.toString('utf8')) as { op: number; d: unknown }
        if (op === 10) socket.send(JSON.stringify(first))
        else {
          resolve(`op ${op} ${JSON.stringify(d)}`)
          socket.terminate()
        }
      })
      socket.on('close', (code) => resolve(`closed ${code}`))
    })
  const resume = { token: stage.discord.token, session_id: 'onbekend', seq: 5 }
  expect(await talk({ op: 6, d: resume })).toBe('op 9 false')
  expect(await talk({ op: 1, d: null })).toBe('op 11 null')
  expect(await talk({ op: 3, d: {} })).toBe('closed 4003')
  expect(await talk({ op: 'x' })).toBe('closed 4002')
  expect(await talk({ op: 99, d: {} })).toBe('closed 4003')
})

it('the check of the published description sees what does not fit, and says what it cannot see', async () => {
  await using stage = await setStage()
  stage.spec.onRest({ method: 'GET', path: '/users/@me', body: undefined, status: 200, response: { id: 1 } })
  stage.spec.onRest({
    method: 'POST',
    path: '/channels/1/messages',
    body: { content: 5 },
    status: 200,
    response: {},
  })
  stage.spec.onRest({
    method: 'DELETE',
    path: '/channels/1/messages/2',
    body: undefined,
    status: 200,
    response: {},
  })
  stage.spec.onRest({ method: 'GET', path: '/guilds/1/emojis', body: undefined, status: 200, response: [] })
  stage.spec.onDispatch({ t: 'MESSAGE_CREATE', s: 1, d: { content: 'x' } })
  stage.spec.onDispatch({ t: 'MESSAGE_DELETE', s: 2, d: {} })
  const violations = stage.spec.violations().join('\n')
  expect(violations).toContain('GET /users/@me answer 200: id')
  expect(violations).toContain('POST /channels/{id}/messages request: content')
  expect(violations).toContain(
    'DELETE /channels/{id}/messages/{id} answer: 200 has no body in the description',
  )
  expect(violations).toContain('MESSAGE_CREATE message')
  expect(stage.spec.unchecked()).toEqual([
    'GET /guilds/1/emojis: no such route in the table of the check.',
    'MESSAGE_DELETE: the published description has no schema for any part of it.',
  ])
  expect(limitsOfTheCheck.length).toBeGreaterThan(0)
})

it('a transcript shows names where a message holds ids', async () => {
  await using stage = await setStage()
  const { world } = stage
  const noor = world.member('noor')
  await noor.says(
    '#algemeen',
    `hey <@${world.member('sam').id}>, zie <#${world.channel('#gaming').id}> om <t:1795512294:R>`,
  )
  expect(world.transcript('#algemeen')).toMatch(/hey @Sam, zie #gaming om \d\d:\d\d$/)
})
