import { parse } from 'tldts'

/** A domain as people register it. */
export interface Domain {
  /** What one registers: "jac.be" of "www.jac.be", "vraag.co.uk" of "m.vraag.co.uk". */
  readonly registered: string
  /** The name in it, without what everybody has: "jac". */
  readonly name: string
  /** What everybody has: "be", "co.uk". */
  readonly suffix: string
  /** What stands before it, without the last dot: "www"; empty when nothing does. */
  readonly under: string
}

/**
 * Takes a host apart by the public-suffix list, which holds what nobody can register ("be", "co.uk"). The list comes
 * with the library; nothing is looked up.
 *
 * @param by - `hosted`: a site with a host for everybody ("naam.github.io") counts as registered by its maker
 * @returns undefined for what is no registered domain: an IP address, "localhost", a suffix by itself, an unknown one
 */
export function domainOf(host: string, by: 'registered' | 'hosted' = 'registered'): Domain | undefined {
  const allowPrivateDomains = by === 'hosted'
  const parsed = parse(host, { allowPrivateDomains })
  const { domain, domainWithoutSuffix, publicSuffix, subdomain, isIcann, isPrivate, isIp } = parsed
  if (isIp === true || (isIcann !== true && isPrivate !== true)) return undefined
  if (domain === null || domainWithoutSuffix === null || publicSuffix === null) return undefined
  return { registered: domain, name: domainWithoutSuffix, suffix: publicSuffix, under: subdomain ?? '' }
}

/** Whether a domain is one of these or lies under one: "m.jac.be" is under "jac.be", "nietjac.be" is not. */
export const isUnder = (domain: string, listed: readonly string[]): boolean =>
  listed.some((one) => domain === one || domain.endsWith(`.${one}`))
