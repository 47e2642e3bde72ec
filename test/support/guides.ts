import { readFileSync } from 'node:fs'
import type { Role } from '../../src/permissions/table.ts'

/** The pictures of the guides, in docs/pictures: made by test/page/guide-pictures.test.ts, kept by `npm run pictures`. */
export const GUIDE_PICTURES = [
  'mededeling.png',
  'praat.png',
  'info.png',
  'meld-dit-bericht.png',
  'kaart.png',
  'beslis.png',
  'opzet.png',
  'dienst.png',
  'cijfers.png',
] as const

/** The guides, and for whom each is. */
export const GUIDES = {
  'docs/nl/jeugdwerkers.md': 'youthWorker',
  'docs/nl/moderatoren.md': 'moderator',
  'docs/nl/jongeren.md': 'member',
} as const satisfies Readonly<Record<string, Role>>

export const YOUNG = 'docs/nl/jongeren.md'
export const QUESTIONS = 'docs/nl/richtvragen.md'

export const read = (path: string): string => readFileSync(path, 'utf8')

/** A page on lines that may be broken anywhere: what stands between two marks can go on on the next line. */
const onOneLine = (page: string): string => page.replace(/[ \t]*\n[ \t]*(?=\S)/g, ' ')
const all = (page: string, form: RegExp): readonly string[] =>
  [...onOneLine(page).matchAll(form)].map(([, inside = '']) => inside)

/** What a guide says stands on the screen, word for word: it is bold, and nothing else is. */
export const boldIn = (page: string): readonly string[] => all(page, /\*\*(.+?)\*\*/g)

/** The commands that a page names, without their slash: "huis opzet". */
export const commandsIn = (page: string): readonly string[] => all(page, /`\/([a-z][a-z -]*)`/g)

export interface Link {
  /** What stands between the square brackets: of a picture, what who cannot see it reads. */
  readonly label: string
  readonly to: string
  readonly picture: boolean
}
export const linksIn = (page: string): readonly Link[] =>
  [...onOneLine(withoutCode(page)).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, mark = '', label = '', to = '']) => ({ label, to, picture: mark === '!' }),
  )

const withoutCode = (page: string): string => page.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '')

/** The anchors of a page, as GitHub makes them from its headings. */
export function anchorsIn(page: string): ReadonlySet<string> {
  const known = new Set<string>()
  for (const [, heading = ''] of page.replace(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.trim().toLowerCase()
    const name = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
    for (let again = 0; ; again += 1) {
      const anchor = again === 0 ? name : `${name}-${again}`
      if (known.has(anchor)) continue
      known.add(anchor)
      break
    }
  }
  return known
}
