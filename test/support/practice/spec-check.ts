import type { z } from 'zod'
import type { RestRecord } from '../../../src/practice/local-discord.ts'
import { dispatchParts } from './spec-events.ts'
import { inPlace, specRoutes } from './spec-routes.ts'
import type { Shape } from './spec-routes.ts'

/** Holds everything that passes between a bot and the local Discord against Discord's published description. */
export interface SpecCheck {
  /** To be handed to `startLocalDiscord`. */
  readonly onRest: (record: RestRecord) => void
  readonly onDispatch: (event: { t: string; d: unknown; s: number }) => void
  /** What does not fit, one sentence each. */
  violations(): readonly string[]
  /** How many requests, answers and events were held against a schema. */
  checked(): number
  /** What passed and could not be checked, in plain words, each once. */
  unchecked(): readonly string[]
}

/** Said once and for all: what no run of this check can find. */
export const limitsOfTheCheck = [
  'The published description has no schemas of the gateway: of READY, INTERACTION_CREATE and the like only the parts that REST also sends (messages, guilds, channels, members, roles) are checked.',
  'Keys that the description does not know are let through, in requests and in answers: Discord ignores them too.',
  'Of a refused form only message and code are checked: the description wants numbers as the codes of its details, the documentation (Reference, Error Messages) and Discord itself have words such as BASE_TYPE_REQUIRED.',
  'Permissions in requests may be text: the description wants numbers, the documentation (Permissions) and discord.js have text.',
  'Bodies that the description writes out in place instead of naming a schema (a member, an overwrite, a webhook, a bulk deletion) are not checked.',
  'Of what goes wrong on request nothing is checked: a 5xx page and a cut connection are no part of the description.',
  'Rules between fields (unique custom ids, sums of lengths) are not in the description.',
] as const

/** Loads the schemas of `discord-api-spec` and starts a check. */
export async function createSpecCheck(): Promise<SpecCheck> {
  // The package has no types for its schemas: its own name is kept from the compiler.
  const name: string = 'discord-api-spec/zod'
  const schemas = (await import(name)) as Record<string, z.core.$ZodType | undefined>
  const { safeParse } = await import('zod/v4/core')
  const violations: string[] = []
  const unchecked = new Set<string>()
  let checked = 0

  const fits = (schemaName: string, value: unknown): string | undefined => {
    const schema = schemas[`${schemaName}Schema`]
    if (schema === undefined) throw new Error(`discord-api-spec has no ${schemaName}Schema.`)
    const parsed = safeParse(schema, value)
    return parsed.success ? undefined : firstIssue(parsed.error.issues)
  }

  const hold = (what: string, shape: Shape, given: unknown): void => {
    if (shape === inPlace) return
    checked += 1
    const value = withPlainTimes(given)
    if (Array.isArray(shape) && Array.isArray(value)) {
      for (const one of value) {
        const fault = anyFits(shape, one)
        if (fault !== undefined) violations.push(`${what}: ${fault}`)
      }
      return
    }
    if (Array.isArray(shape)) {
      violations.push(`${what}: not a list`)
      return
    }
    const fault = anyFits([shape as string], value)
    if (fault !== undefined) violations.push(`${what}: ${fault}`)
  }

  const anyFits = (names: readonly string[], value: unknown): string | undefined => {
    const faults = names.flatMap((one) => one.split(' | ')).map((one) => fits(one, value))
    return faults.includes(undefined) ? undefined : faults.join(' or ')
  }

  return {
    onRest(record) {
      if (record.fault === 'status5xx' || record.fault === 'done-and-5xx') return
      const path = new URL(record.path, 'http://local').pathname
      const route = specRoutes.find((one) => one.method === record.method && one.pattern.test(path))
      const what = `${record.method} ${route?.path ?? path}`
      if (route === undefined) {
        unchecked.add(`${what}: no such route in the table of the check.`)
        return
      }
      // A body that Discord refuses as such need not fit.
      const refusedBody = record.status === 400
      if (route.body === inPlace || route.answer === inPlace) unchecked.add(`${what}: written out in place.`)
      if (!refusedBody && route.body !== undefined)
        hold(`${what} request`, route.body, withNumbers(record.body ?? {}))
      else if (!refusedBody && hasFields(record.body))
        violations.push(`${what} request: there is no body for this route`)
      // What shuts the door after too many invalid requests stands before Discord and speaks no JSON.
      if (record.status === 429 && typeof record.response === 'string') checkNothing(what, undefined)
      else if (record.status === 429) hold(`${what} answer 429`, 'RatelimitedResponse', record.response)
      else if (record.status >= 400)
        hold(`${what} answer ${record.status}`, 'ErrorResponse', withoutDetails(record.response))
      else if (record.status === 204) checkNothing(what, record.response)
      else if (route.answer === undefined)
        violations.push(`${what} answer: ${record.status} has no body in the description`)
      else hold(`${what} answer ${record.status}`, route.answer, record.response)
    },
    onDispatch({ t, d }) {
      const parts = dispatchParts(t, d)
      if (parts.length === 0)
        unchecked.add(`${t}: the published description has no schema for any part of it.`)
      for (const part of parts) hold(`${t} ${part.name}`, part.shape, part.value)
    },
    violations: () => violations,
    checked: () => checked,
    unchecked: () => [...unchecked],
  }

  function checkNothing(what: string, response: unknown): void {
    checked += 1
    if (response !== undefined) violations.push(`${what} answer: 204 with a body`)
  }
}

/** An error without the details of its form: see `limitsOfTheCheck`. */
function withoutDetails(response: unknown): unknown {
  if (typeof response !== 'object' || response === null) return response
  const { errors: _, ...rest } = response as { errors?: unknown }
  return rest
}

/** Bits of permissions as the description wants them: see `limitsOfTheCheck`. */
function withNumbers(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumbers)
  if (typeof body !== 'object' || body === null) return body
  const bits = new Set(['permissions', 'allow', 'deny', 'default_member_permissions'])
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      bits.has(key) && typeof value === 'string' ? Number(value) : withNumbers(value),
    ]),
  )
}

const hasFields = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length > 0

function firstIssue(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues
  if (issue === undefined) return 'does not fit'
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.map((branch) => firstIssue(branch)).join(' / ')
    return `${issue.path.join('.')} fits no branch (${inner})`
  }
  return `${issue.path.join('.')} ${issue.message}`
}

/**
 * Discord writes times with microseconds and `+00:00`. The zod build takes only `Z` (the JSON schema that it is
 * made of takes both), so the form is changed before the check, and nothing but the form.
 */
function withPlainTimes(value: unknown): unknown {
  if (typeof value === 'string') {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/.test(value)
      ? value.replace('+00:00', 'Z')
      : value
  }
  if (Array.isArray(value)) return value.map(withPlainTimes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPlainTimes(inner)]))
}
