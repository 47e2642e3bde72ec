import type { HouseView } from '../../web/protocol.ts'
import { texts } from '../texts.ts'
import { clockTime } from '../times.ts'
import type { Inline } from './inline.ts'

/** A line as words alone, with the names of what it names; what is hidden stays hidden. */
export function plainText(parts: readonly Inline[], house: HouseView | undefined): string {
  return parts
    .map((part) => {
      switch (part.t) {
        case 'text':
        case 'code':
          return part.text
        case 'spoiler':
          return '█'.repeat(4)
        case 'user':
          return `@${house?.members.find((one) => one.id === part.id)?.displayName ?? texts.unknown}`
        case 'role':
          return `@${nameIn(house?.roles, part.id)}`
        case 'channel':
          return `#${nameIn(house?.channels, part.id)}`
        case 'command':
          return `/${part.name}`
        case 'time':
          return clockTime(part.seconds * 1_000)
        case 'emoji':
          return `:${part.name}:`
        case 'everyone':
          return part.name
        default:
          return plainText(part.inside, house)
      }
    })
    .join('')
}

const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string => list?.find((one) => one.id === id)?.name ?? texts.unknown
