import { domainsIn, isUnder, type Link } from '../links.ts'
import { type Place, plainOf } from './plain.ts'

/** Domains that lead somewhere else, so that nobody sees where a link goes. */
const SHORTENERS = [
  'bit.ly',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  'shorte.st',
  'soo.gd',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'urlz.fr',
  'v.gd',
]
/** Where an invitation to a server of Discord leads through, whatever comes after. */
const INVITES = ['discord.gg', 'dsc.gg', 'invite.gg', 'discord.me']
const DISCORD = ['discord.com', 'discordapp.com']
/** Written without the name of the domain, or with a space in it, to pass by a filter. */
const HALF_WRITTEN = /(?<![\p{L}\p{N}])(?:(?:discord|dsc) ?[.,·] ?gg|\.gg) ?\/ ?[a-z0-9-]{2,32}/giu

const ofLinks =
  (is: (link: Link) => boolean) =>
  (text: string): readonly Place[] => {
    const plain = plainOf(text)
    return domainsIn(plain.text)
      .filter(is)
      .map(({ start, end }) => plain.placeOf(start, end))
  }

/** Every link, and every domain that is written without http. */
export const links = ofLinks(() => true)

/** Links of which nobody sees where they lead. */
export const shortLinks = ofLinks(({ domain, path }) => path.length > 1 && isUnder(domain, SHORTENERS))

const isInvite = ({ domain, path }: Link): boolean =>
  path.length > 1 &&
  (isUnder(domain, INVITES) || (isUnder(domain, DISCORD) && path.startsWith('/invite/') && path.length > 8))

/** Invitations to a server of Discord. */
export function invites(text: string): readonly Place[] {
  const plain = plainOf(text)
  const written = domainsIn(plain.text)
  const places: Place[] = written.filter(isInvite)
  if (plain.text.toLowerCase().includes('gg')) {
    for (const { 0: all, index } of plain.text.matchAll(HALF_WRITTEN)) {
      const half = { start: index, end: index + all.length }
      if (!written.some(({ start, end }) => start < half.end && half.start < end)) places.push(half)
    }
  }
  return places.sort((a, b) => a.start - b.start).map(({ start, end }) => plain.placeOf(start, end))
}
