import { CATEGORIES, type Kind } from '../screening/kinds.ts'
import { ACTS, type Act, ROLES, type Role, SIGHT } from './table.ts'

const HEADS: Readonly<Record<Role, string>> = {
  youthWorker: 'Youth worker',
  moderator: 'Moderator',
  volunteer: 'Volunteer, or under 18',
  member: 'Everybody else',
}

const INTRO = `# Who may what

This page is made from the table in \`src/permissions/table.ts\`, from which the bot's own checks come as well; a test
keeps it true. To change it, change the table and run \`npx vitest run test/unit/permissions -u\`.

The roles are those of \`policies/house.yaml\` (\`roles\`), read at each press: a role that somebody loses counts at once.
Being owner or administrator of the server makes nobody staff. Discord's own settings for commands can hide a command,
and can never give more than this table: the bot checks every command, button, select and form itself. Ids from another
server are refused.

Who has the volunteer role sees what a volunteer sees, also as a moderator. Give it to every moderator under 18, and do
not let it see the channel of the queue: its cards name the writer. Volunteers find their messages with \`/wachtrij\`.
Discord adds up what roles allow: where the moderator role sees that channel, a moderator under 18 has the volunteer role
alone. The bot tells the team as long as the volunteer role can see it.

A talk with the integrity contact ("Iemand buiten het team") is for the two of them. It is offered only where nobody of
the team could read along: no role, and nobody but the contact, may manage the threads of that channel, and the owner of
the server has no role of the team. It has no card and stands in no list; nobody with any of these roles is brought in.

On top of this table the queue itself refuses some things to everybody: nobody decides about their own message or about
what they reported (only passing on and making safe never wait), \`no problem\` for a red or acute message takes two
people, and so does a ban without danger.`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const line = (columns: number): string => row(Array.from({ length: columns }, () => '---'))

const actRows = (): string[] =>
  (Object.keys(ACTS) as Act[]).map((act) => {
    const allowed: readonly Role[] = ACTS[act].roles
    return row([ACTS[act].what, ...ROLES.map((role) => (allowed.includes(role) ? 'yes' : ''))])
  })

const sightRows = (): string[] =>
  CATEGORIES.flatMap((category) =>
    (Object.entries(SIGHT[category]) as [Kind, readonly Role[]][]).map(([kind, roles]) =>
      row([category, kind, ...ROLES.map((role) => (roles.includes(role) ? 'yes' : ''))]),
    ),
  )

/** The page docs/who-may-what.md, whole. */
export const describePermissions = (): string =>
  [
    INTRO,
    '## Acts',
    [row(['what', ...ROLES.map((role) => HEADS[role])]), line(ROLES.length + 1), ...actRows()].join('\n'),
    '## Who sees a flagged message',
    'What somebody may not see, they may not touch either, whatever the table above says.',
    [
      row(['category', 'kind', ...ROLES.map((role) => HEADS[role])]),
      line(ROLES.length + 2),
      ...sightRows(),
    ].join('\n'),
    '',
  ].join('\n\n')
