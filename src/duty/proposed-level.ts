import type { HousePolicy } from '../policy/schema.ts'
import type { Level } from '../screening/kinds.ts'

/**
 * The level that a rule proposes for a flag. While the house is closed nobody is there to whom "acuut" would say "now":
 * then it is rood at most, unless the house named who is on call. A person sets it anew at opening.
 */
export const proposedLevel = (level: Level, open: boolean, { roles }: Pick<HousePolicy, 'roles'>): Level =>
  level === 'acuut' && !open && roles.onCall === undefined ? 'rood' : level
