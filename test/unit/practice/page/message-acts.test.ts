import { expect, test } from 'vitest'
import { isEmoji, messageActs } from '../../../../src/practice/page/interactions/message-acts.ts'
import type { ChannelView, CommandView } from '../../../../src/practice/web/protocol.ts'

const channel = (more: Partial<ChannelView> = {}): ChannelView => ({
  id: '7',
  type: 0,
  name: 'algemeen',
  position: 0,
  slowmodeSeconds: 0,
  may: { write: true, react: true, keep: false, commands: true },
  ...more,
})
const report: CommandView = {
  id: '1',
  name: 'Meld dit bericht',
  type: 3,
  description: '',
  options: [],
  channels: 'all',
}
const by = (id: string, type = 0) => ({ author: { id }, type }) as Parameters<typeof messageActs>[0]
const acts = (message: ReturnType<typeof by>, where = channel(), onlyForYou = false) =>
  messageActs(message, onlyForYou, { me: 'noor', channel: where, commands: [report] })

test('own words can be changed and taken away, those of others neither', () => {
  expect(acts(by('noor'))).toMatchObject({ edit: true, delete: true, reply: true, react: true })
  expect(acts(by('amir'))).toMatchObject({ edit: false, delete: false, reply: true, react: true })
})

test('who keeps order in a channel takes messages of others away, and still changes none', () => {
  const where = channel({ may: { write: true, react: true, keep: true, commands: true } })
  expect(acts(by('amir'), where)).toMatchObject({ edit: false, delete: true })
})

test('what one was shown alone can be used for nothing', () => {
  expect(acts(by('bot'), channel(), true)).toEqual({
    react: false,
    reply: false,
    edit: false,
    delete: false,
    apps: [],
    look: false,
  })
})

test('a line of Discord itself is nothing to report, to answer or to look behind', () => {
  expect(acts(by('amir', 6))).toMatchObject({ apps: [], reply: false, react: false, look: false })
  expect(acts(by('amir')).apps).toEqual([report])
})

test('in a thread that sleeps or is locked nobody answers', () => {
  expect(acts(by('noor'), channel({ archived: true }))).toMatchObject({ reply: false, edit: false })
  expect(acts(by('noor'), channel({ locked: true }))).toMatchObject({ reply: false, edit: true })
})

test('one emoji is one, however it is built; words and several are none', () => {
  for (const one of ['👍', '👍🏽', '❤️', '👩‍👩‍👧', '🇧🇪', '1️⃣', '🏳️‍🌈']) expect(isEmoji(one), one).toBe(true)
  for (const other of ['', 'hallo', '1', '#', '👍👍', '👍 ', ':)']) expect(isEmoji(other), other).toBe(false)
})
