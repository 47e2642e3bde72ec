/** A link in a message: where it stands (UTF-16 units) and which domain it leads to, in small letters. */
export interface Link {
  readonly domain: string
  readonly start: number
  readonly end: number
}

/** Brackets end a link, because people put links between them; a domain has none. */
const LINK = /\bhttps?:\/\/[^\s<>"'`|\\^{}[\]()]+/giu
/** What comes after a link in a sentence. */
const AFTER = '.,;:!?…'

function withoutEnd(found: string): string {
  let end = found.length
  while (end > 0 && AFTER.includes(found.charAt(end - 1))) end--
  return found.slice(0, end)
}

/**
 * The web addresses in a text, as Discord makes links of them: with http(s) in front. The address is read as a browser
 * reads it, so that "https://jac.be@elders.example" leads to elders.example. Linear; never throws.
 */
export function linksOf(text: string): readonly Link[] {
  if (!text.includes('://')) return []
  const links: Link[] = []
  for (const found of text.matchAll(LINK)) {
    const url = parse(withoutEnd(found[0]))
    if (url === null || url.hostname === '') continue
    links.push({
      domain: url.hostname.replace(/\.$/, '').toLowerCase(),
      start: found.index,
      end: found.index + found[0].length,
    })
  }
  return links
}

/** What a browser makes of an address; null when nothing. */
function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Whether a domain is one of these or lies under one: "m.jac.be" is under "jac.be", "nietjac.be" is not. */
export const isUnder = (domain: string, listed: readonly string[]): boolean =>
  listed.some((one) => domain === one || domain.endsWith(`.${one}`))
