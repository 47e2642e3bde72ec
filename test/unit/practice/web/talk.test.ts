import type { APIMessage } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import type { Answer } from '../../../../src/practice/web/protocol.ts'
import { openPage, quietHouse } from '../../../support/practice/page.ts'

const messagesIn = (answer: Answer): readonly APIMessage[] => {
  if (!answer.ok || answer.done !== 'messages') throw new Error('no messages')
  return answer.messages
}

async function open() {
  const opened = await openPage(await quietHouse())
  const [noor, amir] = [await opened.enter('noor'), await opened.enter('amir')]
  return { ...opened, world: opened.house.discord.world, noor, amir, channel: noor.channel('gaming') }
}

it('what is said, answered, changed and taken away is seen by who is there, at once', async () => {
  const { noor, amir, channel } = await open()
  await noor.wish({ do: 'say', channel, text: 'wie speelt er mee?' })
  const { message } = await amir.heard('message')
  await amir.wish({ do: 'say', channel, text: 'ik!', replyTo: message.id })
  const reply = await noor.heard('message', (news) => news.message.content === 'ik!')
  expect(reply.message).toMatchObject({
    type: 19,
    message_reference: { message_id: message.id },
    referenced_message: { id: message.id, content: 'wie speelt er mee?' },
  })
  await noor.wish({ do: 'edit', message: message.id, text: 'wie speelt er straks mee?' })
  const edited = await amir.heard('message', (news) => !news.fresh && news.message.id === message.id)
  expect(edited.message).toMatchObject({ content: 'wie speelt er straks mee?' })
  expect(edited.message.edited_timestamp).not.toBeNull()
  await noor.wish({ do: 'delete', message: message.id })
  expect(await amir.heard('gone')).toEqual({ t: 'gone', channel, message: message.id })
})

it('what one may not do is refused in a sentence, with the number that Discord gives it', async () => {
  const { world, noor, amir, channel } = await open()
  await noor.wish({ do: 'say', channel, text: 'van mij' })
  const { message } = await amir.heard('message')
  const refused = async (wish: Parameters<typeof amir.wish>[0]) => {
    const { n: _, ...answer } = await amir.wish(wish)
    return answer
  }
  expect(await refused({ do: 'edit', message: message.id, text: 'van jou' })).toEqual({
    ok: false,
    code: 50005,
    why: 'Je kan alleen je eigen berichten aanpassen.',
  })
  expect(await refused({ do: 'delete', message: message.id })).toMatchObject({ code: 50013 })
  expect(await refused({ do: 'say', channel, text: '   ' })).toMatchObject({ code: 50006 })
  expect(await refused({ do: 'say', channel, text: 'x'.repeat(2_001) })).toMatchObject({ code: 50035 })
  expect(await refused({ do: 'say', channel, text: 'ja', replyTo: '123' })).toMatchObject({ code: 10008 })
  const elsewhere = { do: 'say', channel: amir.channel('muziek'), text: 'ja', replyTo: message.id } as const
  expect(await refused(elsewhere)).toMatchObject({ code: 10008 })
  expect(await refused({ do: 'react', message: message.id, emoji: 'haha' })).toMatchObject({ code: 10014 })
  expect(await refused({ do: 'react', message: message.id, emoji: '👍 of iets anders' })).toMatchObject({
    code: 10014,
  })
  expect(await refused({ do: 'run', channel, command: 'niets', values: {} })).toMatchObject({ code: 10063 })
  expect(await refused({ do: 'press', message: message.id, customId: 'x' })).toEqual({
    ok: false,
    why: 'Die knop staat niet (meer) op dit bericht.',
  })
  expect(await refused({ do: 'submit', form: 'x', values: {} })).toEqual({
    ok: false,
    why: 'Kijk het formulier na: er ontbreekt iets, of iets is te lang.',
  })
  for (const wish of [
    { do: 'look', message: message.id },
    { do: 'clock', to: 'hour' },
    { do: 'lesson', act: 'next' },
    { do: 'agreements', act: 'apply' },
  ] as const)
    expect(await refused(wish)).toEqual({ ok: false, why: 'Dat kan in dit oefenhuis niet.' })

  world.admin().changesChannel('#gaming', { slowmode: 30 })
  await amir.wish({ do: 'say', channel, text: 'een' })
  expect(await refused({ do: 'say', channel, text: 'twee' })).toEqual({
    ok: false,
    code: 20016,
    why: 'In dit kanaal moet je even wachten voor je weer iets schrijft. Nog 30 seconden.',
  })
})

it('a reaction is one’s own: put on, counted, and taken off by who put it there', async () => {
  const { noor, amir, channel } = await open()
  await noor.wish({ do: 'say', channel, text: 'gg' })
  const { id } = (await amir.heard('message')).message
  const marks = (window: typeof noor) =>
    window.message(id).reactions?.map(({ emoji, count, me }) => `${emoji.name} ${count} ${me}`)
  await noor.wish({ do: 'react', message: id, emoji: '👍' })
  await amir.wish({ do: 'react', message: id, emoji: '👍' })
  await amir.wish({ do: 'react', message: id, emoji: '👨‍👩‍👧' })
  await noor.heard('message', () => marks(noor)?.length === 2)
  expect([marks(noor), marks(amir)]).toEqual([
    ['👍 2 true', '👨‍👩‍👧 1 false'],
    ['👍 2 true', '👨‍👩‍👧 1 true'],
  ])
  await amir.wish({ do: 'react', message: id, emoji: '👍' })
  await noor.heard('message', () => marks(noor)?.[0] === '👍 1 true')
  expect([marks(noor)?.[0], marks(amir)?.[0]]).toEqual(['👍 1 true', '👍 1 false'])
  await noor.wish({ do: 'react', message: id, emoji: '👍' })
  await amir.heard('message', () => marks(amir)?.length === 1)
  expect(marks(amir)).toEqual(['👨‍👩‍👧 1 true'])
  const page = messagesIn(await amir.wish({ do: 'open', channel }))
  expect(page[0]?.reactions?.[0]).toMatchObject({ me: true, count: 1 })
})

it('a channel is read page by page, from the newest back, each message once', async () => {
  const { world, noor, channel } = await open()
  for (let n = 1; n <= 120; n += 1) await world.member('lotte').says('#gaming', `bericht ${n}`)
  const seen: string[] = []
  let answer = await noor.wish({ do: 'open', channel })
  let pages = 1
  while (answer.ok && answer.done === 'messages') {
    seen.unshift(...answer.messages.map(({ content }) => content))
    const [oldest] = answer.messages
    if (!answer.more || oldest === undefined) break
    answer = await noor.wish({ do: 'older', channel, before: oldest.id })
    pages += 1
  }
  expect(pages).toBe(3)
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `bericht ${index + 1}`))
})

it('pins are listed, newest first, and a pin shows on its message', async () => {
  const { world, noor, channel } = await open()
  const lotte = world.member('lotte')
  const [first, second] = [await lotte.says('#gaming', 'een'), await lotte.says('#gaming', 'twee')]
  const admin = world.admin()
  for (const one of [first, second]) admin.pins(one)
  await noor.heard('message', ({ message }) => message.id === second.id && message.pinned)
  const pins = messagesIn(await noor.wish({ do: 'pins', channel }))
  expect(pins.map(({ content }) => content)).toEqual(['twee', 'een'])
})

it('who is typing is told to the others who are there, and to nobody else', async () => {
  const { world, enter, noor, amir, channel } = await open()
  const sam = await enter('sam')
  await noor.wish({ do: 'typing', channel })
  expect(await amir.heard('typing')).toEqual({ t: 'typing', channel, who: noor.house().me })
  world.member('sam').startsTyping('#team')
  world.member('fatima').startsTyping('#team')
  await sam.heard('typing', ({ channel: where }) => where === sam.channel('team'))
  expect(sam.news.filter((one) => one.t === 'typing' && one.who === sam.house().me)).toEqual([])
  expect(noor.news.filter((one) => one.t === 'typing')).toEqual([])
  expect(amir.news.filter((one) => one.t === 'typing')).toHaveLength(1)
})
