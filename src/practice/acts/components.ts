import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'

/**
 * Makes of what a bot sent what Discord gives back: no empty fields, a number on every component, and the
 * defaults that Discord fills in.
 */
export function settleComponents(
  components: readonly unknown[] | null | undefined,
  newId: () => string,
): APIMessageTopLevelComponent[] {
  if (!components?.length) return []
  const taken = new Set<number>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect)
    if (typeof value !== 'object' || value === null) return
    const one = value as Record<string, unknown>
    if (typeof one['type'] === 'number' && typeof one['id'] === 'number' && one['id'] > 0)
      taken.add(one['id'])
    for (const inner of [one['components'], one['accessory'], one['component']]) collect(inner)
  }
  collect(components)
  let last = 0
  const number = (): number => {
    do last += 1
    while (taken.has(last))
    return last
  }
  return components.map((one) => settle(one, number, newId)) as unknown as APIMessageTopLevelComponent[]
}

function settle(value: unknown, number: () => number, newId: () => string): Component {
  const given = withoutEmpty(value) as Component
  const own = typeof given['id'] === 'number' && given['id'] > 0 ? given['id'] : number()
  const out: Component = { ...given, id: own, ...filledIn(given, newId) }
  if (given['type'] === 3) delete out['required']
  if (Array.isArray(given['components'])) {
    out['components'] = given['components'].map((one) => settle(one, number, newId))
  }
  for (const key of ['accessory', 'component']) {
    if (given[key] !== undefined) out[key] = settle(given[key], number, newId)
  }
  return out
}

type Component = Record<string, unknown>

/** What Discord fills in, by the kind of component. */
function filledIn(given: Component, newId: () => string): Component {
  if (isSelect(given['type'])) {
    return { min_values: given['min_values'] ?? 1, max_values: given['max_values'] ?? 1 }
  }
  const spoiler = given['spoiler'] ?? false
  const described = { description: given['description'] ?? null, spoiler }
  switch (given['type']) {
    case 11:
      return { media: settleMedia(given['media'], newId), ...described }
    case 12: {
      const items = (given['items'] ?? []) as Component[]
      return {
        items: items.map((one) => ({
          media: settleMedia(one['media'], newId),
          description: one['description'] ?? null,
          spoiler: one['spoiler'] ?? false,
        })),
      }
    }
    case 13:
      return { file: settleMedia(given['file'], newId), name: null, size: null, spoiler }
    case 14:
      return { divider: given['divider'] ?? true, spacing: given['spacing'] ?? 1 }
    case 17:
      return { accent_color: given['accent_color'] ?? null, spoiler }
    default:
      return {}
  }
}

/** Discord fetches media itself; here nothing is fetched, so it is only named. */
function settleMedia(media: unknown, newId: () => string): Component {
  const { url } = media as { url: string }
  return { id: newId(), url, proxy_url: url, width: null, height: null, content_type: null }
}

const isSelect = (type: unknown): boolean => typeof type === 'number' && [3, 5, 6, 7, 8].includes(type)

/** Drops null and undefined, however deep: Discord leaves out what was left empty. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutEmpty(inner)]),
  )
}
