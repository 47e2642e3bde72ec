import { readdirSync } from 'node:fs'
import { ApplicationCommandType } from 'discord.js'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { FOLDERS } from '../../../src/generated/language-folders.ts'
import { LANGUAGES } from '../../../src/policy/schema.ts'

test('every file of commands/ is offered, and nothing else', () => {
  const files = readdirSync('commands').filter((file) => file !== 'index.ts')
  expect(
    commands.map((command) => `${command.payload.name.toLowerCase().replaceAll(' ', '-')}.ts`).sort(),
  ).toEqual(files.sort())
})

test('names are the same for everyone, descriptions are there in every language', () => {
  for (const { payload } of commands) {
    expect(payload.name_localizations, payload.name).toBeUndefined()
    if (payload.type === ApplicationCommandType.Message) continue
    const described =
      'description_localizations' in payload ? Object.keys(payload.description_localizations ?? {}) : []
    const locales = LANGUAGES.flatMap((language) => FOLDERS[language].discord)
    expect(locales).toContain('nl')
    expect(described.sort(), payload.name).toEqual(locales.sort())
  }
})

test('no two commands share a name or the first part of their buttons', () => {
  expect(new Set(commands.map((command) => command.payload.name)).size).toBe(commands.length)
  expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length)
})
