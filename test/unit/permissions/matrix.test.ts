import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { type About, type Act, ACTS, may, type Role, SIGHT } from '../../../src/permissions/table.ts'
import { CATEGORIES, KINDS_OF } from '../../../src/screening/kinds.ts'

/** Every command, button, select and form that the bot answers, with the act that is checked first. */
const everything: readonly (readonly [id: string, act: Act])[] = commands.flatMap((command) => {
  const actions = new Set([
    ...Object.keys(command.components ?? {}),
    ...Object.keys(command.forms ?? {}),
    ...Object.keys(command.direct?.components ?? {}),
  ])
  return [
    [command.id, command.act] as const,
    ...[...actions].map(
      (action) => [`${command.id}:${action}`, command.acts?.[action] ?? command.act] as const,
    ),
  ]
})
const mayUse = (roles: readonly Role[]): readonly string[] =>
  everything.filter(([, act]) => may(roles, act)).map(([id]) => id)
const only = (ids: readonly string[], others: readonly string[]): string[] =>
  ids.filter((id) => !others.includes(id)).sort()

/**
 * Whose commands are for everybody. A command that is not named here is for the team: whoever adds one to this list says
 * that a young person may use it.
 */
const FOR_EVERYBODY: ReadonlySet<string> = new Set([
  'bezwaar',
  'info',
  'integriteit',
  'meld',
  'meld-iets',
  'meldplicht',
  'mijn-gegevens',
  'mijn-meldingen',
  'openingsuren',
  'praat',
  'regels',
  'tegengehouden',
])
/** What of those is for the team alone. */
const TEAM_PARTS: ReadonlySet<string> = new Set([
  'praat:come',
  'praat:plan',
  'praat:tick',
  'mijn-gegevens:show',
  'mijn-gegevens:done',
])
/** What of the others a volunteer, or a moderator under 18, may never do, whatever it is about. */
const NOT_FOR_VOLUNTEERS = [
  'called',
  'fill',
  'filled',
  'passed',
  'print',
  'print-as',
  'tell',
  'tell-send',
  'tell-with',
  'told',
  'safe',
  'safe-choose',
  'safe-do',
  'confirm',
  'refute',
  'channel',
  'send-line',
  'open-talk',
].map((action) => `wachtrij:${action}`)

test('a member uses what is for everybody, and nothing else: no button, select or form of the team', () => {
  const member = mayUse(['member'])
  const open = everything
    .map(([id]) => id)
    .filter((id) => FOR_EVERYBODY.has(id.split(':')[0] ?? '') && !TEAM_PARTS.has(id))
  expect(only(member, open)).toEqual([])
  expect(only(open, member)).toEqual([])
})

test('a volunteer may do more than a member only in the queue, and nothing there that is about danger, measures or talks', () => {
  const more = only(mayUse(['volunteer', 'member']), mayUse(['member']))
  expect(more.filter((id) => NOT_FOR_VOLUNTEERS.includes(id))).toEqual([])
  for (const id of NOT_FOR_VOLUNTEERS) expect(mayUse(['youthWorker', 'member']), id).toContain(id)
  expect(mayUse(['volunteer', 'moderator', 'member'])).toEqual(mayUse(['volunteer', 'member']))
})

test('a youth worker may everything that a moderator may, and a moderator everything that a volunteer may', () => {
  expect(only(mayUse(['moderator', 'member']), mayUse(['youthWorker', 'member']))).toEqual([])
  expect(only(mayUse(['volunteer', 'member']), mayUse(['moderator', 'member']))).toEqual([])
})

test('somebody without a role of this house, as is everybody of another server, uses nothing at all', () => {
  expect(mayUse([])).toEqual([])
})

const everyAbout: readonly About[] = CATEGORIES.flatMap((category) =>
  KINDS_OF[category].map((kind) => ({ category, kind })),
)
const queueActs = (Object.keys(ACTS) as Act[]).filter((act) => act.startsWith('queue.'))

test('every act of the queue × every role × every category: what one may not see, one may not touch', () => {
  const wrong: string[] = []
  for (const about of everyAbout) {
    const sight: Partial<Record<string, readonly Role[]>> = SIGHT[about.category]
    for (const act of queueActs) {
      const named = `${act} ${about.category} ${about.kind}`
      for (const role of ['youthWorker', 'moderator', 'volunteer', 'member'] as const) {
        const allowed = may([role, 'member'], act, about)
        const possible = role !== 'member' && (role !== 'volunteer' || about.kind === 'conduct')
        const sees = sight[about.kind]?.includes(role) === true
        if (allowed && !(possible && sees)) wrong.push(`${role} ${named}`)
      }
      // The young who help are kept from it also when somebody forgot to take another role away.
      if (about.kind !== 'conduct' && may(['volunteer', 'moderator', 'member'], act, about))
        wrong.push(`volunteer and moderator ${named}`)
    }
  }
  expect(queueActs.length * everyAbout.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})
