import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, it } from 'vitest'
import { lookBehind } from '../../../../src/practice/wall/look-behind.ts'
import { openHouse } from '../../../support/house.ts'
import {
  acts,
  createRules,
  people,
  type Person,
  type Rules,
  type Step,
} from '../../../support/practice/evening.ts'
import { openPage } from '../../../support/practice/page.ts'
import type { PageWindow } from '../../../support/practice/page-window.ts'

/** What a window was told that its person may not know, in the frames that came since the last look. */
function findLeaks(
  rules: Rules,
  from: Map<Person, number>,
  windows: ReadonlyMap<Person, PageWindow>,
): string[] {
  const leaks: string[] = []
  for (const [who, window] of windows) {
    const fresh = window.frames.slice(from.get(who) ?? 0)
    from.set(who, window.frames.length)
    for (const frame of fresh)
      for (const [word] of frame.matchAll(/geplant\d{5}woord/g))
        if (!rules.mayRead(word, who)) leaks.push(`${who} was told ${word}: ${frame.slice(0, 300)}`)
  }
  return leaks
}

async function play(steps: readonly Step[]): Promise<void> {
  const house = await openHouse()
  const { page, enter } = await openPage(house, {
    lookBehind: (ask) => lookBehind({ bot: house.bot(), discord: house.discord }, ask),
  })
  const windows = new Map<Person, PageWindow>()
  for (const who of people) windows.set(who, await enter(who))
  const rules = createRules()
  const evening = { house, windows, rules }
  const from = new Map<Person, number>()
  const done: string[] = []
  for (const step of [...beginning, ...steps]) {
    done.push(`${step.act} ${step.a} ${step.b} ${step.c}`)
    await acts[step.act](evening, step)
    rules.look()
    await house.settled()
    // A line keeps its order: when this is answered, all that was told before has come.
    for (const window of windows.values()) await window.wish({ do: 'open', channel: '1' })
    expect(findLeaks(rules, from, windows), `after ${done.slice(-12).join(', ')}`).toEqual([])
  }
  // At the end everybody reads all that they can reach.
  for (const window of windows.values())
    for (const channel of house.discord.hub.channels.keys()) await window.wish({ do: 'open', channel })
  expect(findLeaks(rules, from, windows), 'at the end').toEqual([])
  // Nor is anybody ever sent what opens a door: the token of the bot, of an interaction, of a webhook.
  const { hub, token } = house.discord
  const keys = [token, ...hub.interactions.keys(), ...[...hub.webhooks.values()].map((one) => one.token)]
  expect(keys.length).toBeGreaterThan(3)
  for (const window of windows.values())
    expect(keys.filter((key) => window.frames.some((frame) => frame.includes(key)))).toEqual([])
  // The evening was one in which something could leak: each was told something, and not everything.
  const words = rules.words()
  expect(house.cards().length).toBeGreaterThan(1)
  for (const [who, window] of windows) {
    const all = window.frames.join('\n')
    const told = words.filter((word) => all.includes(word))
    expect(told.length, who).toBeGreaterThan(0)
    expect(told.length, who).toBeLessThan(words.length)
  }
  await page.stop()
  await house.stop()
}

/** What every evening begins with, so that each kind of secret is there: all else is chance. */
const beginning: readonly Step[] = [
  { act: 'say', a: 0, b: 0, c: 1 },
  { act: 'say', a: 2, b: 2, c: 0 },
  { act: 'say', a: 1, b: 1, c: 0 },
  { act: 'writeToBot', a: 0, b: 0, c: 2 },
  { act: 'writeToBot', a: 4, b: 0, c: 0 },
  { act: 'openThread', a: 0, b: 0, c: 0 },
  { act: 'say', a: 0, b: 3, c: 0 },
  { act: 'bring', a: 0, b: 1, c: 0 },
  { act: 'report', a: 2, b: 0, c: 0 },
  { act: 'toon', a: 0, b: 3, c: 0 },
  { act: 'toon', a: 1, b: 3, c: 0 },
  { act: 'role', a: 0, b: 0, c: 0 },
]

const step = record({
  act: constantFrom(...(['say', 'say', 'say', 'say', ...Object.keys(acts)] as (keyof typeof acts)[])),
  a: nat(40),
  b: nat(40),
  c: nat(40),
})

it('whatever everybody does in an evening, no window is ever told words that its person may not see', async () => {
  await assert(asyncProperty(array(step, { minLength: 40, maxLength: 50 }), play), {
    // One evening with each run of the tests, another one each time; EVENINGS=50 plays fifty.
    numRuns: Number(process.env['EVENINGS'] ?? 1),
    // What was played is in the message; playing it again in smaller and smaller parts takes minutes.
    endOnFailure: true,
  })
}, 600_000)
