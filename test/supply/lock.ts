import { readFileSync } from 'node:fs'
import { z } from 'zod'

const packageSchema = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  peer: z.boolean().optional(),
  deprecated: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
})
const lockSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), packageSchema) })

/** A package in the lock, at one version. */
export interface Locked {
  readonly name: string
  readonly version: string
  /** As its author declares it; undefined when nothing is declared. */
  readonly licence: string | undefined
  /** Only needed to build and test. */
  readonly forBuilding: boolean
  readonly deprecated: string | undefined
  readonly hasInstallScript: boolean
}

/** Every package in `package-lock.json`, by name; one that lies there twice at one version is one. */
export function readLock(file = 'package-lock.json'): readonly Locked[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const found = new Map<string, Locked>()
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const key = `${name}@${entry.version}`
    const before = found.get(key)
    found.set(key, {
      name,
      version: entry.version ?? '',
      licence: entry.license,
      // Needed to run it at one place is needed to run it.
      forBuilding: entry.dev === true && (before?.forBuilding ?? true),
      deprecated: entry.deprecated ?? before?.deprecated,
      hasInstallScript: entry.hasInstallScript === true || before?.hasInstallScript === true,
    })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
