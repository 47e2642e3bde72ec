import { type APIEmbed, ButtonStyle } from 'discord.js'
import { backOf, nextOf, placeOf } from '../../setup/steps.ts'
import { type Row, row } from '../praat/rows.ts'
import { type Part, pressId } from './parts.ts'
import type { SetUp } from './set-up.ts'
import { PAGES, type StepPage } from './steps.ts'
import { summaryPage } from './summary.ts'

export interface Drawn {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly components: Row[]
}

/** The longest message (Discord, Message Resource). */
const MESSAGE = 2_000
/** In a row (Discord, Components). */
const MOST_BUTTONS = 5

/** As many lines as fit, and how many do not. */
function fitting(lines: readonly string[], { texts }: SetUp): string {
  const kept = [...lines]
  const said = (): string => {
    const count = lines.length - kept.length
    return [...kept, ...(count === 0 ? [] : [texts.t('setup.summary.more', { count })])].join('\n')
  }
  while (said().length > MESSAGE && kept.length > 1) kept.pop()
  return said().slice(0, MESSAGE)
}

/** Back, next, later: always below, always in the same order. */
function ways(setUp: SetUp, own: readonly Part[]): Row[] {
  const { at } = setUp.draft
  const isFirst = backOf(at) === at
  const isLast = nextOf(at) === at
  const { Primary, Secondary, Danger } = ButtonStyle
  const buttons = [
    ...(isFirst ? [] : [pressId(setUp, 'go', 'setup.button.back', Secondary, backOf(at))]),
    ...(isLast ? [] : [pressId(setUp, 'go', 'setup.button.next', Primary, nextOf(at))]),
    ...own,
    pressId(setUp, 'later', 'setup.button.later', Secondary),
    ...(isLast ? [pressId(setUp, 'drop', 'setup.button.drop', Danger)] : []),
  ]
  const rows: Part[][] = []
  for (let from = 0; from < buttons.length; from += MOST_BUTTONS)
    rows.push(buttons.slice(from, from + MOST_BUTTONS))
  return rows.map((each) => row(...each))
}

/**
 * The step that a set-up is at.
 *
 * @param said - what comes before it: an answer to what was pressed
 */
export async function pageOf(setUp: SetUp, said: readonly string[] = []): Promise<Drawn> {
  const { texts, draft } = setUp
  const { at } = draft
  const page: StepPage & { readonly embeds?: APIEmbed[] } =
    at === 'summary' ? await summaryPage(setUp) : PAGES[at](setUp)
  const { lines = [], menus = [], buttons = [], embeds = [] } = page
  const head = texts.t('setup.heading', { ...placeOf(at), step: texts.t(`setup.step.${at}`) })
  return {
    content: fitting(
      [
        ...said,
        head,
        at === 'language' ? texts.t('setup.nothing-yet') : '',
        texts.t(`setup.about.${at}`),
        ...(lines.length === 0 ? [] : ['']),
        ...lines,
      ].filter((line, index, all) => line !== '' || all[index - 1] !== ''),
      setUp,
    ),
    embeds,
    components: [...menus.map((menu) => row(menu)), ...ways(setUp, buttons)],
  }
}
