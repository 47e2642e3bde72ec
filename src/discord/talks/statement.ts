import { channelMention, TimestampStyles, time } from 'discord.js'
import type { CardView } from '../../queue/flags.ts'
import { canBeToldTo } from '../../queue/outcomes.ts'
import type { Category } from '../../screening/kinds.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { Desk } from '../desk.ts'
import { theirWords } from '../their-words.ts'
import { conditions } from './say.ts'

type Told = Pick<
  CardView,
  'state' | 'kind' | 'category' | 'outcome' | 'measure' | 'channelId' | 'authorId' | 'flagId'
>

/** The agreement of the house in one sentence for the writer; what a rule is called inside is for moderators. */
const ruleOf = (category: Category): TextKey =>
  category === 'distress' ? 'told.rule.other' : `told.rule.${category}`

function whatHappened({ outcome, measure, channelId }: Told, texts: Texts): string {
  const channel = channelMention(channelId)
  if (outcome === 'removed') return texts.t('told.removed', { channel })
  if (measure?.measure === 'pause' && measure.until !== null) {
    return texts.t('told.pause', { channel, until: time(measure.until, TimestampStyles.ShortDateTime) })
  }
  return texts.t('told.safe', { channel })
}

/**
 * What the writer of a message is told: what was done, by which agreement, that a person decided, how to object, and that
 * the team would like to talk about it there (domain §5.7). About the message, never about the person, and never who
 * reported or decided.
 *
 * @param words - what the worker wrote with it
 * @returns lines; empty when there is nothing to tell (any more)
 */
export function statement(
  view: Told,
  words: string | undefined,
  desk: Desk,
  texts: Texts,
): readonly string[] {
  if (!canBeToldTo(view)) return []
  return [
    texts.t('told.opening'),
    whatHappened(view, texts),
    texts.t('told.why', { rule: texts.t(ruleOf(view.category)) }),
    texts.t('told.person'),
    texts.t('told.object'),
    texts.t('told.talk'),
    ...(words === undefined ? [] : [texts.t('told.words', { words: theirWords(words, 600) })]),
    ...conditions(desk, texts),
  ]
}
