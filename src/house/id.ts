declare const house: unique symbol

/** The id of a Discord server that the bot looks after. Every row and every repository function carries it. */
export type HouseId = string & { readonly [house]: true }

/** Marks a server id, already checked at the edge, as a house. */
export const houseId = (id: string): HouseId => id as HouseId
