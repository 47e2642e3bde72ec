/** Edits (insert, delete, replace, swap of neighbours) from one word to another, counted up to the length. */
export function distance(from: string, to: string): number {
  let before: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1)
      }
      current.push(best)
    }
    before = previous
    previous = current
  }
  return previous[to.length] ?? 0
}

/**
 * Dutch words that people write where the files have an English one, nearer in meaning than in letters.
 * Only suggestions: the files know one name for each thing.
 */
const DUTCH: Readonly<Record<string, string>> = {
  naam: 'name',
  talen: 'languages',
  uren: 'hours',
  openingsuren: 'hours',
  openingstijden: 'hours',
  feestdagen: 'holidays',
  gesloten: 'closed',
  rollen: 'roles',
  kanalen: 'channels',
  ouders: 'parents',
  contacten: 'contacts',
  organisatie: 'organisation',
  organization: 'organisation',
  soort: 'kind',
  lezen: 'reading',
  bewaren: 'retention',
  doel: 'purpose',
  afspraken: 'norms',
  regels: 'rules',
  woorden: 'terms',
  termen: 'terms',
  gewoon: 'usual',
  waarom: 'why',
  niveau: 'level',
  categorie: 'category',
  mag: 'may',
  vanaf: 'from',
  van: 'from',
  tot: 'until',
  uit: 'off',
  streng: 'strict',
  normaal: 'normal',
  zacht: 'soft',
  herinneren: 'remind',
  melden: 'flag',
  monday: 'maandag',
  tuesday: 'dinsdag',
  wednesday: 'woensdag',
  thursday: 'donderdag',
  friday: 'vrijdag',
  saturday: 'zaterdag',
  sunday: 'zondag',
  green: 'groen',
  yellow: 'geel',
  red: 'rood',
}

/** The allowed word that somebody probably meant, if one is near enough. */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  const small = written.toLowerCase()
  const others = allowed.filter((word) => word !== written)
  const meant = Object.hasOwn(DUTCH, small) ? DUTCH[small] : undefined
  if (meant !== undefined && others.includes(meant)) return meant
  // A third of the letters may differ, at most three; a file of strangers must not make this slow.
  const within = Math.min(3, Math.max(1, Math.floor(small.length / 3)))
  let best: { word: string; edits: number } | undefined
  for (const word of others) {
    if (Math.abs(word.length - small.length) > within) continue
    const edits = distance(small, word.toLowerCase())
    if (edits <= within && (best === undefined || edits < best.edits)) best = { word, edits }
  }
  return best?.word
}
