import { StorageError, type StorageErrorCode } from '../errors.ts'
import type { TroubleKind } from '../trouble.ts'

/** As deep as an error hides its cause: Prisma's error, that of its adapter, that of the driver. */
const DEPTH = 6

/** Every code in an error and in what it hides: PostgreSQL's own (`40001`), those of the network (`ECONNREFUSED`). */
export const codesIn = (error: unknown, depth = DEPTH): readonly string[] => {
  if (depth === 0 || typeof error !== 'object' || error === null) return []
  const parts = error as Readonly<Record<string, unknown>>
  const own = ['code', 'originalCode'].flatMap((name) => {
    const value = parts[name]
    return typeof value === 'string' ? [value] : []
  })
  const hidden = ['cause', 'meta', 'driverAdapterError'].flatMap((name) => codesIn(parts[name], depth - 1))
  const kind = parts['kind']
  const told = typeof kind === 'string' ? (CODE_OF_KIND[kind] ?? []) : []
  // What the pool says about a connection has no code.
  const lost = error instanceof Error && LOST.test(error.message) ? ['08006'] : []
  if (error instanceof Error && NEVER_HAD.test(error.message)) lost.push('57P03')
  return [...own, ...told, ...lost, ...hidden]
}
/** What Prisma's adapter calls what the network or the server said, where it leaves the code out. */
const CODE_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  DatabaseNotReachable: ['ECONNREFUSED'],
  ConnectionClosed: ['ECONNRESET'],
  SocketTimeout: ['ETIMEDOUT'],
  TransactionWriteConflict: ['40001'],
}
const LOST = /^(?:Connection terminated unexpectedly|Client has encountered a connection error)/i
/** No connection was to be had in time, so nothing was sent. */
const NEVER_HAD =
  /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout)/i

const has = (error: unknown, codes: readonly string[]): boolean =>
  codesIn(error).some((code) => codes.includes(code))

/** Two transactions could not both be right; the server undid this one. Doing it again is what it asks for. */
export const isConflict = (error: unknown): boolean => has(error, ['40001', '40P01'])

/** Somebody made the row between the look and the write, in a transaction that looked first. */
export const isMadeMeanwhile = (error: unknown): boolean => has(error, ['23505'])

/** The server is not there, or just coming up: nothing that was asked of it was done. */
export const isUnreachable = (error: unknown): boolean =>
  has(error, ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', '57P03', '53300'])

/** The connection broke off, or the server ended it. */
export const isLost = (error: unknown): boolean =>
  has(error, ['08000', '08003', '08006', '57P01', '57P02', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

const PAUSE_MS = { least: 5, most: 2_000 }

/**
 * How long to wait before doing something again: doubled each time, and never the same for two, since what met once
 * would else meet again.
 *
 * @param attempt - how often it was tried
 * @returns milliseconds
 */
export const pauseBefore = (attempt: number, random: () => number = Math.random): number =>
  Math.min(PAUSE_MS.most, PAUSE_MS.least * 2 ** (attempt - 1)) * (0.5 + random() / 2)

const BY_CODE: readonly (readonly [codes: readonly string[], code: StorageErrorCode])[] = [
  [
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH'],
    'unreachable',
  ],
  [['ENOENT', 'EACCES', '08000', '08001', '08003', '08006', '57P01', '57P02', '57P03'], 'unreachable'],
  [['28000', '28P01'], 'login-refused'],
  [['3D000'], 'no-such-database'],
  [['42501', '25006'], 'no-rights'],
  [['53300'], 'too-many-connections'],
  [['53100'], 'disk-full'],
  [['XX001', 'XX002'], 'damaged'],
]

/** Turns what PostgreSQL or the network said while opening into the sentence for it; a bug stays a bug. */
export const postgresErrorOf = (error: unknown, at: string): unknown => {
  if (error instanceof StorageError) return error
  const codes = codesIn(error)
  const known = BY_CODE.find(([wanted]) => wanted.some((code) => codes.includes(code)))
  return known === undefined ? error : new StorageError(known[1], at, error)
}

/** What an error says about the place where things are stored; undefined when it says nothing. */
export const postgresTroubleOf = (error: unknown): TroubleKind | undefined => {
  if (has(error, ['53100'])) return 'disk-full'
  if (has(error, ['XX001', 'XX002'])) return 'damaged'
  if (has(error, ['25006', '42501'])) return 'read-only'
  return isUnreachable(error) || isLost(error) ? 'unreachable' : undefined
}
