import { addresses } from './address.ts'
import { ibans } from './iban.ts'
import { invites, links, shortLinks } from './link.ts'
import { nationalNumbers } from './national-number.ts'
import { phoneNumbersBut } from './phone.ts'
import type { Place } from './plain.ts'
import { numberPlates } from './plate.ts'
import { quotations } from './quote.ts'

export type { Place } from './plain.ts'

/** What a rule can look for beside words, as `@rijksregisternummer` among its terms. */
export const DETECTOR_NAMES = [
  'rijksregisternummer',
  'iban',
  'telefoon',
  'nummerplaat',
  'adres',
  'uitnodiging',
  'link',
  'korte-link',
  'aanhaling',
] as const
export type DetectorName = (typeof DETECTOR_NAMES)[number]

/** Finds places in a text (UTF-16 units of the original), in order. Pure, linear, never throws. */
export type Detector = (text: string) => readonly Place[]

export const isDetector = (name: string): name is DetectorName =>
  (DETECTOR_NAMES as readonly string[]).includes(name)

/** The detectors of a house. Numbers of helplines are there to be shared, so they are no phone number of a person. */
export const detectorsBut = (helplines: readonly string[]): Readonly<Record<DetectorName, Detector>> => ({
  rijksregisternummer: nationalNumbers,
  iban: ibans,
  telefoon: phoneNumbersBut(helplines),
  nummerplaat: numberPlates,
  adres: addresses,
  uitnodiging: invites,
  link: links,
  'korte-link': shortLinks,
  aanhaling: quotations,
})

export const DETECTORS: Readonly<Record<DetectorName, Detector>> = detectorsBut([])
