import { domainOf } from './domains.ts'

export { isUnder } from './domains.ts'

/** A link in a message: where it stands (UTF-16 units), which domain it leads to, and what comes after, in small letters. */
export interface Link {
  readonly domain: string
  /** Path, question and fragment: "/abc?x#y"; empty when there are none. */
  readonly path: string
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
 * reads it, so that "https://jac.be@elders.example" leads to elders.example, and a look-alike letter shows itself
 * ("xn--…"). Linear; never throws.
 */
export function linksOf(text: string): readonly Link[] {
  if (!text.includes('://')) return []
  const links: Link[] = []
  for (const found of text.matchAll(LINK)) {
    const url = parse(withoutEnd(found[0]))
    if (url === null || url.hostname === '') continue
    links.push({
      domain: url.hostname.replace(/\.$/, '').toLowerCase(),
      path: `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`.toLowerCase(),
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

/** A dot with something right after it: without one there is no domain to look for. Most messages have none. */
function hasDotInside(text: string): boolean {
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (at > 0 && next > 0x2f) return true
  }
  return false
}
/** Whole words of a domain, a mail address or a web address, and all that follows up to a space. */
const TOKEN = /[^\s<>"'`|\\^{}[\](),;!]+/gu
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
/**
 * Suffixes that are a word of the languages spoken here, and endings of files: without "www." or a path a sentence
 * that goes on without a space ("doe het.nu") or a file ("lees readme.md") is no domain.
 */
const WORDS = new Set(
  (
    'nu de is me je to in al as at no so my it la ma mu ga do er es et en am us ai so pm re st tl md py rs sh pl ps cc ' +
    'zip mov app ad bar best bio blue cab cafe care cash cat chat city cool dad date day dog eat fail fan fans fast fish ' +
    'fit fly foo fun game games gay gift gifts gold hot how ink kim lat live lol love man meme men mint moe mom music ' +
    'name new news nice now one open page party pet pics pink play plus pub red rest rich rip run sale save sex sexy ' +
    'shop show sky star talk team tips top town toys vote wed win wow yes you zone'
  ).split(' '),
)

/** Whether it is written as a domain, where no http stands before it. */
function isWritten(host: string, rest: string): boolean {
  const domain = domainOf(host.toLowerCase())
  if (domain === undefined) return false
  const suffix = host.slice(-domain.suffix.length)
  // "Ja.Be" is two sentences.
  if (/^\p{Lu}\p{Ll}/u.test(suffix)) return false
  if (/^www\./i.test(host) || /^[:/?#]./.test(rest)) return true
  return domain.name.length > 1 && !WORDS.has(domain.suffix)
}

/** Every detector of links asks for the same text, one after the other: it is looked through once. */
let latest: { readonly of: string; readonly links: readonly Link[] } | undefined

/**
 * Every domain that is written in a text: links, and domains without http, which people type over. Never a mail
 * address. In the order of the text. Linear; never throws.
 */
export function domainsIn(text: string): readonly Link[] {
  if (!hasDotInside(text)) return linksOf(text)
  if (latest?.of !== text) latest = { of: text, links: findDomains(text) }
  return latest.links
}

function findDomains(text: string): readonly Link[] {
  const links = [...linksOf(text)]
  const taken = [...links]
  let next = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    while ((taken[next]?.end ?? Infinity) <= index) next++
    if (index + token.length > (taken[next]?.start ?? Infinity)) continue
    const at = token.search(/[\p{L}\p{N}]/u)
    if (at === -1 || token.includes('@') || !token.includes('.', at)) continue
    const host = HOST.exec(token.slice(at))?.[0]
    if (host === undefined) continue
    const rest = withoutEnd(token.slice(at + host.length))
    if (!isWritten(host, rest)) continue
    const url = parse(`http://${host}${rest}`)
    if (url === null) continue
    links.push({
      domain: url.hostname,
      path: `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`.toLowerCase(),
      start: index + at,
      end: index + at + host.length + rest.length,
    })
  }
  return links.sort((a, b) => a.start - b.start)
}
