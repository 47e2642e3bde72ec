import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { directTalks, treeOf } from '../../../../src/practice/page/channels/tree.ts'
import { contrast, readable } from '../../../../src/practice/page/colour.ts'
import { groupsOf } from '../../../../src/practice/page/members/groups.ts'
import { rowsOf } from '../../../../src/practice/page/messages/rows.ts'
import { compareIds, timeOf } from '../../../../src/practice/page/snowflakes.ts'
import { renewed, withMessages } from '../../../../src/practice/page/talk.ts'
import type { ShownMessage } from '../../../../src/practice/page/talk.ts'
import { messageTime, relativeTime, styledTime } from '../../../../src/practice/page/times.ts'
import { placeOf, readPlace } from '../../../../src/practice/page/who.ts'
import type { ChannelView, HouseView, MemberView } from '../../../../src/practice/web/protocol.ts'

const message = (id: string, author: string, at: string, more: Partial<APIMessage> = {}): ShownMessage => ({
  message: {
    id,
    type: 0,
    author: { id: author, username: author },
    timestamp: `2026-11-25T${at}:00.000Z`,
    ...more,
  } as unknown as APIMessage,
  onlyForYou: false,
})

const drawn = (messages: readonly ShownMessage[], readUpTo?: string): readonly string[] =>
  rowsOf(messages, readUpTo, 'me').map((row) =>
    row.t === 'message' ? `${row.first ? '*' : ' '}${row.shown.message.id}` : row.t,
  )

describe('the list of messages', () => {
  it('groups what somebody says in one go, for seven minutes', () => {
    expect(
      drawn([
        message('1', 'a', '10:00'),
        message('2', 'a', '10:06'),
        message('3', 'a', '10:14'),
        message('4', 'b', '10:14'),
        message('5', 'a', '10:14', { type: 19 }),
        message('6', 'a', '10:15'),
      ]),
    ).toEqual(['day', '*1', ' 2', '*3', '*4', '*5', ' 6'])
  })

  it('draws a line at a new day in Belgium, and one before what is new and of others', () => {
    expect(
      drawn([message('1', 'a', '22:58'), message('2', 'a', '23:01'), message('3', 'a', '23:02')], '1'),
    ).toEqual(['day', '*1', 'day', 'new', '*2', ' 3'])
    expect(drawn([message('1', 'a', '10:00'), message('2', 'me', '10:01')], '1')).toEqual(['day', '*1', '*2'])
  })

  it('keeps messages in their order, each once, and after a lost line what only this window has', () => {
    const [one, two, ten] = [
      message('1', 'a', '10:00'),
      message('2', 'a', '10:00'),
      message('10', 'a', '10:00'),
    ]
    const changed = { ...two, message: { ...two.message, content: 'anders' } }
    expect(withMessages([one, ten], [two]).map((shown) => shown.message.id)).toEqual(['1', '2', '10'])
    expect(withMessages([one, two], [changed])).toEqual([one, changed])
    const mine = { ...ten, onlyForYou: true }
    expect(renewed([one, mine], [two])).toEqual([two, mine])
  })

  it('orders ids as the numbers that they are, and reads their moment', () => {
    expect(['9', '10', '1575133961162588160', '99'].sort(compareIds)).toEqual([
      '9',
      '10',
      '99',
      '1575133961162588160',
    ])
    expect(new Date(timeOf('1575133961162588160')).toISOString()).toBe('2026-11-25T13:00:00.915Z')
  })
})

const channel = (id: string, type: number, more: Partial<ChannelView> = {}): ChannelView => ({
  id,
  type,
  name: id,
  position: Number(id),
  slowmodeSeconds: 0,
  may: { write: true, react: true, keep: false, commands: true },
  ...more,
})

const member = (name: string, roles: readonly string[], bot = false): MemberView => ({
  id: name,
  name,
  displayName: name,
  bot,
  roles,
})
const role = (id: string, position: number, color: number) => ({ id, name: id, color, position })

describe('the lists beside it', () => {
  it('puts channels under their category and threads under their channel; a sleeping one only while it is open', () => {
    const channels = [
      channel('3', 0, { parentId: '9' }),
      channel('9', 4),
      channel('2', 0),
      channel('5', 12, { parentId: '2' }),
      channel('6', 11, { parentId: '2', archived: true }),
      channel('7', 1),
    ]
    const picture = (here?: string): unknown =>
      treeOf(channels, here).map(({ category, branches }) => [
        category?.id,
        branches.map(({ channel: one, threads }) => [one.id, ...threads.map((thread) => thread.id)]),
      ])
    expect(picture()).toEqual([
      [undefined, [['2', '5']]],
      ['9', [['3']]],
    ])
    expect(picture('6')).toEqual([
      [undefined, [['2', '5', '6']]],
      ['9', [['3']]],
    ])
    expect(directTalks(channels).map(({ id }) => id)).toEqual(['7'])
  })

  it('puts members under their highest role with a colour, and bots apart', () => {
    const house = {
      roles: [role('laag', 1, 0x11_11_11), role('hoog', 3, 0x22_22_22), role('grijs', 4, 0)],
      members: [
        member('z', ['laag', 'hoog', 'grijs']),
        member('b', ['laag']),
        member('a', []),
        member('bot', ['hoog'], true),
      ],
    } as unknown as HouseView
    expect(groupsOf(house).map((group) => [group.key, group.members.map((one) => one.name)])).toEqual([
      ['hoog', ['z']],
      ['laag', ['b']],
      ['others', ['a']],
      ['bots', ['bot']],
    ])
  })

  it('makes every colour of a role readable on what it stands on', () => {
    for (let colour = 0; colour <= 0xff_ff_ff; colour += 0x01_37_91) {
      expect(contrast(readable(colour, [0x31_33_38, 0x2b_2d_31], true), 0x31_33_38)).toBeGreaterThanOrEqual(
        4.5,
      )
      expect(contrast(readable(colour, [0xff_ff_ff, 0xf2_f3_f5], false), 0xf2_f3_f5)).toBeGreaterThanOrEqual(
        4.5,
      )
    }
    expect(readable(0x57_f2_87, [0x31_33_38], true), 'one that is readable stays as it is').toBe(0x57_f2_87)
  })
})

describe('times and places', () => {
  const now = Date.parse('2026-11-25T13:00:00Z')
  it('are Belgian, and near ones have their own words', () => {
    expect(messageTime(now, now)).toBe('Vandaag om 14:00')
    expect(messageTime(now - 15 * 3_600_000, now)).toBe('Gisteren om 23:00')
    expect(messageTime(Date.parse('2026-07-01T10:00:00Z'), now)).toBe('01/07/2026 12:00')
    expect(relativeTime(now + 5 * 60_000, now)).toBe('over 5 minuten')
    expect(relativeTime(now - 86_400_000, now)).toBe('gisteren')
    expect(['t', 'D', 'R', 'f'].map((style) => styledTime(now, style, now))).toEqual([
      '14:00',
      '25 november 2026',
      'nu',
      '25 november 2026 om 14:00',
    ])
  })

  it('say in the address who one is and where', () => {
    expect(readPlace('#als=noor&in=12')).toEqual({ who: 'noor', channel: '12' })
    expect(readPlace('')).toEqual({ who: undefined, channel: undefined })
    expect(readPlace(placeOf('zoë & co', '3'))).toEqual({ who: 'zoë & co', channel: '3' })
  })
})
