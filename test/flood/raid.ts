/** A raid: many new people say the same within seconds, some of them a little differently. */

export const RAID_CHANNELS = ['algemeen', 'gaming', 'huiswerk', 'muziek'] as const

const TEXT = 'wij komen jullie allemaal kapotmaken vanavond, wacht maar'

/** What the n-th of them says. */
export function raidText(n: number): string {
  switch (n % 5) {
    case 1:
      return `${TEXT.toUpperCase()}!!!`
    case 2:
      return `${TEXT} #${n}`
    case 3:
      return `${TEXT} 😈😈😈`
    case 4:
      return `${TEXT}   x${n.toString(36)}9`
    default:
      return TEXT
  }
}
