import { expect, it } from 'vitest'
import type { Answer } from '../../../../src/practice/web/protocol.ts'
import { openHouse } from '../../../support/house.ts'
import { openPage } from '../../../support/practice/page.ts'
import type { PageWindow } from '../../../support/practice/page-window.ts'

const SAID = 'zebrapad: ge zijt een kankerlijer'
const NOTE = 'paraplu: hij zegt dat elke dag'

const answered = (answer: Answer) => {
  if (!answer.ok || answer.done !== 'answered') throw new Error(JSON.stringify(answer))
  return answer
}
const shown = async (window: PageWindow): Promise<readonly string[]> => {
  const page = await window.wish({ do: 'open', channel: window.channel('hulp-en-vragen') })
  return page.ok && page.done === 'messages' ? page.messages.map((one) => one.id) : []
}
const alone = (window: PageWindow): readonly string[] =>
  window.news.flatMap((one) => (one.t === 'message' && one.onlyForYou ? [one.message.id] : []))

it('an answer to one person comes to every window of that person and to no other, until it is put away', async () => {
  const { enter } = await openPage(await openHouse())
  const [noor, phone, amir, sam] = [
    await enter('noor'),
    await enter('noor'),
    await enter('amir'),
    await enter('sam'),
  ]
  const channel = noor.channel('hulp-en-vragen')
  const asked = answered(await noor.wish({ do: 'run', channel, command: 'praat', values: {} }))
  expect(asked.kind).toBe('message')
  const id = asked.message ?? ''
  expect(noor.message(id).content).toContain('Waarover wil je praten?')
  await phone.heard('message', (news) => news.onlyForYou && news.message.id === id)

  const chosen = await noor.wish({
    do: 'choose',
    message: id,
    customId: 'praat:subject:nl',
    values: ['zelfdoding'],
  })
  expect(answered(chosen).kind).toBe('updated')
  const changed = await phone.heard('message', (news) => !news.fresh && news.message.id === id)
  expect(JSON.stringify(changed.message)).toContain('Zelfmoordlijn')
  // Somebody who knows its number can do nothing with it.
  for (const wish of [
    { do: 'press', message: id, customId: 'praat:subject:nl' },
    { do: 'delete', message: id },
    { do: 'look', message: id },
  ] as const)
    expect(await amir.wish(wish), wish.do).toMatchObject({ ok: false, code: 10008 })
  // It is no message of the channel: nobody reacts to it or reports it.
  expect(await noor.wish({ do: 'react', message: id, emoji: '👀' })).toMatchObject({ code: 10008 })
  expect(await noor.wish({ do: 'use-on', message: id, command: 'Meld dit bericht' })).toMatchObject({
    ok: false,
    why: 'Dat kan niet bij dit bericht.',
  })

  expect(await shown(noor)).toContain(id)
  await noor.wish({ do: 'delete', message: id })
  for (const window of [noor, phone]) await window.heard('gone', (news) => news.message === id)
  expect(await shown(noor)).not.toContain(id)
  for (const window of [amir, sam]) {
    expect(await shown(window)).not.toContain(id)
    expect(alone(window)).toEqual([])
    expect(window.frames.join('\n')).not.toMatch(/Waarover wil je praten|Zelfmoordlijn/)
  }
})

it('a report goes from a form to a card, which a moderator claims, opens and decides, each in their own window', async () => {
  const house = await openHouse()
  const { enter } = await openPage(house)
  const [noor, amir, lena, fatima] = [
    await enter('noor'),
    await enter('amir'),
    await enter('lena'),
    await enter('fatima'),
  ]
  // What no rule minds comes before a person by a report alone.
  await amir.wish({ do: 'say', channel: amir.channel('gaming'), text: SAID.replace('kanker', '') })
  const { message } = await noor.heard('message')
  const opened = answered(await noor.wish({ do: 'use-on', message: message.id, command: 'Meld dit bericht' }))
  expect(opened).toMatchObject({ kind: 'modal', form: { data: { title: expect.any(String) } } })
  const form = opened.form?.form ?? ''
  expect(form.length).toBeGreaterThanOrEqual(20)
  const values = { reason: 'bullying', words: NOTE }
  // A handle is of one window, and what is left empty leaves the form open.
  expect(await amir.wish({ do: 'submit', form, values })).toMatchObject({ ok: false })
  expect(await noor.wish({ do: 'submit', form, values: { words: NOTE } })).toMatchObject({ ok: false })
  expect(answered(await noor.wish({ do: 'submit', form, values })).kind).toBe('message')
  expect(await noor.wish({ do: 'submit', form, values })).toMatchObject({ ok: false })
  await house.settled()

  const queue = lena.channel('wachtrij')
  const card = await lena.heard('message', (news) => news.message.channel_id === queue)
  const { id } = card.message
  expect(JSON.stringify(card)).not.toMatch(/zebrapad|paraplu/)
  expect(answered(await lena.press(id, 'Neem op')).kind).toBe('updated')
  await fatima.heard('message', (news) => !news.fresh && JSON.stringify(news).includes('Opgenomen door'))
  const toon = answered(await lena.press(id, 'Toon'))
  expect(JSON.stringify(lena.message(toon.message ?? ''))).toMatch(/zebrapad.*paraplu/)
  const beslis = answered(await lena.press(id, 'Beslis'))
  expect(beslis.kind).toBe('message')
  await house.settled()

  expect(fatima.frames.join('\n')).not.toContain('paraplu')
  for (const window of [noor, amir]) {
    expect(window.frames.join('\n')).not.toContain('Opgenomen door')
    expect(window.frames.join('\n')).not.toContain(queue)
  }
  expect(amir.frames.join('\n')).not.toContain('paraplu')
})

it('a private talk shows in the window of who asked for it, and of the worker from when they come in', async () => {
  const house = await openHouse()
  const { enter } = await openPage(house)
  const [noor, sam, amir] = [await enter('noor'), await enter('sam'), await enter('amir')]
  const channel = noor.channel('algemeen')
  const start = answered(await noor.wish({ do: 'run', channel, command: 'praat', values: {} })).message ?? ''
  await noor.wish({ do: 'choose', message: start, customId: 'praat:subject:nl', values: ['eenzaamheid'] })
  await noor.press(start, 'Liever met ons')
  await house.settled()
  const choice = alone(noor).at(-1) ?? ''
  answered(await noor.press(choice, 'Iemand die er nu is'))
  await house.settled()
  const thread = noor.house().channels.find(({ type }) => type === 12)
  expect(thread).toMatchObject({ private: true, may: { write: true } })
  await noor.wish({ do: 'say', channel: thread?.id ?? '', text: 'kersentaart' })
  await house.settled()
  expect(sam.house().channels.some(({ type }) => type === 12)).toBe(false)

  const card = sam.news.findLast(
    (one) => one.t === 'message' && one.message.channel_id === sam.channel('wachtrij'),
  )
  if (card?.t !== 'message') throw new Error('no card')
  answered(await sam.press(card.message.id, 'Ik kom'))
  await house.settled()
  await sam.heard('house', (news) => news.house.channels.some(({ id }) => id === thread?.id))
  expect(await sam.wish({ do: 'open', channel: thread?.id ?? '' })).toMatchObject({ ok: true })
  expect(sam.frames.join('\n')).toContain('kersentaart')
  expect(amir.frames.join('\n')).not.toContain('kersentaart')
  expect(amir.frames.join('\n')).not.toContain(`"${thread?.id}"`)
})
