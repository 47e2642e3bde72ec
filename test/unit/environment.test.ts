import { expect, test } from 'vitest'
import { readEnvironment } from '../../src/environment.ts'

test('without any setting the bot has its usual places and no token', () => {
  expect(readEnvironment({})).toEqual({
    DISCORD_API: 'https://discord.com/api',
    DATABASE_URL: 'file:data/huisbot.db',
    HUISBOT_KEYS: 'data/keys',
    HUISBOT_KEYS_LOST: 'no',
    HUISBOT_STOP_SECONDS: 10,
    HUISBOT_POLICIES: 'policies',
    LOG_LEVEL: 'info',
  })
})

test('an empty line in .env counts as absent', () => {
  expect(readEnvironment({ DISCORD_TOKEN: '', LOG_LEVEL: '' })).not.toHaveProperty('DISCORD_TOKEN')
})

test('a wrong setting is named without its value', () => {
  expect(() => readEnvironment({ DISCORD_API: 'geheim' })).toThrow(/DISCORD_API/)
  expect(() => readEnvironment({ DISCORD_API: 'geheim' })).not.toThrow(/geheim/)
})
