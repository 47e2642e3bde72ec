import type { FilterPlan, LeftOut, LeftOutWhy } from './plan.ts'

/** Why words stand in no filter, for the team, in Dutch. */
const WHY: Readonly<Record<LeftOutWhy, string>> = {
  unreadable: 'die kan de bot niet lezen',
  'sentence-end': 'alleen waar de zin stopt (een punt op het einde). Dat kan Discord niet',
  'star-inside': 'met een * in het midden. Bij Discord kan die alleen vooraan of achteraan',
  'too-long': 'langer dan 60 tekens',
  apart: 'de woorden kunnen uit elkaar staan. Dat kan Discord niet zien',
  detector: 'geen woord maar een nummer of adres. Dat herkent Discord niet',
  'too-many': 'te veel manieren om het te zeggen voor een filter',
  'not-when': 'soms telt het niet (notWhen). Dat weet Discord niet, en dan roept de filter te vaak',
  usual: 'gewoon in een van jullie kanalen (usual)',
  'strict-only': 'alleen in strenge kanalen',
  'no-room': 'geen plaats. Discord neemt zes filters, en die van jullie zelf tellen mee',
  'no-alerts': 'nergens om het te melden. Kies in house.yaml een kanaal bij automodAlerts',
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** What Discord's filters look for and what not, for the team. */
export function describePlan({ filters, preset, leftOut }: FilterPlan): string {
  const words = filters.reduce((sum, { keywords }) => sum + keywords.length, 0)
  const byWhy = new Map<LeftOutWhy, LeftOut[]>()
  for (const one of leftOut) byWhy.set(one.why, [...(byWhy.get(one.why) ?? []), one])
  return [
    `Filters van Discord: ${count(words, 'woord', 'woorden')} in ${count(filters.length, 'filter', 'filters')}.`,
    ...filters.map(
      ({ name, kind, keywords, exempt }) =>
        `  ${name}: ${count(keywords.length, 'woord', 'woorden')}, ${kind === 'block' ? 'houdt tegen' : 'meldt alleen'}` +
        (exempt.length === 0 ? '' : `, niet in ${exempt.join(', ')}`),
    ),
    ...(preset === undefined ? [] : [`  ${preset.name}: ${preset.presets.join(', ')}, meldt alleen`]),
    ...(leftOut.length === 0
      ? []
      : [
          `${count(leftOut.length, 'woord past', 'woorden passen')} niet in een filter. Iemand kan het wel melden.`,
        ]),
    ...[...byWhy].map(
      ([why, some]) =>
        `  ${count(some.length, 'woord', 'woorden')}: ${WHY[why]}. Zoals ${some
          .slice(0, 3)
          .map(({ term }) => `"${term}"`)
          .join(', ')}.`,
    ),
  ].join('\n')
}
