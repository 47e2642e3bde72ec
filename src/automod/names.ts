/**
 * The filters that the bot sets in Discord, by what they are for. The name is how the bot knows its own (with the fact
 * that it made them), and what a person sees in the settings of the server.
 */
export const FILTERS = {
  worry: 'Huisbot: zorg',
  block: 'Huisbot: tegenhouden',
  other: 'Huisbot: afspraken',
  preset: 'Huisbot: woordenlijst van Discord',
} as const
export type FilterKind = keyof typeof FILTERS

const PREFIX = 'Huisbot: '

/** The name of the first, second… filter of a kind. */
export const nameOf = (kind: FilterKind, number: number): string =>
  number === 1 ? FILTERS[kind] : `${FILTERS[kind]} (${number})`

/** What a filter is for; undefined for a name that the bot does not give. */
export function kindOf(name: string): FilterKind | undefined {
  if (!name.startsWith(PREFIX)) return undefined
  const bare = name.replace(/ \(\d+\)$/, '')
  return (Object.keys(FILTERS) as FilterKind[]).find((kind) => FILTERS[kind] === bare)
}

/** Whether a filter is the bot's own: it made it, and gave it the name. Both, so that no filter of the house is touched. */
export const isOwn = (
  filter: { readonly name: string; readonly creatorId: string },
  botId: string,
): boolean => filter.creatorId === botId && kindOf(filter.name) !== undefined
