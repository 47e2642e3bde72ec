import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'

const INSULT = 'wat zijt gij een kankerlijer'

const copied = (): string => {
  const folder = join(tempFolder(), 'policies')
  cpSync('policies', folder, { recursive: true })
  return folder
}
const toTeam = (house: TestHouse): string =>
  house.world
    .channel('#wachtrij')
    .messages()
    .map(({ content }) => content)
    .join('\n')

test('rules that cannot stand and nothing better: reports only, what is said meanwhile is read once they can', async () => {
  const folder = copied()
  const good = copied()
  const house = await openHouse({ policyFolder: folder })
  await house.pass(1)
  await house.stop()
  writeFileSync(join(folder, 'rules', 'harassment.yaml'), 'rules: [')
  // Nobody kept the former ones: an installation from before this version.
  const broken = await openBroken(house, folder)
  expect(broken).toBe('started')
  expect(house.log.join('')).toContain('starts without rules and reads nothing')
  await house.pass(2)
  expect(toTeam(house)).toContain('De bot startte zonder regels')
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  expect(house.cards()).toHaveLength(0)
  const noor = house.world.member('noor')
  expect((await noor.runs('/praat')).message?.words).toContain('Waarover wil je praten')
  await house.stop()
  await house.start({ policyFolder: good })
  await house.pass(1)
  expect(house.cards(), 'what was said meanwhile').toHaveLength(1)
  expect(toTeam(house)).not.toContain('De bot startte zonder regels')
})

test('without channels and roles there is no house: the bot does not start, and nothing is written', async () => {
  const folder = copied()
  const house = await openHouse({ policyFolder: folder })
  await house.stop()
  writeFileSync(join(folder, 'house.yaml'), 'name: [')
  await expect(house.start({ safely: true })).rejects.toMatchObject({ code: 'POLICY' })
})

const openBroken = async (house: TestHouse, policyFolder: string): Promise<string> => {
  await house.start({ policyFolder, safely: true })
  return 'started'
}
