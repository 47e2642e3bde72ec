import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesOf } from '../../src/written-places.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'places-'))
  // All of the first line was written on the third line of the other file, from its third column on.
  const map = { version: 3, sources: ['../src/bot.ts'], names: [], mappings: 'AAEE' }
  await writeFile(join(folder, 'bot.js.map'), JSON.stringify(map))
  await writeFile(join(folder, 'broken.js.map'), '{')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const errorAt = (...lines: readonly string[]): Error => {
  const error = new Error('geheimwoord')
  error.stack = ['Error: geheimwoord', ...lines].join('\n')
  return error
}

test('a place is that in the file that somebody wrote', () => {
  const built = join(folder, 'bot.js')
  const url = pathToFileURL(built).href
  const wrote = join(folder, '..', 'src', 'bot.ts')
  const error = errorAt(
    `    at async startBot (${url}:1:9)`,
    `    at ${url}:1:9`,
    `    at say (${built}:1:9)`,
  )
  expect(placesOf(error, 8)).toEqual([
    `    at async startBot (${wrote}:3:3)`,
    `    at ${wrote}:3:3`,
    `    at say (${wrote}:3:3)`,
  ])
})

test('a place of which nothing better is known stands as it is', () => {
  const broken = pathToFileURL(join(folder, 'broken.js')).href
  const lines = [
    `    at a (${broken}:1:9)`,
    `    at b (${pathToFileURL(join(folder, 'no-map.js')).href}:1:9)`,
    '    at node:internal/process/task_queues:95:5',
    '    at new Promise (<anonymous>)',
  ]
  expect(placesOf(errorAt(...lines), 8)).toEqual(lines)
})

test('only the first places are told, and never the message', () => {
  const error = errorAt(
    '    at a (/x/a.js:1:1)',
    'geheimwoord',
    '    at b (/x/b.js:1:1)',
    '    at c (/x/c.js:1:1)',
  )
  expect(placesOf(error, 2)).toEqual(['    at a (/x/a.js:1:1)', '    at b (/x/b.js:1:1)'])
  expect(placesOf(new Error('geheimwoord'), 8).join('\n')).not.toContain('geheimwoord')
})
