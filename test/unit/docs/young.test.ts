import { expect, test } from 'vitest'
import type { Helpline } from '../../../src/policy/schema.ts'
import { hardIn, ORDINARY, wordsOf } from '../../../src/reading/measure.ts'
import { reading } from '../../../src/texts/nl/reading.ts'
import { agreementsOf } from '../../support/agreements.ts'
import { commandsIn, read, YOUNG } from '../../support/guides.ts'

/** The lines on the page, in this order: for anything first, then what is about one thing. */
const LINES = ['jac', 'awel', 'tele-onthaal', 'zelfmoordlijn', '1712', 'childfocus'] as const
const FROM = /(?<=<!-- hulplijnen: .* -->\n)[\s\S]*(?=<!-- einde hulplijnen -->)/
/** Words on one page of paper, with its picture. */
const ONE_PAGE = 460

const { policy } = await agreementsOf('policies')
const page = read(YOUNG)

const month = (day: string): string =>
  new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day))
const site = (url: string): string => `[${new URL(url).host.replace(/^www\./, '')}](${url})`

/** Only hours that are always true stand on paper: /praat says the others, and only while somebody checked them. */
function rowOf({ name, about, ageMin, ageMax, phone, chat, web, verifiedOn }: Helpline): string {
  const ages = ageMin === undefined || ageMax === undefined ? '' : ` Voor ${ageMin} tot ${ageMax} jaar.`
  const call =
    phone === undefined ? [] : [`bel ${phone.number}${phone.hours === '24/7' ? ', dag en nacht' : ''}`]
  const type = chat === undefined ? (web === undefined ? [] : [site(web)]) : [`chat op ${site(chat.url)}`]
  return `| ${name} | ${about.nl}${ages} | ${[...call, ...type].join('; ')} | ${month(verifiedOn)} |`
}

function table(helplines: readonly Helpline[]): string {
  const rows = LINES.map((id) => {
    const line = helplines.find((one) => one.id === id)
    if (line === undefined) throw new Error(`no line ${id} in policies/helplines.yaml`)
    return rowOf(line)
  })
  return ['', '| wie | waarvoor | hoe | nagekeken in |', '| --- | --- | --- | --- |', ...rows, '', ''].join(
    '\n',
  )
}

/** What somebody reads, a piece at a time: no marks, no pictures; a cell of a table is a sentence. */
function piecesOf(markdown: string): readonly string[] {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/\n\s*\n|\n(?=[-|#])/)
    .map((piece) =>
      piece
        .replace(/^#+ |^- |^\|[- |]*$/g, '')
        .replace(/`/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/ ?\| ?/g, '\n')
        .trim(),
    )
    .filter((piece) => wordsOf(piece).length > 0)
}

test('the page for young people has the lines as the agreements have them', async () => {
  expect(page).toMatch(FROM)
  await expect(page.replace(FROM, table(policy.helplines))).toMatchFileSnapshot(`../../../${YOUNG}`)
})

test('no number and no hour stands on it that is not a line of the agreements', () => {
  const rest = page.replace(FROM, '').replace(/!?\[[^\]]*\]\([^)]*\)/g, '')
  expect(rest.match(/\d+/g)?.filter((number) => !['112', '101'].includes(number))).toEqual([])
  expect(rest).not.toMatch(/dag en nacht|24 ?\/ ?7|\d+ uur/)
  const numbers = new Set(policy.helplines.flatMap(({ phone }) => phone?.number ?? []))
  const called = [...page.matchAll(/\bbel ([\d ]+)/gi)].map(([, number = '']) => number.trim())
  expect(called.length).toBeGreaterThan(4)
  expect(called.filter((number) => number !== '112' && !numbers.has(number))).toEqual([])
  for (const row of page.match(/^\|.*dag en nacht.*$/gm) ?? []) {
    const line = policy.helplines.find(({ name }) => row.startsWith(`| ${name} |`))
    expect(line?.phone?.hours, row).toBe('24/7')
  }
})

test('it reads as easily as everything else that young people read', () => {
  const pieces = piecesOf(page)
  expect(pieces.length).toBeGreaterThan(20)
  expect(
    pieces.flatMap((piece) => hardIn(piece, reading, ORDINARY).map((hard) => ({ piece, ...hard }))),
  ).toEqual([])
  expect(hardIn(pieces.join('\n'), reading, ORDINARY)).toEqual([])
  const worse = page.replace(
    'We maken geen lijsten van mensen.',
    'Betreffende personen worden geen lijsten aangelegd.',
  )
  expect(piecesOf(worse).flatMap((piece) => hardIn(piece, reading, ORDINARY))).not.toEqual([])
})

test('it is one page, and says what the bot cannot do', () => {
  expect(piecesOf(page).flatMap(wordsOf).length).toBeLessThan(ONE_PAGE)
  expect(page).toContain('geen hulpverlener')
  expect(page).toContain('niet altijd')
  expect(page).toContain('Discord is niet privé')
  expect(commandsIn(page)).toContain('praat')
})
