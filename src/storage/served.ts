/**
 * Narrows a `where` to the houses of this process. Which house is whose is told from its id, which a database cannot; so
 * it is asked first which houses have any such row at all. Those are few: most houses have nothing to be done.
 *
 * @param serves - whether a house is one of this process; every house is when it is undefined, and nothing is asked
 * @param houses - the houses that have such a row
 */
export const ofServed = async <Where extends object>(
  serves: ((houseId: string) => boolean) | undefined,
  where: Where,
  houses: () => Promise<readonly { readonly houseId: string }[]>,
): Promise<Where & { houseId?: { in: string[] } }> => {
  if (serves === undefined) return where
  const served = (await houses()).map(({ houseId }) => houseId).filter(serves)
  return { ...where, houseId: { in: served } }
}
