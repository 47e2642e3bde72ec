import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Client } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { login } from '../../../src/discord/login.ts'

test('a connection that breaks off while the bot logs in is told as a Discord that cannot be reached', async () => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = new Client({ intents: [], rest: { api: `http://127.0.0.1:${port}/api`, retries: 0 } })
  onTestFinished(async () => {
    await client.destroy()
    server.close()
  })
  await expect(login(client, 'token')).rejects.toMatchObject({ code: 'offline' })
})
