import type { LocalDiscord } from '../../src/practice/local-discord.ts'

/** One request with the bot's own token: for what the world does not show, and for what another program of the house does. */
export async function asBot(
  discord: Pick<LocalDiscord, 'api' | 'token'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) }
}
