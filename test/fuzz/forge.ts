import { commands } from '../../commands/index.ts'
import type { Hub } from '../../src/practice/state/hub.ts'
import type { createRandom } from '../chaos/random.ts'

export type Random = ReturnType<typeof createRandom>

/** Marks, names, links and pieces of commands: what somebody types who looks for a way through. */
const TRICKS = [
  '@everyone',
  '<@123456789012345678>',
  '**weg**',
  '[jac.be](https://evil.example)',
  '```',
  '\n# Huisbot',
  '\u202E',
  '',
  ' ',
  'é',
  "'; DROP TABLE Flag; --",
  '${7*7}',
  '{words}',
  '../../etc/passwd',
  '9000',
  '24/11 14:03',
  '31/02 99:99',
  '2026-11-31',
  'nl',
  'a'.repeat(300),
  '[]',
  '{"a":1}',
  '__proto__',
  'constructor',
  '-1',
  '1e9',
  'NaN',
] as const

export const trick = (random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => random.pick(TRICKS)).join(random.pick(['', ' ', ':']))

/** Every id of a button, select or form that the bot ever showed to anybody here, and the bare name of each that it answers. */
export function idsIn(hub: Hub): readonly string[] {
  const found = new Set(
    commands.flatMap(({ id, components, forms, direct }) =>
      [components, forms, direct?.components, direct?.forms].flatMap((all) =>
        Object.keys(all ?? {}).map((action) => `${id}:${action}`),
      ),
    ),
  )
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'custom_id' && typeof inner === 'string' && inner.includes(':')) found.add(inner)
      else visit(inner)
    }
  }
  for (const channel of hub.channels.values())
    for (const { components } of channel.messages.all()) visit(components)
  for (const { components } of hub.ephemerals.values()) visit(components)
  for (const { modal } of hub.interactions.values()) visit(modal)
  return [...found]
}

/** An id that somebody may send: as it was shown to somebody, or with parts of another in it, or with tricks. */
export function forgedId(ids: readonly string[], random: Random): string {
  const id = random.pick(ids)
  if (random.next() < 0.4) return id
  const parts = id.split(':')
  const others = random.pick(ids).split(':')
  for (let change = 0; change <= random.below(3); change++) {
    // The first two say who answers: mostly left, so that it comes somewhere.
    const at = random.next() < 0.1 ? random.below(2) : 2 + random.below(Math.max(1, parts.length - 1))
    const put = random.pick([
      random.pick(others),
      String(random.below(2 ** 31)),
      '123456789012345678',
      trick(random),
      parts.at(-1) ?? '',
    ])
    if (random.next() < 0.2) parts.splice(at, 1)
    else parts[at] = put
  }
  return parts
    .map((part) => part ?? '')
    .join(':')
    .slice(0, 100)
}
