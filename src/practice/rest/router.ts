import type { Route } from './request.ts'

interface Branch {
  readonly literal: Map<string, Branch>
  any: { name: string; branch: Branch } | undefined
  readonly routes: Map<string, { route: Route; names: readonly string[] }>
}

export type Match =
  | { readonly found: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly found: 'path' }
  | { readonly found: 'nothing' }

/** Finds routes by path. A literal part goes before a named one: `/users/@me` is not a user. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const root = branch()
  for (const route of routes) plant(root, route)
  return (method, path) => {
    const parts = path.split('/').filter((part) => part !== '')
    const there = descend(root, parts, 0, [])
    if (there === undefined) return { found: 'nothing' }
    const leaf = there.branch.routes.get(method)
    if (leaf === undefined) return { found: 'path' }
    const params = Object.fromEntries(leaf.names.map((name, index) => [name, there.values[index] ?? '']))
    return { found: 'route', route: leaf.route, params }
  }
}

const branch = (): Branch => ({ literal: new Map(), any: undefined, routes: new Map() })

function plant(root: Branch, route: Route): void {
  const names: string[] = []
  let at = root
  for (const part of route.path.split('/').filter((one) => one !== '')) {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name === undefined) {
      const next = at.literal.get(part) ?? branch()
      at.literal.set(part, next)
      at = next
    } else {
      names.push(name)
      at.any ??= { name, branch: branch() }
      at = at.any.branch
    }
  }
  at.routes.set(route.method, { route, names })
}

function descend(
  at: Branch,
  parts: readonly string[],
  index: number,
  values: readonly string[],
): { branch: Branch; values: readonly string[] } | undefined {
  const part = parts[index]
  if (part === undefined) return at.routes.size === 0 ? undefined : { branch: at, values }
  const literal = at.literal.get(part)
  const exact = literal === undefined ? undefined : descend(literal, parts, index + 1, values)
  if (exact !== undefined || at.any === undefined) return exact
  return descend(at.any.branch, parts, index + 1, [...values, decode(part)])
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
