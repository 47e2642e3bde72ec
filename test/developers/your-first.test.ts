import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

/** A block of the page: what stands behind its first word says what to do with it. */
interface Block {
  readonly section: string
  readonly wish: string
  readonly text: string
}

const page = readFileSync('docs/your-first.md', 'utf8')
const blocks: readonly Block[] = page
  .split(/^## /m)
  .slice(1)
  .flatMap((part) =>
    [...part.matchAll(/^```\w+ ([^\n]+)\n(.*?)^```$/gms)].map(([, wish = '', text = '']) => ({
      section: part.slice(0, part.indexOf('\n')),
      wish,
      text,
    })),
  )
const quoted = (wish: string, name: string): string | undefined =>
  new RegExp(`${name}="([^"]+)"`).exec(wish)?.[1]

/** Does with a file what the page says: makes it, adds lines under a line, or puts a line in the place of another. */
async function follow(project: ProjectCopy, { wish, text }: Block): Promise<void> {
  const file = /^file=(\S+)/.exec(wish)?.[1] ?? ''
  const [under, instead] = [quoted(wish, 'under'), quoted(wish, 'instead')]
  const beginning = under ?? instead
  if (beginning === undefined) return project.make(file, text)
  const lines = (await project.read(file)).split('\n')
  const at = lines.findIndex((line) => line.startsWith(beginning))
  expect(at, `${file} must have a line that begins with: ${beginning}`).toBeGreaterThan(-1)
  lines.splice(under === undefined ? at : at + 1, under === undefined ? 1 : 0, text.replace(/\n$/, ''))
  await project.write(file, lines.join('\n'))
}

/** What a line of the page says when it is typed; it must end well. */
function typed(root: string, line: string, more: Readonly<Record<string, string>>): Promise<string> {
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const env = { ...process.env, ...more, PATH: path }
  const child = spawn(line, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString('utf8')))
  return new Promise((done, fail) =>
    child.once('close', (code) => (code === 0 ? done(said) : fail(new Error(`${line}\n${said}`)))),
  )
}

const mustHold = (said: string, { section, text }: Block): void =>
  expect(said, section).toContain(text.trim())

/** Somebody who does what the page says, block after block. */
function newcomer(project: ProjectCopy): (block: Block) => Promise<void> {
  let said = ''
  let isBuilt = true
  return async (block) => {
    if (block.wish === 'expect') return mustHold(said, block)
    if (block.wish !== 'run') {
      isBuilt &&= !block.wish.includes('.ts')
      return follow(project, block)
    }
    said = ''
    for (const line of block.text.trim().split('\n')) {
      // Where no program changed, building again finds nothing to do, and takes its time for it.
      said += await typed(project.root, line, isBuilt ? { npm_config_ignore_scripts: 'true' } : {})
      isBuilt ||= line.startsWith('npm run')
    }
  }
}

test('docs/your-first.md: who does what it says has a rule, a command and a language', {
  timeout: 240_000,
}, async () => {
  const project = await copyProject()
  // What the page tests stands on SQLite: no second PostgreSQL is started for it.
  await project.change('vitest.config.ts', "globalSetup: ['test/support/postgres/global-setup.ts'],", '')
  const does = newcomer(project)
  for (const block of blocks) await does(block)
  expect(blocks.filter(({ wish }) => wish === 'run')).toHaveLength(3)
  expect(blocks.filter(({ wish }) => wish.startsWith('file='))).toHaveLength(11)
})

test('what a newcomer is told about other pages is there', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
  for (const link of links.filter((one) => !one.startsWith('http')))
    expect(readFileSync(join('docs', link), 'utf8').length, link).toBeGreaterThan(100)
})
