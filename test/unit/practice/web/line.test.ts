import { expect, it } from 'vitest'
import { NoSuchMoment } from '../../../../src/practice/move-clock.ts'
import { lineClosed } from '../../../../src/practice/web/windows.ts'
import { openPage, quietHouse } from '../../../support/practice/page.ts'
import { openWindow } from '../../../support/practice/page-window.ts'

it('a wish that is wrong gets an answer, and hurts nothing', async () => {
  const { enter } = await openPage(await quietHouse())
  const noor = await enter('noor')
  const channel = noor.channel('algemeen')
  const wrong: readonly (string | Buffer)[] = [
    'no json',
    '',
    'null',
    '[]',
    '12',
    '{"n":7}',
    JSON.stringify({ n: 7, do: 'become-owner' }),
    JSON.stringify({ n: 7, do: 'say', channel, text: 'x'.repeat(4_001) }),
    JSON.stringify({ n: 7, do: 'say', channel: '#algemeen', text: 'naam in plaats van nummer' }),
    JSON.stringify({ n: 7, do: 'say', channel, text: 'te veel', as: 'fatima' }),
    JSON.stringify({ n: '7', do: 'open', channel }),
    '{"n":7,"do":"run","channel":"1","command":"praat","values":{"__proto__":{"a":1}}}',
    `{"n":7,"do":"open","channel":"${'9'.repeat(21)}"}`,
    '['.repeat(50_000),
    Buffer.from([0, 159, 146, 150]),
  ]
  for (const frame of wrong) noor.raw(frame)
  await noor.wish({ do: 'say', channel, text: 'Nog hier' })
  const refused = noor.frames
    .map((frame) => JSON.parse(frame) as { n?: number; ok?: boolean; why?: string })
    .filter((one) => one.ok === false)
  expect(refused).toHaveLength(wrong.length)
  for (const one of refused)
    expect(one.why).toMatch(/^(Dat begreep het oefenhuis niet|Dat kan je niet zien)\.$/)
  expect(refused.filter((one) => one.n === 7).length).toBeGreaterThan(5)
  expect(noor.news.some((one) => one.t === 'message' && one.message.content === 'Nog hier')).toBe(true)
})

it('each answer carries the number of its wish, however many are under way', async () => {
  const { enter } = await openPage(await quietHouse())
  const noor = await enter('noor')
  const channel = noor.channel('gaming')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => noor.wish({ do: 'say', channel, text: `bericht ${i}` })),
  )
  expect(answers.map((one) => one.n)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  const said = noor.news.flatMap((one) => (one.t === 'message' ? [one.message.content] : []))
  expect(said).toEqual(Array.from({ length: 30 }, (_, i) => `bericht ${i}`))
})

it('a frame that is too large closes its own line and no other', async () => {
  const { enter } = await openPage(await quietHouse())
  const [noor, amir] = [await enter('noor'), await enter('amir')]
  noor.raw('x'.repeat(300_000))
  expect(await noor.closed).toBe(1009)
  expect(await amir.wish({ do: 'open', channel: amir.channel('algemeen') })).toMatchObject({ ok: true })
})

it('a window that does not read is closed, and the others hear everything', async () => {
  const { house, enter } = await openPage(await quietHouse())
  const [noor, amir] = [await enter('noor'), await enter('amir')]
  const closed = new Promise<void>((resolve) => void noor.socket.once('close', () => resolve()))
  noor.socket.pause()
  const milan = house.discord.world.member('milan')
  // Twenty megabytes: more than the machine keeps for a connection that is not read, and what the page lets wait.
  const words = '€'.repeat(2_000)
  const said = 3_500
  for (let n = 1; n <= said; n += 1) {
    await milan.says('#muziek', words)
    if (n % 100 === 0) await new Promise((resolve) => void setImmediate(resolve))
  }
  await amir.heard('message', () => amir.news.filter((one) => one.t === 'message').length === said)
  noor.socket.resume()
  await closed
  expect(noor.news.filter((one) => one.t === 'message').length).toBeLessThan(said)
})

it('nobody is entered as somebody who is not there, nor as the bot', async () => {
  const { page } = await openPage(await quietHouse())
  for (const who of ['nobody', 'Huisbot', 'huisbot', '../noor']) {
    const window = await openWindow(page.url, who)
    expect(await window.closed, who).toBe(lineClosed.noSuchPerson)
    expect(window.frames, who).toEqual([])
  }
})

it('who comes without a name is the first of the young people', async () => {
  const { enter } = await openPage(await quietHouse())
  const house = (await enter('')).house()
  expect(house.members.find(({ id }) => id === house.me)?.name).toBe('noor')
})

it('there is an end to how many windows there can be, and a place again when one closes', async () => {
  const { page, enter } = await openPage(await quietHouse())
  const windows = await Promise.all(Array.from({ length: 60 }, () => enter('noor')))
  const one = await openWindow(page.url, 'amir')
  expect(await one.closed).toBe(lineClosed.tooManyWindows)
  windows[0]?.close()
  await windows[0]?.closed
  expect((await enter('amir')).house().me).not.toBe('')
})

it('when the house closes every window is told, then its line is closed', async () => {
  const { page, enter } = await openPage(await quietHouse())
  const [noor, sam] = [await enter('noor'), await enter('sam')]
  await page.stop()
  for (const window of [noor, sam]) {
    expect(await window.closed).toBe(1001)
    expect(window.news.at(-1)).toEqual({ t: 'closing' })
  }
  await expect(openWindow(page.url, 'noor')).rejects.toThrow('ECONNREFUSED')
})

it('a fault of the page is told to whoever runs it, and answered as what did not work', async () => {
  const bugs: unknown[] = []
  const { enter } = await openPage(await quietHouse(), {
    onBug: (error) => bugs.push(error),
    lookBehind: () => Promise.reject(new TypeError('a fault of the wall')),
  })
  const noor = await enter('noor')
  const channel = noor.channel('algemeen')
  await noor.wish({ do: 'say', channel, text: 'kijk hier' })
  const { message } = await noor.heard('message')
  expect(await noor.wish({ do: 'look', message: message.id })).toEqual({
    n: 2,
    ok: false,
    why: 'Dat lukte niet.',
  })
  expect(bugs).toHaveLength(1)
})

it('a fault of the page while it tells of the house does not reach the house', async () => {
  const bugs: unknown[] = []
  const house = await quietHouse()
  let broken = false
  const { enter } = await openPage(
    {
      discord: house.discord,
      get policy() {
        if (broken) throw new TypeError('a fault of the page')
        return house.policy
      },
    },
    { onBug: (error) => bugs.push(error) },
  )
  const noor = await enter('noor')
  broken = true
  // The first message of a talk makes the page look at the house, in the middle of the act.
  expect((await house.discord.world.member('noor').dms('hallo')).content).toBe('hallo')
  house.discord.world.admin().renames('lotte', 'Lot')
  broken = false
  await noor.wish({ do: 'dm', text: 'nog eens' })
  await noor.heard('house', (news) => news.house.members.some(({ displayName }) => displayName === 'Lot'))
  expect(bugs.length).toBeGreaterThan(0)
})

it('two windows that move the clock at once move it one after the other, also when one move fails', async () => {
  let hours = 13
  let moving = 0
  let most = 0
  const { enter } = await openPage(await quietHouse(), {
    clock: {
      view: () => ({ now: `2026-11-25T${hours}:00:00Z`, open: true, says: 'Open' }),
      async move(to) {
        moving += 1
        most = Math.max(most, moving)
        await new Promise((resolve) => void setImmediate(resolve))
        moving -= 1
        if (to !== 'hour') throw new NoSuchMoment('Dit huis gaat niet meer open.')
        hours += 1
      },
    },
  })
  const [noor, sam] = [await enter('noor'), await enter('sam')]
  const answers = await Promise.all([
    noor.wish({ do: 'clock', to: 'hour' }),
    sam.wish({ do: 'clock', to: 'next-opening' }),
    sam.wish({ do: 'clock', to: 'hour' }),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true])
  expect([most, hours]).toEqual([1, 15])
  await noor.heard('clock', ({ clock }) => clock.now === '2026-11-25T15:00:00Z')
})
