import { DiscordAPIError, type REST } from 'discord.js'
import { expect, test } from 'vitest'
import { postOrEdit } from '../../../src/discord/effects/post.ts'
import type { Hands } from '../../../src/discord/effects/effect.ts'
import { openTempOutbox as open } from '../../support/storage/temp-outbox.ts'

/** A Discord that no longer lets a message of ours be edited. */
async function refusing() {
  const house = await open()
  const asked: string[] = []
  const rest = {
    patch: async (route: string) => {
      asked.push('PATCH')
      throw new DiscordAPIError({ code: 30_046, message: 'x' }, 30_046, 429, 'PATCH', route, {})
    },
    delete: async () => void asked.push('DELETE'),
    post: async () => {
      asked.push('POST')
      return { id: 'new' }
    },
  } as unknown as REST
  const hands = {
    rest,
    botId: 'bot',
    desk: { outbox: house.outbox, now: house.clock.now },
  } as unknown as Hands
  await house.want('card:1')
  await house.outbox.done(await house.one(), { messageId: 'old' })
  await house.want('card:1')
  const send = async () => {
    const claim = await house.one()
    return { claim, effected: await postOrEdit(claim, hands, { content: 'x' }, () => false) }
  }
  return { ...house, asked, send }
}

test('a message that was edited too often waits first', async () => {
  const { send, asked } = await refusing()
  const { effected } = await send()
  expect(effected).toEqual({ did: 'retry', code: 'discord-30046', afterMs: 60_000, refused: true })
  expect(asked).toEqual(['PATCH'])
})

test('refused again it makes place for a new message, so that nobody sees an old state for ever', async () => {
  const { send, asked, outbox, clock, target } = await refusing()
  const first = await send()
  await outbox.failed(first.claim, { code: 'discord-30046', retryAt: clock.now(), refused: true })
  const second = await send()
  expect(second.effected).toEqual({ did: 'repost' })
  await outbox.repost(second.claim)
  const third = await send()
  expect(third.effected).toEqual({ did: 'done', messageId: 'new' })
  expect(asked).toEqual(['PATCH', 'PATCH', 'DELETE', 'POST'])
  expect(await target('card:1')).toMatchObject({ generation: 2 })
})
