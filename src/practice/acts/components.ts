import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'

/**
 * Makes of what a bot sent what Discord gives back: no empty fields, a number on every component, and the
 * defaults that Discord fills in.
 */
export function settleComponents(
  components: readonly unknown[] | null | undefined,
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
  return components.map((one) => settle(one, number)) as unknown as APIMessageTopLevelComponent[]
}

function settle(value: unknown, number: () => number): Record<string, unknown> {
  const given = withoutEmpty(value) as Record<string, unknown>
  const own = typeof given['id'] === 'number' && given['id'] > 0 ? given['id'] : number()
  const out: Record<string, unknown> = { ...given, id: own }
  if (isSelect(given['type']))
    Object.assign(out, { min_values: given['min_values'] ?? 1, max_values: given['max_values'] ?? 1 })
  if (given['type'] === 3) delete out['required']
  if (given['type'] === 14)
    Object.assign(out, { divider: given['divider'] ?? true, spacing: given['spacing'] ?? 1 })
  if (given['type'] === 17)
    Object.assign(out, { accent_color: given['accent_color'] ?? null, spoiler: given['spoiler'] ?? false })
  if (Array.isArray(given['components']))
    out['components'] = given['components'].map((one) => settle(one, number))
  for (const key of ['accessory', 'component']) {
    if (given[key] !== undefined) out[key] = settle(given[key], number)
  }
  return out
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
