import * as fc from 'fast-check'
import { theirWords, theirWordsQuoted } from '../../src/discord/their-words.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { readBlocks } from '../../src/practice/page/markdown/blocks.ts'
import { compileScreening } from '../../src/screening/compile.ts'
import { DETECTOR_NAMES, DETECTORS } from '../../src/screening/detectors/index.ts'
import { domainsIn, linksOf } from '../../src/screening/links.ts'
import { whatElse } from './plainly.ts'
import type { Target } from './target.ts'
import { marked } from './texts.ts'

const within = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  start >= 0 && start <= end && end <= text.length

/** Whatever members write: how it is screened, and how it is shown to others. */
export function readingTargets(policy: Policy): readonly Target[] {
  const screening = compileScreening(policy)
  const said = policy.rules.flatMap(({ mustHit, terms }) => [...mustHit, ...terms])
  const written = fc
    .array(fc.oneof({ weight: 3, arbitrary: marked() }, { weight: 2, arbitrary: fc.constantFrom(...said) }), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' '))
  return [
    {
      name: 'messages, screened',
      share: 10,
      run: async (numRuns, seed) =>
        fc.assert(
          fc.property(written, (text) => {
            const decision = screening.read({ text, channel: 'algemeen' })
            if (decision.kind === 'nothing') return true
            const mild =
              decision.kind !== 'worry' ||
              decision.consequences.every((one) => one === 'flag' || one === 'offer')
            return mild && decision.findings.every((finding) => within(text, finding))
          }),
          { numRuns, seed },
        ),
    },
    {
      name: 'links and what detectors find',
      share: 10,
      run: async (numRuns, seed) =>
        fc.assert(
          fc.property(written, (text) =>
            [
              ...domainsIn(text),
              ...linksOf(text),
              ...DETECTOR_NAMES.flatMap((name) => DETECTORS[name](text)),
            ].every((place) => within(text, place)),
          ),
          { numRuns, seed },
        ),
    },
    {
      name: 'words of people, shown to others',
      share: 18,
      run: async (numRuns, seed) =>
        fc.assert(
          fc.property(marked(), fc.integer({ min: 20, max: 400 }), (text, most) => {
            const shown = theirWords(text, most)
            const after = readBlocks(`${theirWordsQuoted(text, most)}\nVan de bot`)
            return (
              shown.length <= most &&
              whatElse(readBlocks(shown)).length === 0 &&
              after.length === 2 &&
              after[1]?.t === 'paragraph'
            )
          }),
          { numRuns, seed },
        ),
    },
  ]
}
