import { expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../../../src/log.ts'
import { openPracticeHouse } from '../../../../src/practice/house.ts'
import { contactIn, membersFor } from '../../../../src/practice/house-people.ts'
import { clockView, moveClock } from '../../../../src/practice/move-clock.ts'
import { openForVisitors } from '../../../../src/practice/open-for-visitors.ts'
import { createPracticeClock } from '../../../../src/practice/practice-clock.ts'
import { agreementsOf } from '../../../support/agreements.ts'
import { WEDNESDAY_AFTERNOON } from '../../../support/house.ts'
import { openPage } from '../../../support/practice/page.ts'
import { openWindow, type PageWindow } from '../../../support/practice/page-window.ts'

const SAID = 'zebrapad, kom eens alleen praten'
const NOTE = 'paraplu, hij doet dat vaker'
const log = createLog('silent')

async function open() {
  const house = await openPracticeHouse({
    policyFolder: 'policies',
    log,
    clock: createPracticeClock(new Date(WEDNESDAY_AFTERNOON)),
    readAgreements: agreementsOf,
  })
  onTestFinished(() => house.close())
  const clock = { view: () => clockView(house), move: (to: 'hour') => moveClock(house, to) }
  return openPage(house, { clock })
}

const all = (window: PageWindow): string => window.frames.join('\n')

it('in the practice house a report about a youth worker reaches the integrity contact alone, in a direct message', async () => {
  const { house, enter } = await open()
  const [noor, sam, lena] = [await enter('noor'), await enter('sam'), await enter('lena')]
  const contact = await enter(house.contact)
  await sam.wish({ do: 'say', channel: sam.channel('algemeen'), text: SAID })
  const { message } = await noor.heard('message', (news) => news.message.content === SAID)
  const opened = await noor.wish({ do: 'use-on', message: message.id, command: 'Meld dit bericht' })
  if (!opened.ok || opened.done !== 'answered' || opened.form === undefined) throw new Error('no form')
  expect(JSON.stringify(opened.form.data)).toContain('Alleen Samira Benvoorbeeld leest het, niet het team.')
  const values = { reason: 'grooming', words: NOTE }
  await noor.wish({ do: 'submit', form: opened.form.form, values })
  await house.settled()

  const dm = await contact.heard('message', (news) => news.message.embeds.length > 0)
  expect(contact.house().channels.find(({ id }) => id === dm.message.channel_id)?.type).toBe(1)
  expect(JSON.stringify(dm)).not.toMatch(/zebrapad|paraplu/)
  const shown = await contact.press(dm.message.id, 'Toon')
  if (!shown.ok || shown.done !== 'answered') throw new Error('not shown')
  expect(JSON.stringify(contact.message(shown.message ?? ''))).toMatch(/zebrapad.*paraplu/)
  for (const window of [sam, lena]) {
    await window.wish({ do: 'open', channel: window.channel('wachtrij') })
    expect(all(window)).not.toContain('paraplu')
    expect(all(window)).not.toContain('integriteit:show')
  }
})

it('the contact can take the yes back, and then nobody of this house reads such a report', async () => {
  const { house, enter } = await open()
  const contact = await enter(house.contact)
  const channel = contact.channel('welkom')
  const page = await contact.wish({ do: 'run', channel, command: 'integriteit', values: {} })
  if (!page.ok || page.done !== 'answered' || page.message === undefined) throw new Error('no page')
  expect(contact.message(page.message).content).toContain('Samira Benvoorbeeld')
  expect(await contact.press(page.message, 'Nee, stop ermee')).toMatchObject({ kind: 'updated' })
  const { desk } = house.bot
  expect(await desk.db.integrityConsent.count()).toBe(0)
})

it('the clock of the practice house is that of the bot and of its Discord, and every window sees it move', async () => {
  const { house, enter } = await open()
  const [noor, sam] = [await enter('noor'), await enter('sam')]
  const { clock } = await noor.heard('clock')
  expect(clock).toMatchObject({ open: true, says: 'Open tot 18 uur' })
  await sam.wish({ do: 'clock', to: 'hour' })
  const later = await noor.heard(
    'clock',
    (news) => Date.parse(news.clock.now) - Date.parse(clock.now) > 3_500_000,
  )
  expect(later.clock.open).toBe(true)
  await noor.wish({ do: 'say', channel: noor.channel('gaming'), text: 'een uur later' })
  const said = await sam.heard('message', ({ message }) => message.content === 'een uur later')
  const seconds = (Date.parse(said.message.timestamp) - Date.parse(WEDNESDAY_AFTERNOON)) / 1_000
  expect(seconds).toBeGreaterThan(3_599)
  expect(Math.abs(house.bot.desk.now().getTime() - house.clock.now().getTime())).toBeLessThan(1_000)
})

it('the account of the contact follows from the agreements, and is nobody else’s', async () => {
  const { policy } = await agreementsOf('policies')
  const named = (name: string) => {
    const { house } = policy
    const integrity = { ...house.contacts.integrity, name }
    return { ...policy, house: { ...house, contacts: { ...house.contacts, integrity } } }
  }
  expect(contactIn(policy)).toEqual({ name: 'samira', displayName: 'Samira Benvoorbeeld' })
  expect(contactIn(named('Zoë Vandamme')).name).toBe('contact')
  expect(contactIn(named('Sam Peeters'))).toEqual({ name: 'contact', displayName: 'Sam Peeters' })
  for (const name of ['Noor Jansen', 'Eigenaar', 'Greet De Smet']) {
    const names = membersFor(named(name)).map((one) => one.name)
    expect(new Set(names).size, name).toBe(names.length)
  }
})

it('npm run practice says first where the page is, plays its scene there, and tells the windows when it closes', async () => {
  const lines: string[] = []
  const stop = new AbortController()
  const told: ((url: string) => void)[] = []
  const address = new Promise<string>((resolve) => void told.push(resolve))
  const visit = openForVisitors({
    policyFolder: 'policies',
    readAgreements: agreementsOf,
    log,
    page: { port: 0 },
    stop: stop.signal,
    write(line) {
      lines.push(line)
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0]
      if (url !== undefined && line.includes('browser')) told[0]?.(url)
    },
  })
  onTestFinished(async () => {
    stop.abort()
    await visit
  })
  const url = await address
  expect(lines[1]).toContain(url)
  const lena = await openWindow(url, 'lena')
  // The card of the scene, which the moderator in it takes up.
  await lena.heard('message', (news) => JSON.stringify(news).includes('Opgenomen door'))
  expect(lena.news.some(({ t }) => t === 'lessons')).toBe(true)
  expect(lena.news.some(({ t }) => t === 'agreements')).toBe(true)
  stop.abort()
  await visit
  expect(lena.news.at(-1)).toEqual({ t: 'closing' })
  expect(lines.at(-1)).toBe('\nClosing the house.')
})

it('whoever closes the house while it is still being shown round need not wait', async () => {
  const lines: string[] = []
  const stop = new AbortController()
  await openForVisitors({
    policyFolder: 'policies',
    readAgreements: agreementsOf,
    log,
    stop: stop.signal,
    write(line) {
      lines.push(line)
      if (line.includes('A few members come by')) stop.abort()
    },
  })
  // Without the page nothing is said of it, and of the scene nothing after the house was closed.
  expect(lines.join('\n')).not.toContain('browser')
  expect(lines.at(-1)).toBe('\nClosing the house.')
  expect(lines.join('\n')).not.toContain('Fatima, a moderator')
})
