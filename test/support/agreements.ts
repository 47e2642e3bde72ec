import { type Agreements, readAgreements } from '../../src/open-desk.ts'

let shipped: Promise<Agreements> | undefined

/**
 * The agreements of a folder. The shipped ones are read once for all houses of a test run: they are never changed, and
 * every house would otherwise compile thousands of terms again.
 */
export const agreementsOf = (folder: string): Promise<Agreements> => {
  if (folder !== 'policies') return readAgreements(folder)
  shipped ??= readAgreements(folder)
  return shipped
}
