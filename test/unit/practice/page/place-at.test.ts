import { assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { EDGE, placeAt } from '../../../../src/practice/page/interactions/place-at.ts'
import { toggled } from '../../../../src/practice/page/interactions/toggled.ts'

const screen = { width: 360, height: 740 }
const boxOf = ({ x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>) => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
  width,
})

test('whatever it belongs to, what floats never begins outside the screen, nor ends beside it', () => {
  assert(
    property(
      record({
        x: integer({ min: -50, max: 400 }),
        y: integer({ min: -50, max: 800 }),
        width: integer({ min: 0, max: 360 }),
        height: integer({ min: 0, max: 60 }),
      }),
      record({ width: integer({ min: 20, max: 340 }), height: integer({ min: 20, max: 700 }) }),
      constantFrom('below' as const, 'above' as const, 'right' as const),
      (at, size, side) => {
        const { left, top } = placeAt(boxOf(at), size, screen, side)
        expect(left).toBeGreaterThanOrEqual(EDGE)
        expect(top).toBeGreaterThanOrEqual(EDGE)
        expect(left + size.width).toBeLessThanOrEqual(screen.width - EDGE)
      },
    ),
  )
})

test('it stands on the side that was asked, and on the other where it only fits there', () => {
  const size = { width: 200, height: 300 }
  const high = boxOf({ x: 20, y: 40, width: 200, height: 40 })
  const low = boxOf({ x: 20, y: 660, width: 200, height: 40 })
  expect(placeAt(high, size, screen, 'below').top).toBe(84)
  expect(placeAt(low, size, screen, 'below').top).toBe(356)
  expect(placeAt(low, size, screen, 'above').top).toBe(356)
  expect(placeAt(high, size, screen, 'above').top).toBe(84)
  const menu = boxOf({ x: 10, y: 100, width: 100, height: 36 })
  expect(placeAt(menu, size, screen, 'right')).toEqual({ left: 110, top: 100 })
})

test('of one choice the next replaces it; of several, never more than it takes', () => {
  expect(toggled(['a'], 'b', { least: 1, most: 1 })).toEqual(['b'])
  expect(toggled(['a'], 'a', { least: 1, most: 1 })).toEqual(['a'])
  expect(toggled(['a'], 'a', { least: 0, most: 1 })).toEqual([])
  expect(toggled(['a'], 'b', { least: 1, most: 2 })).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'c', { least: 1, most: 2 })).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a', { least: 2, most: 2 })).toEqual(['b'])
})
