import { PermissionFlagsBits } from 'discord.js'
import type { PermissionsString } from 'discord.js'
import { expect, it } from 'vitest'
import { allRoutes } from '../../../src/practice/rest/routes/all.ts'
import { setStage, testHouse } from '../../support/practice/bot.ts'
import { examples } from '../../support/practice/every-route.ts'
import type { Things } from '../../support/practice/every-route.ts'

const everything = Object.keys(PermissionFlagsBits) as PermissionsString[]

it('every route that there is can be asked for something, and nothing of it breaks the description', async () => {
  const routes = allRoutes(() => ({
    url: '',
    shards: 1,
    session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
  }))
  const names = routes.map((one) => `${one.method} ${one.path}`)
  expect(names.filter((name) => examples[name] === undefined)).toEqual([])
  expect(new Set(names).size).toBe(names.length)

  await using stage = await setStage({
    seedGuild: { ...testHouse, bot: { permissions: everything } },
    privilegedIntents: ['MessageContent', 'GuildMembers'],
  })
  const { discord, spec } = stage
  const client = await stage.connect()
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${discord.api}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }
  const things: Things = {
    discord,
    client,
    async ask<T>(method: string, path: string, body?: unknown) {
      const answer = await send(method, path, body)
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
      return answer.body as T
    },
    async interaction() {
      await client.application.commands.set([{ name: 'praat', description: 'x' }])
      const asked = new Promise<{ id: string; token: string }>((resolve) => {
        client.once('interactionCreate', ({ id, token }) => resolve({ id, token }))
      })
      void discord.world.member('sofie').runs('/praat')
      return asked
    },
  }

  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const { params = [], query = '', body, status } = (await examples[name]?.(things)) ?? {}
    const left = [...params]
    const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ''))
    const answer = await send(route.method, `${path}${query}`, body)
    const said = `${name}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`
    const fits = status === undefined ? answer.status < 400 : answer.status === status
    expect(fits, said).toBe(true)
  }
  expect(spec.violations()).toEqual([])
  expect(spec.unchecked().filter((one) => one.includes('no such route'))).toEqual([])
  expect(discord.world.unknownRoutes).toEqual([])
})

const why = (method: string, path: string): string =>
  `${method} ${path}: the local Discord does not have this route; add it in src/practice/rest/routes/.`

it('a request to a route that is not there fails, and says what is to be done', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const { guildId } = stage.discord
  await expect(client.rest.get(`/guilds/${guildId}/emojis`)).rejects.toThrow(
    why('GET', `/guilds/${guildId}/emojis`),
  )
  await expect(client.rest.put('/users/@me')).rejects.toThrow(why('PUT', '/users/@me'))
  const old = await fetch(`${stage.discord.api}/v9/users/@me`)
  expect(old.status).toBe(404)
  expect(stage.world.unknownRoutes.map((one) => one.method)).toEqual(['GET', 'PUT', 'GET'])
})
