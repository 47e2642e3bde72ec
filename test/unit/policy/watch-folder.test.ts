import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchPolicyFolder } from '../../../src/policy/watch-folder.ts'
import { manualClock } from '../../../src/practice/clock.ts'

async function watched() {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-watch-'))
  await mkdir(join(folder, 'rules'))
  await writeFile(join(folder, 'house.yaml'), 'name: Het Huis\n')
  const clock = manualClock(new Date('2026-11-25T13:00:00Z'))
  let times = 0
  const watching = watchPolicyFolder(folder, {
    changed: () => void times++,
    after: (ms, run) => clock.after(ms, run),
  })
  onTestFinished(async () => {
    watching.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await watching.look()
  return { folder, clock, watching, times: () => times }
}

test('a changed file is told once, when nobody has written for a moment', async () => {
  const { folder, watching, times } = await watched()
  await writeFile(join(folder, 'rules', 'spam.yaml'), 'category: sp')
  await watching.look()
  expect(times()).toBe(0)
  await writeFile(join(folder, 'rules', 'spam.yaml'), 'category: spam\n')
  await watching.look()
  expect(times()).toBe(0)
  await watching.look()
  await watching.look()
  expect(times()).toBe(1)
})

test('what an editor puts beside the files is no change', async () => {
  const { folder, watching, times } = await watched()
  for (const name of [
    '.house.yaml.swp',
    'house.yaml~',
    '#house.yaml#',
    '4913',
    'house.yaml.tmp',
    'notes.txt',
  ])
    await writeFile(join(folder, name), 'x')
  await watching.look()
  await watching.look()
  expect(times()).toBe(0)
  // The way in which many editors save: a new file in the place of the old one.
  await rename(join(folder, 'house.yaml.tmp'), join(folder, 'house.yaml'))
  await watching.look()
  await watching.look()
  expect(times()).toBe(1)
})

test('a folder of which the disk tells nothing is looked at now and then', async () => {
  const { folder, clock, times } = await watched()
  // A folder that comes later: nothing on this disk can be watched for it yet.
  await rm(folder, { recursive: true })
  const until = Date.now() + 10_000
  while (times() === 0 && Date.now() < until) {
    clock.advance(15_000)
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  expect(times()).toBe(1)
})

test('the disk tells of a change by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-watch-'))
  const asked: number[] = []
  const told = new Promise<void>((resolve) => {
    const watching = watchPolicyFolder(folder, {
      changed: resolve,
      after(ms, run) {
        asked.push(ms)
        // Only the wait after something was heard passes; nothing is ever looked at by time alone.
        if (ms < 5_000) setImmediate(run)
        return () => undefined
      },
    })
    onTestFinished(async () => {
      watching.stop()
      await rm(folder, { recursive: true, force: true })
    })
    void watching.look().then(() => writeFile(join(folder, 'house.yaml'), 'name: Het Huis\n'))
  })
  await told
  expect(asked.some((ms) => ms < 5_000)).toBe(true)
})
