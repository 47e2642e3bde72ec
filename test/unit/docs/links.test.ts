import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { anchorsIn, GUIDE_PICTURES, type Link, linksIn, read } from '../../support/guides.ts'

const markdownIn = (folder: string, recursive: boolean): readonly string[] =>
  readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => normalize(join(folder, name)))
const PAGES = [...markdownIn('.', false), ...markdownIn('docs', true)]
/** Bytes: a guide is also read on a phone. */
const AT_MOST = 150_000

/** What is wrong with a link of a page; undefined when it leads somewhere, or out of the repository. */
function wrong(page: string, { to, label, picture }: Link): string | undefined {
  if (/^(https?|mailto):/.test(to)) return undefined
  const [path = '', anchor] = to.split('#')
  const file = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(file)) return `${page}: ${to} is not there`
  if (picture && label.length < 10) return `${page}: ${to} says nothing to who cannot see it`
  if (anchor === undefined || !file.endsWith('.md')) return undefined
  return anchorsIn(read(file)).has(anchor) ? undefined : `${page}: ${file} has no heading #${anchor}`
}

test('every link of a page leads to a file, a heading or a picture that is there', () => {
  expect(PAGES.length).toBeGreaterThan(20)
  expect(PAGES.flatMap((page) => linksIn(read(page)).flatMap((link) => wrong(page, link) ?? []))).toEqual([])
})

test('a link to nothing is found, and so is a picture without words', () => {
  const page = 'docs/nl/jongeren.md'
  const one = (markdown: string) => linksIn(markdown).map((link) => wrong(page, link))
  expect(one('[x](../niets.md) [y](../queue.md#niets) ![](../pictures/praat.png)')).toEqual([
    expect.stringContaining('is not there'),
    expect.stringContaining('has no heading #niets'),
    expect.stringContaining('says nothing'),
  ])
  expect(one('`[x](../niets.md)` [y](../queue.md#drills) [z](https://www.jac.be)')).toEqual([
    undefined,
    undefined,
  ])
})

test('every picture is small, made by command, and shown on a page', () => {
  const shown = new Set(
    PAGES.flatMap((page) =>
      linksIn(read(page)).flatMap(({ to, picture }) => (picture ? [normalize(join(dirname(page), to))] : [])),
    ),
  )
  const pictures = readdirSync('docs/pictures').map((name) => `docs/pictures/${name}`)
  expect([...shown].sort()).toEqual(pictures.sort())
  const made: readonly string[] = ['practice-house.png', ...GUIDE_PICTURES]
  expect(pictures).toEqual(made.map((name) => `docs/pictures/${name}`).sort())
  for (const picture of pictures) expect(statSync(picture).size, picture).toBeLessThan(AT_MOST)
})

test('docs/README.md leads to every page of docs/', () => {
  const named = new Set(
    linksIn(read('docs/README.md')).map(({ to }) => normalize(join('docs', to.split('#')[0] ?? ''))),
  )
  const pages = PAGES.filter((page) => page.startsWith('docs/') && page !== normalize('docs/README.md'))
  expect(pages.filter((page) => !named.has(page))).toEqual([])
})
