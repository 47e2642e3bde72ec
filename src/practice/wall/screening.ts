import { chainOf } from '../../policy/describe-explanation.ts'
import { openingOf } from '../../duty/opening.ts'
import { houseId } from '../../house/id.ts'
import { attachmentKindOf } from '../../screening/attachments.ts'
import type { Readable } from '../../screening/compile.ts'
import type { ExplainedHit, Explanation } from '../../screening/explanation.ts'
import type { Consequence } from '../../screening/kinds.ts'
import { isNorm } from '../../screening/norms.ts'
import { reasonOf } from '../../screening/reason.ts'
import type { Desk } from '../../discord/desk.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import type { FoundView, RuleView, ScreeningView } from './view.ts'

/** What a message says and carries, as the bot hears it. */
export function readableOf(hub: Hub, message: StoredMessage, channel: string, byStaff: boolean): Readable {
  const home = hub.channels.get(message.channelId)
  const parent = hub.channels.get(home?.parentId ?? '')
  // The first message of a forum post has the id of its thread; the title is read with it.
  const title = home?.id === message.id && parent?.type === 15 ? home.name : ''
  const joinedAt = hub.guilds.get(message.guildId ?? '')?.members.get(message.authorId)?.joinedAt
  return {
    text: [title, message.content].filter((part) => part !== '').join('\n'),
    channel,
    attachments: message.attachments.map(({ contentType }) => attachmentKindOf(contentType)),
    byStaff,
    ...(joinedAt === undefined ? {} : { hoursHere: (message.createdAt - joinedAt) / 3_600_000 }),
  }
}

/** @param before - how much is read before the words of the message itself: the title of a post */
const foundOf = (
  { term, start, end }: Pick<ExplainedHit, 'term' | 'start' | 'end'>,
  before: number,
): FoundView => (start < before ? { term } : { term, at: { start: start - before, end: end - before } })

const CANCELLED = {
  notWhen: 'telt niet, want er hoort een woord bij dat de zin onschuldig maakt (notWhen)',
  notInSentence: 'telt niet, want ergens in de zin staat iets dat ze onschuldig maakt (notInSentence)',
  usual: 'telt niet, want dit is in dit kanaal gewone taal (usual)',
} as const

function rulesOf(
  explanation: Explanation,
  before: number,
  desk: Pick<Desk, 'policy' | 'texts'>,
): readonly RuleView[] {
  const texts = desk.texts()
  const { decision } = explanation
  const decides = new Set(decision.kind === 'nothing' ? [] : decision.findings.map(({ ruleId }) => ruleId))
  const rules = explanation.rules
    .filter(({ hits }) => hits.length > 0)
    .map(({ ruleId, category, level, hits, looked, trial }): RuleView => {
      const counting = hits.filter(({ cancelledBy }) => cancelledBy === undefined)
      const because = hits.find(({ cancelledBy }) => cancelledBy !== undefined)?.cancelledBy?.because
      const cancelled = !looked
        ? 'kijkt in dit kanaal niet: het kanaal neemt dit losser'
        : trial
          ? 'is op proef: wat ze vindt, wordt alleen geteld'
          : counting.length === 0 && because !== undefined
            ? CANCELLED[because]
            : undefined
      return {
        id: ruleId,
        category: texts.t(`category.${category}`),
        level: texts.t(`queue.level.${level}`),
        why: reasonOf(desk.policy, ruleId, texts),
        found: (counting.length === 0 ? hits : counting).map((hit) => foundOf(hit, before)),
        ...(cancelled === undefined ? {} : { cancelled }),
      }
    })
  const norms = decision.kind === 'nothing' ? [] : decision.findings.filter(({ ruleId }) => isNorm(ruleId))
  const ofChannel = norms.map(
    ({ ruleId, level, start, end }): RuleView => ({
      id: ruleId,
      category: 'afspraak van het kanaal',
      level: texts.t(`queue.level.${level}`),
      why: reasonOf(desk.policy, ruleId, texts),
      found: [foundOf({ term: ruleId, start, end }, before)],
    }),
  )
  return [...ofChannel, ...rules].sort((a, b) => Number(decides.has(b.id)) - Number(decides.has(a.id)))
}

/** What a rule let follow, and what of that does not follow here. */
function consequencesOf(
  explanation: Explanation,
  message: StoredMessage,
  raised: Raised | undefined,
  desk: Pick<Desk, 'policy' | 'texts' | 'duty'>,
): Pick<ScreeningView, 'follows' | 'off'> {
  const { decision } = explanation
  if (decision.kind === 'nothing') return { follows: [], off: [] }
  const texts = desk.texts()
  const say = (what: Consequence): string => texts.t(`waarom.may.${what}`)
  const here = new Set<Consequence>(decision.consequences)
  const found = new Set(decision.findings.map(({ ruleId }) => ruleId))
  const wished = new Set<Consequence>(
    desk.policy.rules.filter(({ id }) => found.has(id)).flatMap(({ may }) => may),
  )
  const off: { what: string; why: string }[] = [...wished]
    .filter((what) => !here.has(what))
    .map((what) => ({
      what: say(what),
      why:
        decision.kind === 'worry'
          ? 'In dit bericht zit een zorg om de schrijver. Dan wordt niets tegengehouden en niemand herinnerd.'
          : 'Iets anders in dit bericht is ernstiger. Dan past dit er niet meer bij.',
    }))
  const whyNot = whyNotNow(message, raised, desk)
  const late = (what: Consequence, why: string | undefined): boolean => {
    if (!here.has(what) || why === undefined) return false
    here.delete(what)
    off.push({ what: say(what), why })
    return true
  }
  late('hold', whyNot.hold)
  late('offer', whyNot.closed)
  late('remind', whyNot.closed)
  return { follows: [...here].map(say), off }
}

const LATE = 'De bot was er even niet en las dit pas later. Dan brengt hij het alleen bij een mens.'
const NOT_HELD =
  'Niet gebeurd: er was niemand van dienst, of de bot mag hier niets weghalen. Wat hij tegenhoudt, moet een mens meteen kunnen bekijken.'
const CLOSED =
  'Het huis was dicht toen dit geschreven werd. Dan reageert de bot nooit op één bericht: er is niemand die kan volgen.'

function whyNotNow(
  message: StoredMessage,
  raised: Raised | undefined,
  { policy, duty }: Pick<Desk, 'policy' | 'duty'>,
): { readonly hold: string | undefined; readonly closed: string | undefined } {
  const hours = duty.hours.of(houseId(message.guildId ?? ''))
  const late = raised?.late === true ? LATE : undefined
  const closed = late ?? (openingOf(hours, new Date(message.createdAt)) === undefined ? CLOSED : undefined)
  const hold =
    message.attachments.length > 0
      ? 'Er hangt een bijlage aan. Die kan de bot niet terugzetten, dus houdt hij het bericht niet tegen.'
      : ((policy.house.hold.when === 'open' ? closed : late) ??
        (raised?.held === false ? NOT_HELD : undefined))
  return { hold, closed }
}

/** How a message was flagged that is: seen late, kept back. */
export interface Raised {
  readonly late: boolean
  readonly held: boolean
}

/** Why a message is flagged or not by the agreements that hold now, as /waarom tells it but without its words. */
export function screeningOf(
  message: StoredMessage,
  readable: Readable,
  raised: Raised | undefined,
  desk: Pick<Desk, 'policy' | 'screening' | 'texts' | 'duty'>,
): ScreeningView {
  const explanation = desk.screening.explain(readable)
  const { decision } = chainOf(explanation, desk.policy, desk.texts())
  return {
    channel: `#${readable.channel}`,
    policyVersion: explanation.version,
    decision,
    rules: rulesOf(explanation, readable.text.length - message.content.length, desk),
    looked: explanation.rules.filter(({ looked }) => looked).length,
    ...consequencesOf(explanation, message, raised, desk),
  }
}
