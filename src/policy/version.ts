import { createHash } from 'node:crypto'
import type { Policy } from './schema.ts'

/** The same content in the same writing, whatever the order of the keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, inside]) => inside !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([key, inside]) => [key, canonical(inside)])
}

/** Twelve hexadecimal digits that stand for all agreements together; comments and order of keys do not count. */
export function versionOf(policy: Omit<Policy, 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical({ ...policy, refusesExample: undefined })))
    .digest('hex')
    .slice(0, 12)
}
