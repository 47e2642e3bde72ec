import { isSnowflake } from '../snowflake.ts'
import { invalidForm } from './check/form.ts'
import type { RestRequest } from './request.ts'

/** The `limit` of a list, within its bounds; otherwise Discord's 50035. */
export function limitOf(
  request: RestRequest,
  bounds: { least: number; most: number; usual: number },
): number {
  const given = request.query.get('limit')
  if (given === null) return bounds.usual
  const limit = Number(given)
  if (!Number.isInteger(limit)) {
    throw invalidForm([
      { code: 'NUMBER_TYPE_COERCE', message: `Value "${given.slice(0, 40)}" is not int.`, path: ['limit'] },
    ])
  }
  if (limit < bounds.least) {
    const message = `int value should be greater than or equal to ${bounds.least}.`
    throw invalidForm([{ code: 'NUMBER_TYPE_MIN', message, path: ['limit'] }])
  }
  if (limit > bounds.most) {
    const message = `int value should be less than or equal to ${bounds.most}.`
    throw invalidForm([{ code: 'NUMBER_TYPE_MAX', message, path: ['limit'] }])
  }
  return limit
}

/** An id in the query, or nothing; otherwise Discord's 50035. */
export function idIn(request: RestRequest, name: string): string | undefined {
  const given = request.query.get(name)
  if (given === null) return undefined
  if (isSnowflake(given)) return given
  throw invalidForm([
    { code: 'NUMBER_TYPE_COERCE', message: `Value "${given.slice(0, 40)}" is not snowflake.`, path: [name] },
  ])
}

/** A whole number in the query, or nothing; otherwise Discord's 50035. */
export function numberIn(request: RestRequest, name: string): number | undefined {
  const given = request.query.get(name)
  if (given === null) return undefined
  const number = Number(given)
  if (given !== '' && Number.isInteger(number)) return number
  throw invalidForm([
    { code: 'NUMBER_TYPE_COERCE', message: `Value "${given.slice(0, 40)}" is not int.`, path: [name] },
  ])
}

/** A moment in the query, in milliseconds since 1970, or nothing; otherwise Discord's 50035. */
export function momentIn(request: RestRequest, name: string): number | undefined {
  const given = request.query.get(name)
  if (given === null) return undefined
  const ms = Date.parse(given)
  if (!Number.isNaN(ms)) return ms
  const message = 'Could not parse. Should be ISO8601.'
  throw invalidForm([{ code: 'DATE_TIME_TYPE_PARSE', message, path: [name] }])
}

/** True for what Discord takes for yes. Source: Discord, Reference, Boolean Query Strings. */
export const yesIn = (request: RestRequest, name: string): boolean =>
  ['true', 'True', '1'].includes(request.query.get(name) ?? '')
