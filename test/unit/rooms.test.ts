import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Every source file under a folder, with what it imports. */
function imports(folder: string): { file: string; from: string[] }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'),
    )
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const from = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm)].map(
        (match) => match[1] ?? '',
      )
      return { file, from }
    })
}

const CORE = [
  'channels',
  'permissions',
  'policy',
  'screening',
  'evaluate',
  'queue',
  'deciding',
  'talks',
  'reports',
  'referral',
  'notice',
  'duty',
  'privacy',
  'statistics',
  'texts',
  'storage',
  'outbox',
  'house',
]
const DISCORD = /^(?:discord\.js|discord-api-types|@discordjs\/)|\/discord\/|\/commands\//

test('only discord/, commands/ and practice/ know Discord', () => {
  const found = CORE.flatMap((room) => imports(join('src', room))).filter(({ from }) =>
    from.some((name) => DISCORD.test(name)),
  )
  expect(found.map(({ file }) => file)).toEqual([])
})

test('the bot never imports the practice house', () => {
  const bot = [...imports('src'), ...imports('commands')].filter(
    ({ file }) => !file.startsWith(join('src', 'practice')),
  )
  expect(bot.length).toBeGreaterThan(80)
  expect(
    bot.filter(({ from }) => from.some((name) => name.includes('/practice/'))).map(({ file }) => file),
  ).toEqual([])
})

test('screening, referral and the life cycle of a flag look at no clock and no chance', () => {
  const pure = ['src/screening', 'src/referral', 'src/notice']
    .flatMap((folder) => imports(folder))
    .map(({ file }) => file)
  for (const file of [...pure, 'src/queue/lifecycle.ts', 'src/queue/decide.ts', 'src/queue/card.ts']) {
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/new Date\(\)|Date\.now\(|Math\.random|randomUUID/)
  }
})

test('a database is opened in one place, which keeps what must not be collected', () => {
  const opens = ['src', 'commands', 'test']
    .flatMap((folder) => imports(folder))
    .filter(({ file }) => /^import (?!type)[^'"]*'better-sqlite3'/m.test(readFileSync(file, 'utf8')))
  expect(opens.map(({ file }) => file)).toEqual([join('src', 'storage', 'statements.ts')])
})
