import { DETECTORS, type DetectorName } from '../../../../src/screening/detectors/index.ts'

/** What a detector finds in a text, as it is written there. */
export const found = (name: DetectorName, text: string): string[] =>
  DETECTORS[name](text).map(({ start, end }) => text.slice(start, end))
