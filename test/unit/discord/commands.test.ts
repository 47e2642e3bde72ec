import { readdirSync } from 'node:fs'
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { FOLDERS } from '../../../src/generated/language-folders.ts'
import { type Command, FOR_TEAM } from '../../../src/discord/command.ts'
import { may, ROLES, type Role } from '../../../src/permissions/table.ts'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { CATALOGUES } from '../../../src/texts/texts.ts'
import { describeCommands } from '../../support/describe-commands.ts'

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
    const there =
      'description_localizations' in payload ? Object.keys(payload.description_localizations ?? {}) : []
    const locales = LANGUAGES.flatMap((language) => FOLDERS[language].discord)
    expect(locales).toContain('nl')
    expect(there.sort(), payload.name).toEqual(locales.sort())
  }
})

test('no two commands share a name or the first part of their buttons', () => {
  expect(new Set(commands.map((command) => command.payload.name)).size).toBe(commands.length)
  expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length)
})

/** Each text that Discord shows while somebody looks for a command or fills it in, in each language. */
function described({
  payload,
}: Command): readonly (readonly [where: string, language: string, text: string])[] {
  interface Described {
    readonly name: string
    readonly description?: string
    readonly description_localizations?: Readonly<Record<string, string>>
    readonly options?: readonly Described[]
  }
  const read = (one: Described, path: string): (readonly [string, string, string])[] => [
    ...Object.entries({ nl: one.description ?? '', ...one.description_localizations }).map(
      ([language, text]) => [path, language, text] as const,
    ),
    ...(one.options ?? []).flatMap((option) => read(option, `${path} ${option.name}`)),
  ]
  return payload.type === ApplicationCommandType.Message ? [] : read(payload as Described, `/${payload.name}`)
}

test('a description says what happens, in a hundred characters, in each language, and never calls itself a command', () => {
  for (const [where, language, text] of commands.flatMap(described)) {
    expect(text.length, `${where} ${language}`).toBeGreaterThan(5)
    expect(text.length, `${where} ${language}`).toBeLessThanOrEqual(100)
    expect(text, `${where} ${language}`).not.toMatch(/^(commando|command|commande)\b/i)
  }
})

const isFor = (role: Role, { act, subcommandActs = {} }: Command): boolean =>
  [act, ...Object.values(subcommandActs)].some((one) => may([role], one))

/** Shown to everybody: a house that is not set up has no role yet, and volunteers have no power on Discord. */
const ALWAYS_SHOWN: ReadonlySet<string> = new Set(['huis', 'wachtrij'])

test('what is not for young people is not in their list, and what is for anybody else of the team is in theirs', () => {
  for (const command of commands) {
    const { payload } = command
    const asks = 'default_member_permissions' in payload ? payload.default_member_permissions : undefined
    const hidden = asks != null
    const open = isFor('member', command) || ALWAYS_SHOWN.has(payload.name)
    expect(hidden, payload.name).toBe(!open)
    expect([undefined, null, FOR_TEAM.default_member_permissions]).toContain(asks)
    // A volunteer has no power on Discord by which it could be shown.
    expect(hidden && isFor('volunteer', command), `${payload.name} for a volunteer`).toBe(false)
    expect(
      ROLES.some((role) => isFor(role, command)),
      payload.name,
    ).toBe(true)
  }
})

test('everything that is typed and of which the bot knows what can be typed is completed', () => {
  /** Free on purpose: words, and a link that somebody copied. */
  const free = ['meld link', 'waarom tekst']
  const known = commands.flatMap((command) => {
    interface Option {
      readonly type: ApplicationCommandOptionType
      readonly name: string
      readonly autocomplete?: boolean
      readonly choices?: readonly unknown[]
      readonly options?: readonly Option[]
    }
    const { payload } = command
    const options = ('options' in payload ? (payload.options ?? []) : []) as readonly Option[]
    const all = options.flatMap((one) =>
      one.type === ApplicationCommandOptionType.Subcommand
        ? (one.options ?? []).map((inner) => ({ ...inner, path: `${one.name} ${inner.name}` }))
        : [{ ...one, path: one.name }],
    )
    return all
      .filter(({ type, choices }) => type === ApplicationCommandOptionType.String && choices === undefined)
      .map(({ path, autocomplete }) => ({
        what: `${payload.name} ${path}`,
        completes: autocomplete === true && command.complete?.[path] !== undefined,
      }))
  })
  expect(known.filter(({ completes }) => !completes).map(({ what }) => what)).toEqual(free)
})

test('docs/commands.md says what is offered', async () => {
  await expect(describeCommands(commands)).toMatchFileSnapshot('../../../docs/commands.md')
})

test('what goes wrong is told with what to do, in each language', () => {
  /** Something to do: an act, a command, or whom to call. */
  const acts =
    /\/[a-z]|\b(typ|probeer|druk|bel|geef|ga|wacht|kijk|vraag|type|try|press|call|give|go|wait|look|ask|tape|réessaie|appuie|appelle|donne|va|attends|regarde|demande)\b/i
  const errors = Object.keys(CATALOGUES.nl).filter((key) =>
    key.startsWith('error.'),
  ) as (keyof typeof CATALOGUES.nl)[]
  expect(errors.length).toBeGreaterThan(6)
  for (const language of LANGUAGES)
    for (const key of errors) expect(CATALOGUES[language][key], `${language} ${key}`).toMatch(acts)
})
