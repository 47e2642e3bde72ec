import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestHouse } from './house.ts'

/** Everything that the bot keeps: all files of the database and keys, its log, its cards. Stops the bot. */
export async function everythingKept(house: TestHouse): Promise<string> {
  const cards = house.cards().map((card) => JSON.stringify([card.embeds, card.components, card.content]))
  const { db } = house.bot().desk
  const rows = JSON.stringify([
    await db.outboxTarget.findMany(),
    await db.timer.findMany(),
    await db.auditLine.findMany(),
    await db.dailyCount.findMany(),
  ])
  await house.stop()
  const files = readdirSync(dirname(house.databaseFile), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
  return [...files, ...house.log, ...cards, rows].join('\n')
}
