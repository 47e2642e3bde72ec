import { Client, Events, type Message } from 'discord.js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openHouse } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'

/** What the library makes a message of, and tells of. */
function made(): readonly Message[] {
  const emit = vi.spyOn(Client.prototype, 'emit')
  onTestFinished(() => emit.mockRestore())
  const messages: Message[] = []
  emit.mockImplementation(function (this: Client, name: Events, ...told: unknown[]) {
    if (name === Events.MessageCreate) messages.push(told[0] as Message)
    return Object.getPrototypeOf(Client.prototype).emit.call(this, name, ...told)
  } as never)
  return messages
}

test('the library makes nothing of a plain message: it is heard once, from its packet, and flagged as any other', async () => {
  const messages = made()
  const house = await openHouse()
  const milan = house.world.member('milan')
  const before = house.bot().heard()
  await milan.says('#algemeen', INSULT)
  await milan.says('#algemeen', 'tot straks')
  await house.settled()
  const byMilan = () => messages.filter(({ author }) => author.id === milan.id)
  expect(
    byMilan(),
    'another version of the library acts on it all the same: see src/discord/hearing.ts',
  ).toEqual([])
  expect(house.bot().heard() - before).toBe(2)
  expect(await house.bot().desk.db.flag.count()).toBe(1)
})

test('what the team says still reaches the library, which learns of the team from it', async () => {
  const messages = made()
  const house = await openHouse()
  const sam = house.world.member('sam')
  await sam.says('#algemeen', 'we gaan zo open')
  await house.settled()
  expect(messages.map(({ author }) => author.id)).toContain(sam.id)
})
