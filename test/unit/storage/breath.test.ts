import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBreath } from '../../../src/storage/breath.ts'
import { connectSqlite } from '../../../src/storage/sqlite-adapter.ts'

/** Keeps the processor, as a statement of SQLite does. */
function work(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('the event loop has its turn between many who never wait, and each of them goes on', async () => {
  const breath = createBreath(5)
  let turns = 0
  let done = 0
  const one = async (): Promise<void> => {
    for (let n = 0; n < 10; n += 1) {
      for (let turn = breath(); turn !== undefined; turn = breath()) await turn
      work(1)
    }
    done += 1
  }
  const count = (): void => {
    turns += 1
    if (done < 20) setImmediate(count)
  }
  setImmediate(count)
  await Promise.all(Array.from({ length: 20 }, one))
  expect(done).toBe(20)
  // 200 ms of work in pieces of five.
  expect(turns).toBeGreaterThan(20)
})

test('who comes when there is time waits for nothing', () => {
  const breath = createBreath(1_000)
  for (let n = 0; n < 100; n += 1) expect(breath()).toBeUndefined()
})

test('three hundred statements at once leave the event loop its turns', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-breath-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { factory, connection } = await connectSqlite(join(folder, 'one.db'), 100)
  onTestFinished(() => void connection.close())
  const adapter = await factory.connect()
  let longest = 0
  let last = performance.now()
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(look, 1)
  const sql =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT sum(i) AS s FROM n'
  const begun = performance.now()
  await Promise.all(Array.from({ length: 300 }, () => adapter.queryRaw({ sql, args: [], argTypes: [] })))
  const whole = performance.now() - begun
  look()
  clearInterval(timer)
  expect(longest).toBeLessThan(whole / 4)
})
