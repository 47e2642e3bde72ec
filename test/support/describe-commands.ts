import { ApplicationCommandType } from 'discord.js'
import type { Command } from '../../src/discord/command.ts'
import { type Act, may, type Role } from '../../src/permissions/table.ts'

const HEAD = `# Every command

This page is made from \`commands/\`; a test keeps it true. To change it, change the command and run
\`npx vitest run test/unit/discord/commands.test.ts -u\`. Names are the same in every language, because notices and friends
say them; Discord shows the description in the language of the app. An answer is in the language of the house, with a button
for each other one. What each role may is in [who-may-what.md](who-may-what.md).

Everything that takes a code, a day or a link proposes what can be chosen, or says why there is nothing. Nothing works only
for who knows an id: each list has a menu that opens what is in it. What takes longer than Discord's three seconds says so,
and its answer comes in place of that.

## Who sees a command in the list

Young people are offered what is for them, and \`/huis\` and \`/wachtrij\`, which answer them that they are for the team: in a
server that is not set up yet nobody has a role of the team, and a volunteer has no power on Discord by which a command could
be shown. Discord offers the other commands of the team (and _Verwijs door_ and _Waarom dit bericht_ in the menu of a message)
to roles that may give members a time-out (_Leden een time-out geven_). Where your role of youth workers or moderators has
no such right, or where you want it otherwise: _Serverinstellingen_ → _Integraties_ → the bot → the command → add the role.
An administrator sees every command. Seeing is not being allowed: the bot asks its own table at each press.

`

const ROLE_NAMES = {
  member: 'everybody',
  volunteer: 'the team, volunteers too',
  moderator: 'youth workers and moderators',
  youthWorker: 'youth workers',
} as const satisfies Record<Role, string>
/** The first of these that may is how wide it is. */
const WIDEST = ['member', 'volunteer', 'moderator', 'youthWorker'] as const

const whoFor = (act: Act): string => {
  const widest = WIDEST.find((role) => may([role], act))
  return widest === undefined ? '' : ROLE_NAMES[widest]
}

interface Described {
  readonly type?: number
  readonly name: string
  readonly description?: string
  readonly description_localizations?: Readonly<Record<string, string>>
  readonly autocomplete?: boolean
  readonly choices?: readonly unknown[]
  readonly options?: readonly Described[]
}

const LOCALES = ['nl', 'en-GB', 'fr'] as const
const cells = ({ description, description_localizations: others }: Described): readonly string[] =>
  LOCALES.map((locale) => others?.[locale] ?? description ?? '')
const row = (...columns: readonly string[]): string => `| ${columns.join(' | ')} |`

function rowsOf(command: Command): readonly string[] {
  const payload = command.payload as Described
  const subs = (payload.options ?? []).filter(({ type }) => type === 1)
  const one = (path: string, described: Described, act: Act): readonly string[] => [
    row(`\`${path}\``, whoFor(act), ...cells(described)),
    ...(described.options ?? []).map((option) => {
      const how = option.autocomplete === true ? ', proposes' : option.choices === undefined ? '' : ', a list'
      return row(`\u00a0\u00a0\`${option.name}\`${how}`, '', ...cells(option))
    }),
  ]
  if (subs.length === 0) return one(`/${payload.name}`, payload, command.act)
  return subs.flatMap((sub) =>
    one(`/${payload.name} ${sub.name}`, sub, command.subcommandActs?.[sub.name] ?? command.act),
  )
}

const isMenu = ({ payload }: Command): boolean => payload.type === ApplicationCommandType.Message

/** The page about all commands, in the order of their names. */
export function describeCommands(commands: readonly Command[]): string {
  const typed = commands.filter((command) => !isMenu(command))
  const head = [
    row('command', 'who', 'Nederlands', 'English', 'français'),
    row(...Array.from({ length: 5 }, () => '---')),
  ]
  return [
    `${HEAD}## Typed\n`,
    ...head,
    ...typed.flatMap(rowsOf),
    '\n## In the menu of a message (right-click → Apps)\n',
    row('command', 'who'),
    row('---', '---'),
    ...commands.filter(isMenu).map(({ payload, act }) => row(`_${payload.name}_`, whoFor(act))),
    '',
  ].join('\n')
}
