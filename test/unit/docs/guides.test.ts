import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js'
import { expect, test } from 'vitest'
import { SUBCOMMANDS } from '../../../commands/huis.ts'
import { commands } from '../../../commands/index.ts'
import { may, type Role } from '../../../src/permissions/table.ts'
import { STEPS } from '../../../src/setup/steps.ts'
import { nl } from '../../../src/texts/nl/index.ts'
import { boldIn, commandsIn, GUIDES, linksIn, QUESTIONS, read } from '../../support/guides.ts'

/** What may be typed or chosen in a menu by whoever has this role. */
function commandsOf(role: Role): { readonly typed: readonly string[]; readonly inMenu: readonly string[] } {
  const own = commands.filter(({ act }) => may([role], act))
  const inMenu = own.filter(({ payload }) => payload.type === ApplicationCommandType.Message)
  const typed = own.filter((command) => !inMenu.includes(command) && command.id !== 'huis')
  const parts = SUBCOMMANDS.filter(({ act }) => may([role], act)).map(({ option }) => `huis ${option.name}`)
  return {
    typed: [...typed.map(({ payload }) => payload.name), ...parts],
    inMenu: inMenu.map(({ payload }) => payload.name),
  }
}

const EVERYTHING = new Set([
  ...commands.map(({ payload }) => payload.name),
  ...SUBCOMMANDS.map(({ option }) => `huis ${option.name}`),
])

/** What stands on a screen, whole, and what is bold in it. */
const SAYINGS: ReadonlySet<string> = new Set([
  ...Object.values(nl).flatMap((text) => [text, ...boldIn(text)]),
  ...commands.flatMap(({ payload }) =>
    payload.type === ApplicationCommandType.Message ? [payload.name] : [],
  ),
])

/** Whether these words stand somewhere on a screen; "…" is for what differs from one time to another, or for the rest. */
function isOnScreen(words: string): boolean {
  if (SAYINGS.has(words)) return true
  if (!words.includes('…')) return false
  const start = words.slice(0, words.indexOf('…')).trim()
  return [...SAYINGS].some((text) => text.startsWith(start))
}

/** Pages for people of a house, in English; what is on a button stands there in italics. */
const ENGLISH = ['queue', 'duty', 'praat', 'channels', 'privacy', 'who-may-what', 'two-ways-of-reading'].map(
  (name) => `docs/${name}.md`,
)
const PAGES = [
  ...Object.keys(GUIDES),
  QUESTIONS,
  ...ENGLISH,
  'docs/README.md',
  'docs/figures.md',
  'docs/before-you-go-live.md',
]

/** What Discord itself has on a screen. */
const OF_DISCORD: ReadonlySet<string> = new Set([
  ...Object.keys(PermissionFlagsBits).map((name) =>
    name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(' In ', ' in '),
  ),
  'Manage Server',
  'Manage Permissions',
  'Message Content Intent',
  'Bericht melden',
])

test.each(Object.entries(GUIDES))('%s names every command that its reader has', (path, role) => {
  const page = read(path)
  const named = commandsIn(page)
  const { typed, inMenu } = commandsOf(role)
  expect(typed.length).toBeGreaterThan(8)
  expect(typed.filter((name) => !named.includes(name))).toEqual([])
  expect(inMenu.filter((name) => !boldIn(page).includes(name))).toEqual([])
})

test('a guide names no command that its reader does not have', () => {
  for (const [path, role] of [
    ['docs/nl/jongeren.md', 'member'],
    ['docs/nl/moderatoren.md', 'moderator'],
  ] as const) {
    const { typed } = commandsOf(role)
    expect(
      commandsIn(read(path)).filter((name) => !typed.includes(name)),
      path,
    ).toEqual([])
  }
})

test.each(PAGES)('%s names only commands that there are', (path) => {
  expect(commandsIn(read(path)).filter((name) => !EVERYTHING.has(name))).toEqual([])
})

test.each(Object.keys(GUIDES))('what is bold in %s stands so on the screen', (path) => {
  const bold = boldIn(read(path)).filter((words) => words !== 'vet')
  expect(bold.length).toBeGreaterThan(3)
  expect(bold.filter((words) => !isOnScreen(words))).toEqual([])
})

test.each(ENGLISH)(
  'what %s puts in italics and begins with a capital is on a screen of the bot or of Discord',
  (path) => {
    const named = [
      ...read(path)
        .replace(/\s+/g, ' ')
        .matchAll(/(?<=[\s(|"])_(\p{Lu}[^_]*)_/gu),
    ].map(([, words = '']) => words)
    const unknown = named.filter((words) => !OF_DISCORD.has(words) && !isOnScreen(`${words}…`))
    expect(unknown).toEqual([])
  },
)

test('a button that is called otherwise is found, and so is a command that is no more', () => {
  expect(boldIn('Druk op **Neem\nop** of **Toon: …**').map(isOnScreen)).toEqual([true, true])
  expect(['Neem het op', 'Neem…op', 'Gooi: …'].map(isOnScreen)).toEqual([false, true, false])
  expect(commandsIn('`/praat` en `/huis opzet`, niet /raad')).toEqual(['praat', 'huis opzet'])
})

test('the guide for youth workers tells the steps of the set-up, in their order', () => {
  const rows = [...read('docs/nl/jeugdwerkers.md').matchAll(/^\| \*\*(.+?)\*\* \|/gm)].map(([, step]) => step)
  expect(rows).toEqual(STEPS.map((step) => nl[`setup.step.${step}`]))
})

test('the README leads youth workers to their guides before anything else', () => {
  const first = linksIn(read('README.md'))
    .slice(0, 4)
    .map(({ to }) => to)
  expect(first).toEqual(expect.arrayContaining([...Object.keys(GUIDES), QUESTIONS]))
})
