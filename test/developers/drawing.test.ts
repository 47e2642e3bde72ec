import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawn, whatIsWrong, withDrawing } from '../../.tools/drawing/draw.ts'
import { GROUND, readRooms, START } from '../../.tools/drawing/rooms.ts'

const house = readRooms('.')
const arrow = (from: string, to: string, isTypeOnly = false) => ({ from, to, isTypeOnly })
const wrongWith = (more: Partial<typeof house>): string => whatIsWrong({ ...house, ...more }).join(' ')

test('every room has a storey, and no arrow goes up but those that say why', () => {
  expect(house.rooms).toEqual(expect.arrayContaining([START, GROUND, 'screening', 'queue', 'commands']))
  expect(house.arrows.length).toBeGreaterThan(150)
  expect(whatIsWrong(house)).toEqual([])
})

test('docs/architecture.md draws the rooms and arrows that there are (npm run drawing)', () => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  expect(page).toBe(withDrawing(page, drawn(house)))
})

test('a room, an arrow or an arrow up that nobody drew is found', () => {
  expect(wrongWith({ rooms: [...house.rooms, 'cellar'] })).toMatch(/^cellar\/ has no place yet/)
  expect(wrongWith({ rooms: house.rooms.filter((room) => room !== 'talks') })).toMatch(/talks\/ is gone/)
  expect(wrongWith({ arrows: [...house.arrows, arrow('storage', 'discord')] })).toMatch(
    /storage\/ uses discord\/, which lies above it/,
  )
  expect(wrongWith({ arrows: [...house.arrows, arrow('storage', 'discord', true)] })).toBe('')
  expect(drawn({ ...house, arrows: [...house.arrows, arrow('practice', 'talks')] })).not.toBe(drawn(house))
})
