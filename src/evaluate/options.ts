import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nearest } from '../policy/nearest.ts'
import { CATEGORIES, type Category } from '../screening/kinds.ts'

export const USAGE = `Zo gebruik je dit:
  npm run evaluate -- BESTAND…          meet hoe goed de bot de zinnen van die bestanden leest
Een bestand heeft op elke regel {"text": "een zin", "gold": "hateful"} (of "label"), of gewoon een zin.
  --category SOORT     de soort waarvoor "hateful" (of 1, of true) staat; anders hate
  --channel KANAAL     het kanaal waarvan de afspraken gelden; anders algemeen
  --policies MAP       een andere map met afspraken
  --json UIT           alle cijfers als JSON
  --predictions UIT    per zin een regel JSON met wat de bot vond
  --examples N         toont hoogstens N gemiste zinnen en N keer vals alarm per bestand
  --by VELD            deelt in groepen volgens dat veld; anders functionality
  --label VELD         het veld met het oordeel; anders gold, label, labels of hateful
  --positive WOORD     het oordeel dat "ja" betekent; al de rest is dan "nee"
  --resamples N        aantal trekkingen voor de intervallen; anders 1000
  --seed N             begin van de trekkingen; anders 1`

/** The command was used wrongly; the message is for who typed it. */
export class UsageError extends Error {}

export interface Options {
  readonly files: readonly string[]
  readonly policies: string
  readonly channel: string
  readonly category: Category
  readonly by: string
  readonly label?: string
  readonly positive?: string
  readonly json?: string
  readonly predictions?: string
  readonly examples: number
  readonly resamples: number
  readonly seed: number
}

const OPTIONS = {
  policies: { type: 'string', default: 'policies' },
  channel: { type: 'string', default: 'algemeen' },
  category: { type: 'string', default: 'hate' },
  by: { type: 'string', default: 'functionality' },
  label: { type: 'string' },
  positive: { type: 'string' },
  json: { type: 'string' },
  predictions: { type: 'string' },
  examples: { type: 'string', default: '0' },
  resamples: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    const known = Object.keys(OPTIONS).map((name) => `--${name}`)
    const wrong = args.find((arg) => arg.startsWith('-') && !known.includes(arg.split('=')[0] ?? ''))
    if (wrong === undefined) {
      throw new UsageError('Na een optie (behalve --help) moet nog een woord of een getal komen.')
    }
    const meant = nearest(wrong.split('=')[0] ?? '', known)
    throw new UsageError(
      meant === undefined ? `"${wrong}" ken ik niet.` : `"${wrong}" ken ik niet. Bedoelde je "${meant}"?`,
    )
  }
}

function whole(option: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new UsageError(`Na --${option} hoort een geheel getal van ${least} tot ${most}.`)
}

function categoryOf(value: string): Category {
  const category = CATEGORIES.find((one) => one === value)
  if (category !== undefined) return category
  const meant = nearest(value, CATEGORIES)
  throw new UsageError(
    `De soort "${value}" ken ik niet. ${meant === undefined ? `Kies uit ${CATEGORIES.join(', ')}.` : `Bedoelde je "${meant}"?`}`,
  )
}

/** A result never lands on what it was made from, nor on the other result. */
function keepApart(files: readonly string[], results: readonly string[]): void {
  const taken = new Set(files.map((file) => resolve(file)))
  for (const result of results) {
    if (taken.has(resolve(result))) {
      throw new UsageError(`"${result}" staat er twee keer. Geef elk resultaat een eigen naam.`)
    }
    taken.add(resolve(result))
  }
}

/**
 * Reads the words of the command line.
 *
 * @throws {@link UsageError} in Dutch.
 */
export function optionsOf(args: readonly string[]): Options | 'help' {
  const { values, positionals: files } = read(args)
  if (values.help) return 'help'
  if (files.length === 0) throw new UsageError('Geef minstens één bestand op.')
  const { json, predictions, label, positive } = values
  keepApart(
    files,
    [json, predictions].flatMap((path) => path ?? []),
  )
  return {
    files: [...new Set(files)],
    policies: values.policies,
    channel: values.channel.replace(/^#/, ''),
    category: categoryOf(values.category),
    by: values.by,
    ...(label === undefined ? {} : { label }),
    ...(positive === undefined ? {} : { positive }),
    ...(json === undefined ? {} : { json }),
    ...(predictions === undefined ? {} : { predictions }),
    examples: whole('examples', values.examples, 0, 1_000),
    resamples: whole('resamples', values.resamples, 20, 100_000),
    seed: whole('seed', values.seed, 0, 4_294_967_295),
  }
}
