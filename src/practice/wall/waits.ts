import type { Desk } from '../../discord/desk.ts'
import type { Flag, OutboxTarget } from '../../generated/sqlite/client.ts'
import type { HouseId } from '../../house/id.ts'
import type { TargetKind } from '../../outbox/target.ts'
import type { Viewer } from './viewer.ts'
import type { WallView } from './view.ts'

const OF_FLAG: Readonly<Record<string, string>> = {
  offer: 'De algemene lijn in het kanaal, als dan nog niemand het opnam',
  ladder: 'De volgende stap van de ladder: eerst de achterwacht, dan wie verantwoordelijk is',
  'second-look': 'Tegen dan kijkt een tweede persoon mee',
  'undo-over': 'Tot dan kan het afsluiten teruggedraaid worden',
  'report-news': 'Wie meldde en dat vroeg, hoort dat het bekeken is',
  'drill-over': 'De oefening gaat vanzelf weg',
}
const OF_HOUSE: Readonly<Record<string, string>> = {
  'house-opens': 'Het huis gaat open',
  'house-closes': 'Het huis sluit',
  'house-unmanned': 'Als dan niemand van dienst is, hoort de achterwacht het',
  'house-digest': 'De groene en gele kaarten komen samen',
}
const FOR_YOUNG: ReadonlySet<string> = new Set(['offer', 'house-opens', 'house-closes'])

/** What falls due for a flag, and when the house opens and closes: soonest first. */
export async function timersOf(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  house: HouseId,
  flag: Flag | undefined,
  viewer: Viewer,
): Promise<WallView['timers']> {
  const at = now().getTime()
  const rows = await db.timer.findMany({
    where: { houseId: house, firedAt: null },
    orderBy: { dueAt: 'asc' },
    select: { key: true, kind: true, payload: true, dueAt: true },
  })
  return rows.flatMap(({ key, kind, payload, dueAt }) => {
    const ofFlag = flag !== undefined && (key.endsWith(`:${flag.id}`) || payload.includes(`"${flag.id}"`))
    const what = ofFlag ? (OF_FLAG[kind] ?? kind) : OF_HOUSE[kind]
    if (what === undefined || (viewer.as !== 'team' && !FOR_YOUNG.has(kind))) return []
    return [{ what, due: dueAt.toISOString(), inSeconds: Math.round((dueAt.getTime() - at) / 1_000) }]
  })
}

const TARGETS: Readonly<Partial<Record<TargetKind, string>>> = {
  card: 'De kaart in de wachtrij',
  digest: 'Eén kaart voor veel meldingen samen',
  line: 'De algemene lijn in het kanaal',
  removal: 'Het bericht weghalen',
  hold: 'Het bericht tegenhouden',
  'held-line': 'De lijn dat er een bericht tegengehouden is',
  'put-back': 'Het bericht terugzetten',
  measure: 'Een maatregel die een mens koos',
  reminder: 'Iemand van de ploeg verwittigen',
  'talk-card': 'De kaart van een gesprek',
}
const SHOWN_TO_YOUNG: ReadonlySet<string> = new Set<TargetKind>([
  'card',
  'line',
  'hold',
  'held-line',
  'put-back',
])

/** How far it is. A version counts every change of a flag, also a report: that is for the team. */
function stateOf(row: OutboxTarget, now: Date, viewer: Viewer): string {
  const { desiredVersion, doneVersion, nextTry, lastError } = row
  const team = viewer.as === 'team'
  if (doneVersion >= desiredVersion)
    return team ? `staat zoals het moet (versie ${doneVersion})` : 'staat zoals het moet'
  if (!team) return 'moet nog'
  const waits = nextTry !== null && nextTry > now ? ', wordt later opnieuw geprobeerd' : ''
  return `moet nog: versie ${desiredVersion}, nu ${doneVersion}${waits}${lastError === null ? '' : ` (${lastError})`}`
}

/** What must stand on Discord because of a flag or its message, and whether it does. */
export async function outboxOf(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  house: HouseId,
  { messageId, channelId, flag }: { messageId: string; channelId: string; flag: Flag },
  viewer: Viewer,
): Promise<WallView['outbox']> {
  const rows = await db.outboxTarget.findMany({
    where: {
      houseId: house,
      OR: [
        { targetKey: { contains: flag.id } },
        { targetKey: { contains: flag.messageId ?? messageId } },
        {
          targetKey: { startsWith: `line:channel.offer:${flag.channelId}:` },
          createdAt: { gte: flag.createdAt },
        },
        ...(flag.channelId === channelId ? [{ targetKey: `held-line:${channelId}` }] : []),
      ],
    },
    orderBy: { createdAt: 'asc' },
  })
  return rows.flatMap((row) => {
    const what = TARGETS[row.kind as TargetKind]
    if (what === undefined || (viewer.as !== 'team' && !SHOWN_TO_YOUNG.has(row.kind))) return []
    return [{ what, state: stateOf(row, now(), viewer) }]
  })
}
