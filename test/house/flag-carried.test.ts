import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { policyWith } from '../support/policy.ts'

const carried = {
  file: 'channels.yaml',
  from: '  muziek:\n',
  to: '  muziek:\n    attachments: { files: flag }\n    links: { rule: staff-only, allowed: [youtube.com] }\n',
}
const open = async (): Promise<TestHouse> => openHouse({ policyFolder: await policyWith(carried) })
const file = (name: string, type: string) => ({ files: [{ name, size: 10, type }] })
const flags = (house: TestHouse) => house.bot().desk.db.flag.count()

test('an attachment of a kind that the channel does not agree to brings a person, with the reason and nothing of the file', async () => {
  const house = await open()
  const milan = house.world.member('milan')
  await milan.says('#muziek', '', file('nummer.mp3', 'audio/mpeg'))
  await milan.says('#algemeen', '', file('geheimpje.exe', 'application/x-msdownload'))
  await house.settled()
  expect(await flags(house)).toBe(0)
  await milan.says('#muziek', '', file('geheimpje.exe', 'application/x-msdownload'))
  await house.settled()
  const [card] = house.cards()
  expect(card?.words).toContain('In dit kanaal kijkt een mens naar bestanden.')
  expect(JSON.stringify(await house.bot().desk.db.flag.findMany())).not.toContain('geheimpje')
  expect(card?.words).not.toContain('geheimpje')
})

test('a link that is kept for the team brings a person, unless the team posts it or its domain is agreed', async () => {
  const house = await open()
  await house.world.member('milan').says('#muziek', 'luister https://www.youtube.com/watch?v=1')
  await house.world.member('sam').says('#muziek', 'lees https://nieuws.example/1')
  await house.settled()
  expect(await flags(house)).toBe(0)
  await house.world.member('milan').says('#muziek', 'kijk https://www.youtube.com@vreemd.example')
  await house.settled()
  expect(house.cards()[0]?.words).toContain('In dit kanaal kijkt een mens naar links.')
})

test('a link of who joined today brings a person, without a ping; the same link of who is longer here does not', async () => {
  const house = await openHouse()
  const link = 'kijk eens op https://nieuws.example/1'
  await house.world.member('milan').says('#algemeen', link)
  await house.world.joins('nieuwe').says('#algemeen', 'dag allemaal')
  await house.settled()
  expect(await flags(house)).toBe(0)
  await house.world.member('nieuwe').says('#algemeen', link)
  await house.settled()
  expect(house.cards()[0]?.words).toContain('Iemand die pas in het huis is, zet hier een link.')
  await house.pass(25 * 60)
  await house.world.member('nieuwe').says('#algemeen', `${link}?weer`)
  await house.settled()
  expect(await flags(house)).toBe(1)
})
