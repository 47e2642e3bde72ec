import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

/** A language that nobody speaks: English in which "e" is written "ë", commands and what stands in braces left alone. */
function made(text: string): string {
  let depth = 0
  return text.replace(/[{}]|\/[a-z-]+|e/g, (found) => {
    if (found === '{') depth += 1
    if (found === '}') depth -= 1
    return found === 'e' && depth === 0 ? 'ë' : found
  })
}

/** All that a folder needs; `but`: a text that is not there yet. */
const folder = (button: string, discord: string, but?: string): string => `
import { en, language as english } from '../en/index.ts'
import type { LanguageFolder } from '../folder.ts'

${made.toString()}
const all: readonly (readonly [string, string])[] = Object.entries(en)
export const language: LanguageFolder = {
  ...english,
  button: '${button}',
  locale: 'de-BE',
  discord: ['${discord}'],
  texts: Object.fromEntries(
    all.filter(([key]) => key !== ${JSON.stringify(but ?? '')}).map(([key, text]) => [key, made(text)]),
  ),
  simple: {},
}
`

/** What a house wrote in English, in the made language as well. */
function alsoIn(code: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => alsoIn(code, one))
  if (typeof value !== 'object' || value === null) return value
  const block = value as Record<string, unknown>
  const all = Object.fromEntries(Object.entries(block).map(([key, inside]) => [key, alsoIn(code, inside)]))
  const english = block['en']
  if (english === undefined) return all
  return { ...all, [code]: typeof english === 'string' ? made(english) : english }
}

async function inPolicies(project: ProjectCopy, code: string): Promise<void> {
  const rules = (await readdir('policies/rules')).map((name) => `rules/${name}`)
  for (const name of ['house.yaml', 'notice.yaml', 'helplines.yaml', 'subjects.yaml', ...rules]) {
    const file = `policies/${name}`
    await project.write(file, stringify(alsoIn(code, parse(await project.read(file)))))
  }
}

/** Runs a line in the copy; it must end well. */
function runs(root: string, line: string): Promise<string> {
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(line, {
    cwd: root,
    env: { ...process.env, PATH: path },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString('utf8')))
  return new Promise((done, fail) =>
    child.once('close', (code) => (code === 0 ? done(said) : fail(new Error(`${line}\n${said}`)))),
  )
}

test('another language is a folder: the bot speaks it from end to end, and one that lacks a text stays off', {
  timeout: 120_000,
}, async () => {
  const project = await copyProject({ built: false })
  await project.make('src/texts/de/index.ts', folder('Auf Deutsch', 'de'))
  await project.make('src/texts/es/index.ts', folder('En español', 'es-ES', 'praat.jac'))
  await inPolicies(project, 'de')
  await inPolicies(project, 'es')
  const house = parse(await project.read('policies/house.yaml')) as object
  await project.write('policies/house.yaml', stringify({ ...house, languages: ['nl', 'fr', 'de', 'es'] }))
  await project.write(
    'vitest.config.ts',
    "export default { test: { include: ['test/fixtures/another-language.ts'] } }\n",
  )
  await runs(project.root, 'node src/texts/generate.mjs')
  expect(await runs(project.root, 'vitest run --testTimeout 60000')).toMatch(/4 passed/)
})
