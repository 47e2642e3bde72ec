import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClock } from '../../src/clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.parse('2026-11-25T13:00:00Z')

/** Real time goes on; the wall can be set apart from it. */
function world(wallOff = 0) {
  let real = START
  let off = wallOff
  const told: number[] = []
  const clock = createClock({
    wall: () => new Date(real + off),
    monotonic: () => real - START + 123_456,
    onWrong: (by) => void told.push(by),
  })
  return {
    clock,
    told,
    pass: (ms: number) => void (real += ms),
    set: (ms: number) => void (off = ms),
    hear: () => clock.heard(new Date(Math.floor(real / 1_000) * 1_000)),
    /** How far the time that is worked with is from the real one. */
    off: () => clock.now().getTime() - real,
  }
}

test.each([
  ['a year ahead', 365 * DAY],
  ['a day ahead', DAY],
  ['an hour back', -HOUR],
] as const)('a clock that leaps %s is not believed while Discord says otherwise', (_what, leap) => {
  const { clock, pass, set, hear, off, told } = world()
  hear()
  pass(MINUTE)
  set(leap)
  expect(off(), 'before Discord was asked').toBe(0)
  expect(clock.wrongBy()).toBe(leap)
  pass(3 * HOUR)
  hear()
  pass(10 * DAY)
  expect(Math.abs(off())).toBeLessThan(2_000)
  expect(told, 'said once').toEqual([leap])
  // Somebody sets it right.
  set(0)
  expect(off()).toBe(0)
  expect(told).toEqual([leap, 0])
})

test('a machine that slept is believed once Discord agrees', () => {
  let wall = START
  let tick = 0
  const clock = createClock({ wall: () => new Date(wall), monotonic: () => tick })
  clock.heard(new Date(wall))
  // Asleep: the counter stands still, the wall goes on.
  wall += 9 * HOUR
  expect(clock.now().getTime()).toBe(START)
  clock.heard(new Date(wall + 400))
  expect(clock.now().getTime()).toBe(wall)
  expect(clock.wrongBy()).toBe(0)
  tick += 1
})

test('a machine that starts with a wrong clock works with the time of Discord', () => {
  const { off, hear, pass, clock } = world(-40 * DAY)
  hear()
  expect(Math.abs(off())).toBeLessThan(2_000)
  pass(DAY)
  expect(Math.abs(off())).toBeLessThan(2_000)
  expect(clock.wrongBy()).toBeLessThan(-39 * DAY)
})

test('small corrections of the clock are followed', () => {
  const { off, set, pass, told } = world()
  set(1_500)
  expect(off()).toBe(1_500)
  pass(MINUTE)
  set(-800)
  expect(off()).toBe(-800)
  expect(told).toEqual([])
})

test('whatever the wall does between two signs of Discord, the time never runs more than two minutes ahead of the real one', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3 * DAY }) }),
    fc.record({ do: fc.constant('leap' as const), ms: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
    fc.record({ do: fc.constant('hear' as const), ms: fc.constant(0) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { off, pass, set, hear } = world()
      hear()
      for (const { do: what, ms } of steps) {
        if (what === 'pass') pass(ms)
        else if (what === 'hear') hear()
        // A leap is more than the slack; creeping is what no clock does by accident.
        else set(Math.abs(ms) < 5 * MINUTE ? 0 : ms)
        expect(off()).toBeLessThanOrEqual(2 * MINUTE + 1_000)
      }
    }),
    { numRuns: 300 },
  )
})
