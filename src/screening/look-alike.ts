import { domainToUnicode } from 'node:url'
import { type Domain, domainOf } from './domains.ts'
import { fold } from './reading/fold.ts'

/** What is imitated to take somebody's account, with the domains that are truly theirs. */
const PROTECTED: Readonly<Record<string, readonly string[]>> = {
  discord: [
    'discord.com',
    'discord.gg',
    'discord.gift',
    'discord.gifts',
    'discord.new',
    'discord.dev',
    'discord.media',
    'discord.co',
    'discord.design',
    'discord.tools',
    'discord.store',
    'discordmerch.com',
    'discordstatus.com',
    'discordactivities.com',
    'discordpartygames.com',
    'discord-activities.com',
    'discordsays.com',
  ],
  discordapp: ['discordapp.com', 'discordapp.net', 'discordapp.io'],
  steamcommunity: ['steamcommunity.com'],
  steampowered: ['steampowered.com'],
  roblox: ['roblox.com', 'roblox.cn', 'roblox.github.io'],
  minecraft: ['minecraft.net'],
  epicgames: ['epicgames.com', 'epicgames.dev'],
  snapchat: ['snapchat.com'],
  instagram: ['instagram.com'],
  tiktok: ['tiktok.com'],
  spotify: ['spotify.com', 'spotify.design', 'spotify.link'],
  paypal: ['paypal.com', 'paypal.me', 'paypal.be', 'paypal.nl', 'paypal.fr'],
}
/** Too short to be mistyped for certain ("stream", "team"); with one of the words below they say enough. */
const WITH_BAIT = [...Object.keys(PROTECTED), 'steam', 'nitro', 'robux', 'vbucks']
/** What is promised, or asked, on a page that takes accounts. */
const BAIT =
  'nitro gift gifts free gratis gratuit airdrop promo skin skins trade login signin verify verification giveaway claim ' +
  'robux vbucks bonus code codes drop reward rewards prize event'
const BAITS = BAIT.split(' ')

/** Sites of others that are what they say. Something of a community is named after it, and that is no imitation. */
const OTHERS = new Set(
  (
    'discord.me discord.bio discord.io discords.com discordbotlist.com discordservers.com discordjs.guide discord.js.org ' +
    'discord.github.io minecraft.wiki discard.com discard.be steamgifts.com steamtrades.com steamdb.info steamgriddb.com robox.com ' +
    'robox.be roblox.fandom.com steampunk.com'
  ).split(' '),
)
const OFFICIAL = new Set([...Object.values(PROTECTED).flat(), ...'steam-chat.com s.team rbx.com'.split(' ')])

/** Letters that are drawn nearly the same become one: "i", "l", "1" and "j"; "rn" and "m"; "vv" and "w". */
const skeleton = (name: string): string =>
  Array.from(name, fold)
    .join('')
    .replaceAll(/[ij1|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('7', 't')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')

/** Whether one letter more, less or other, or two letters swapped, make the one the other. Linear. */
export function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let endA = a.length
  let endB = b.length
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const restA = a.slice(from, endA)
  const restB = b.slice(from, endB)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

const SKELETONS = Object.keys(PROTECTED).map((name) => [name, skeleton(name)] as const)
const BAITED = WITH_BAIT.map((name) => [name, skeleton(name)] as const)
const BAIT_SKELETONS = BAITS.map(skeleton)

/** "free" in "freerobux" and in "robux-free", but "gift" not in "giftig": what is left over must be bait too. */
function isBait(rest: string): boolean {
  let left = rest.replaceAll(/[\d-]/g, '')
  for (const bait of BAIT_SKELETONS) left = left.replace(bait, '')
  return left.length < rest.replaceAll(/[\d-]/g, '').length && left.length <= 4
}

/** A name with something promised beside it: "discord-nitro", "dlscordgift", "free-robux". */
function withBait(name: string): string | undefined {
  const parts = name.split('-').map(skeleton)
  const whole = parts.join('')
  for (const [imitated, bones] of BAITED) {
    const at = whole.indexOf(bones)
    if (at !== -1 && isBait(whole.slice(0, at) + whole.slice(at + bones.length))) return imitated
    const near = parts.findIndex((part) => bones.length >= 6 && isOneOff(part, bones))
    if (near !== -1 && isBait(parts.filter((_, index) => index !== near).join(''))) return imitated
  }
  return undefined
}

/** "discord.com.login-hier.example": the true name put in front of somebody else's. */
const inFront = (under: string): string | undefined =>
  Object.entries(PROTECTED).find(([, official]) =>
    official.some((domain) => `.${under}.`.includes(`.${domain}.`)),
  )?.[0]

const isTheirs = ({ registered }: Domain, host: string): boolean =>
  OFFICIAL.has(registered) || OTHERS.has(registered) || OTHERS.has(host)

/**
 * What a domain imitates, if it does: it looks like the name of a site where young people have an account, or has such
 * a name with something promised beside it, and is not theirs. By rules alone: nothing is looked up.
 *
 * @param host - as a browser writes it, small letters, other scripts as "xn--…"
 */
export function imitates(host: string): string | undefined {
  const domain = domainOf(host, 'hosted')
  if (domain === undefined || isTheirs(domain, host)) return undefined
  const name = domainToUnicode(domain.name) || domain.name
  const bones = skeleton(name.replaceAll('-', ''))
  for (const [imitated, other] of SKELETONS) {
    if (bones === other || (other.length >= 6 && isOneOff(bones, other))) return imitated
  }
  return withBait(name) ?? inFront(domain.under)
}
