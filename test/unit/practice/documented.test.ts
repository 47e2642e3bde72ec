import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { audiences } from '../../../src/practice/gateway/events.ts'
import { allRoutes } from '../../../src/practice/rest/routes/all.ts'
import { limitsOfTheCheck } from '../../support/practice/spec-check.ts'

const page = readFileSync('docs/local-discord.md', 'utf8')
const steps = readFileSync('docs/on-real-discord.md', 'utf8')

/** A part of the page, by its heading. */
function part(heading: string): string {
  const found = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`))
  if (found === undefined) throw new Error(`docs/local-discord.md has no part "${heading}".`)
  return found
}

/** The code at the begin of each row of a table. */
const rowsOf = (text: string): string[] =>
  [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((one) => one[1] ?? '').sort()

const info = () =>
  ({ url: '', shards: 1, session_start_limit: {} }) as ReturnType<Parameters<typeof allRoutes>[0]>

it('every route is in the documentation, and every route of the documentation is there', () => {
  const routes = allRoutes(info).map((one) => `${one.method} ${one.path}`)
  expect(rowsOf(part('Routes'))).toEqual(routes.sort())
})

it('every event that is sent is in the documentation, and every event of the documentation is sent', () => {
  const folder = 'src/practice'
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // The table of intents names every event that there is; it sends none.
    .filter((file) => file.endsWith('.ts') && file !== 'gateway/events.ts')
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')
  const sent = Object.keys(audiences).filter((name) => source.includes(`'${name}'`))
  expect(rowsOf(part('Events'))).toEqual(sent.sort())
})

it('every error is in the documentation, and every error of the documentation is there', () => {
  const source = readFileSync('src/practice/errors.ts', 'utf8')
  const known = [...source.matchAll(/^ {2}(\d+): \[/gm)].map((one) => Number(one[1]))
  const documented = [...part('Errors').matchAll(/`(\d+)`/g)].map((one) => Number(one[1]))
  expect(known.length).toBeGreaterThan(30)
  expect(documented.sort((a, b) => a - b)).toEqual(known.sort((a, b) => a - b))
})

it('what the check of the description cannot see is said in the documentation, in the same words', () => {
  for (const limit of limitsOfTheCheck) expect(page).toContain(limit)
})

it('every step to try on real Discord says what to do, what should be seen, and what to change otherwise', () => {
  const list = steps.split(/^### /m).slice(1)
  expect(list.length).toBeGreaterThan(12)
  for (const one of list) {
    const [title = ''] = one.split('\n')
    for (const word of ['**Do:**', '**See:**', '**Otherwise:**']) expect(one, title).toContain(word)
  }
})

it('every file that the list names as the place to change is there', () => {
  const named = [...steps.matchAll(/`(src\/[^`]+\.ts)`/g)].map((one) => one[1] ?? '')
  expect(named.length).toBeGreaterThan(8)
  for (const file of new Set(named)) expect(() => readFileSync(file), file).not.toThrow()
})
