import type { REST } from 'discord.js'
import { expect, test } from 'vitest'
import type { Hands } from '../../../src/discord/effects/effect.ts'
import { postOrEdit } from '../../../src/discord/effects/post.ts'
import { MINUTE, openTempOutbox as open } from '../../support/storage/temp-outbox.ts'

test('an attempt of which nobody knows the end stays open when a later one is refused', async () => {
  const { want, one, outbox, target, clock, retryAt } = await open()
  await want('card:1')
  const lost = await one()
  await outbox.attempted(lost)
  const begun = clock.now()
  await outbox.failed(lost, { code: 'http-502', retryAt: clock.now() })
  clock.pass(MINUTE / 2)
  const refused = await one()
  await outbox.attempted(refused)
  await outbox.failed(refused, { code: 'discord-50013', retryAt: retryAt(5), refused: true })
  // Forgotten, the message of the first attempt would be posted a second time once Discord forgot its nonce.
  expect((await target('card:1')).attemptedAt).toEqual(begun)
})

test('a post whose nonce Discord saw before is edited as well: the message of then may say something older', async () => {
  const { want, one, outbox, clock } = await open()
  const asked: string[] = []
  const rest = {
    post: async () => {
      asked.push('POST')
      return { id: 'of-the-first-attempt' }
    },
    patch: async (route: string) => void asked.push(`PATCH ${route.split('/').at(-1)}`),
  } as unknown as REST
  const hands = { rest, botId: 'bot', desk: { outbox, now: clock.now } } as unknown as Hands
  await want('card:1')
  const lost = await one()
  await outbox.attempted(lost)
  await outbox.failed(lost, { code: 'http-502', retryAt: clock.now() })
  await want('card:1')
  const claim = await one()
  expect(await postOrEdit(claim, hands, { content: 'newer' }, () => false)).toEqual({
    did: 'done',
    messageId: 'of-the-first-attempt',
  })
  expect(asked).toEqual(['POST', 'PATCH of-the-first-attempt'])
})
