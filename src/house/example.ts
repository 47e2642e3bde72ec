import type { HousePolicy } from '../policy/schema.ts'

/** Names and addresses of the house that is shipped as an example: no real house is called so. */
export const isExample = (text: string): boolean => /voorbeeld|vanproef|praktijkhuis|\.example\b/i.test(text)

/**
 * Whether these are still the agreements of the house that is shipped: its organisation, who signed them, or the one to
 * complain to. What they tell young people is true for nobody.
 */
export const isExampleHouse = ({ organisation, contacts }: HousePolicy): boolean =>
  [organisation.name, organisation.signedOff.by, contacts.integrity.name, contacts.integrity.contact].some(
    isExample,
  )
