import * as fc from 'fast-check'
import { readMoment } from '../../src/deciding/when.ts'
import { readCustomId } from '../../src/discord/custom-id.ts'
import { NO_FILTERS, readFilters, writeFilters } from '../../src/discord/queue/filters.ts'
import { readPassOn } from '../../src/queue/pass-on.ts'
import { readLink } from '../../src/discord/reports/linked.ts'
import { readEnvironment } from '../../src/environment.ts'
import { readHealthAddress } from '../../src/health/address.ts'
import { parseSource } from '../../src/policy/source.ts'
import { readPostcode } from '../../src/referral/places.ts'
import { parseTerm } from '../../src/screening/language/parse.ts'
import { TermError } from '../../src/screening/language/problem.ts'
import { StartError } from '../../src/start-error.ts'
import { StorageError } from '../../src/storage/errors.ts'
import { jsonObject, readJson } from '../../src/storage/json.ts'
import { onlyThrows, type Target } from './target.ts'
import { marked, nearly } from './texts.ts'

const NOW = new Date('2026-11-24T14:00:00Z')
const DAY_MS = 86_400_000

function target<T>(
  name: string,
  share: number,
  input: fc.Arbitrary<T>,
  holds: (value: T) => boolean,
): Target {
  return {
    name,
    share,
    run: async (numRuns, seed) => fc.assert(fc.property(input, holds), { numRuns, seed }),
  }
}

const args = fc.array(fc.oneof(marked(), fc.constantFrom('rood', 'hate', 'mine', '3', '99999')), {
  maxLength: 6,
})
const settings = fc.dictionary(
  fc.constantFrom(
    'DISCORD_TOKEN',
    'DISCORD_API',
    'DATABASE_URL',
    'HUISBOT_KEYS',
    'LOG_LEVEL',
    'HUISBOT_HEALTH',
    'HUISBOT_STOP_SECONDS',
  ),
  marked(),
)

/** Whatever is read from outside by a function of its own. */
export const INPUTS: readonly Target[] = [
  target('ids of buttons and forms', 6, nearly('wachtrij:claim:abc-123:4'), (id) => {
    const read = readCustomId(id)
    return (
      read === undefined || (id.length <= 100 && [read.command, read.action, ...read.args].join(':') === id)
    )
  }),
  target(
    'links to messages',
    4,
    nearly('https://discord.com/channels/123456789012345678/123456789012345678/123456789012345678'),
    (link) => {
      const read = readLink(link)
      return read === undefined || Object.values(read).every((id) => /^\d{17,20}$/.test(id))
    },
  ),
  target('moments', 4, nearly('24/11 14:03'), (text) => {
    const read = readMoment(text, NOW)
    if (read === undefined) return true
    const ago = NOW.getTime() - read.getTime()
    return ago >= -60_000 && ago < 62 * DAY_MS
  }),
  target('postcodes', 4, nearly('9000'), (text) => /^(?:\d{4})?$/.test(readPostcode(text) ?? '')),
  target('filters of the queue', 3, args, (some) => {
    const filters = readFilters(some)
    return (
      JSON.stringify(readFilters(writeFilters(filters))) === JSON.stringify(filters) &&
      filters.page <= 9_999 &&
      NO_FILTERS.page === 0
    )
  }),
  target(
    'what was passed on',
    3,
    nearly('{"contact":"clb","at":"2026-11-24T14:00:00.000Z","ground":"ernstig-gevaar"}'),
    (text) => {
      readPassOn(text)
      return true
    },
  ),
  target('terms of a rule', 8, nearly('{groep} (zijn|is) ... moord* ~ @telefoon >> dood.'), (said) =>
    onlyThrows([TermError], () => parseTerm(said)),
  ),
  target(
    'policy files',
    8,
    nearly('category: hate\nrules:\n  - id: a\n    why: &x "b"\n    terms: [*x, {y: 1}]\n'),
    (text) => {
      const read = parseSource(text, 'a.yaml')
      return 'source' in read || read.problems.every(({ message }) => message.length > 0)
    },
  ),
  target('rows of the database', 3, nearly('{"a":["b",1,null]}'), (text) =>
    onlyThrows([StorageError], () => readJson(jsonObject, text, 'a row')),
  ),
  target('settings', 3, settings, (values) => {
    try {
      readEnvironment(values)
      return true
    } catch (error) {
      // A setting may be a secret: what was wrong is named, never what it was.
      const { DISCORD_TOKEN: token = '' } = values
      return error instanceof StartError && (token.length < 8 || !error.message.includes(token))
    }
  }),
  target('where the health is shown', 2, nearly('127.0.0.1:9464'), (text) =>
    onlyThrows([StartError], () => readHealthAddress(text)),
  ),
]
