import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EXIT } from '../../src/run-until-stopped.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { seedFor } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'

/** The program as `npm start` runs it, with its commands beside it. */
async function program() {
  const discord = await startLocalDiscord({
    seedGuild: seedFor(await loadPolicy('policies')),
    privilegedIntents: ['MessageContent'],
  })
  onTestFinished(() => discord.stop())
  const folder = tempFolder()
  const env = {
    PATH: process.env['PATH'],
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DATABASE_URL: `file:${join(folder, 'huisbot.db')}`,
    HUISBOT_KEYS: join(folder, 'keys'),
    HUISBOT_HEALTH: join(folder, 'health.sock'),
  }
  const start = async (): Promise<{
    child: ChildProcess
    said: () => string
    ended: Promise<number | null>
  }> => {
    const child = spawn(process.execPath, ['dist/src/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => void (said += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => void (said += part))
    const ended = new Promise<number | null>((resolve) => void child.once('exit', (code) => resolve(code)))
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (said.includes('the bot is running')) resolve()
      }
      child.stdout.on('data', look)
      child.once('exit', () => reject(new Error(`it ended: ${said}`)))
    })
    return { child, said: () => said, ended }
  }
  const run = (main: string, ...args: string[]) =>
    spawnSync(process.execPath, [join('dist/src', main), ...args], { encoding: 'utf8', timeout: 20_000, env })
  return { discord, folder, start, run }
}

test('the program: backed up while it runs, stopped in order by a signal, put back', async () => {
  const { folder, start, run } = await program()
  const first = await start()
  const backup = run('backup/backup-main.js', '--to', join(folder, 'backups'))
  expect([backup.status, backup.stdout]).toEqual([0, expect.stringContaining('checked; the bot went on')])
  expect(backup.stdout).toContain('The keys are not in it')
  expect(run('backup/restore-main.js', '--from', join(folder, 'backups'), '--replace').stderr).toMatch(
    /A bot runs on the database .*; stop it first\.\n$/,
  )
  expect(existsSync(join(folder, 'health.sock'))).toBe(true)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(EXIT.stopped)
  expect(first.said()).toContain('"msg":"stopping"')
  expect(existsSync(join(folder, 'huisbot.db-wal')), 'closed whole').toBe(false)

  const put = run('backup/restore-main.js', '--from', join(folder, 'backups'), '--replace')
  expect([put.status, put.stdout]).toEqual([0, expect.stringContaining('Start the bot')])
  expect(readdirSync(folder).some((name) => name.startsWith('huisbot.db.before-huisbot-'))).toBe(true)

  // What it was put back from is the database of the house; a letter in its place is refused in one sentence.
  writeFileSync(join(folder, 'huisbot.db'), 'dit is een brief en geen databank '.repeat(40))
  const refused = run('main.js')
  expect([refused.status, refused.stderr.trim().split('\n')]).toEqual([
    EXIT.notStarted,
    [expect.stringContaining('is not a database')],
  ])
}, 60_000)
