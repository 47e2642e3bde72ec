import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessage,
  ButtonStyle,
  ComponentType,
  messageLink,
} from 'discord.js'
import type { CardView } from '../queue/card.ts'
import type { Level } from '../screening/kinds.ts'
import type { Texts } from '../texts/texts.ts'
import { cardLines } from './card-lines.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

export { cardState } from './card-lines.ts'

/** The colours of the levels, told in words as well: not everybody sees them. */
const COLOURS: Readonly<Record<Level, number>> = {
  groen: 0x57_9a_57,
  geel: 0xd9_a4_06,
  rood: 0xc0_39_2b,
  acuut: 0x6b_0f_1a,
}

/** What somebody can do about the flag, as buttons: what one does most in the first row. */
const FIRST_ROW = {
  claim: ButtonStyle.Primary,
  release: ButtonStyle.Secondary,
  show: ButtonStyle.Secondary,
  decide: ButtonStyle.Success,
} as const
const SECOND_ROW = {
  pass: ButtonStyle.Secondary,
  level: ButtonStyle.Secondary,
  safe: ButtonStyle.Danger,
  confirm: ButtonStyle.Success,
  refute: ButtonStyle.Secondary,
  undo: ButtonStyle.Secondary,
} as const
/** What only some flags have (an acute one, a green one, one to tell, one passed on), and the channel around it. */
const THIRD_ROW = {
  called: ButtonStyle.Danger,
  quick: ButtonStyle.Success,
  tell: ButtonStyle.Primary,
  print: ButtonStyle.Secondary,
  channel: ButtonStyle.Secondary,
} as const
type PressStyle = Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>
type CardButton = keyof typeof FIRST_ROW | keyof typeof SECOND_ROW | keyof typeof THIRD_ROW

/** *Toon* stands on every card: by its button the bot knows the card as its own again. */
function possible({ acts, state, drill }: CardView): Readonly<Record<CardButton, boolean>> {
  return {
    claim: acts.claim,
    release: acts.release,
    show: true,
    decide: acts.decide.length > 0,
    pass: acts.pass,
    level: acts.level,
    // Of a closed flag it is behind *Beslis*: seldom needed, never in the way.
    safe: acts.measures.length > 0 && state !== 'closed',
    confirm: acts.confirm,
    // Within the minute "undo" does the same, for everybody.
    refute: acts.refute && !acts.undo,
    undo: acts.undo,
    called: acts.called,
    quick: acts.quick,
    tell: acts.tell,
    print: acts.print,
    // Never of a practice flag: the channel is real.
    channel: state !== 'closed' && !drill,
  }
}

/** One line about a flag, for lists. */
export function cardTitle(view: CardView, texts: Texts): string {
  const heading = texts.t('queue.card.heading', {
    level: texts.t(`queue.level.${view.level}`),
    category: texts.t(`category.${view.category}`),
  })
  return view.drill ? `${texts.t('drill.mark')}: ${heading}` : heading
}

/** *Toon* says what kind of thing is behind it, so that nobody sees what they cannot bear now without having chosen to. */
function labelOf(act: CardButton, { category }: CardView, texts: Texts): string {
  if (act === 'show') return texts.t('queue.button.show', { kind: texts.t(`category.${category}`) })
  return texts.t(`queue.button.${act}`)
}

type Row = APIActionRowComponent<APIButtonComponent>

/** Written as Discord takes them: the builders check each part, which took as long as writing the flag. */
function rows(view: CardView, texts: Texts): Row[] {
  const can = possible(view)
  const buttons = (styles: Partial<Record<CardButton, PressStyle>>): APIButtonComponent[] =>
    (Object.entries(styles) as [CardButton, PressStyle][])
      .filter(([act]) => can[act])
      .map(([act, style]) => ({
        type: ComponentType.Button,
        custom_id: customId('wachtrij', act, view.flagId),
        style,
        label: labelOf(act, view, texts),
      }))
  const link: APIButtonComponent[] =
    view.messageId === null
      ? []
      : [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            url: messageLink(view.channelId, view.messageId, view.houseId),
            label: texts.t('queue.button.message'),
          },
        ]
  return [[...buttons(FIRST_ROW), ...link], buttons(SECOND_ROW), buttons(THIRD_ROW)]
    .filter((row) => row.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }))
}

/**
 * The card of a flag: a picture of its row (design decision 7). It shows where and why, never the words: those are for
 * one pair of eyes, behind *Toon*. Naming people in it notifies nobody.
 */
export function drawCard(view: CardView, desk: Desk): MessageBody {
  const texts = desk.texts()
  return {
    embeds: [
      {
        color: COLOURS[view.level],
        title: cardTitle(view, texts),
        description: cardLines(view, desk).join('\n'),
        footer: { text: view.code },
      },
    ],
    components: rows(view, texts),
  }
}

/** Whether a message of ours is the card of this flag. */
export function isCardOf(message: APIMessage, flagId: string): boolean {
  return JSON.stringify(message.components ?? []).includes(`"${customId('wachtrij', 'show', flagId)}"`)
}

/** Whether a message of ours is the card of a flag about the same message, whatever the id of that flag was. */
export const isCardAbout = (
  message: APIMessage,
  { channelId, messageId, houseId }: Pick<CardView, 'channelId' | 'messageId' | 'houseId'>,
): boolean => {
  const shown = JSON.stringify(message.components ?? [])
  return (
    messageId !== null &&
    shown.includes(`"${customId('wachtrij', 'show')}:`) &&
    shown.includes(`"${messageLink(channelId, messageId, houseId)}"`)
  )
}
