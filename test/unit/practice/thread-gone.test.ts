import { expect, test } from 'vitest'
import { openHouse } from '../../support/house.ts'

test('a thread that an administrator deletes is gone, and every channel is still there', async () => {
  const { world } = await openHouse()
  const before = world.channelNames()
  const noor = world.member('noor')
  const from = await noor.says('#algemeen', 'een draadje')
  const thread = noor.opensThread('#algemeen', 'draadje', { from })
  world.admin().deletesChannel(thread)
  expect(() => world.channel(thread)).toThrow('There is no channel')
  expect(world.channelNames()).toEqual(before)
})
